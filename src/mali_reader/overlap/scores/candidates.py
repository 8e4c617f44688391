"""Which blocks may overlap: a sparse inverted index multiplied with itself, never all pairs.

Terms that very many blocks hold would make that product quadratic and are left out of it; `copies` finds what consists
of nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.rows.products import dots
from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows, cuts, in_columns, stacked
from mali_reader.overlap.rows.threads import chunks, in_order
from mali_reader.overlap.terms.hashing import Tally, distinct, tally
from mali_reader.overlap.terms.weights import UnitRows
from mali_reader.overlap.words.texts import LABEL

_SAME_EVENT = 0.3
"""A document is near another if it resembles it at least this much of what the most similar one does."""
_CHUNK = 4096
"""So many blocks, or pairs of them, are weighted at once."""
_SLABS = 4
"""Blocks are compared with one slab of blocks after the other, and with none that lies before their own."""
_SMALLEST_SLAB = 16384
_TERMS = 1 << 16
"""Blocks that hold so many terms are compared with a slab at a time."""
_PRODUCTS = 1 << 22
"""So many products of single numbers are made at once, or as many as one block needs."""


@dataclass(frozen=True)
class Blocks:
    """The blocks: their terms, weighted so that each has unit length; the document of each, and its role."""

    terms: UnitRows
    document: Rows
    role: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.document)

    def may_pair(self, left: Rows, right: Rows) -> NDArray[np.bool_]:
        """Whether two blocks are of different documents, and both text or both headlines."""
        different: NDArray[np.bool_] = self.document[left] != self.document[right]
        alike: NDArray[np.bool_] = (self.role[left] == self.role[right]) & (self.role[left] != LABEL)
        return different & alike

    def cosines(self, left: Rows, right: Rows) -> Numbers:
        """The cosine of each pair of blocks."""
        pairs = ((left[chunk], right[chunk]) for chunk in chunks(len(left), _CHUNK))
        return np.concatenate([np.zeros(0), *in_order(self._cosines, pairs)])

    def _cosines(self, pairs: tuple[Rows, Rows]) -> Numbers:
        asked = distinct(np.sort(np.concatenate(pairs)))
        left, right = (np.searchsorted(asked, side) for side in pairs)
        rows = self.terms.of(asked)
        return dots(rows, left, rows, right)


class _Slab(NamedTuple):
    """Some blocks in order, and of their weighted terms those that choose candidates."""

    blocks: Rows
    rows: Csr

    @classmethod
    def of(cls, blocks: Rows, terms: UnitRows, chosen: NDArray[np.bool_]) -> "_Slab":
        def weighted(chunk: slice) -> Csr:
            rows = terms.of(blocks[chunk])
            some = rows.where(chosen[rows.indices])
            return Csr(some.indptr, some.indices, some.data.astype(np.float32), some.columns)

        most = int(np.diff(terms.rows.indptr)[blocks].sum())
        return cls(blocks, stacked(in_order(weighted, chunks(len(blocks), _CHUNK)), len(chosen), most))

    def pieces(self) -> Iterator["_Slab"]:
        """The blocks in runs that hold about `_TERMS` terms."""
        for cut in cuts(self.rows.indptr, _TERMS):
            yield _Slab(self.blocks[cut], self.rows.rows(cut.start, cut.stop))

    def similar(self, blocks: Blocks, others: Rows, columns: Csr, sizes: Tally, least: float) -> tuple[Rows, Rows]:
        """Each block with the later ones of those that have the columns, where the cosine is `least` or more."""
        left, right = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for start, product in self.rows.products(columns, sizes, _PRODUCTS):
            strong = np.flatnonzero(product.data >= least)
            left.append(self.blocks[start + np.searchsorted(product.indptr, strong, side="right") - 1])
            right.append(others[product.indices[strong]])
        one, other = np.concatenate(left), np.concatenate(right)
        kept = (one < other) & blocks.may_pair(one, other)
        return one[kept], other[kept]


def similar_pairs(
    blocks: Blocks, some: Rows, chosen: NDArray[np.bool_], least: float, comparing: Callable[[int, int], None]
) -> tuple[Rows, Rows]:
    """Pairs (`left < right`) of `some` blocks, in order, whose cosine in the chosen terms is `least` or more.

    The chosen terms of those blocks are held once, eight bytes each, and those of one slab once more; of products only
    some are held at a time.
    """
    slabs: list[_Slab] = []
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
    for chunk in chunks(len(some), max(_SMALLEST_SLAB, -(-len(some) // _SLABS))):
        last = _Slab.of(some[chunk], blocks.terms, chosen)
        slabs.append(last)
        columns = last.rows.transposed()
        sizes = tally(np.diff(columns.indptr))
        pieces = [piece for slab in slabs for piece in slab.pieces()]
        similar = partial(_Slab.similar, blocks=blocks, others=last.blocks, columns=columns, sizes=sizes, least=least)
        for done, pairs in enumerate(in_order(similar, pieces)):
            comparing(chunk.start + len(last.blocks) * done // len(pieces), len(some))
            found.append(pairs)
    comparing(len(some), len(some))
    left, right = zip(*found, strict=True)
    return np.concatenate(left), np.concatenate(right)


def united(count: int, *pairs: tuple[Rows, Rows]) -> tuple[Rows, Rows]:
    """Every pair of `count` blocks once, in order."""
    keys = distinct(np.sort(np.concatenate([left * count + right for left, right in pairs])))
    return keys // count, keys % count


def nearest_documents(left: Rows, right: Rows, cosine: Numbers, documents: int, most: int) -> Csr:
    """For each document a 1 for itself and for up to `most` others whose blocks resemble its own most.

    Others that come nowhere near the nearest one are on another event and left out.

    `left` and `right` are the documents of pairs of blocks, `cosine` how much those resemble each other.
    """
    left, right = left.astype(np.int64), right.astype(np.int64)  # their products may be too large for less
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
