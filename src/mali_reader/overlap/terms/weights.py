"""How much a term tells: its rarity among the documents on the same event, not in the whole corpus.

In a corpus of many events the words of one event are rare, and everything about it would seem alike; so each document
counts rarity in its neighbourhood, itself and the documents nearest to it, shrunk towards the whole corpus.
"""

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows, cuts, ends
from mali_reader.overlap.rows.threads import chunks, in_order
from mali_reader.overlap.terms.counts import Counts, by_owner, sublinear
from mali_reader.overlap.terms.hashing import Tally, distinct

SHRINKAGE = 20.0
"""The whole corpus counts as much as this many sentences of the neighbourhood."""

_CHUNK = 1 << 15
"""So many weights are looked for at once, among the terms of the documents near by."""


@dataclass(frozen=True)
class UnitRows:
    """Rows of unit length: sub-linear counts times smoothed idf (Salton and Buckley 1988) over all rows.

    The counts of `rows` are kept; what rows weigh is found when they are asked for.
    """

    rows: Csr
    frequency: Rows
    """In how many rows each term stands."""
    lone: Numbers
    """Of each row the sum of the squares of the sub-linear counts of terms that are none of the columns."""

    @cached_property
    def _idf(self) -> Numbers:
        idf: Numbers = np.log((1 + len(self.rows)) / (1 + self.frequency)) + 1
        return idf

    def of(self, numbers: Rows) -> Csr:
        """The rows of those numbers, in that order."""
        rows = self.rows.taken(numbers)
        weight = sublinear(rows.data)
        weight *= self._idf[rows.indices]
        alone = np.log((1 + len(self.rows)) / 2) + 1
        squares = Csr(rows.indptr, rows.indices, np.square(weight), rows.columns).sums()
        norm = np.sqrt(squares + self.lone[numbers] * alone**2)
        weight /= np.repeat(norm, np.diff(rows.indptr))
        return Csr(rows.indptr, rows.indices, weight, rows.columns)


class NeighbourhoodIdf:
    """The weight of each term in each document, from the sentences of the documents around it."""

    def __init__(self, counts: Counts, bounds: Rows, neighbours: Csr, wanted: NDArray[np.bool_]) -> None:
        """`counts` are those of sentences; document `d` has the sentences `bounds[d]:bounds[d + 1]`, and `neighbours` a
        1 for each document near it. `wanted` says which sentences' weights will be asked for.
        """
        self._neighbours = neighbours
        around = np.bincount(neighbours.owners(), np.diff(bounds)[neighbours.indices], len(neighbours))
        self._above = 1 + around + SHRINKAGE
        self._sentences = max(len(counts.rows), 1)
        self._frequency = counts.frequency
        asked = np.zeros(counts.rows.columns, dtype=np.bool_)
        numbers = np.flatnonzero(wanted)
        for chunk in chunks(len(numbers), _CHUNK):
            asked[counts.rows.taken(numbers[chunk]).indices] = True
        self._held = by_owner(counts.rows, bounds, partial(_once, asked))

    def weighted(self, rows: Csr, document: Rows, wanted: NDArray[np.bool_]) -> Csr:
        """The wanted rows of counts, weighted by the document of each, which are in order; the others are empty."""
        indptr = ends(np.diff(rows.indptr) * wanted)
        weighted = Csr(indptr, np.empty(indptr[-1], np.int32), np.empty(indptr[-1]), rows.columns)
        numbers = np.flatnonzero(wanted)
        parts = [numbers[cut] for cut in cuts(np.append(indptr[numbers], indptr[-1]), _CHUNK)]
        done = 0
        for terms, weights in in_order(lambda part: self._weighted(rows.taken(part), document[part]), parts):
            weighted.indices[done : done + len(terms)] = terms
            weighted.data[done : done + len(terms)] = weights
            done += len(terms)
        return weighted

    def _weighted(self, rows: Csr, document: Rows) -> tuple[Rows, Numbers]:
        """The terms of some rows, and what each weighs."""
        owner = np.repeat(document, np.diff(rows.indptr))
        near = self._near(rows.indices, owner, document[0], document[-1])
        weights = sublinear(rows.data)
        weights *= self._idf(owner, near, self._frequency[rows.indices])
        return rows.indices, weights

    def _near(self, term: Rows, document: Rows, first: int, last: int) -> Numbers:
        """How many sentences of the documents around it hold a term; documents are between `first` and `last`."""
        around = self._neighbours.rows(first, last + 1)
        others = distinct(np.sort(around.indices))
        held = self._held.taken(others)
        bits = held.columns.bit_length()
        places = held.owners() << bits
        places |= held.indices
        begin = np.searchsorted(others, around.indices) << bits
        at, count = around.indptr[document - first], np.diff(around.indptr)[document - first]
        found = np.zeros(len(term))
        for place in range(int(count.max(initial=0))):
            some = np.flatnonzero(count > place)
            found[some] += _values(places, held.data, begin[at[some] + place] | term[some])
        return found

    def alone(self, document: Rows) -> Numbers:
        """The weight of a term that no other sentence holds."""
        return self._idf(document, np.ones(len(document)), np.ones(len(document)))

    def _idf(self, document: Rows, near: Numbers, frequency: Rows | Numbers) -> Numbers:
        idf: Numbers = np.log(self._above[document] / (1 + near + SHRINKAGE * frequency / self._sentences)) + 1
        return idf


def _once(asked: NDArray[np.bool_], rows: Csr) -> Csr:
    """The terms that are asked for, each once a row."""
    some = rows.where(asked[rows.indices])
    return Csr(some.indptr, some.indices, np.ones_like(some.data), some.columns)


def _values(places: Rows, values: Tally, wanted: Rows) -> Tally:
    """The values at the wanted places, 0 where there is none; places are in order."""
    if not len(places):
        return np.zeros(len(wanted), dtype=np.uint8)
    at = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
    return np.where(places[at] == wanted, values[at], 0)
