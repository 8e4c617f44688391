"""Sparse matrices, row by row, on the compiled kernels of SciPy.

The kernels are loaded without the rest of `scipy.sparse`: that takes longer to load than five reports take to compare.
They let other threads work meanwhile.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.rows.columns import Column

if sys.platform == "win32":
    import scipy  # noqa: F401  it tells Windows where its libraries are

Rows = NDArray[np.signedinteger[Any]]
Numbers = NDArray[np.float64]

_CHUNK = 1 << 22
"""So many values are counted at once."""


@dataclass(frozen=True, slots=True)
class Csr:
    """A matrix whose row `i` has the values `data[indptr[i]:indptr[i + 1]]` in the columns that `indices` has there."""

    indptr: Rows
    indices: Rows
    data: NDArray[Any]
    columns: int

    def __len__(self) -> int:
        return len(self.indptr) - 1

    def owners(self) -> Rows:
        """The row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.indptr))

    def sums(self) -> Numbers:
        """The sum of each row."""
        return np.bincount(self.owners(), self.data, len(self)).astype(np.float64, copy=False)

    def frequency(self) -> Rows:
        """In how many rows each column has a value."""
        found = np.zeros(self.columns, np.int32)
        for start in range(0, len(self.indices), _CHUNK):
            found += np.bincount(self.indices[start : start + _CHUNK], minlength=self.columns)
        return found

    def rows(self, start: int, end: int) -> Csr:
        """The rows `start:end`."""
        inside = slice(self.indptr[start], self.indptr[end])
        return Csr(self.indptr[start : end + 1] - inside.start, self.indices[inside], self.data[inside], self.columns)

    def where(self, kept: NDArray[np.bool_]) -> Csr:
        """Only the values that are kept, in the same rows and columns."""
        indptr = np.concatenate([[0], np.cumsum(kept)])[self.indptr].astype(np.int32)
        return Csr(indptr, self.indices[kept], self.data[kept], self.columns)

    def taken(self, rows: Rows) -> Csr:
        """The rows of those numbers, in that order."""
        rows = rows.astype(np.int32, copy=False)
        indptr = ends(np.diff(self.indptr)[rows])
        taken = Csr(indptr, np.empty(indptr[-1], np.int32), np.empty(indptr[-1], self.data.dtype), self.columns)
        _kernels().csr_row_index(
            len(rows), rows, self.indptr, self.indices, self.data, taken.indices, taken.data
        )  # fmt: skip
        return taken

    def transposed(self) -> Csr:
        """Columns for rows, each in order."""
        turned = Csr(
            np.empty(self.columns + 1, np.int32), np.empty_like(self.indices), np.empty_like(self.data), len(self)
        )
        _kernels().csr_tocsc(
            len(self), self.columns, self.indptr, self.indices, self.data, turned.indptr, turned.indices, turned.data
        )
        return turned

    def times(self, other: Csr) -> Csr:
        """The product of two matrices; the columns of its rows are in no order."""
        return self._times(other, int(np.diff(other.indptr)[self.indices].sum(dtype=np.int64)))

    def products(self, other: Csr, sizes: NDArray[np.integer[Any]], most: int) -> Iterator[tuple[int, Csr]]:
        """The same, some rows at a time, and which row is the first of them, given how many values other rows have.

        Not many more than `most` products of single values are made at once, unless for one row.
        """
        made = np.concatenate([[0], np.cumsum(sizes[self.indices], dtype=np.int64)])[self.indptr]
        for cut in cuts(made, most):
            yield cut.start, self.rows(cut.start, cut.stop)._times(other, int(made[cut.stop] - made[cut.start]))

    def _times(self, other: Csr, most: int) -> Csr:
        return self._joined(_kernels().csr_matmat, other, most)

    def _joined(self, kernel: Callable[..., None], other: Csr, most: int) -> Csr:
        """What a kernel makes of two matrices, which holds `most` values at most."""
        product = Csr(np.empty(len(self) + 1, np.int32), *_values(most, self.data.dtype), other.columns)
        kernel(
            len(self), other.columns,
            self.indptr, self.indices, self.data, other.indptr, other.indices, other.data,
            product.indptr, product.indices, product.data,
        )  # fmt: skip
        return product.cut()

    def dots(self, other: Csr) -> Numbers:
        """The product of each row with the row of the other matrix in the same place. Both have columns in order."""
        most = int(np.minimum(np.diff(self.indptr), np.diff(other.indptr)).sum())
        return self._joined(_kernels().csr_elmul_csr, other, most).sums()

    def cut(self) -> Csr:
        """The same, where the arrays are longer than there are values."""
        return Csr(self.indptr, self.indices[: self.indptr[-1]], self.data[: self.indptr[-1]], self.columns)

    def dense(self) -> NDArray[Any]:
        """The same as an array of two dimensions."""
        whole = np.zeros((len(self), self.columns), self.data.dtype)
        whole[self.owners(), self.indices] = self.data
        return whole


def in_columns(column: Rows, row: Rows, data: NDArray[Any], shape: tuple[int, int]) -> Csr:
    """The transposed matrix of values that are ordered by column, then by row: its rows are the columns."""
    rows, columns = shape
    return Csr(ends(np.bincount(column, minlength=columns)), row.astype(np.int32, copy=False), data, rows)


def counted_out(counts: Rows) -> tuple[Rows, Rows]:
    """For counts 2, 3: the owners 0 0 1 1 1 and the places 0 1 0 1 2."""
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)


def ends(sizes: Rows) -> Rows:
    """Where each of some rows of those sizes begins, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)


def cuts(bounds: Rows, size: int) -> list[slice]:
    """Rows in slices of about `size` values, or a row in one; row `r` has the values `bounds[r]:bounds[r + 1]`."""
    inner = np.searchsorted(bounds, np.arange(size, bounds[-1], size)).tolist()
    return [slice(start, end) for start, end in pairwise([0, *inner, len(bounds) - 1]) if start < end]


def stacked(parts: Iterable[Csr], columns: int, most: int) -> Csr:
    """The rows of all parts, which have `most` values at most, one part after the other."""
    sizes, indices, data = [np.zeros(0, np.int32)], Column(most, np.int32), Column(most, np.uint8)
    for part in parts:
        sizes.append(np.diff(part.indptr))
        indices.add(part.indices)
        data.add(part.data)
    return Csr(ends(np.concatenate(sizes)), indices.whole(), data.whole(), columns)


def _values(count: int, of: np.dtype[Any]) -> tuple[Rows, NDArray[Any]]:
    return np.empty(count, np.int32), np.empty(count, of)


@cache
def _kernels() -> Any:
    package = find_spec("scipy")
    folders = package.submodule_search_locations if package else None
    spec = PathFinder.find_spec("_sparsetools", [f"{folder}/sparse" for folder in folders or ()])
    if spec is None or spec.loader is None:
        raise ImportError("no kernels in SciPy")
    kernels = module_from_spec(spec)
    spec.loader.exec_module(kernels)
    return kernels
