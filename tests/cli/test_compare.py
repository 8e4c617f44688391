"""The side-by-side diff: rows keep their sentences together, and only what differs stands out."""

from pathlib import Path

import pyte
import pytest
from asking import Run
from terminal import on_a_terminal

from mali_reader.cli.side_by_side import rows
from mali_reader.corpus.model import Block, BlockKind, Document, Sentence, Span
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair

MARKS = "‹›"


def document(name: str, *sentences: str) -> Document:
    """A document of one paragraph."""
    text = " ".join(sentences)
    spans = []
    at = 0
    for sentence in sentences:
        spans.append(Sentence(at, at + len(sentence)))
        at += len(sentence) + 1
    return Document(name, f"{name}.txt", text, "", name, (Block(BlockKind.PARAGRAPH, 0, len(text), tuple(spans)),))


def overlap(left: Document, right: Document, *pairs: tuple[int, int, bool]) -> Overlap:
    """An overlap of two paragraphs whose sentences of those numbers are aligned."""
    aligned = tuple(
        SentencePair(
            OverlapKind.EDITED,
            0.9,
            left.span(left.blocks[0].sentences[one]),
            right.span(right.blocks[0].sentences[other]),
            moved,
        )
        for one, other, moved in pairs
    )
    return Overlap(OverlapKind.EDITED, 0.9, left.span(left.blocks[0]), right.span(right.blocks[0]), aligned)


def drawn(left: Document, right: Document, found: Overlap) -> list[tuple[str, str, bool]]:
    """The rows as texts."""
    return [
        (
            left.slice(row.left.span) if row.left else "",
            right.slice(row.right.span) if row.right else "",
            row.moved,
        )
        for row in rows(found, left, right)
    ]


def test_aligned_sentences_share_a_row_and_others_stand_where_they_stood() -> None:
    left = document("a", "One.", "Only here.", "Two.")
    right = document("b", "Only there.", "One!", "Two!", "The end.")
    assert drawn(left, right, overlap(left, right, (0, 1, False), (2, 2, False))) == [
        ("", "Only there.", False),
        ("One.", "One!", False),
        ("Only here.", "", False),
        ("Two.", "Two!", False),
        ("", "The end.", False),
    ]


def test_a_moved_sentence_says_so_and_moves_nothing_else() -> None:
    left, right = document("a", "One.", "Two.", "Three."), document("b", "Three!", "One!", "Two!")
    found = overlap(left, right, (0, 1, False), (1, 2, False), (2, 0, True))
    assert drawn(left, right, found) == [
        ("One.", "One!", False),
        ("Two.", "Two!", False),
        ("Three.", "Three!", True),
    ]


def test_turned_around_the_columns_change_places_and_nothing_is_lost() -> None:
    left, right = document("a", "Ten men left.", "Alone."), document("b", "Alone too.", "Ten women left.")
    found = overlap(left, right, (0, 1, False))
    there = {(one, other) for one, other, _ in drawn(left, right, found)}
    back = {(other, one) for one, other, _ in drawn(right, left, found)}
    assert there == back
    (row,) = [row for row in rows(found, right, left) if row.left and row.right]
    assert row.left is not None and row.right is not None
    assert [right.text[start:end] for start, end in row.left.marked] == ["women"]
    assert [left.text[start:end] for start, end in row.right.marked] == ["men"]
    assert row.left.span == Span("b", 11, 26)


def test_where_there_is_no_colour_marks_set_the_differing_words_off(run: Run) -> None:
    shown = run("compare", "wire", "rewrite").out
    for word in ("‹13,000›", "‹15,000›", "‹July›", "‹April›"):
        assert word in shown
    assert "‹unanimously" not in shown
    assert "\x1b" not in shown


def test_a_mark_parts_no_bracket_from_its_partner(run: Run, workspace: Path) -> None:
    for name, when in (("early", "2020"), ("late", "2021 (again)")):
        text = f"The generals seized power in {when} and hired the foreign fighters of the Wagner company.\n"
        (workspace / "corpus" / f"{name}.txt").write_text(text, "utf-8")
    assert "(again)› and hired" in run("compare", "early", "late").out


def test_the_first_named_document_is_on_the_left(run: Run) -> None:
    for left, right, word in (("wire", "rewrite", "‹13,000›"), ("rewrite", "wire", "‹15,000›")):
        line = next(line for line in run("compare", left, right).out.splitlines() if word in line)
        assert line.index(word) < line.index("│")


def test_on_a_terminal_only_the_differing_words_are_coloured(workspace: Path) -> None:
    written = on_a_terminal(workspace, "compare", "wire", "rewrite").decode()
    screen = pyte.Screen(80, 200)
    pyte.Stream(screen).feed(written)
    assert not set(MARKS) & set("".join(screen.display))
    coloured = [
        "".join(
            char.data if char.underscore and char.fg != "default" else " " for char in map(line.__getitem__, range(80))
        )
        for line in screen.buffer.values()
    ]
    words = set(" ".join(coloured).split())
    assert {"13,000", "15,000", "July", "April"} <= words
    assert not {"unanimously", "Security", "peacekeeping"} & words


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb terminal"])
def test_a_terminal_without_colour_gets_marks(workspace: Path, environ: dict[str, str]) -> None:
    written = on_a_terminal(workspace, "compare", "wire", "rewrite", **environ).decode()
    assert "‹13,000›" in written
    assert "\x1b[3" not in written


def test_documents_that_share_nothing_say_so(run: Run, workspace: Path) -> None:
    (workspace / "corpus" / "other.txt").write_text("Recipes\n\nBeat two eggs, then fold in flour.\n", "utf-8")
    answer = run("compare", "wire", "other")
    assert answer.code == 0
    assert "share nothing" in answer.out
    assert run("compare", "wire", "other", "--json").json == {"overlaps": []}


def test_a_least_score_leaves_pairs_out_and_a_low_one_lets_more_in(run: Run) -> None:
    def scores(*options: str) -> list[float]:
        return [overlap["score"] for overlap in run("compare", "wire", "rewrite", "--json", *options).json["overlaps"]]

    every = scores("--min-score", "0")
    assert len(every) > len(scores())
    least = sorted(every)[1]
    assert sorted(scores("--min-score", str(least))) == sorted(every)[1:]
    shown = run("compare", "wire", "rewrite", "--min-score", str(least)).out
    assert f"pair 1 of {len(every) - 1} " in shown


def test_where_the_least_score_is_too_high_it_says_so(run: Run) -> None:
    assert "share nothing that scores 1 or more" in run("compare", "wire", "rewrite", "--min-score", "1").out
    assert run("compare", "wire", "rewrite", "--min-score", "2").code == 2
