"""Products of sparse rows: of single pairs of them, not of all with all."""

import numpy as np

from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows
from mali_reader.overlap.rows.threads import chunks

_CHUNK = 16384
_DENSE = 4
"""All products of two sets of rows are taken at once if they are at most so many times those asked for."""


def dots(one: Csr, rows: Rows, other: Csr, others: Rows) -> Numbers:
    """The product of each row `rows[i]` of one matrix with the row `others[i]` of the other."""
    parts = [_dots(one, rows[chunk], other, others[chunk]) for chunk in chunks(len(rows), _CHUNK)]
    return np.concatenate([np.zeros(0), *parts])


def _dots(one: Csr, rows: Rows, other: Csr, others: Rows) -> Numbers:
    left, at = np.unique(rows, return_inverse=True)
    right, to = np.unique(others, return_inverse=True)
    if len(left) * len(right) > _DENSE * len(rows):
        return one.taken(rows).dots(other.taken(others))
    products: Numbers = one.taken(left).times(other.taken(right).transposed()).dense()[at, to]
    return products
