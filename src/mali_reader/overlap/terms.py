"""Which rows (sentences, blocks) hold which terms, and how often."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.hashing import Part, Stems, Terms, borders, differs, in_parts, whole_runs
from mali_reader.overlap.sparse import Csr, Numbers, Rows, in_columns
from mali_reader.overlap.threads import in_order

_CHUNK = 1 << 20
"""So many entries are summed at once."""


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
        counts = np.arange(1, self.count.max(initial=1) + 1)
        of_count: Numbers = 1 + np.log(counts)
        return of_count[self.count - 1]

    def where(self, kept: NDArray[np.bool_]) -> "Entries":
        """Some of the entries; terms, frequencies and rows keep their numbers."""
        return Entries(self.term[kept], self.row[kept], self.count[kept], self.frequency, self.lone)


def count_terms(stems: Stems, row: Rows, terms: Sequence[Terms], rows: int) -> Entries:
    """How often each of `rows` rows holds each term, given the stems that stand there row by row."""
    lone = np.zeros(rows)
    none = np.zeros(0, dtype=np.int32)
    columns: tuple[list[Rows], ...] = ([none], [none], [none])
    for found in in_order(partial(_shared, rows), in_parts(stems, row, terms, rows)):
        lone += found.lone
        for column, part in zip(columns, (found.frequency, found.row, found.often), strict=True):
            column.append(part)
    frequency, held, count = map(_drained, columns)
    term = np.repeat(np.arange(len(frequency), dtype=np.int32), frequency)
    return Entries(term, held, count, frequency.astype(np.int64), lone)


def _drained(parts: list[Rows]) -> Rows:
    """The parts as one, and no longer as parts: there are no two copies of everything at once."""
    whole = np.concatenate(parts)
    parts.clear()
    return whole


class _Shared(NamedTuple):
    """Terms that several rows hold: the rows of each, how often each, how many; and what other terms add to a row."""

    row: Rows
    often: Rows
    frequency: Rows
    lone: NDArray[Any]


def _shared(rows: int, part: Part) -> _Shared:
    name, row, count = part.sorted()
    border = borders(name)
    frequency = np.diff(border, append=len(name)).astype(np.int32)
    single = border[frequency == 1]
    lone = np.bincount(row[single], np.square(1 + np.log(count[single])), rows)
    shared = frequency > 1
    kept = np.repeat(shared, frequency)
    return _Shared(row[kept], count[kept], frequency[shared], lone)


def repeated(stems: Stems, row: Rows, terms: Terms, rows: int) -> tuple[Rows, Rows, Rows]:
    """Neighbours in the lists of the rows that hold a term: each pair of rows once, in order, and in how many lists."""
    links = [np.zeros(0, dtype=np.int64), *in_order(_links, in_parts(stems, row, [terms], rows))]
    pairs, lists = np.unique(np.concatenate(links), return_counts=True)
    return pairs // rows, pairs % rows, lists


def _links(part: Part) -> Rows:
    name, row, _ = part.sorted()
    same = np.flatnonzero(name[1:] == name[:-1])
    return row[same] * np.int64(part.rows) + row[same + 1]


def by_owner(entries: Entries, owner: Rows, owners: int) -> Entries:
    """The entries of each owner (block, document) of rows: the sums of those of its rows, which stand together."""
    none = np.zeros(0, dtype=np.int32)
    sums = in_order(partial(_summed, entries, owner), whole_runs(entries.term, _CHUNK))
    term, row, count = map(np.concatenate, zip((none, none, none), *sums, strict=True))
    frequency = np.bincount(term, minlength=len(entries.frequency))
    lone = np.bincount(owner, entries.lone, owners).astype(np.float64)
    return Entries(term, row, count, frequency, lone)


def _summed(entries: Entries, owner: Rows, chunk: slice) -> tuple[Rows, Rows, Rows]:
    term, row = entries.term[chunk], owner[entries.row[chunk]].astype(np.int32, copy=False)
    border = np.flatnonzero(differs(term) | differs(row))
    return term[border], row[border], np.add.reduceat(entries.count[chunk], border, dtype=np.int32)


def matrix(entries: Entries, weight: NDArray[Any], rows: int) -> Csr:
    """The entries with their weights as rows."""
    return holders(entries, weight, rows).transposed()


def holders(entries: Entries, weight: NDArray[Any], rows: int) -> Csr:
    """The entries with their weights, term by term: a row a term, a column for each of the `rows` that may hold it."""
    return in_columns(entries.term, entries.row, weight, (rows, len(entries.frequency)))
