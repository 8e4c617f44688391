"""An overlap as rows to be read side by side: what corresponds stands in one row, what does not stands alone."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

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
    places: dict[Span | None, int] = {}
    for place, row in enumerate(rows):
        places.setdefault(row.right, place)
    right_of = _Holders(overlap.sentences, [pair.right for pair in overlap.sentences])
    alone: list[list[SideBySideRow]] = [[] for _ in range(len(rows) + 1)]
    after = 0
    for span in sentences_in(right, overlap.right):
        pair = right_of.holding(span)
        if pair is not None:
            after = 1 + places[pair.right]
        else:
            alone[after].append(SideBySideRow(None, span))
    return (*alone[0], *chain.from_iterable((row, *more) for row, more in zip(rows, alone[1:], strict=True)))


def _left_rows(left: Document, overlap: Overlap) -> list[SideBySideRow]:
    rows: list[SideBySideRow] = []
    left_of = _Holders(overlap.sentences, [pair.left for pair in overlap.sentences])
    for span in sentences_in(left, overlap.left):
        pair = left_of.holding(span)
        if pair is None:
            rows.append(SideBySideRow(span, None))
        elif not rows or rows[-1].pair != pair:
            rows.append(SideBySideRow(pair.left, pair.right, pair))
    return rows


class _Holders:
    """Which of the pairs of sentences holds a sentence on one side, where no two pairs overlap."""

    def __init__(self, pairs: Sequence[SentencePair], sides: Sequence[Span]) -> None:
        self._sides = sorted(zip(sides, pairs, strict=True), key=lambda held: held[0].start)
        self._starts = [side.start for side, _ in self._sides]

    def holding(self, span: Span) -> SentencePair | None:
        before = bisect_right(self._starts, span.start) - 1
        if before < 0:
            return None
        side, pair = self._sides[before]
        return pair if span.end <= side.end else None


def sentences_in(document: Document, side: Span) -> list[Span]:
    """The sentences of the block that a side of an overlap, or a member of a passage, is."""
    block = block_of(document, side)
    sentences = [] if block is None else [document.span(sentence) for sentence in block.sentences]
    return sentences or [side]


def block_of(document: Document, span: Span) -> Block | None:
    """The block of a document that holds the beginning of a span."""
    return next((block for block in document.blocks if block.start <= span.start < block.end), None)
