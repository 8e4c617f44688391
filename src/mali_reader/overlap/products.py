"""Products of sparse rows: of single pairs of them, not of all with all."""

import numpy as np
from scipy import sparse

from mali_reader.overlap.terms import Numbers, Rows

_CHUNK = 16384
_DENSE = 4
"""All products of two sets of rows are taken at once if they are at most so many times those asked for."""


def dots(one: sparse.csr_array, rows: Rows, other: sparse.csr_array, others: Rows) -> Numbers:
    """The product of each row `rows[i]` of one matrix with the row `others[i]` of the other."""
    parts = [np.zeros(0)]
    for start in range(0, len(rows), _CHUNK):
        chunk = slice(start, start + _CHUNK)
        parts.append(_dots(one, rows[chunk], other, others[chunk]))
    return np.concatenate(parts)


def _dots(one: sparse.csr_array, rows: Rows, other: sparse.csr_array, others: Rows) -> Numbers:
    left, at = np.unique(rows, return_inverse=True)
    right, to = np.unique(others, return_inverse=True)
    if len(left) * len(right) > _DENSE * len(rows):
        paired: Numbers = one[rows].multiply(other[others]).sum(axis=1)
        return paired
    products: Numbers = (one[left] @ other[right].T).toarray()[at, to]
    return products


def unit_rows(weighted: sparse.csr_array, beside: Numbers) -> sparse.csr_array:
    """The rows, each divided by its length; `beside` is what their squared lengths have beside the entries."""
    norm = np.sqrt(np.add(weighted.power(2).sum(axis=1), beside))
    unit = weighted.copy()
    unit.data = weighted.data / np.repeat(np.where(norm > 0, norm, 1.0), np.diff(weighted.indptr))
    return unit
