"""When documents were written that do not say so themselves."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from mali_reader.corpus.model import Document
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.facts.dates import full_days, reference_date
from mali_reader.corroboration.facts.sentences import asserted


def times_of_writing(documents: Sequence[Document], alignment: Alignment) -> dict[str, date]:
    """A day near which each document was written, where anything tells.

    Its own date; else the median of those of the documents that overlap it; else the day that most of these name in
    full.
    """
    told = {document.id: day for document in documents if (day := reference_date(document)) is not None}
    named = {document.id: frozenset(_full_days(document)) for document in documents if document.id not in told}
    found = dict(told)
    for document in named:
        around = alignment.neighbours.get(document, frozenset([document]))
        days = sorted(told[other].toordinal() for other in around if other in told)
        if not days:
            counts = Counter(day for other in around for day in named.get(other, ()))
            days = sorted(counts, key=lambda day: (-counts[day], day))[:1]
        if days:
            found[document] = date.fromordinal(days[len(days) // 2])
    return found


def _full_days(document: Document) -> Iterator[int]:
    return chain.from_iterable(map(full_days, asserted(document)))
