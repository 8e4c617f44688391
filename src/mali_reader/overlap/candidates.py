"""Which blocks may overlap: a sparse inverted index multiplied with itself, never all pairs.

Terms that very many blocks hold would make that product quadratic and are left out of it. Text that hundreds of
documents copied holds nothing else, so copies are found another way: blocks that stand next to each other in the list
of the blocks that hold a run of five stems are linked where they are alike, and linked blocks are candidates.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.overlap.products import dots
from mali_reader.overlap.terms import Entries, Hashed, Numbers, Rows, matrix, repeated
from mali_reader.overlap.texts import LABEL
from mali_reader.progress import Progress

FREQUENT = 100
"""Terms in more blocks than this choose no candidates; they still count in the evidence."""
_COPY = 0.3
"""Blocks with a cosine of this or more are linked as copies."""
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
    index = matrix(blocks.terms.where(rare), blocks.weight[rare].astype(np.float32), len(blocks.document))
    found = list(_products(blocks, index, least, progress))
    return np.concatenate([left for left, _ in found]), np.concatenate([right for _, right in found])


def _products(blocks: Blocks, index: sparse.csr_array, least: float, progress: Progress) -> Iterator[tuple[Rows, Rows]]:
    count = index.shape[0]
    for start in range(0, count, _CHUNK):
        progress("comparing", start, count)
        if start % _SLAB == 0:
            first, columns = start, index[start:].T.tocsr()
        product = index[start : start + _CHUNK] @ columns
        strong = np.flatnonzero(product.data >= least)
        left = np.searchsorted(product.indptr, strong, side="right") - 1 + start
        right = product.indices[strong].astype(np.int64) + first
        ordered = left < right
        left, right = left[ordered], right[ordered]
        kept = blocks.may_pair(left, right)
        yield left[kept], right[kept]
    progress("comparing", count, count)


def copied_pairs(blocks: Blocks, shingles: Hashed) -> tuple[Rows, Rows]:
    """Pairs of blocks (`left < right`) that a chain of likeness links, given the runs of stems they hold."""
    links = repeated(shingles, len(blocks.document))
    alike = blocks.cosines(links[:, 0], links[:, 1]) >= _COPY
    return _within_components(blocks, links[alike])


def connected_components(links: Rows, count: int) -> Rows:
    """For each of `count` things the first thing that a chain of links joins it to, itself where none does.

    Roots are hooked to smaller ones and paths halved until nothing changes (Shiloach and Vishkin 1982). SciPy has this
    too, in a package that takes longer to load than a small corpus takes to compare.
    """
    root = np.arange(count)
    left, right = links[:, 0], links[:, 1]
    while True:
        lower = np.minimum(root[left], root[right])
        hooked = root.copy()
        np.minimum.at(hooked, root[left], lower)
        np.minimum.at(hooked, root[right], lower)
        hooked = hooked[hooked]
        if np.array_equal(hooked, root):
            return root
        root = hooked


def _within_components(blocks: Blocks, links: Rows) -> tuple[Rows, Rows]:
    component = connected_components(links, len(blocks.document))
    order = np.argsort(component, kind="stable")
    sizes = np.bincount(component)
    linked = sizes > 1
    firsts = (np.cumsum(sizes) - sizes)[linked]
    groups = [order[first : first + size] for first, size in zip(firsts, sizes[linked], strict=True)]
    pairs = [np.triu_indices(len(group), 1) for group in groups]
    none = [np.zeros(0, dtype=np.int64)]
    left = np.concatenate(none + [group[one] for group, (one, _) in zip(groups, pairs, strict=True)])
    right = np.concatenate(none + [group[other] for group, (_, other) in zip(groups, pairs, strict=True)])
    kept = blocks.may_pair(left, right)
    return left[kept], right[kept]


def united(count: int, *pairs: tuple[Rows, Rows]) -> tuple[Rows, Rows]:
    """Every pair of `count` blocks once, in order."""
    keys = np.unique(np.concatenate([left * count + right for left, right in pairs]))
    return keys // count, keys % count


def nearest_documents(left: Rows, right: Rows, cosine: Numbers, documents: int, most: int) -> sparse.csr_array:
    """For each document a 1 for itself and for up to `most` others whose blocks resemble its own most.

    Others that come nowhere near the nearest one are on another event and left out.

    `left` and `right` are the documents of pairs of blocks, `cosine` how much those resemble each other.
    """
    ends = (np.concatenate([left, right]), np.concatenate([right, left]))
    affinity = sparse.coo_array((np.tile(cosine, 2), ends), shape=(documents, documents)).tocsr()
    rows = np.repeat(np.arange(documents), np.diff(affinity.indptr))
    order = np.lexsort((affinity.indices, -np.round(affinity.data, 9), rows))
    rank = np.arange(len(order)) - np.repeat(affinity.indptr[:-1], np.diff(affinity.indptr))
    nearest = affinity.max(axis=1).toarray().ravel()
    kept = order[(rank < most) & (affinity.data[order] >= _SAME_EVENT * nearest[rows[order]])]
    near = (rows[kept], affinity.indices[kept])
    chosen = sparse.coo_array((np.ones(len(kept)), near), shape=(documents, documents))
    return (chosen + sparse.eye_array(documents)).tocsr()
