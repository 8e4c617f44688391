"""Texts cut at their spaces: as `str.split` cuts them, and a key for each run that only equal runs share."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence
from mali_reader.overlap.words import runs
from mali_reader.overlap.words.runs import SPACES, runs_of

PIECES = st.text("ab. '’é字𝄞\0\n\u00a0\u3000\u200b\ud800", min_size=0, max_size=8)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks, text = [], ""
    for kind in draw(st.lists(st.sampled_from(BlockKind), max_size=4)):
        start, sentences = len(text), []
        for piece in draw(st.lists(PIECES, max_size=4)):
            sentences.append(Sentence(len(text), len(text) + len(piece)))
            text += piece + draw(st.sampled_from(["", " ", "x"]))
        blocks.append(Block(kind, start, len(text), tuple(sentences)))
        text += draw(st.sampled_from(["", "\n\n", "menu"]))
    language = draw(st.sampled_from([None, "en", "fr"]))
    return Document("a", "a", text, "", "a", tuple(blocks), language=language)


def _read(some: list[Document]) -> list[tuple[int, int, int, int, list[str]]]:
    """Document, block, start and end of each sentence, and its runs."""
    return [
        (number, place, part.start, part.end, document.text[part.start : part.end].split())
        for number, document in enumerate(some)
        for place, block in enumerate(document.blocks)
        if block.kind is not BlockKind.FURNITURE
        for part in (block.sentences or (block,))
    ]


@given(st.lists(documents(), max_size=4))
def test_runs_are_what_split_gives_of_each_sentence(some: list[Document]) -> None:
    found = runs_of(some)
    told = [found.text[begin:end] for begin, end in zip(found.begins.tolist(), found.ends.tolist(), strict=True)]
    expected = _read(some)
    assert told == [run for *_, cut in expected for run in cut]
    assert found.size.tolist() == [len(cut) for *_, cut in expected]
    assert list(zip(found.start.tolist(), found.end.tolist(), strict=True)) == [row[2:4] for row in expected]
    owners = [
        pair
        for pair, count in zip(
            zip(found.document.tolist(), found.block.tolist(), strict=True), found.sentences.tolist(), strict=True
        )
        for _ in range(count)
    ]
    assert owners == [row[:2] for row in expected]


@given(st.lists(documents(), max_size=4))
def test_only_equal_runs_of_one_language_share_a_key(some: list[Document]) -> None:
    found = runs_of(some)
    languages = [some[row[0]].language for row in _read(some) for _ in row[4]]
    runs_told = [run for *_, cut in _read(some) for run in cut]
    assert len(set(found.keys.tolist())) == len(set(zip(languages, runs_told, strict=True)))
    assert len(set(zip(found.keys.tolist(), languages, runs_told, strict=True))) == len(set(found.keys.tolist()))
    assert 0 not in found.keys


def test_a_key_does_not_depend_on_where_a_run_stands_or_how_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = " ".join(["but", "cut", "buu", "x" * 300, "a", "b", "ab", "ba"] * 20)
    document = Document("a", "a", text, "", "a", (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    whole = runs_of([document]).keys.tolist()
    assert len(set(whole)) == 8
    assert whole[:8] * 20 == whole
    monkeypatch.setattr(runs, "_CHUNK", 100)
    assert runs_of([document, document]).keys.tolist() == whole * 2


def test_spaces_are_what_python_takes_for_spaces() -> None:
    assert sorted(SPACES) == [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace()]
