"""Which units may overlap: a sparse inverted index multiplied with itself, never all pairs."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.progress import Progress

FREQUENT = 400
"""Terms in more units than this choose no candidates; they still count in the similarity."""
_CHUNK = 2048


def candidate_pairs(
    weighted: sparse.csr_array, groups: NDArray[np.int64], least: float, progress: Progress
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Pairs of rows (`left < right`) of different groups whose cosine is `least` or more, and their cosines.

    Needs rows of unit length.
    """
    frequency = np.bincount(weighted.indices, minlength=weighted.shape[1])
    telling = (frequency > 1) & (frequency <= FREQUENT)
    index = weighted[:, np.flatnonzero(telling)].tocsr()
    found = list(_products(weighted, index, groups, least, progress))
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    left, right, cosine = (np.concatenate(part) for part in zip(*found, strict=True))
    return left, right, cosine


def _products(
    weighted: sparse.csr_array,
    index: sparse.csr_array,
    groups: NDArray[np.int64],
    least: float,
    progress: Progress,
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]]:
    units = index.shape[0]
    columns = index.T.tocsr()
    for start in range(0, units, _CHUNK):
        progress("comparing", start, units)
        product = (index[start : start + _CHUNK] @ columns).tocoo()
        left, right = product.coords[0].astype(np.int64) + start, product.coords[1].astype(np.int64)
        kept = (left < right) & (groups[left] != groups[right]) & (product.data >= least / 3)
        left, right = left[kept], right[kept]
        cosine = weighted[left].multiply(weighted[right]).sum(axis=1)
        sure = cosine >= least
        yield left[sure], right[sure], cosine[sure]
    progress("comparing", units, units)
