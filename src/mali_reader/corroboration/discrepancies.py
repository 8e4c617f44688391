"""Where documents contradict each other: typed facts compared across all documents that overlap."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.ahead import Stated
from mali_reader.corroboration.alignment import Alignment, connected
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.contrasts import Contrasts
from mali_reader.corroboration.copyedits import copyedits
from mali_reader.corroboration.dates import reference_date
from mali_reader.corroboration.events import Events, through_a_third
from mali_reader.corroboration.evidence import Evidence
from mali_reader.corroboration.grouping import group
from mali_reader.corroboration.mentions import mentions
from mali_reader.corroboration.model import Days, Discrepancy, Mention, MentionKind, Severity
from mali_reader.corroboration.pairing import Difference, Pairing, without_overruled
from mali_reader.corroboration.persons import OF_PERSONS
from mali_reader.corroboration.polarity import Polarity
from mali_reader.corroboration.sentences import Asserted, asserted
from mali_reader.corroboration.spellings import Spellings
from mali_reader.corroboration.time_of_writing import times_of_writing
from mali_reader.corroboration.vocabulary import Vocabulary
from mali_reader.garbage import uncollected
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.progress import Item, Progress, reported, silent


def find_discrepancies(
    documents: Sequence[Document],
    overlaps: OverlapIndex | Iterable[Overlap],
    *,
    ahead: Iterable[Stated] = (),
    progress: Progress = silent,
) -> tuple[Discrepancy, ...]:
    """The points on which documents of one event differ; conflicts first, then by how many documents are involved.

    Does not depend on the order of the documents. `ahead` is what `read_ahead` found of them, as far as it came: what
    it guessed wrong is read again. `progress` may raise CancelledError.
    """
    by_id = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    every = overlaps.overlaps if isinstance(overlaps, OverlapIndex) else tuple(overlaps)
    known = [overlap for overlap in every if overlap.left.document in by_id and overlap.right.document in by_id]
    vocabulary = Vocabulary.of(
        tuple(asserted(document)) for document in reported(tuple(by_id.values()), "counting words", progress)
    )
    pairs = {(overlap.left.document, overlap.right.document) for overlap in known}
    read = {one.document: one for one in ahead}
    steps = _Steps("comparing facts", len({name for pair in pairs for name in pair}) + len(pairs), progress)
    found = [one for part in connected(known) for one in _compared(by_id, part, vocabulary, read, steps)]
    steps.end()
    return _numbered(sorted(found, key=_rank))


@uncollected()
def _compared(
    documents: Mapping[str, Document],
    overlaps: Sequence[Overlap],
    vocabulary: Vocabulary,
    read: Mapping[str, Stated],
    steps: "_Steps",
) -> tuple[Discrepancy, ...]:
    """The discrepancies between documents of which none overlaps any other: all else may be forgotten meanwhile."""
    met = sorted({side.document for overlap in overlaps for side in (overlap.left, overlap.right)})
    said = {name: read[name].said if name in read else tuple(asserted(documents[name])) for name in met}
    events = Events(said, vocabulary)
    are_one = {pair: events.are_one(*pair) for pair in {(o.left.document, o.right.document) for o in overlaps}}
    known = [overlap for overlap in overlaps if are_one[overlap.left.document, overlap.right.document]]
    overlapping = {pair for pair, one_event in are_one.items() if one_event}
    alignment = Alignment.of(known, also=through_a_third(overlapping, events))
    together = [documents[name] for name in met if name in alignment.neighbours]
    near = times_of_writing(together, alignment)
    stated = {one.id: _stated(one, near.get(one.id), said[one.id], read.get(one.id)) for one in steps.over(together)}
    contexts = Contexts.of(chain.from_iterable(said[name] for name in stated), vocabulary)
    comparison = _Comparison(together, said, stated, contexts, alignment)
    found: list[Difference] = []
    for one, other in alignment.documents:
        if (one, other) in overlapping:
            steps.step()
        found += comparison.differences(one, other)
    found += _beyond(found, copyedits(known, documents, said))
    return group(found, stated, contexts, alignment, documents)


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


class _Steps:
    """Counts steps of one work that is done in several loops."""

    def __init__(self, what: str, total: int, progress: Progress) -> None:
        self._what = what
        self._total = total
        self._progress = progress
        self._done = 0

    def over(self, items: Sequence[Item]) -> Iterator[Item]:
        for item in items:
            self.step()
            yield item

    def step(self) -> None:
        self._progress(self._what, self._done, self._total)
        self._done += 1

    def end(self) -> None:
        self._progress(self._what, self._total, self._total)


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
        self._evidence = Evidence(contexts, alignment, stated, published)
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


def _rank(discrepancy: Discrepancy) -> tuple[bool, int, str, object]:
    """Conflicts first, then what involves more documents, then by content."""
    first = min(span for value in discrepancy.values for span in value.spans)
    return discrepancy.severity is Severity.VARIANT, -len(discrepancy.documents), discrepancy.id, first


def _numbered(discrepancies: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Tells apart the discrepancies that differ on the same values."""
    seen: Counter[str] = Counter()
    told = []
    for one in discrepancies:
        seen[one.id] += 1
        told.append(one if seen[one.id] == 1 else replace(one, id=f"{one.id}-{seen[one.id]}"))
    return tuple(told)
