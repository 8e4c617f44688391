"""How much a term tells: its rarity among the documents on the same event, not in the whole corpus.

In a corpus of many events the words of one event are rare, and everything about it would seem alike; so each document
counts rarity in its neighbourhood, itself and the documents nearest to it, shrunk towards the whole corpus.
"""

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

SHRINKAGE = 20.0
"""The whole corpus counts as much as this many sentences of the neighbourhood."""


def corpus_weights(counts: sparse.csr_array) -> sparse.csr_array:
    """Rows of unit length: sub-linear counts times smoothed idf (Salton and Buckley 1988) over all rows."""
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log((1 + counts.shape[0]) / (1 + frequency)) + 1
    return unit_rows(_reweighed(counts, idf[counts.indices]))


class NeighbourhoodIdf:
    """The weight of each term in each document, from the sentences of the documents around it."""

    def __init__(self, counts: sparse.csr_array, document: NDArray[np.int64], neighbours: sparse.csr_array) -> None:
        """`counts` has a row a sentence, `document` its document, `neighbours` a 1 for each document near another."""
        documents, sentences = neighbours.shape[0], counts.shape[0]
        held = counts.copy()
        held.data = np.ones_like(held.data)
        members = sparse.csr_array((np.ones(sentences), (document, np.arange(sentences))), shape=(documents, sentences))
        near = neighbours @ (members @ held)
        near.sort_indices()
        size = neighbours @ np.bincount(document, minlength=documents)
        share = np.bincount(held.indices, minlength=held.shape[1]) / max(sentences, 1)
        above = np.repeat(1 + size + SHRINKAGE, np.diff(near.indptr))
        near.data = np.log(above / (1 + near.data + SHRINKAGE * share[near.indices])) + 1
        self._idf = near

    def weigh(self, counts: sparse.csr_array, document: NDArray[np.int64]) -> sparse.csr_array:
        """Rows (sentences or blocks of the given documents) with sub-linear counts times weight, not normed."""
        if not counts.nnz:
            return counts
        rows = np.repeat(document, np.diff(counts.indptr))
        return _reweighed(counts, np.asarray(self._idf[rows, counts.indices]).ravel())


def unit_rows(weighted: sparse.csr_array) -> sparse.csr_array:
    """The rows, each divided by its length; empty rows stay empty."""
    norm = np.sqrt(weighted.power(2).sum(axis=1))
    unit = weighted.copy()
    unit.data = weighted.data / np.repeat(np.where(norm > 0, norm, 1.0), np.diff(weighted.indptr))
    return unit


def _reweighed(counts: sparse.csr_array, weight: NDArray[np.float64]) -> sparse.csr_array:
    weighted = counts.copy()
    weighted.data = (1 + np.log(counts.data)) * weight
    return weighted
