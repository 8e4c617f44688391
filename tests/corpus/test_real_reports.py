"""Five scraped reports of one event, labelled by hand: what a reader would call their parts."""

import json
from pathlib import Path

import pytest

from mali_reader.corpus.model import Corpus
from mali_reader.corpus.reader import read_corpus

SHARED = Path(__file__).parents[2].parent / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "corpora" / "minusma").is_dir(), reason="the shared reports are not here")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(SHARED / "corpora" / "minusma")


@pytest.fixture(scope="module")
def labelled(corpus: Corpus) -> list[tuple[str, str, str]]:
    """File, kind by hand and kind found of every paragraph that was labelled."""
    gold = json.loads((SHARED / "eval" / "minusma-gold.json").read_text("utf-8"))["paragraphs"]
    found = {
        (document.path, number): (document.slice(block), block.kind.value)
        for document in corpus
        for number, block in enumerate(document.blocks)
    }
    for paragraph in gold:
        text, _kind = found[paragraph["file"], paragraph["par"]]
        assert text.startswith(paragraph["head"].removeprefix("# ")[:40])
    return [(p["file"], p["kind"], found[p["file"], p["par"]][1]) for p in gold]


def test_every_labelled_paragraph_is_a_block(corpus: Corpus, labelled: list[tuple[str, str, str]]) -> None:
    assert sum(len(document.blocks) for document in corpus) == len(labelled)


def test_titles_are_those_a_reader_would_name(labelled: list[tuple[str, str, str]]) -> None:
    titles = [(file, found) for file, by_hand, found in labelled if by_hand == "title"]
    assert len(titles) == 5
    assert {found for _file, found in titles} == {"title"}


def test_no_paragraph_of_a_report_is_furniture(labelled: list[tuple[str, str, str]]) -> None:
    bodies = [found for _file, by_hand, found in labelled if by_hand == "body"]
    assert bodies
    assert "furniture" not in bodies


def test_most_of_what_furnishes_the_page_is_found(labelled: list[tuple[str, str, str]]) -> None:
    furniture = [found == "furniture" for _file, by_hand, found in labelled if by_hand.startswith("boilerplate")]
    assert sum(furniture) > len(furniture) / 2
