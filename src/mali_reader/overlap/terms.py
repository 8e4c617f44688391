"""Sentences as counted terms: stems and pairs of neighbouring stems, hashed so that any machine agrees."""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_PAIR_BIT = np.uint64(1 << 63)

Rows = NDArray[np.int64]
Hashes = NDArray[np.uint64]


def neighbours(stems: Hashes, row: Rows) -> tuple[Hashes, Rows]:
    """The pairs of neighbouring stems of one row, and their rows."""
    first = np.flatnonzero(row[1:] == row[:-1])
    return (stems[first] * _FACTOR + stems[first + 1]) | _PAIR_BIT, row[first]


def shingles(stems: Hashes, row: Rows, length: int) -> tuple[Hashes, Rows]:
    """The runs of `length` neighbouring stems of one row, and their rows."""
    count = max(len(stems) - length + 1, 0)
    whole = np.flatnonzero(row[:count] == row[len(row) - count :])
    hashed = np.zeros(len(whole), dtype=np.uint64)
    for place in range(length):
        hashed = hashed * _FACTOR + stems[whole + place]
    return hashed, row[whole]


def count_terms(terms: Hashes, row: Rows, rows: int) -> sparse.csr_array:
    """How often each row holds each term: terms are numbered in the order of their hashes."""
    names, columns = np.unique(terms, return_inverse=True)
    entries = (np.ones(len(terms)), (row, columns))
    counts = sparse.coo_array(entries, shape=(rows, len(names))).tocsr()
    counts.sort_indices()
    return counts


def sum_rows(counts: sparse.csr_array, owner: Rows, owners: int) -> sparse.csr_array:
    """The counts of each owner (block, document): the sum of its rows."""
    shape = (owners, counts.shape[0])
    members = sparse.csr_array((np.ones(len(owner)), (owner, np.arange(len(owner)))), shape=shape)
    return members @ counts
