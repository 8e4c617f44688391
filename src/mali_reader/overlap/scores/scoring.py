"""Score the candidate pairs of blocks: pure functions over counts, one step after the other."""

from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows, ends
from mali_reader.overlap.scores.calibration import APART, BIAS, DIGITS, SAME_EVENT, WEIGHTS
from mali_reader.overlap.scores.candidates import Blocks, nearest_documents, similar_pairs, united
from mali_reader.overlap.scores.copies import copied_pairs
from mali_reader.overlap.scores.evidence import Weighted, WeightedRows, evidence, sentence_log_odds
from mali_reader.overlap.scores.likeness import Likeness
from mali_reader.overlap.terms.counts import Counts, by_owner, count_terms
from mali_reader.overlap.terms.hashing import PAIRS, SINGLES
from mali_reader.overlap.terms.weights import NeighbourhoodIdf, UnitRows
from mali_reader.overlap.words.texts import CONTENT, Reading
from mali_reader.progress import Progress

FREQUENT = 100
"""Terms in more blocks than this choose no candidates, unless of copies; they still count in the evidence."""
_LEAST_COSINE = 0.05
"""Blocks less alike than this are no candidates."""
_NEAREST = 4
"""How many other documents say what is rare on an event."""

Chosen = NDArray[np.bool_]
"""Whether each block, or each row, is one of those that are asked for."""


class ScoredPair(NamedTuple):
    """Two blocks by number, their score, and the log-odds of their sentences: all of the first left one first."""

    left: int
    right: int
    score: float
    sentences: list[float]


class Scored(NamedTuple):
    """Pairs of blocks (by number, the left one first, in order), what speaks for them, and the weighted terms."""

    left: Rows
    right: Rows
    evidence: NDArray[np.float64]
    weighted: Weighted
    likeness: Likeness
    document: Rows
    """The document of each block."""

    def pairs(self, least: float) -> list[ScoredPair]:
        """The pairs with a score of `least` or more."""
        odds = self.evidence @ np.array(WEIGHTS) + BIAS
        kept = np.flatnonzero(_probability(odds) >= least)  # on different events none is more likely
        score = _probability(odds[kept] - APART * self._apart(kept))
        kept, score = kept[score >= least], score[score >= least]
        left, right = self.left[kept], self.right[kept]
        odds, starts = sentence_log_odds(self.weighted, left, right)
        columns = zip(left.tolist(), right.tolist(), score.tolist(), pairwise(starts.tolist()), strict=True)
        return [ScoredPair(i, j, value, odds[a:b].tolist()) for i, j, value, (a, b) in columns]

    def _apart(self, pairs: Rows) -> Numbers:
        """By how much the documents of each of the pairs are less alike than reports of one event."""
        left, right = self.document[self.left[pairs]], self.document[self.right[pairs]]
        return np.maximum(SAME_EVENT - self.likeness(left, right), 0)


def _probability(odds: Numbers) -> Numbers:
    return np.round(1 / (1 + np.exp(-odds)), DIGITS)


def score_pairs(reading: Reading, progress: Progress) -> Scored:
    """The candidate pairs among the blocks of documents.

    Beside the words this holds five bytes for each term of each sentence. To find candidates it holds as much again for
    the blocks, and eight to ten bytes for each of their rare terms; after that five for the documents, and twelve for
    each term of the sentences of blocks that are in some pair. All else is worked out a chunk at a time.
    """
    terms = count_terms(reading.words.stem, reading.starts, (SINGLES, PAIRS))
    left, right, near = _candidates(reading, terms, progress)
    wanted = np.zeros(len(reading), dtype=np.bool_)
    wanted[left] = wanted[right] = True
    weighted_terms = _of_sentences(reading, terms, _idf(reading, terms, near, wanted), wanted)
    del terms  # they take as much memory as all that is still to come
    likeness, of_sentences, of_blocks = _content(reading, near, wanted)
    weighted = Weighted(weighted_terms, of_sentences, of_blocks, reading.first, reading.title, reading.lead)
    return Scored(left, right, evidence(weighted, left, right), weighted, likeness, reading.words.document)


def _candidates(reading: Reading, terms: Counts, progress: Progress) -> tuple[Rows, Rows, Csr]:
    """Pairs of blocks that may overlap, and which documents are near which."""
    words, count = reading.words, len(reading)
    rows = by_owner(terms.rows, reading.first)
    frequency = rows.frequency()
    blocks = Blocks(UnitRows(rows, frequency, _summed(reading, terms.lone)), words.document, reading.role)
    rare = (frequency > 1) & (frequency <= FREQUENT)
    left, right = united(
        count,
        similar_pairs(blocks, np.arange(count), rare, _LEAST_COSINE, partial(progress, "comparing")),
        copied_pairs(blocks, words.stem, reading.starts[reading.first], partial(progress, "comparing copies")),
    )
    cosines = blocks.cosines(left, right)
    near = nearest_documents(words.document[left], words.document[right], cosines, len(reading.documents), _NEAREST)
    return left, right, near


def _content(reading: Reading, near: Csr, wanted: Chosen) -> tuple[Likeness, WeightedRows, WeightedRows]:
    """The content words of all documents, of the sentences of the wanted blocks, and of those blocks."""
    words = reading.words
    telling = (words.flags & CONTENT).astype(np.bool_)
    counts = count_terms(
        words.stem[telling], ends(np.add.reduceat(telling, reading.starts[:-1], dtype=np.int64)), (SINGLES,)
    )
    idf = _idf(reading, counts, near, wanted)
    sentences = counts.rows.taken(np.flatnonzero(wanted[reading.owner]))
    blocks = by_owner(sentences, ends(words.sentences * wanted))
    return (
        Likeness.of(counts, _sentences_of_documents(reading)),
        _of_sentences(reading, counts, idf, wanted),
        _weighted(blocks, _summed(reading, counts.lone), idf, words.document, wanted),
    )


def _summed(reading: Reading, of_sentences: Numbers) -> Numbers:
    """Of each block the sum of what its sentences have."""
    return np.bincount(reading.owner, of_sentences, len(reading)).astype(np.float64)


def _idf(reading: Reading, counts: Counts, near: Csr, wanted: Chosen) -> NeighbourhoodIdf:
    """What terms weigh in the sentences of the wanted blocks."""
    return NeighbourhoodIdf(counts, _sentences_of_documents(reading), near, wanted[reading.owner])


def _sentences_of_documents(reading: Reading) -> Rows:
    """Document `d` has the sentences from the one in this place to before the one in the next."""
    documents = np.searchsorted(reading.words.document, np.arange(len(reading.documents) + 1))
    bounds: Rows = reading.first[documents]
    return bounds


def _of_sentences(reading: Reading, counts: Counts, idf: NeighbourhoodIdf, wanted: Chosen) -> WeightedRows:
    owner = reading.owner
    return _weighted(counts.rows, counts.lone, idf, reading.words.document[owner], wanted[owner])


def _weighted(rows: Csr, lone: Numbers, idf: NeighbourhoodIdf, document: Rows, wanted: Chosen) -> WeightedRows:
    """The wanted rows, weighted by their documents; the others are empty."""
    return WeightedRows(idf.weighted(rows, document, wanted), lone * np.square(idf.alone(document)))
