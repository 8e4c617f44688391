"""Score the candidate pairs of blocks: pure functions over counts, one step after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.overlap.calibration import BIAS, WEIGHTS
from mali_reader.overlap.candidates import candidate_pairs, nearest_documents
from mali_reader.overlap.evidence import Weighted, evidence
from mali_reader.overlap.terms import TermReader, content_words, count_terms, sum_rows
from mali_reader.overlap.texts import Text
from mali_reader.overlap.weights import NeighbourhoodIdf, corpus_weights
from mali_reader.progress import Progress

_LEAST_COSINE = 0.03
"""Blocks less alike than this are no candidates."""
_NEAREST = 4
"""How many other documents say what is rare on an event."""


@dataclass(frozen=True)
class Scored:
    """Pairs of blocks (by number, the left one first), what speaks for them, and the weighted terms behind that."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    evidence: NDArray[np.float64]
    weighted: Weighted

    def pairs(self) -> Iterator[tuple[int, int, float]]:
        """Left block, right block and score, ordered by the blocks."""
        score = 1 / (1 + np.exp(-(self.evidence @ np.array(WEIGHTS) + BIAS)))
        order = np.lexsort((self.right, self.left))
        yield from zip(self.left[order].tolist(), self.right[order].tolist(), score[order].tolist(), strict=True)


def score_pairs(texts: Sequence[Text], documents: int, progress: Progress) -> Scored:
    """The candidate pairs among the blocks of `documents` documents."""
    sizes = [len(text.sentences) for text in texts]
    owner = np.repeat(np.arange(len(texts)), sizes)
    document = np.array([text.number for text in texts])
    title = np.array([text.is_title for text in texts])
    terms, content = _counts(texts)
    blocks = sum_rows(terms, owner, len(texts))
    pairs = candidate_pairs(corpus_weights(blocks), document, title.astype(np.int64), _LEAST_COSINE, progress)
    near = nearest_documents(pairs, document, documents, _NEAREST)
    content_idf = NeighbourhoodIdf(content, document[owner], near)
    weighted = Weighted(
        terms=NeighbourhoodIdf(terms, document[owner], near).weigh(terms, document[owner]),
        content=content_idf.weigh(content, document[owner]),
        block_content=content_idf.weigh(sum_rows(content, owner, len(texts)), document),
        first=np.concatenate([[0], np.cumsum(sizes)]),
        title=title,
    )
    left, right, _ = pairs
    return Scored(left, right, evidence(weighted, left, right), weighted)


def _counts(texts: Sequence[Text]) -> tuple[sparse.csr_array, sparse.csr_array]:
    reader = TermReader()
    terms, content = [], []
    for text in texts:
        language = text.document.language or "en"
        for words in text.words:
            terms.append(reader.stems(words, language))
            content.append(reader.stems(content_words(words, language), language))
    return count_terms(terms, pairs=True), count_terms(content, pairs=False)
