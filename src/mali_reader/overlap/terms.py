"""Sentences as counted terms: stems and pairs of neighbouring stems, hashed so that any machine agrees.

Terms and the rows that hold them are sorted as one number each, the hash above and the row below: one sort of plain
numbers gives the terms, their rows and their counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_PAIR = np.uint64(0xA0761D6478BD642F)
_PART = 1 << 20
"""So many hashes are sorted at once: it bounds the memory, not the answer."""

Rows = NDArray[np.signedinteger[Any]]
Numbers = NDArray[np.float64]
Hashes = NDArray[np.uint64]
Hashed = tuple[Hashes, Rows]


def singles(stems: NDArray[np.uint32], row: Rows) -> Hashed:
    """The stems as terms, and the row of each."""
    return stems * _MIX, row


def neighbours(stems: NDArray[np.uint32], row: Rows) -> Hashed:
    """The pairs of neighbouring stems of one row as terms, and the row of each."""
    first = np.flatnonzero(row[1:] == row[:-1])
    pair = stems[first] * _FACTOR
    pair += stems[first + 1]
    pair ^= _PAIR
    pair *= _MIX
    return pair, row[first]


def shingles(stems: NDArray[np.uint32], row: Rows, length: int) -> Hashed:
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
class Entries:
    """Which rows hold which terms how often: sorted by term, then row.

    Terms that a single row holds (at most once a pair of rows can share) have no entry. They count in the length of
    their row alone: `lone` is, row by row, the sum of the squares of their sub-linear counts.
    """

    term: Rows
    row: Rows
    count: Rows
    frequency: Rows
    """In how many rows each term stands."""
    lone: Numbers

    @property
    def sublinear(self) -> Numbers:
        """One more than the logarithm of each count."""
        return 1 + np.log(self.count)

    def where(self, kept: NDArray[np.bool_]) -> "Entries":
        """Some of the entries; terms, frequencies and rows keep their numbers."""
        return Entries(self.term[kept], self.row[kept], self.count[kept], self.frequency, self.lone)


def count_terms(hashed: Sequence[Hashed], rows: int) -> Entries:
    """How often each of `rows` rows holds each term."""
    lone = np.zeros(rows)
    none = np.zeros(0, dtype=np.int32)
    columns: tuple[list[Rows], ...] = ([none], [none], [none])
    frequencies: list[Rows] = [none]
    terms = 0
    for name, row, count in _sorted(hashed, rows):
        border = _borders(name)
        frequency = np.diff(border, append=len(name)).astype(np.int32)
        single = border[frequency == 1]
        lone += np.bincount(row[single], np.square(1 + np.log(count[single])), rows)
        shared = frequency > 1
        kept = np.repeat(shared, frequency)
        frequency = frequency[shared]
        term = np.repeat(np.arange(terms, terms + len(frequency), dtype=np.int32), frequency)
        for column, found in zip(columns, (term, row[kept], count[kept]), strict=True):
            column.append(found.astype(np.int32))
        frequencies.append(frequency)
        terms += len(frequency)
    term, row, count = map(_drained, columns)
    return Entries(term, row, count, np.concatenate(frequencies).astype(np.int64), lone)


def _drained(parts: list[Rows]) -> Rows:
    """The parts as one, and no longer as parts: there are no two copies of everything at once."""
    whole = np.concatenate(parts)
    parts.clear()
    return whole


def _sorted(hashed: Sequence[Hashed], rows: int) -> Iterator[tuple[Hashes, Rows, Rows]]:
    """Names of terms, rows, counts: each name and row once, sorted; no name in two parts."""
    bits = np.uint64(max(rows, 2).bit_length())
    parts = max(1, sum(len(hashes) for hashes, _ in hashed) // _PART).bit_length() - 1
    for part in range(1 << parts):
        keys = np.concatenate([_keys(hashes, row, bits, part, parts) for hashes, row in hashed])
        keys.sort()
        first = _borders(keys)
        count = np.diff(first, append=len(keys))
        keys = keys[first]
        yield keys >> bits, (keys & np.uint64((1 << int(bits)) - 1)).astype(np.int64), count


def _keys(hashes: Hashes, row: Rows, bits: np.uint64, part: int, parts: int) -> Hashes:
    if parts:
        width = 1 << (64 - parts)
        chosen = (hashes >= np.uint64(part * width)) & (hashes <= np.uint64(part * width + width - 1))
        hashes, row = hashes[chosen], row[chosen]
    keys = hashes >> bits
    keys <<= bits
    keys |= row.astype(np.uint64)
    return keys


def _borders(values: NDArray[np.integer[Any]]) -> Rows:
    """Where a value differs from the one before it, the first place included."""
    return np.flatnonzero(_differs(values))


def _differs(values: NDArray[np.integer[Any]]) -> NDArray[np.bool_]:
    """Whether each value differs from the one before it; the first one does."""
    differs = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=differs[1:])
    return differs


def repeated(hashed: Hashed, rows: int) -> Rows:
    """Neighbours in the list of the rows that hold a hash: two columns, each pair of rows once."""
    links = [np.zeros((0, 2), dtype=np.int64)]
    for name, row, _ in _sorted([hashed], rows):
        same = np.flatnonzero(name[1:] == name[:-1])
        links.append(np.column_stack([row[same], row[same + 1]]))
    return np.unique(np.concatenate(links), axis=0)


def by_owner(entries: Entries, owner: Rows, owners: int) -> Entries:
    """The entries of each owner (block, document) of rows: the sums of those of its rows, which stand together."""
    row = owner[entries.row].astype(np.int32, copy=False)
    border = np.flatnonzero(_differs(entries.term) | _differs(row))
    count = np.add.reduceat(entries.count, border, dtype=np.int32) if len(border) else entries.count
    term = entries.term[border]
    frequency = np.bincount(term, minlength=len(entries.frequency))
    lone = np.bincount(owner, entries.lone, owners).astype(np.float64)
    return Entries(term, row[border], count, frequency, lone)


def matrix(entries: Entries, weight: NDArray[Any], rows: int) -> sparse.csr_array:
    """The entries with their weights as rows."""
    shape = (rows, len(entries.frequency))
    return sparse.coo_array((weight, (entries.row, entries.term)), shape=shape).tocsr()


def owners(rows: sparse.csr_array) -> Rows:
    """The row of each entry of a matrix."""
    found: Rows = np.repeat(np.arange(rows.shape[0], dtype=np.int64), np.diff(rows.indptr))
    return found
