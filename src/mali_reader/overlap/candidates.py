"""Which blocks may overlap: a sparse inverted index multiplied with itself, never all pairs.

Terms that very many blocks hold would make that product quadratic and are left out of it. Text that hundreds of
documents copied holds nothing else, so copies are found another way: blocks that stand next to each other in the list
of the blocks that hold a run of five stems are linked where they are alike, and linked blocks are candidates.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.products import dots
from mali_reader.overlap.sparse import Csr, Numbers, Rows, counted_out, in_columns
from mali_reader.overlap.terms import Entries, holders, matrix
from mali_reader.overlap.texts import LABEL
from mali_reader.overlap.threads import in_order
from mali_reader.progress import Progress

FREQUENT = 100
"""Terms in more blocks than this choose no candidates; they still count in the evidence."""
_COPY = 0.3
"""Blocks are linked as copies if their cosine is this or more; or this share of the shorter one stands in the other, as
of a text that was merged with another one."""
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

    def cosines(self, left: Rows, right: Rows) -> Numbers:
        """The cosine of each pair of blocks."""
        asked = np.zeros(len(self.document), dtype=np.bool_)
        asked[left] = asked[right] = True
        kept = asked[self.terms.row]
        rows = matrix(self.terms.where(kept), self.weight[kept], len(self.document))
        return dots(rows, left, rows, right)


def similar_pairs(blocks: Blocks, least: float, progress: Progress) -> tuple[Rows, Rows]:
    """Pairs of blocks (`left < right`) whose cosine in terms that are not too frequent is `least` or more."""
    frequency = blocks.terms.frequency
    rare = ((frequency > 1) & (frequency <= FREQUENT))[blocks.terms.term]
    count = len(blocks.document)
    columns = holders(blocks.terms.where(rare), blocks.weight[rare].astype(np.float32), count)
    index = columns.transposed()
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
    for first in range(0, count, _SLAB):
        later = index.rows(first, count).transposed() if first else columns
        starts = range(first, min(first + _SLAB, count), _CHUNK)
        for start, pairs in zip(starts, in_order(partial(_similar, blocks, index, later, least), starts), strict=True):
            progress("comparing", start, count)
            found.append(pairs)
    progress("comparing", count, count)
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


def copied_pairs(blocks: Blocks, left: Rows, right: Rows, runs: Rows, words: Rows) -> tuple[Rows, Rows]:
    """Pairs of blocks (`left < right`) that a chain of likeness links, given pairs that hold common runs of stems.

    `runs` says how many runs each of these pairs has in common, `words` how many words each block holds.
    """
    alike = (blocks.cosines(left, right) >= _COPY) | (runs >= _COPY * np.minimum(words[left], words[right]))
    return _within_components(blocks, connected_components(left[alike], right[alike], len(blocks.document)))


def connected_components(left: Rows, right: Rows, count: int) -> Rows:
    """For each of `count` things the first thing that a chain of links joins it to, itself where none does.

    Each of `left` is linked with the one of `right` in the same place.

    Roots are hooked to smaller ones and paths halved until nothing changes (Shiloach and Vishkin 1982). SciPy has this
    too, in a package that takes longer to load than a small corpus takes to compare.
    """
    root = np.arange(count)
    while True:
        lower = np.minimum(root[left], root[right])
        hooked = root.copy()
        np.minimum.at(hooked, root[left], lower)
        np.minimum.at(hooked, root[right], lower)
        hooked = hooked[hooked]
        if np.array_equal(hooked, root):
            return root
        root = hooked


def _within_components(blocks: Blocks, component: Rows) -> tuple[Rows, Rows]:
    order = np.argsort(component, kind="stable")
    sizes = np.bincount(component, minlength=len(component))
    last = np.cumsum(sizes)[component[order]] - 1
    place, after = counted_out(last - np.arange(len(order)))
    left, right = order[place], order[place + 1 + after]
    kept = blocks.may_pair(left, right)
    return left[kept], right[kept]


def united(count: int, *pairs: tuple[Rows, Rows]) -> tuple[Rows, Rows]:
    """Every pair of `count` blocks once, in order."""
    keys = np.unique(np.concatenate([left * count + right for left, right in pairs]))
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
