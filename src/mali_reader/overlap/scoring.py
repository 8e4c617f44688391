"""Score the candidate pairs of blocks: pure functions over counts, one step after the other."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mali_reader.overlap.calibration import BIAS, DIGITS, WEIGHTS
from mali_reader.overlap.candidates import (
    Blocks,
    copied_pairs,
    cosines,
    nearest_documents,
    similar_pairs,
    united,
)
from mali_reader.overlap.evidence import Weighted, evidence, sentence_log_odds
from mali_reader.overlap.terms import Rows, count_terms, neighbours, shingles, sum_rows
from mali_reader.overlap.texts import Reading
from mali_reader.overlap.weights import NeighbourhoodIdf, corpus_weights
from mali_reader.progress import Progress

_LEAST_COSINE = 0.05
"""Blocks less alike than this are no candidates."""
_NEAREST = 4
"""How many other documents say what is rare on an event."""
_SHINGLE = 5


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


def score_pairs(reading: Reading, documents: int, progress: Progress) -> Scored:
    """The candidate pairs among the blocks of `documents` documents."""
    texts = reading.texts
    sizes = [len(text.sentences) for text in texts]
    owner = np.repeat(np.arange(len(texts)), sizes)
    document = np.array([text.number for text in texts])
    title = np.array([text.is_title for text in texts])

    words = np.frombuffer(reading.words, dtype=np.uintc)
    row = np.repeat(np.arange(len(owner)), np.diff(np.frombuffer(reading.starts, dtype=np.ulonglong)).astype(np.int64))
    stems = np.frombuffer(reading.stems, dtype=np.uintc).astype(np.uint64)[words]
    telling = np.flatnonzero(np.frombuffer(reading.content, dtype=np.bool_)[words])
    pairs, pair_row = neighbours(stems, row)
    terms = count_terms(np.concatenate([stems, pairs]), np.concatenate([row, pair_row]), len(owner))
    content = count_terms(stems[telling], row[telling], len(owner))

    blocks = Blocks(corpus_weights(sum_rows(terms, owner, len(texts))), document, title)
    left, right = united(
        len(texts),
        similar_pairs(blocks, _LEAST_COSINE, progress),
        copied_pairs(blocks, *shingles(stems, owner[row], _SHINGLE)),
    )
    likeness = cosines(blocks.rows, left, right)
    near = nearest_documents(document[left], document[right], likeness, documents, _NEAREST)
    content_idf = NeighbourhoodIdf(content, document[owner], near)
    weighted = Weighted(
        terms=NeighbourhoodIdf(terms, document[owner], near).weigh(terms, document[owner]),
        content=content_idf.weigh(content, document[owner]),
        block_content=content_idf.weigh(sum_rows(content, owner, len(texts)), document),
        first=np.concatenate([[0], np.cumsum(sizes)]),
        title=title,
    )
    return Scored(left, right, evidence(weighted, left, right), weighted)
