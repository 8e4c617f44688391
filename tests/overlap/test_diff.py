"""The words that differ: laws that every diff keeps, and what a reader gets to see."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.overlap.diffs.diff import WordChange, diff_words, word_changes
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.model import ChangeOp
from mali_reader.overlap.words.cut import cut
from mali_reader.overlap.words.forms import fold, folded_words, word_matches, words_in

from .reports import BRIDGE

_SOME_WORDS = ["the", "of", "a", "Velda", "UN", "U.N.", "Sept.", "September", "30", "13,000", "$200", "mayor’s",
               "mayor's", "state-owned", "peace–keeping", "und/oder", "état", "“Mar.", "Straße",
               "5%", "p.m.", "İzmir", "安全", "हिंदी", "السلام"]  # fmt: skip
_GAPS = [" ", "\u00a0", "\n", ", ", ". ", " — ", "-", " “", "” "]
texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(st.sampled_from(_SOME_WORDS), st.sampled_from(_GAPS)), max_size=25).map(
        lambda parts: "".join(word + gap for word, gap in parts)
    ),
)

pairs = st.one_of(
    st.tuples(texts, texts),
    st.tuples(texts, texts, texts, texts).map(
        lambda parts: (f"{parts[0]} {parts[1]} {parts[3]}", f"{parts[0]} {parts[2]} {parts[3]}")
    ),
)


def shown(left: str, right: str) -> list[tuple[str, str]]:
    return [
        (left[change.left_start : change.left_end], right[change.right_start : change.right_end])
        for change in diff_words(left, right)
    ]


def mirrored(change: WordChange) -> WordChange:
    op = {ChangeOp.INSERT: ChangeOp.DELETE, ChangeOp.DELETE: ChangeOp.INSERT}.get(change.op, change.op)
    return WordChange(op, change.right_start, change.right_end, change.left_start, change.left_end)


@given(pairs)
def test_the_changes_turn_the_left_words_into_the_right_ones(pair: tuple[str, str]) -> None:
    left, right = pair
    words: list[str] = []
    place = 0
    for change in diff_words(left, right):
        words += folded_words(left[place : change.left_start])
        words += folded_words(right[change.right_start : change.right_end])
        place = change.left_end
    words += folded_words(left[place:])
    assert tuple(words) == folded_words(right)


@given(pairs)
def test_no_word_is_split_and_changes_stand_in_order_inside_the_texts(pair: tuple[str, str]) -> None:
    left, right = pair
    changes = diff_words(left, right)
    for text, spans in (
        (left, [(change.left_start, change.left_end) for change in changes]),
        (right, [(change.right_start, change.right_end) for change in changes]),
    ):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
        inside = {place for match in word_matches(text) for place in range(match.start() + 1, match.end())}
        assert not inside & set(edges)


@given(pairs)
def test_each_change_has_the_sides_its_operation_names(pair: tuple[str, str]) -> None:
    left, right = pair
    for change in diff_words(left, right):
        assert (change.left_start < change.left_end) == (change.op is not ChangeOp.INSERT)
        assert (change.right_start < change.right_end) == (change.op is not ChangeOp.DELETE)


@given(pairs)
def test_swapping_the_texts_mirrors_the_changes(pair: tuple[str, str]) -> None:
    left, right = pair
    assert diff_words(right, left) == tuple(map(mirrored, diff_words(left, right)))


@given(texts, texts)
def test_words_that_both_begin_and_end_with_change_no_edit(left: str, right: str) -> None:
    def changed(before: str, after: str) -> list[tuple[tuple[str, ...], ...]]:
        return [tuple(map(folded_words, words)) for words in shown(f"{before}{left}{after}", f"{before}{right}{after}")]

    assert changed("zebra ", " yak") == changed("", "")


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert diff_words(text, text) == ()


@given(texts)
def test_upper_case_and_other_spaces_are_no_edit(text: str) -> None:
    assert diff_words(text, text.replace(" ", "\u00a0\n")) == ()
    if folded_words(text.upper()) == folded_words(text):
        assert diff_words(text, text.upper()) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the state-owned ferry", "The state‑owned ferry,"),
        ('"the end of the ferry service"', "“the end of the ferry service,”"),
        ("Velda's mayor", "Velda’s mayor"),
        ("until Sept. 30", "until September 30."),
        ("on Dec. 31, 2023", "on December\u00a031, 2023"),
        ("the U.N. said", "the UN said"),
        ("peace - he said - now", "peace — he said – now"),
        ("one line\nand another", "one line and another"),
        ("(VHA)", "VHA"),
    ],
)
def test_spelling_of_the_same_words_is_no_edit(left: str, right: str) -> None:
    assert shown(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "changes"),
    [
        ("a force of 13,000 people", "a force of 13,289 people", [("13,000", "13,289")]),
        ("a fine of $200 million", "a fine of €200 million", [("$200", "€200")]),
        ("it fell by 5% in May", "it fell by 5 in May", [("5%", "5")]),
        ("a 13,000-strong force", "a 1,000-strong force", [("13,000-strong", "1,000-strong")]),
        ("troops protected many civilians", "troops protected civilians", [("many", "")]),
        ("they left Velda", "they left northern Velda", [("", "northern")]),
        (
            "told to end the mission of peace now",
            "told to stop the work of peace now",
            [("end the mission", "stop the work")],
        ),
        ("he did not deny it", "he did deny it", [("not", "")]),
        ("from port to port", "from port to port to port", [("", "to port")]),
        ("they left Velda.", "they left at last.", [("Velda", "at last")]),
        ("he said “no” – twice", "he said ‘no’ - thrice", [("twice", "thrice")]),
    ],
)
def test_what_a_reader_sees(left: str, right: str, changes: list[tuple[str, str]]) -> None:
    assert shown(left, right) == changes


@given(texts, texts)
def test_words_cut_run_by_run_are_those_of_the_whole_text(text: str, other: str) -> None:
    for some in (text, other, text + other, text.upper()):
        assert tuple(cut(some).forms) == folded_words(some)


@pytest.mark.parametrize("gap", ["\n", "\t", "\u00a0", "—", '"', ","])
def test_a_long_text_without_spaces_is_compared_in_time(gap: str) -> None:
    left, right = ([f"{word}{number}" for number in range(4000) for word in ("one", some)] for some in ("a", "b"))
    assert len(shown(gap.join(left), gap.join(right))) == 4000


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    for word in words_in(text):
        assert fold(fold(word)) == fold(word)


def test_changes_inside_a_pair_are_places_of_the_documents() -> None:
    by_id = {report.id: report for report in BRIDGE}
    overlaps = find_overlaps(BRIDGE)
    seen = set()
    for overlap in overlaps:
        left, right = by_id[overlap.left.document], by_id[overlap.right.document]
        for pair in overlap.sentences:
            for change in word_changes(left, right, pair):
                assert pair.left.start <= change.left.start <= change.left.end <= pair.left.end
                assert pair.right.start <= change.right.start <= change.right.end <= pair.right.end
                seen.add((left.slice(change.left), right.slice(change.right)))
    assert any(re.search("urged", right) and re.search("asked", left) for left, right in seen)
