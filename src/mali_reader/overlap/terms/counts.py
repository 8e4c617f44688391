"""Which rows (sentences, blocks, documents) hold which terms, and how often."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from mali_reader.overlap.rows.columns import Column
from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows, cuts, ends, stacked
from mali_reader.overlap.rows.threads import in_order
from mali_reader.overlap.terms.hashing import Part, Stems, Tally, Terms, borders, in_parts, tally

_CHUNK = 1 << 19
"""So many counts are summed at once."""


class Counts(NamedTuple):
    """How often rows hold terms: a row's terms in order, counts in as few bytes as the largest needs.

    Terms that a single row holds (at most once a pair of rows can share) are none of the columns. They count in the
    length of their row alone: `lone` is, row by row, the sum of the squares of their sub-linear counts.
    """

    rows: Csr
    frequency: Rows
    """In how many rows each term stands."""
    lone: Numbers


def sublinear(counts: Tally) -> Numbers:
    """One more than the logarithm of each count; the logarithm of each number is taken once."""
    of_count = 1 + np.log(np.arange(1, int(counts.max(initial=1)) + 1))
    found: Numbers = of_count[counts - 1]
    return found


def count_terms(stems: Stems, bounds: Rows, terms: Sequence[Terms]) -> Counts:
    """How often each row holds each term; row `r` has the stems `bounds[r]:bounds[r + 1]`.

    Beside the answer, which is there twice for a moment, this takes six bytes a word and what sorting a part takes.
    """
    rows = len(bounds) - 1
    lone = np.zeros(rows)
    most = len(stems) * len(terms)
    frequency, row, count = Column(most // 2, np.int32), Column(most, np.int32), Column(most, np.uint8)
    for found in in_order(_shared, in_parts(stems, bounds, terms)):
        lone += found.lone
        frequency.add(found.frequency)
        row.add(found.row)
        count.add(found.often)
    often = frequency.whole()
    return Counts(Csr(ends(often), row.whole(), count.whole(), rows).transposed(), often, lone)


class _Shared(NamedTuple):
    """Terms that several rows hold: the rows of each, how often each, how many; and what other terms add to a row."""

    row: Rows
    often: Tally
    frequency: Rows
    lone: Numbers


def _shared(part: Part) -> _Shared:
    name, row, count = part.sorted()
    border = borders(name)
    frequency = np.diff(border, append=len(name)).astype(np.int32)
    single = border[frequency == 1]
    lone = np.bincount(row[single], np.square(sublinear(count[single])), part.rows).astype(np.float64)
    shared = frequency > 1
    kept = np.repeat(shared, frequency)
    return _Shared(row[kept], count[kept], frequency[shared], lone)


def repeated(stems: Stems, bounds: Rows, terms: Terms) -> tuple[Rows, Rows, Rows]:
    """Neighbours in the lists of the rows that hold a term: each pair of rows once, in order, and in how many lists."""
    rows = len(bounds) - 1
    pairs, lists = zip(*in_order(_links, in_parts(stems, bounds, [terms])), strict=True)
    links, times = _tallied(np.concatenate(pairs), np.concatenate(lists))
    return links // rows, links % rows, times


def _links(part: Part) -> tuple[Rows, Rows]:
    name, row, _ = part.sorted()
    same = np.flatnonzero(name[1:] == name[:-1])
    return _tallied(row[same] * np.int64(part.rows) + row[same + 1], np.ones(len(same), dtype=np.int32))


def _tallied(values: Rows, times: Rows) -> tuple[Rows, Rows]:
    """Each value once, in order, and how often it was told in all."""
    order = np.argsort(values)
    values = values[order]
    first = borders(values)
    return values[first], np.add.reduceat(times[order], first)


def by_owner(rows: Csr, bounds: Rows, of: Callable[[Csr], Csr] = lambda rows: rows) -> Csr:
    """The sums of rows with the same owner (block, document); owner `o` has the rows `bounds[o]:bounds[o + 1]`.

    Not the rows themselves are summed but what `of` makes of them, some at a time.
    """
    parts = in_order(partial(_summed, rows, bounds, of), cuts(rows.indptr[bounds], _CHUNK))
    return stacked(parts, rows.columns, len(rows.indices))


def _summed(rows: Csr, bounds: Rows, of: Callable[[Csr], Csr], owners: slice) -> Csr:
    inner = bounds[owners.start : owners.stop + 1]
    some = of(rows.rows(inner[0], inner[-1]))
    sizes = np.diff(some.indptr[inner - inner[0]])
    bits = rows.columns.bit_length()
    keys = np.repeat(np.arange(len(sizes), dtype=np.int64) << bits, sizes)
    keys |= some.indices
    several = np.flatnonzero(some.data > 1)
    repeats, more = keys[several], some.data[several].astype(np.int64) - 1
    keys.sort()
    border = borders(keys)
    count = np.diff(border, append=len(keys))
    keys = keys[border]
    np.add.at(count, np.searchsorted(keys, repeats), more)
    indptr = np.searchsorted(keys, np.arange(len(inner), dtype=np.int64) << bits).astype(np.int32)
    keys &= (1 << bits) - 1
    return Csr(indptr, keys.astype(np.int32), tally(count), rows.columns)
