"""What speaks for two blocks saying the same thing, as numbers in 0 to 1, and the probability that follows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.overlap.calibration import BIAS, DIGITS, WEIGHTS
from mali_reader.overlap.products import dots, unit_rows
from mali_reader.overlap.terms import Numbers, Rows

_CHUNK = 4096


@dataclass(frozen=True)
class WeightedRows:
    """Weighted terms, not normed, and what the squared length of each row has beside them."""

    rows: sparse.csr_array
    beside: Numbers

    def unit(self) -> sparse.csr_array:
        """The rows at unit length."""
        return unit_rows(self.rows, self.beside)


@dataclass(frozen=True)
class Weighted:
    """Weighted terms of the sentences and blocks; block `b` has the sentences `first[b]:first[b + 1]`."""

    terms: WeightedRows
    content: WeightedRows
    block_content: WeightedRows
    first: Rows
    title: NDArray[np.bool_]


@dataclass(frozen=True)
class _Layout:
    """Which sentences a pair of blocks holds."""

    first: Rows
    one: Rows
    other: Rows

    def sentence_pairs(self) -> tuple[Rows, Rows, Rows]:
        """Every pair of sentences of each pair of blocks: the number of the pair, and the two rows."""
        size = np.diff(self.first)
        pair, place = _expand(size[self.one] * size[self.other])
        width = size[self.other][pair]
        return pair, self.first[self.one][pair] + place // width, self.first[self.other][pair] + place % width

    def left_sentences(self) -> tuple[Rows, Rows, Rows]:
        """Every left sentence of each pair of blocks: the number of the pair, the sentence's row, the right block."""
        pair, place = _expand(np.diff(self.first)[self.one])
        return pair, self.first[self.one][pair] + place, self.other[pair]


def evidence(weighted: Weighted, left: Rows, right: Rows) -> Numbers:
    """One row a pair of blocks: the columns that `calibration` weighs.

    Cosines of: the terms of the best pair of sentences; the content words of the blocks; the content words of the best
    sentence with the whole other block. Then whether both blocks are titles.
    """
    terms, content, blocks = weighted.terms.unit(), weighted.content.unit(), weighted.block_content.unit()
    parts = [np.zeros((0, 4))]
    for start in range(0, len(left), _CHUNK):
        one, other = left[start : start + _CHUNK], right[start : start + _CHUNK]
        pair, a, b = _Layout(weighted.first, one, other).sentence_pairs()
        sentences = _best(dots(terms, a, terms, b), pair, len(one))
        inside = np.zeros(len(one))
        for sides in ((one, other), (other, one)):
            pair, sentence, block = _Layout(weighted.first, *sides).left_sentences()
            inside = np.maximum(inside, _best(dots(content, sentence, blocks, block), pair, len(one)))
        titles = (weighted.title[one] & weighted.title[other]).astype(float)
        columns = (sentences, dots(blocks, one, blocks, other), inside, titles)
        parts.append(np.column_stack(columns))
    return np.concatenate(parts)


def sentence_log_odds(weighted: Weighted, left: Rows, right: Rows) -> tuple[Numbers, Rows]:
    """The log-odds that two sentences say the same thing, for all pairs of sentences of each pair of blocks.

    In the order of the left sentences, then the right ones; and where each pair of blocks begins, and the end.
    """
    terms, content = weighted.terms.unit(), weighted.content.unit()
    pair, a, b = _Layout(weighted.first, left, right).sentence_pairs()
    size = np.diff(weighted.first)
    starts = np.concatenate([[0], np.cumsum(size[left] * size[right])])
    words = dots(content, a, content, b)
    columns = (dots(terms, a, terms, b), words, words, (weighted.title[left] & weighted.title[right])[pair])
    odds = np.round(np.column_stack(columns) @ np.array(WEIGHTS) + BIAS, DIGITS)
    return odds, starts


def _expand(counts: Rows) -> tuple[Rows, Rows]:
    """For counts 2, 3: the owners 0 0 1 1 1 and the places 0 1 0 1 2."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)


def _best(values: Numbers, pair: Rows, pairs: int) -> Numbers:
    best = np.zeros(pairs)
    np.maximum.at(best, pair, values)
    return best
