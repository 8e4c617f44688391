"""Where documents contradict each other: typed facts compared across all documents that overlap."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mali_reader.corpus.model import Document
from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.dates import reference_date
from mali_reader.corroboration.grouping import group
from mali_reader.corroboration.mentions import mentions
from mali_reader.corroboration.model import Days, Discrepancy, Mention, Severity
from mali_reader.corroboration.pairing import Difference, Pairing
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.progress import Progress, silent


def find_discrepancies(
    documents: Sequence[Document], overlaps: OverlapIndex | Iterable[Overlap], *, progress: Progress = silent
) -> tuple[Discrepancy, ...]:
    """The points on which documents that overlap differ; conflicts first, then by how many documents are involved.

    Does not depend on the order of the documents. `progress` may raise CancelledError.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    alignment = Alignment.of(overlaps)
    near = _time_of_writing(ordered)
    stated: dict[str, tuple[Mention, ...]] = {}
    for done, document in enumerate(ordered):
        progress("reading facts", done, len(ordered))
        stated[document.id] = mentions(document, near=near)
    contexts = Contexts.of(ordered)
    pairing = Pairing(contexts, alignment)
    differences: list[Difference] = []
    pairs = [(one, other) for one, other in alignment.documents if one in stated and other in stated]
    for done, (one, other) in enumerate(pairs):
        progress("comparing facts", done, len(pairs))
        differences += pairing.differences(stated[one], stated[other])
    everything = [mention for some in stated.values() for mention in some]
    found = group(differences, everything, contexts, {document.id: document for document in ordered})
    progress("comparing facts", len(pairs), len(pairs))
    return _numbered(sorted(found, key=_rank))


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


def _time_of_writing(documents: Sequence[Document]) -> date | None:
    """A day near which documents without a date were written: the median of the dates that others carry.

    Where none does, the day that most of them name in full.
    """
    known = sorted(filter(None, map(reference_date, documents)))
    if known:
        return known[len(known) // 2]
    named: Counter[int] = Counter()
    for document in documents:
        days = {
            m.value.first for m in mentions(document) if isinstance(m.value, Days) and m.value.first == m.value.last
        }
        named.update(days)
    if not named:
        return None
    return date.fromordinal(min(named, key=lambda ordinal: (-named[ordinal], ordinal)))
