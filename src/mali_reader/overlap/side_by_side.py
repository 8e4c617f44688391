"""An overlap as rows to be read side by side: what corresponds stands in one row, what does not stands alone."""

from dataclasses import dataclass

from mali_reader.corpus.model import Block, Document, Span
from mali_reader.overlap.model import Overlap, SentencePair


@dataclass(frozen=True, slots=True)
class SideBySideRow:
    """Sentences that correspond (`pair` says how), or a sentence of one side that has no counterpart."""

    left: Span | None
    right: Span | None
    pair: SentencePair | None = None


def side_by_side(left: Document, right: Document, overlap: Overlap) -> tuple[SideBySideRow, ...]:
    """The rows of an overlap: each sentence of both blocks once, the left ones in order.

    A right sentence without a counterpart follows the row of the one before it.
    """
    rows = _left_rows(left, overlap)
    paired = {pair.right for pair in overlap.sentences}
    after = 0
    for span in _sentences(right, overlap.right):
        holder = next((p for p in paired if p.start <= span.start and span.end <= p.end), None)
        if holder is not None:
            after = 1 + next(number for number, row in enumerate(rows) if row.right == holder)
        else:
            rows.insert(after, SideBySideRow(None, span))
            after += 1
    return tuple(rows)


def _left_rows(left: Document, overlap: Overlap) -> list[SideBySideRow]:
    rows: list[SideBySideRow] = []
    for span in _sentences(left, overlap.left):
        pair = next((p for p in overlap.sentences if p.left.start <= span.start and span.end <= p.left.end), None)
        if pair is None:
            rows.append(SideBySideRow(span, None))
        elif not rows or rows[-1].pair != pair:
            rows.append(SideBySideRow(pair.left, pair.right, pair))
    return rows


def _sentences(document: Document, side: Span) -> list[Span]:
    block = block_of(document, side)
    sentences = [] if block is None else [document.span(sentence) for sentence in block.sentences]
    return sentences or [side]


def block_of(document: Document, span: Span) -> Block | None:
    """The block of a document that holds the beginning of a span."""
    return next((block for block in document.blocks if block.start <= span.start < block.end), None)
