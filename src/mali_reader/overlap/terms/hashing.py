"""Terms of rows of words: stems, pairs and longer runs of neighbouring stems, hashed so that any machine agrees.

Terms and the rows that hold them are sorted as one number each, the hash above and the row below: one sort of plain
numbers gives the terms, their rows and their counts. That is done a part of all hashes at a time; of each word only one
byte, which part the term belongs to that begins there, is kept from one part to the next.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.rows.sparse import Rows
from mali_reader.overlap.rows.threads import chunks, in_order

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_PART = 1 << 21
"""No more than about so many hashes are sorted at once: it bounds the memory, not the answer."""
_PIECE = 1 << 19
"""So many words are hashed at once."""
_MOST_BITS = 5
"""Each part is looked for among all words, so there are not many more of them than are needed."""
_NO_PART = 255

Hashes = NDArray[np.uint64]
Stems = NDArray[np.uint32]
Tally = NDArray[np.unsignedinteger[Any]]
"""Counts in as few bytes as the largest needs."""


class Terms(NamedTuple):
    """Runs of so many neighbouring stems of one row, as terms; terms of another length have another salt."""

    length: int
    salt: int = 0

    def hashed(self, columns: Sequence[Stems]) -> Hashes:
        """The terms whose first stems are the first column, the stems after these the second, and so on."""
        hashes = columns[0].astype(np.uint64)
        for column in columns[1:]:
            hashes *= _FACTOR
            hashes += column
        hashes ^= np.uint64(self.salt)
        hashes *= _MIX
        return hashes


SINGLES = Terms(1)
PAIRS = Terms(2, 0xA0761D6478BD642F)


class Part(NamedTuple):
    """Of the terms of some rows those whose hashes lie in one part, `number`, of all hashes."""

    stems: Stems
    row: Rows
    rows: int
    """How many rows there are."""
    terms: Sequence[Terms]
    parts: Sequence[NDArray[np.uint8]]
    """The part of each of `terms` at each word; none where the row ends before the term does."""
    number: int

    def sorted(self) -> tuple[Hashes, Rows, Tally]:
        """Names of terms, rows, counts: each name and row once, ordered by name, then row."""
        below = np.uint64(max(self.rows, 2).bit_length())
        pieces = chunks(max(len(self.stems), 1), _PIECE)
        keys = np.concatenate(
            [self._keys(number, piece, below) for number in range(len(self.terms)) for piece in pieces]
        )
        keys.sort()
        first = borders(keys)
        count = tally(np.diff(first, append=len(keys)))
        keys = keys[first]
        row = (keys & np.uint64((1 << int(below)) - 1)).astype(np.int32)
        keys >>= below
        return keys, row, count

    def _keys(self, number: int, piece: slice, below: np.uint64) -> Hashes:
        words = np.flatnonzero(self.parts[number][piece] == self.number) + piece.start
        keys = self.terms[number].hashed([self.stems[words + place] for place in range(self.terms[number].length)])
        keys >>= below
        keys <<= below
        keys |= self.row[words].astype(np.uint64)
        return keys


def in_parts(stems: Stems, bounds: Rows, terms: Sequence[Terms]) -> list[Part]:
    """The terms of rows in parts; row `r` has the stems `bounds[r]:bounds[r + 1]`. No term is in two parts."""
    bits = min((len(stems) * len(terms) // _PART).bit_length(), _MOST_BITS)
    rows = len(bounds) - 1
    row = np.repeat(np.arange(rows, dtype=np.int32), np.diff(bounds))
    parts = [_parts(stems, row, some, bits) for some in terms]
    return [Part(stems, row, rows, terms, parts, number) for number in range(1 << bits)]


def _parts(stems: Stems, row: Rows, terms: Terms, bits: int) -> NDArray[np.uint8]:
    """The part of the term that begins at each word: the first `bits` bits of its hash."""
    found = np.full(len(stems), _NO_PART, dtype=np.uint8)
    pieces = chunks(max(len(stems) - terms.length + 1, 0), _PIECE)
    for piece, part in zip(pieces, in_order(partial(_parts_in, stems, row, terms, bits), pieces), strict=True):
        found[piece.start : piece.start + len(part)] = part
    return found


def _parts_in(stems: Stems, row: Rows, terms: Terms, bits: int, piece: slice) -> NDArray[np.uint8]:
    last = terms.length - 1
    size = min(piece.stop, len(stems) - last) - piece.start
    columns = [stems[start : start + size] for start in range(piece.start, piece.start + terms.length)]
    part = terms.hashed(columns) >> np.uint64(32) >> np.uint64(32 - bits)  # to shift by 64 at once is to shift by none
    whole = row[piece.start : piece.start + size] == row[piece.start + last : piece.start + last + size]
    return np.where(whole, part, _NO_PART).astype(np.uint8)


def tally(counts: NDArray[np.integer[Any]]) -> Tally:
    """Counts in as few bytes as the largest needs."""
    return counts.astype(np.min_scalar_type(counts.max(initial=0)))


def distinct(values: NDArray[Any]) -> NDArray[Any]:
    """Each of sorted values once. (`numpy.unique` loads much that is not needed for it.)"""
    return values[borders(values)]


def borders(values: NDArray[np.integer[Any]]) -> Rows:
    """Where a value differs from the one before it, the first place included."""
    found = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return np.flatnonzero(found)
