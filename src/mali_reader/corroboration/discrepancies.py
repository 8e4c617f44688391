"""Where documents contradict each other: typed facts compared across all documents that overlap."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mali_reader.corpus.model import Document
from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.copyedits import copyedits
from mali_reader.corroboration.dates import reference_date
from mali_reader.corroboration.grouping import group
from mali_reader.corroboration.mentions import mentions
from mali_reader.corroboration.model import Days, Discrepancy, Mention, MentionKind, Severity
from mali_reader.corroboration.pairing import Difference, Pairing
from mali_reader.corroboration.polarity import Polarity
from mali_reader.corroboration.spellings import Spellings
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
    known = overlaps.overlaps if isinstance(overlaps, OverlapIndex) else tuple(overlaps)
    alignment = Alignment.of(known)
    near = _times_of_writing(ordered, alignment)
    stated: dict[str, tuple[Mention, ...]] = {}
    for done, document in enumerate(ordered):
        progress("reading facts", done, len(ordered))
        stated[document.id] = mentions(document, near=near.get(document.id))
    contexts = Contexts.of(ordered)
    pairing = Pairing(contexts, alignment, stated)
    spellings = Spellings(contexts, alignment)
    names = {document: [m for m in some if m.kind is MentionKind.NAME] for document, some in stated.items()}
    denials = {document: [m for m in some if m.kind is MentionKind.NEGATION] for document, some in stated.items()}
    polarity = Polarity(ordered, [m for some in denials.values() for m in some], contexts, alignment)
    differences: list[Difference] = []
    pairs = [(one, other) for one, other in alignment.documents if one in stated and other in stated]
    for done, (one, other) in enumerate(pairs):
        progress("comparing facts", done, len(pairs))
        differences += pairing.differences(stated[one], stated[other])
        differences += spellings.differences(names[one], names[other])
        differences += polarity.differences(denials[one], other)
        differences += polarity.differences(denials[other], one)
    by_id = {document.id: document for document in ordered}
    differences += copyedits(known, by_id)
    found = group(differences, stated, contexts, alignment, by_id)
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


def _times_of_writing(documents: Sequence[Document], alignment: Alignment) -> dict[str, date]:
    """A day near which each document was written, where anything tells.

    Its own date; else the median of those of the documents that overlap it; else the day that most of these name in
    full.
    """
    told = {document.id: day for document in documents if (day := reference_date(document)) is not None}
    named = {
        document.id: frozenset(
            mention.value.first
            for mention in mentions(document)
            if isinstance(mention.value, Days) and mention.value.first == mention.value.last
        )
        for document in documents
        if document.id not in told
    }
    found = dict(told)
    for document in named:
        days = sorted(told[other].toordinal() for other in alignment.neighbours.get(document, ()) if other in told)
        if not days:
            counts = Counter(day for other in alignment.neighbours.get(document, ()) for day in named.get(other, ()))
            days = sorted(counts, key=lambda day: (-counts[day], day))[:1]
        if days:
            found[document] = date.fromordinal(days[len(days) // 2])
    return found
