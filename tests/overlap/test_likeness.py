"""How alike documents are, and what follows for their paragraphs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.overlap.scores.likeness import Likeness
from mali_reader.overlap.terms.counts import count_terms
from mali_reader.overlap.terms.hashing import SINGLES

_SENTENCES = st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=6), min_size=1, max_size=4)
_DOCUMENTS = st.lists(_SENTENCES, min_size=2, max_size=5)


def _alike(documents: list[list[list[int]]], one: int, other: int) -> float:
    sentences = [sentence for document in documents for sentence in document]
    stems = np.array([stem for sentence in sentences for stem in sentence], dtype=np.uint32)
    starts = np.cumsum([0, *map(len, sentences)])
    bounds = np.cumsum([0, *map(len, documents)])
    likeness = Likeness.of(count_terms(stems, starts, (SINGLES,)), bounds)
    return float(likeness(np.array([one]), np.array([other]))[0])


@given(_DOCUMENTS)
def test_two_documents_are_as_alike_in_any_corpus(documents: list[list[list[int]]]) -> None:
    assert _alike(documents, 0, 1) == pytest.approx(_alike(documents[:2], 0, 1))


@given(_DOCUMENTS)
def test_likeness_is_mutual_and_at_most_one(documents: list[list[list[int]]]) -> None:
    assert _alike(documents, 0, 1) == pytest.approx(_alike(documents, 1, 0))
    assert 0 <= _alike(documents, 0, 1) <= 1 + 1e-9


@given(_SENTENCES)
def test_a_document_is_wholly_like_its_copy(sentences: list[list[int]]) -> None:
    assert _alike([sentences, sentences[::-1]], 0, 1) == pytest.approx(1)
