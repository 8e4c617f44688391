"""What stands beside a text: marks of what people judged, bars of what others share. Pure."""

from collections import Counter

from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.index import OverlapIndex, side_in
from mali_reader.overlap.model import OverlapKind
from mali_reader.review.review import Review
from mali_reader.tui.widgets.document_layout import Mark
from mali_reader.tui.widgets.document_view import Bar
from mali_reader.tui.widgets.signs import SIGN_OF_KIND

_CLOSEST_FIRST = (OverlapKind.VERBATIM, OverlapKind.EDITED, OverlapKind.PARAPHRASE)


def marks_of(review: Review, document: str) -> tuple[Mark, ...]:
    """The judged spans of a document with their status, by place."""
    return tuple(
        sorted(
            Mark(appearance.start, appearance.end, claim.status.value)
            for claim in review.of(document)
            for appearance in claim.appearances
            if appearance.document == document and appearance.start is not None and appearance.end is not None
        )
    )


def marks_in(review: Review, span: Span) -> tuple[Mark, ...]:
    """The judged spans that begin inside a span, with their status, by place."""
    return tuple(mark for mark in marks_of(review, span.document) if span.start <= mark.start < span.end)


def bars_of(overlaps: OverlapIndex | None, document: Document) -> dict[int, Bar]:
    """What stands beside each block that another document shares, by the start of the block."""
    if overlaps is None:
        return {}
    counts: Counter[int] = Counter()
    closest: dict[int, OverlapKind] = {}
    for overlap in overlaps.of(document.id):
        start = side_in(overlap, document.id).start
        counts[start] += 1
        closest[start] = min(closest.get(start, overlap.kind), overlap.kind, key=_CLOSEST_FIRST.index)
    return {start: Bar(SIGN_OF_KIND[kind], kind.value, counts[start]) for start, kind in closest.items()}
