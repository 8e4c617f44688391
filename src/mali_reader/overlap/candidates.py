"""Which blocks may overlap: a sparse inverted index multiplied with itself, never all pairs.

Terms that very many blocks hold would make that product quadratic and are left out of it; `copies` finds what consists
of nothing else.
"""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.hashing import distinct
from mali_reader.overlap.products import dots
from mali_reader.overlap.sparse import Csr, Numbers, Rows, in_columns
from mali_reader.overlap.terms import Entries, holders, matrix
from mali_reader.overlap.texts import LABEL
from mali_reader.overlap.threads import in_order
from mali_reader.progress import Progress

_SAME_EVENT = 0.3
"""A document is near another if it resembles it at least this much of what the most similar one does."""
_CHUNK = 1024
_SLAB = 16 * _CHUNK
"""Blocks before the slab of a block were already compared with it."""


@dataclass(frozen=True)
class Blocks:
    """The blocks: their terms, weighted so that each has unit length; the document of each, and its role."""

    terms: Entries
    weight: Numbers
    document: Rows
    role: NDArray[np.int8]

    def may_pair(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        """Whether two blocks are of different documents, and both text or both headlines."""
        different: NDArray[np.bool_] = self.document[left] != self.document[right]
        alike: NDArray[np.bool_] = (self.role[left] == self.role[right]) & (self.role[left] != LABEL)
        return different & alike

    def only(self, *numbers: Rows) -> "Blocks":
        """The blocks of those numbers; the others hold nothing."""
        asked = np.zeros(len(self.document), dtype=np.bool_)
        asked[np.concatenate(numbers)] = True
        kept = asked[self.terms.row]
        terms = self.terms.where(kept)
        frequency = np.bincount(terms.term, minlength=len(terms.frequency))
        return replace(self, terms=replace(terms, frequency=frequency), weight=self.weight[kept])

    def cosines(self, left: Rows, right: Rows) -> Numbers:
        """The cosine of each pair of blocks."""
        some = self.only(left, right)
        rows = matrix(some.terms, some.weight, len(self.document))
        return dots(rows, left, rows, right)


def similar_pairs(
    blocks: Blocks, frequent: int, least: float, progress: Progress, doing: str = "comparing"
) -> tuple[Rows, Rows]:
    """Pairs of blocks (`left < right`) whose cosine is `least` or more in terms that at most `frequent` blocks hold."""
    frequency = blocks.terms.frequency
    rare = ((frequency > 1) & (frequency <= frequent))[blocks.terms.term]
    count = len(blocks.document)
    columns = holders(blocks.terms.where(rare), blocks.weight[rare].astype(np.float32), count)
    index = columns.transposed()
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
    for first in range(0, count, _SLAB):
        later = index.rows(first, count).transposed() if first else columns
        starts = range(first, min(first + _SLAB, count), _CHUNK)
        for start, pairs in zip(starts, in_order(partial(_similar, blocks, index, later, least), starts), strict=True):
            progress(doing, start, count)
            found.append(pairs)
    progress(doing, count, count)
    left, right = zip(*found, strict=True)
    return np.concatenate(left), np.concatenate(right)


def _similar(blocks: Blocks, index: Csr, later: Csr, least: float, start: int) -> tuple[Rows, Rows]:
    """Pairs of a chunk of blocks, from `start` on, with the last blocks, for which `later` has a column each."""
    product = index.rows(start, min(start + _CHUNK, len(index))).times(later)
    strong = np.flatnonzero(product.data >= least)
    left = np.searchsorted(product.indptr, strong, side="right") - 1 + start
    right = product.indices[strong].astype(np.int64) + len(index) - later.columns
    ordered = left < right
    left, right = left[ordered], right[ordered]
    kept = blocks.may_pair(left, right)
    return left[kept], right[kept]


def united(count: int, *pairs: tuple[Rows, Rows]) -> tuple[Rows, Rows]:
    """Every pair of `count` blocks once, in order."""
    keys = distinct(np.sort(np.concatenate([left * count + right for left, right in pairs])))
    return keys // count, keys % count


def nearest_documents(left: Rows, right: Rows, cosine: Numbers, documents: int, most: int) -> Csr:
    """For each document a 1 for itself and for up to `most` others whose blocks resemble its own most.

    Others that come nowhere near the nearest one are on another event and left out.

    `left` and `right` are the documents of pairs of blocks, `cosine` how much those resemble each other.
    """
    keys, at = np.unique(np.concatenate([left * documents + right, right * documents + left]), return_inverse=True)
    affinity = np.bincount(at, np.tile(cosine, 2), len(keys))
    row, column = keys // documents, keys % documents
    order = np.lexsort((column, -np.round(affinity, 9), row))
    sizes = np.bincount(row, minlength=documents)
    rank = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    nearest = np.zeros(documents)
    np.maximum.at(nearest, row, affinity)
    kept = order[(rank < most) & (affinity[order] >= _SAME_EVENT * nearest[row[order]])]
    near, itself = np.append(column[kept], np.arange(documents)), np.append(row[kept], np.arange(documents))
    ordered = np.lexsort((itself, near))
    one = np.ones(len(near))
    return in_columns(near[ordered], itself[ordered], one, (documents, documents)).transposed()
