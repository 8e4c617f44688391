"""Which blocks may overlap: a sparse inverted index multiplied with itself, never all pairs."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.progress import Progress

FREQUENT = 400
"""Terms in more rows than this choose no candidates; they still count in the evidence."""
_CHUNK = 2048

Pairs = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


def candidate_pairs(
    rows: sparse.csr_array, group: NDArray[np.int64], section: NDArray[np.int64], least: float, progress: Progress
) -> Pairs:
    """Pairs of rows (`left < right`) of different groups and one section whose cosine is `least` or more.

    Needs rows of unit length; the cosines are those of the terms that are not too frequent.
    """
    found = list(_products(rows, group, section, least, progress))
    left, right, cosine = (np.concatenate(part) for part in zip(*found, strict=True))
    return left, right, cosine


def _products(
    rows: sparse.csr_array, group: NDArray[np.int64], section: NDArray[np.int64], least: float, progress: Progress
) -> Iterator[Pairs]:
    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    index = rows[:, np.flatnonzero((frequency > 1) & (frequency <= FREQUENT))].tocsr()
    columns = index.T.tocsr()
    for start in range(0, index.shape[0], _CHUNK):
        progress("comparing", start, index.shape[0])
        product = (index[start : start + _CHUNK] @ columns).tocoo()
        left, right = product.coords[0].astype(np.int64) + start, product.coords[1].astype(np.int64)
        kept = (product.data >= least) & (left < right) & (group[left] != group[right])
        kept &= section[left] == section[right]
        yield left[kept], right[kept], product.data[kept]
    progress("comparing", index.shape[0], index.shape[0])


def nearest_documents(pairs: Pairs, document: NDArray[np.int64], documents: int, most: int) -> sparse.csr_array:
    """For each document a 1 for itself and the `most` others whose blocks resemble its own most."""
    left, right, cosine = pairs
    ends = (np.concatenate([document[left], document[right]]), np.concatenate([document[right], document[left]]))
    affinity = sparse.coo_array((np.tile(cosine, 2), ends), shape=(documents, documents)).tocsr()
    rows = np.repeat(np.arange(documents), np.diff(affinity.indptr))
    order = np.lexsort((affinity.indices, -np.round(affinity.data, 9), rows))
    rank = np.arange(len(order)) - np.repeat(affinity.indptr[:-1], np.diff(affinity.indptr))
    kept = order[rank < most]
    near = (rows[kept], affinity.indices[kept])
    chosen = sparse.coo_array((np.ones(len(kept)), near), shape=(documents, documents))
    return (chosen + sparse.eye_array(documents)).tocsr()
