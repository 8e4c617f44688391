"""Score the candidate pairs of blocks: pure functions over counts, one step after the other."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.calibration import BIAS, DIGITS, WEIGHTS
from mali_reader.overlap.candidates import Blocks, nearest_documents, similar_pairs, united
from mali_reader.overlap.copies import copied_pairs
from mali_reader.overlap.evidence import Weighted, WeightedRows, evidence, sentence_log_odds
from mali_reader.overlap.hashing import neighbours, singles
from mali_reader.overlap.sparse import Csr, Rows
from mali_reader.overlap.terms import Entries, by_owner, count_terms, matrix
from mali_reader.overlap.texts import CONTENT, Reading
from mali_reader.overlap.weights import NeighbourhoodIdf, corpus_weights
from mali_reader.progress import Progress

FREQUENT = 100
"""Terms in more blocks than this choose no candidates, unless of copies; they still count in the evidence."""
_LEAST_COSINE = 0.05
"""Blocks less alike than this are no candidates."""
_NEAREST = 4
"""How many other documents say what is rare on an event."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two blocks by number, their score, and the log-odds of their sentences: all of the first left one first."""

    left: int
    right: int
    score: float
    sentences: list[float]


@dataclass(frozen=True)
class Scored:
    """Pairs of blocks (by number, the left one first, in order), what speaks for them, and the weighted terms."""

    left: Rows
    right: Rows
    evidence: NDArray[np.float64]
    weighted: Weighted

    def pairs(self, least: float) -> list[ScoredPair]:
        """The pairs with a score of `least` or more."""
        score = np.round(1 / (1 + np.exp(-(self.evidence @ np.array(WEIGHTS) + BIAS))), DIGITS)
        kept = np.flatnonzero(score >= least)
        left, right = self.left[kept], self.right[kept]
        odds, starts = sentence_log_odds(self.weighted, left, right)
        columns = zip(left.tolist(), right.tolist(), score[kept].tolist(), pairwise(starts.tolist()), strict=True)
        return [ScoredPair(i, j, value, odds[a:b].tolist()) for i, j, value, (a, b) in columns]


def score_pairs(reading: Reading, progress: Progress) -> Scored:
    """The candidate pairs among the blocks of documents."""
    words, owner = reading.words, reading.owner
    row = np.repeat(np.arange(len(owner), dtype=np.int32), words.size)
    terms = count_terms(words.stem, row, (singles, neighbours), len(owner))
    left, right, near = _candidates(reading, terms, row, progress)
    wanted = np.zeros(len(reading), dtype=np.bool_)
    wanted[left] = wanted[right] = True
    weighted_terms, _ = _weigh(reading, terms, near, wanted)
    del terms  # they take more memory than all that is still to come
    telling = np.flatnonzero(words.flags & CONTENT)
    content = count_terms(words.stem[telling], row[telling], (singles,), len(owner))
    weighted_content, idf = _weigh(reading, content, near, wanted)
    weighted_blocks = _weighed(by_owner(content, owner, len(reading)), idf, words.document, wanted)
    weighted = Weighted(weighted_terms, weighted_content, weighted_blocks, reading.first, reading.title)
    return Scored(left, right, evidence(weighted, left, right), weighted)


def _candidates(reading: Reading, terms: Entries, row: Rows, progress: Progress) -> tuple[Rows, Rows, Csr]:
    """Pairs of blocks that may overlap, and which documents are near which."""
    words, owner = reading.words, reading.owner
    block_terms = by_owner(terms, owner, len(reading))
    blocks = Blocks(block_terms, corpus_weights(block_terms), words.document, reading.role)
    left, right = united(
        len(reading),
        similar_pairs(blocks, FREQUENT, _LEAST_COSINE, progress),
        copied_pairs(blocks, words.stem, owner[row], progress),
    )
    cosines = blocks.cosines(left, right)
    near = nearest_documents(words.document[left], words.document[right], cosines, len(reading.documents), _NEAREST)
    return left, right, near


def _weigh(
    reading: Reading, entries: Entries, near: Csr, wanted: NDArray[np.bool_]
) -> tuple[WeightedRows, NeighbourhoodIdf]:
    """The sentences of the wanted blocks, and what their terms weigh."""
    owner = reading.owner
    document = reading.words.document[owner]
    idf = NeighbourhoodIdf(entries, document, near, wanted[owner])
    return _weighed(entries, idf, document, wanted[owner]), idf


def _weighed(entries: Entries, idf: NeighbourhoodIdf, document: Rows, wanted: NDArray[np.bool_]) -> WeightedRows:
    """The wanted rows, weighted by their documents; the others are empty."""
    some = entries.where(wanted[entries.row])
    rows = matrix(some, some.sublinear, len(document))
    weights = rows.data  # scaled in place: a copy takes as much memory as the rows
    weights *= idf(rows.indices, document[rows.owners()])
    return WeightedRows(rows, entries.lone * np.square(idf.alone(document)))
