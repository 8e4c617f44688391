"""How much a term tells: its rarity among the documents on the same event, not in the whole corpus.

In a corpus of many events the words of one event are rare, and everything about it would seem alike; so each document
counts rarity in its neighbourhood, itself and the documents nearest to it, shrunk towards the whole corpus.
"""

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.sparse import Csr, Numbers, Rows
from mali_reader.overlap.terms import Entries, by_owner, matrix
from mali_reader.overlap.threads import chunks, in_order

SHRINKAGE = 20.0
"""The whole corpus counts as much as this many sentences of the neighbourhood."""

_CHUNK = 1 << 18
"""So many weights are looked for at once: it bounds the memory, not the answer."""


def corpus_weights(terms: Entries) -> Numbers:
    """Sub-linear counts times smoothed idf (Salton and Buckley 1988) over all rows, each row of unit length."""
    rows = len(terms.lone)
    idf = np.log((1 + rows) / (1 + terms.frequency)) + 1
    weight = terms.sublinear
    weight *= idf[terms.term]
    alone = np.log((1 + rows) / 2) + 1
    norm = np.sqrt(np.bincount(terms.row, np.square(weight), rows) + terms.lone * alone**2)
    weight /= norm[terms.row]
    return weight


class NeighbourhoodIdf:
    """The weight of each term in each document, from the sentences of the documents around it."""

    def __init__(self, terms: Entries, document: Rows, neighbours: Csr, wanted: NDArray[np.bool_]) -> None:
        """`terms` are those of sentences, `document` has the document of each, `neighbours` a 1 for each near another.

        `wanted` says which sentences' weights will be asked for.
        """
        self._documents = len(neighbours)
        self._neighbours = neighbours
        sentences = np.bincount(document, minlength=self._documents)[neighbours.indices]
        self._above = 1 + np.bincount(neighbours.owners(), sentences, self._documents) + SHRINKAGE
        self._sentences = max(len(document), 1)
        self._frequency = terms.frequency
        asked = np.zeros(len(terms.frequency), dtype=np.bool_)
        asked[terms.term[wanted[terms.row]]] = True
        held = by_owner(_once(terms.where(asked[terms.term])), document, self._documents)
        counts = matrix(held, held.count, self._documents)
        self._terms = counts.columns
        self._places = counts.owners() * self._terms
        self._places += counts.indices
        self._held = counts.data

    def __call__(self, term: Rows, document: Rows) -> Numbers:
        """The weight of each of the terms in the document beside it. Quickest where documents are in order."""
        parts = in_order(lambda chunk: self._weights(term[chunk], document[chunk]), chunks(len(term), _CHUNK))
        return np.concatenate([np.zeros(0), *parts])

    def _weights(self, term: Rows, document: Rows) -> Numbers:
        near = np.zeros(len(term))
        indptr, indices = self._neighbours.indptr, self._neighbours.indices
        count = np.diff(indptr)[document]
        for place in range(int(count.max(initial=0))):
            some = np.flatnonzero(count > place)
            neighbour = indices[indptr[document[some]] + place].astype(np.int64)
            near[some] += self._sentences_with(neighbour * self._terms + term[some])
        return self._idf(document, near, self._frequency[term])

    def alone(self, document: Rows) -> Numbers:
        """The weight of a term that no other sentence holds."""
        return self._idf(document, np.ones(len(document)), np.ones(len(document)))

    def _sentences_with(self, places: Rows) -> Numbers:
        if not len(self._places):
            return np.zeros(len(places))
        at = np.minimum(np.searchsorted(self._places, places), len(self._places) - 1)
        found: Numbers = np.where(self._places[at] == places, self._held[at], 0)
        return found

    def _idf(self, document: Rows, near: Numbers, frequency: Rows | Numbers) -> Numbers:
        idf: Numbers = np.log(self._above[document] / (1 + near + SHRINKAGE * frequency / self._sentences)) + 1
        return idf


def _once(terms: Entries) -> Entries:
    return Entries(terms.term, terms.row, np.ones_like(terms.count), terms.frequency, terms.lone)
