"""Terms of rows of words: stems, pairs and runs of neighbouring stems, hashed so that any machine agrees.

Terms and the rows that hold them are sorted as one number each, the hash above and the row below: one sort of plain
numbers gives the terms, their rows and their counts. Hashes are made where they are sorted, a part of all hashes at a
time, and never kept together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.sparse import Rows

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_PAIR = np.uint64(0xA0761D6478BD642F)
_PART = 1 << 21
"""So many hashes are sorted at once: it bounds the memory, not the answer."""
_PIECE = 1 << 18
"""So many words are hashed at once."""

Hashes = NDArray[np.uint64]
Stems = NDArray[np.uint32]
Terms = Callable[[Stems, Rows], tuple[Hashes, Rows]]
"""Given stems and the row of each: hashed terms, and the row of each."""


def singles(stems: Stems, row: Rows) -> tuple[Hashes, Rows]:
    """The stems as terms, and the row of each."""
    return stems * _MIX, row


def neighbours(stems: Stems, row: Rows) -> tuple[Hashes, Rows]:
    """The pairs of neighbouring stems of one row as terms, and the row of each."""
    first = np.flatnonzero(row[1:] == row[:-1])
    pair = stems[first] * _FACTOR
    pair += stems[first + 1]
    pair ^= _PAIR
    pair *= _MIX
    return pair, row[first]


def shingles(stems: Stems, row: Rows, *, length: int) -> tuple[Hashes, Rows]:
    """The runs of `length` neighbouring stems of one row, and the row of each."""
    count = max(len(stems) - length + 1, 0)
    whole = row[:count] == row[len(row) - count :]
    hashed = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        hashed *= _FACTOR
        hashed += stems[place : place + count]
    hashed *= _MIX
    return hashed[whole], row[:count][whole]


@dataclass(frozen=True)
class Part:
    """Of the terms of some rows those whose hashes lie in one part of all hashes, `number` of `1 << bits`."""

    stems: Stems
    row: Rows
    terms: Sequence[Terms]
    rows: int
    """How many rows there are."""
    pieces: Sequence[slice]
    """The words in pieces, whole rows each."""
    number: int
    bits: int

    def sorted(self) -> tuple[Hashes, Rows, Rows]:
        """Names of terms, rows, counts: each name and row once, ordered by name, then row."""
        below = np.uint64(max(self.rows, 2).bit_length())
        keys = np.concatenate([self._keys(piece, terms, below) for piece in self.pieces for terms in self.terms])
        keys.sort()
        first = borders(keys)
        count = np.diff(first, append=len(keys)).astype(np.int32)
        keys = keys[first]
        return keys >> below, (keys & np.uint64((1 << int(below)) - 1)).astype(np.int32), count

    def _keys(self, piece: slice, terms: Terms, below: np.uint64) -> Hashes:
        hashes, row = terms(self.stems[piece], self.row[piece])
        if self.bits:
            chosen = np.flatnonzero(hashes >> np.uint64(64 - self.bits) == np.uint64(self.number))
            hashes, row = hashes[chosen], row[chosen]
        keys = hashes >> below
        keys <<= below
        keys |= row.astype(np.uint64)
        return keys


def in_parts(stems: Stems, row: Rows, terms: Sequence[Terms], rows: int) -> list[Part]:
    """The terms of `rows` rows in parts, of words that stand row by row; no term is in two parts."""
    bits = max(1, len(stems) * len(terms) // _PART).bit_length() - 1
    pieces = whole_runs(row, _PIECE)
    return [Part(stems, row, terms, rows, pieces, number, bits) for number in range(1 << bits)]


def whole_runs(values: NDArray[np.integer[Any]], size: int) -> list[slice]:
    """Sorted values in slices of about that size; equal ones stand in one slice."""
    cuts = np.searchsorted(values, distinct(values[::size])).tolist()
    return [slice(start, end) for start, end in pairwise([*cuts, len(values)])]


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Each of sorted values once. (`numpy.unique` loads much that is not needed for it.)"""
    return values[borders(values)]


def borders(values: NDArray[np.integer[Any]]) -> Rows:
    """Where a value differs from the one before it, the first place included."""
    return np.flatnonzero(differs(values))


def differs(values: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
    """Whether each value differs from the one before it; the first one does."""
    found = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found
