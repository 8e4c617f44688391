"""What documents differ on of which none overlaps any other: their facts read, paired, and grouped by point."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple, TypeVar

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.differences.ahead import Stated
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.contrasts import Contrasts
from mali_reader.corroboration.differences.copyedits import copyedits
from mali_reader.corroboration.differences.events import Events, through_a_third
from mali_reader.corroboration.differences.evidence import Evidence
from mali_reader.corroboration.differences.grouping import group
from mali_reader.corroboration.differences.pairing import Difference, Pairing, without_overruled
from mali_reader.corroboration.differences.polarity import Polarity
from mali_reader.corroboration.differences.spellings import Spellings
from mali_reader.corroboration.differences.time_of_writing import times_of_writing
from mali_reader.corroboration.differences.vocabulary import Vocabulary
from mali_reader.corroboration.facts.dates import reference_date
from mali_reader.corroboration.facts.mentions import mentions
from mali_reader.corroboration.facts.persons import OF_PERSONS
from mali_reader.corroboration.facts.sentences import Asserted, asserted
from mali_reader.corroboration.model import Days, Discrepancy, Mention, MentionKind
from mali_reader.garbage import uncollected
from mali_reader.overlap.model import Overlap

_LEAD = 4
"""Sentences, the headline among them, in which a report tells what its event comes to."""

Item = TypeVar("Item")


class Part(NamedTuple):
    """Some documents of a corpus, in the order of their ids, and their overlaps. None overlaps any other document."""

    documents: tuple[Document, ...]
    overlaps: tuple[Overlap, ...]

    @property
    def steps(self) -> int:
        """How many documents are read, pairs of them looked at twice, and overlaps once."""
        return len(self.documents) + 2 * len(self.pairs) + len(self.overlaps)

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs of documents that overlap."""
        return frozenset([(overlap.left.document, overlap.right.document) for overlap in self.overlaps])


@uncollected()
def compared(
    part: Part, vocabulary: Vocabulary, read: Mapping[str, Stated], step: Callable[[], None]
) -> tuple[Discrepancy, ...]:
    """The discrepancies of a part of a corpus, whose vocabulary is given, in no particular order.

    `read` is what was read ahead, by document. Calls `step` once for each step; for fewer where reports turn
    out to be of different events.
    """
    documents = {document.id: document for document in part.documents}
    said = {name: read[name].said if name in read else tuple(asserted(one)) for name, one in documents.items()}
    events = Events(said, vocabulary)
    overlapping = {pair for pair in _counted(part.pairs, step) if events.are_one(*pair)}
    if not overlapping:
        return ()
    known = [one for one in part.overlaps if (one.left.document, one.right.document) in overlapping]
    alignment = Alignment.of(known, also=through_a_third(overlapping, events))
    together = [document for document in part.documents if document.id in alignment.neighbours]
    near = times_of_writing(together, alignment)
    stated = {
        one.id: _stated(one, near.get(one.id), said[one.id], read.get(one.id)) for one in _counted(together, step)
    }
    contexts = Contexts.of(chain.from_iterable(said[name] for name in stated), vocabulary)
    comparison = _Comparison(together, said, stated, contexts, alignment)
    found: list[Difference] = []
    for pair in alignment.documents:
        if pair in overlapping:
            step()
        found += comparison.differences(*pair)
    found += _beyond(found, copyedits(_counted(known, step), documents, said))
    return group(found, stated, contexts, alignment, documents)


def _counted(items: Iterable[Item], step: Callable[[], None]) -> Iterator[Item]:
    for item in items:
        step()
        yield item


def _stated(
    document: Document, near: date | None, said: Sequence[Asserted], read: Stated | None
) -> tuple[Mention, ...]:
    """The facts that a document states, read now if it was not written when it was thought to be."""
    return read.facts if read and read.near == near else mentions(document, near=near, said=said)


def _beyond(found: Iterable[Difference], others: Iterable[Difference]) -> list[Difference]:
    """Of other differences those that are no part of one that was found: second and third, of the second week."""
    held: defaultdict[str, set[Span]] = defaultdict(set)
    for mention in chain.from_iterable((one.one, one.other) for one in found):
        held[mention.span.document].add(mention.span)
    return [one for one in others if not any(one.one.span.inside(span) for span in held[one.one.span.document])]


class _Comparison:
    """Compares what two documents state, each kind of fact by its own rules."""

    def __init__(
        self,
        documents: Iterable[Document],
        said: Mapping[str, Sequence[Asserted]],
        stated: Mapping[str, Sequence[Mention]],
        contexts: Contexts,
        alignment: Alignment,
    ) -> None:
        written = {document.id: reference_date(document) for document in documents}
        published = {name: day for name, day in written.items() if day is not None}
        leads = {sentence.span for some in said.values() for sentence in some[:_LEAD]}
        self._evidence = Evidence(contexts, alignment, stated, published, leads)
        counting = {
            document: without_overruled(some, _headlines(said[document]), self._evidence)
            for document, some in stated.items()
        }
        self._pairing = Pairing(counting, contexts, self._evidence)
        self._spellings = Spellings(_of_kind(stated, MentionKind.NAME), contexts, alignment)
        denials = _of_kind(stated, MentionKind.NEGATION)
        dated = _first_days(stated)
        self._polarity = Polarity(said, denials, contexts, alignment, published=published, dated=dated)
        self._contrasts = Contrasts(said, contexts, dated=dated)

    def differences(self, one: str, other: str) -> Iterator[Difference]:
        yield from self._pairing.differences(one, other)
        yield from self._spellings.differences(one, other)
        yield from self._polarity.differences(one, other)
        yield from self._contrasts.differences(one, other)


def _headlines(said: Iterable[Asserted]) -> frozenset[Span]:
    return frozenset([sentence.span for sentence in said if sentence.is_headline])


def _of_kind(stated: Mapping[str, Sequence[Mention]], kind: MentionKind) -> Mapping[str, Sequence[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for document, some in stated.items():
        found[document] = [m for m in some if m.kind is kind and m.unit != "agent" and m.unit not in OF_PERSONS]
    return found


def _first_days(stated: Mapping[str, Sequence[Mention]]) -> Mapping[Span, int]:
    """The first day that each sentence names, as an ordinal."""
    found: dict[Span, int] = {}
    for mention in chain.from_iterable(stated.values()):
        if isinstance(mention.value, Days):
            found[mention.sentence] = min(mention.value.first, found.get(mention.sentence, mention.value.first))
    return found
