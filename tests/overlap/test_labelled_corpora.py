"""The engine against corpora that people labelled, where these lie beside the project."""

import json
from pathlib import Path

import pytest

from mali_reader.corpus.model import Corpus
from mali_reader.corpus.reader import read_corpus
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.model import Overlap, OverlapKind

from .scores import f1

SHARED = Path(__file__).parents[3] / "shared"
needs_corpora = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled corpora are not beside the project")


@pytest.fixture(scope="module")
def minusma() -> tuple[Corpus, tuple[Overlap, ...]]:
    corpus = read_corpus(SHARED / "corpora" / "minusma")
    return corpus, find_overlaps(corpus.documents)


@needs_corpora
@pytest.mark.parametrize(("name", "least"), [("minusma", 0.85), ("aarp-2011", 0.6), ("hunter-2018", 0.7)])
def test_what_people_labelled_is_found(name: str, least: float) -> None:
    corpus = read_corpus(SHARED / "corpora" / name)
    gold = json.loads((SHARED / "eval" / f"{name}-gold.json").read_text("utf-8"))
    assert f1(corpus, find_overlaps(corpus.documents), gold) >= least


@needs_corpora
def test_the_sentence_of_the_resolution_is_found_wherever_it_is_quoted(
    minusma: tuple[Corpus, tuple[Overlap, ...]],
) -> None:
    corpus, overlaps = minusma
    quoting = [o for o in overlaps if "cessation of its operations" in corpus.text_of(o.left)]
    verbatim = {(o.left.document[:3], o.right.document[:3]) for o in quoting if o.kind is OverlapKind.VERBATIM}
    assert verbatim == {("000", "001"), ("000", "003"), ("001", "003")}
    assert {(o.left.document[:3], o.right.document[:3]) for o in quoting} >= {("000", "002"), ("001", "002")}


@needs_corpora
def test_the_diff_of_a_quoted_sentence_marks_few_words(minusma: tuple[Corpus, tuple[Overlap, ...]]) -> None:
    corpus, overlaps = minusma
    (pair,) = [
        pair
        for o in overlaps
        for pair in o.sentences
        if (o.left.document[:3], o.right.document[:3]) == ("001", "003")
        and "cessation of its operations" in corpus.text_of(pair.left)
    ]
    left, right = corpus.get(pair.left.document), corpus.get(pair.right.document)
    assert left
    assert right
    changes = word_changes(left, right, pair)
    marked = sum(len(corpus.text_of(change.left).split()) for change in changes)
    assert 0 < marked <= len(left.slice(pair.left).split()) / 5
    assert not any("cessation" in corpus.text_of(change.left) for change in changes)


@needs_corpora
def test_no_pair_is_reported_for_a_shared_full_name_alone(minusma: tuple[Corpus, tuple[Overlap, ...]]) -> None:
    corpus, overlaps = minusma
    named = [
        (o.left.document[:3], o.right.document[:3])
        for o in overlaps
        if all("Multidimensional Integrated Stabilization" in corpus.text_of(side) for side in (o.left, o.right))
    ]
    assert set(named) == {("001", "003")}
