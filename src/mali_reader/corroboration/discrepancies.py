"""Where documents contradict each other: typed facts compared across all documents that overlap."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from mali_reader.corpus.model import Document
from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.copyedits import copyedits
from mali_reader.corroboration.dates import reference_date
from mali_reader.corroboration.events import Events
from mali_reader.corroboration.evidence import Evidence
from mali_reader.corroboration.grouping import group
from mali_reader.corroboration.mentions import mentions
from mali_reader.corroboration.model import Discrepancy, Mention, MentionKind, Severity
from mali_reader.corroboration.pairing import Difference, by_sort, differences
from mali_reader.corroboration.polarity import Polarity
from mali_reader.corroboration.sentences import Asserted, asserted
from mali_reader.corroboration.spellings import Spellings
from mali_reader.corroboration.time_of_writing import times_of_writing
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.progress import Progress, silent


def find_discrepancies(
    documents: Sequence[Document], overlaps: OverlapIndex | Iterable[Overlap], *, progress: Progress = silent
) -> tuple[Discrepancy, ...]:
    """The points on which documents of one event differ; conflicts first, then by how many documents are involved.

    Does not depend on the order of the documents. `progress` may raise CancelledError.
    """
    by_id = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    every = overlaps.overlaps if isinstance(overlaps, OverlapIndex) else tuple(overlaps)
    known = [overlap for overlap in every if overlap.left.document in by_id and overlap.right.document in by_id]
    said = {name: tuple(asserted(document)) for name, document in by_id.items()}
    events = Events(said)
    known = [overlap for overlap in known if events.are_one(overlap.left.document, overlap.right.document)]
    alignment = Alignment.of(known)
    near = times_of_writing(tuple(by_id.values()), alignment)
    stated: dict[str, tuple[Mention, ...]] = {}
    for done, document in enumerate(by_id.values()):
        progress("reading facts", done, len(by_id))
        stated[document.id] = mentions(document, near=near.get(document.id), said=said[document.id])
    contexts = Contexts.of(chain.from_iterable(said.values()))
    comparison = _Comparison(by_id, said, stated, contexts, alignment)
    found: list[Difference] = list(copyedits(known, by_id))
    for done, (one, other) in enumerate(alignment.documents):
        progress("comparing facts", done, len(alignment.documents))
        found += comparison.differences(one, other)
    progress("comparing facts", len(alignment.documents), len(alignment.documents))
    return _numbered(sorted(group(found, stated, contexts, alignment, by_id), key=_rank))


class _Comparison:
    """Compares what two documents state, each kind of fact by its own rules."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        said: Mapping[str, Sequence[Asserted]],
        stated: Mapping[str, Sequence[Mention]],
        contexts: Contexts,
        alignment: Alignment,
    ) -> None:
        self._sorted = {document: by_sort(some) for document, some in stated.items()}
        self._contexts = contexts
        written = {name: reference_date(document) for name, document in documents.items()}
        published = {name: day for name, day in written.items() if day is not None}
        self._evidence = Evidence(contexts, alignment, stated, published)
        self._spellings = Spellings(contexts, alignment)
        self._names = _of_kind(stated, MentionKind.NAME)
        self._denials = _of_kind(stated, MentionKind.NEGATION)
        self._polarity = Polarity(said, self._denials, contexts, alignment)

    def differences(self, one: str, other: str) -> Iterator[Difference]:
        yield from differences(self._sorted[one], self._sorted[other], self._contexts, self._evidence)
        yield from self._spellings.differences(self._names[one], self._names[other])
        yield from self._polarity.differences(self._denials[one], other)
        yield from self._polarity.differences(self._denials[other], one)


def _of_kind(stated: Mapping[str, Sequence[Mention]], kind: MentionKind) -> Mapping[str, Sequence[Mention]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for document, some in stated.items():
        found[document] = [mention for mention in some if mention.kind is kind and mention.unit != "agent"]
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
