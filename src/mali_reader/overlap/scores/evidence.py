"""What speaks for two blocks saying the same thing, as numbers in 0 to 1, and the probability that follows."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.rows.products import dots
from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows, counted_out, cuts
from mali_reader.overlap.rows.threads import chunks, in_order
from mali_reader.overlap.scores.calibration import BIAS, DIGITS, WEIGHTS

_CHUNK = 4096
"""So many pairs of blocks are looked at at once."""
_SQUARES = 1 << 20
"""So many values are squared at once."""


@dataclass(frozen=True)
class WeightedRows:
    """Weighted terms, not normed, and what the squared length of each row has beside them."""

    rows: Csr
    beside: Numbers

    @cached_property
    def length(self) -> Numbers:
        """The length of each row, 1 where nothing is in it."""
        parts = [self.rows.rows(cut.start, cut.stop) for cut in cuts(self.rows.indptr, _SQUARES)]
        squares = [Csr(part.indptr, part.indices, np.square(part.data), part.columns).sums() for part in parts]
        length = np.sqrt(np.concatenate([np.zeros(0), *squares]) + self.beside)
        return np.where(length > 0, length, 1.0)


def cosines(one: WeightedRows, rows: Rows, other: WeightedRows, others: Rows) -> Numbers:
    """The cosine of each of the rows of one matrix with the row of the other in the same place."""
    return dots(one.rows, rows, other.rows, others) / (one.length[rows] * other.length[others])


class Weighted(NamedTuple):
    """Weighted terms of the sentences and blocks; block `b` has the sentences `first[b]:first[b + 1]`."""

    terms: WeightedRows
    content: WeightedRows
    block_content: WeightedRows
    first: Rows
    title: NDArray[np.bool_]
    lead: NDArray[np.bool_]


class _Layout(NamedTuple):
    """Which sentences a pair of blocks holds."""

    first: Rows
    one: Rows
    other: Rows

    def sentence_pairs(self) -> tuple[Rows, Rows, Rows]:
        """Every pair of sentences of each pair of blocks: the number of the pair, and the two rows."""
        size = np.diff(self.first)
        pair, place = counted_out(size[self.one] * size[self.other])
        width = size[self.other][pair]
        return pair, self.first[self.one][pair] + place // width, self.first[self.other][pair] + place % width

    def left_sentences(self) -> tuple[Rows, Rows, Rows]:
        """Every left sentence of each pair of blocks: the number of the pair, the sentence's row, the right block."""
        pair, place = counted_out(np.diff(self.first)[self.one])
        return pair, self.first[self.one][pair] + place, self.other[pair]


def evidence(weighted: Weighted, left: Rows, right: Rows) -> Numbers:
    """One row a pair of blocks: the columns that `calibration` weighs.

    Cosines of: the terms of the best pair of sentences; the content words of the blocks; the content words of the best
    sentence with the whole other block. Then whether both blocks are titles, and whether both are leads.
    """
    parts = in_order(lambda chunk: _evidence(weighted, left[chunk], right[chunk]), chunks(len(left), _CHUNK))
    return np.concatenate([np.zeros((0, 5)), *parts])


def _evidence(weighted: Weighted, left: Rows, right: Rows) -> Numbers:
    pair, a, b = _Layout(weighted.first, left, right).sentence_pairs()
    sentences = _best(cosines(weighted.terms, a, weighted.terms, b), pair, len(left))
    inside = np.zeros(len(left))
    for sides in ((left, right), (right, left)):
        pair, sentence, block = _Layout(weighted.first, *sides).left_sentences()
        found = cosines(weighted.content, sentence, weighted.block_content, block)
        inside = np.maximum(inside, _best(found, pair, len(left)))
    titles = (weighted.title[left] & weighted.title[right]).astype(float)
    whole = cosines(weighted.block_content, left, weighted.block_content, right)
    leads = (weighted.lead[left] & weighted.lead[right]).astype(float)
    return np.column_stack([sentences, whole, inside, titles, leads])


def sentence_log_odds(weighted: Weighted, left: Rows, right: Rows) -> tuple[Numbers, Rows]:
    """The log-odds that two sentences say the same thing, for all pairs of sentences of each pair of blocks.

    In the order of the left sentences, then the right ones; and where each pair of blocks begins, and the end.
    """
    pair, a, b = _Layout(weighted.first, left, right).sentence_pairs()
    size = np.diff(weighted.first)
    starts = np.concatenate([[0], np.cumsum(size[left] * size[right])])
    words = cosines(weighted.content, a, weighted.content, b)
    terms = cosines(weighted.terms, a, weighted.terms, b)
    columns = (terms, words, words, (weighted.title[left] & weighted.title[right])[pair])
    odds = np.round(np.column_stack(columns) @ np.array(WEIGHTS[: len(columns)]) + BIAS, DIGITS)
    return odds, starts


def _best(values: Numbers, pair: Rows, pairs: int) -> Numbers:
    best = np.zeros(pairs)
    np.maximum.at(best, pair, values)
    return best
