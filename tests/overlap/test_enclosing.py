"""A mark around words that differ keeps brackets and quotation marks together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.overlap.diffs.diff import diff_words
from mali_reader.overlap.diffs.enclosing import enclosing


def marked(text: str, words: str) -> str:
    """What a mark around those words of a text holds."""
    start = text.index(words)
    first, last = enclosing(text, start, start + len(words), (0, len(text)))
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("power in 2021 (again) and hired", "2021 (again", "2021 (again)"),
        ("They (all of them) left at once", "all of them) left", "(all of them) left"),
        ("the “Wagner Group” came", "the “Wagner Group", "the “Wagner Group”"),
        ('he said "not now," and left', 'said "not now', 'said "not now,"'),
        ('"Not now," he said', 'Not now," he', '"Not now," he'),
        ("la «force antijihadiste».", "la «force antijihadiste", "la «force antijihadiste»"),
        ("die „Wagner“ kam", "die „Wagner", "die „Wagner“"),
        ("a ‘crisis of the army’s making’ there", "a ‘crisis of the army’s making", "a ‘crisis of the army’s making’"),
        ("(see “the annex”).", "see “the annex", "see “the annex”"),
        ("came ([again]) then", "came ([again", "came ([again])"),
    ],
)
def test_a_mark_holds_the_partner_of_a_sign_in_it(text: str, words: str, whole: str) -> None:
    assert marked(text, words) == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('the "text" below', "text"),
        ("Council (UNSC) voted", "UNSC"),
        ("the soldiers’ camp", "the soldiers"),
        ("Mali's army (then small)", "Mali's army"),
        ("he (she says (all) this) left", "says"),
        ("it (lasted ten years) ended", "it (lasted"),
        ('and "Wagner" or "Africa Corps" left', '"Wagner" or'),
    ],
)
def test_a_mark_that_opens_and_closes_as_much_stays(text: str, words: str) -> None:
    assert marked(text, words) == words


def test_nothing_beyond_the_sentence_is_marked() -> None:
    text = "(One two) three"
    assert enclosing(text, 1, 8, (1, 8)) == (1, 8)
    assert enclosing("One (two)", 4, 8, (0, 8)) == (4, 8)


TEXTS = st.text(alphabet="ab12 ()[]“”„‘’«»\"'.,-", max_size=40)


@given(TEXTS, TEXTS)
def test_marks_take_in_no_word_and_never_meet(left: str, right: str) -> None:
    last = 0
    for change in diff_words(left, right):
        start, end = change.left_start, change.left_end
        if start < end:
            first, until = enclosing(left, start, end, (0, len(left)))
            assert last <= first <= start < end <= until
            added = left[first:start] + left[end:until]
            assert not any(sign.isalnum() or sign.isspace() for sign in added)
            last = until


def test_very_many_signs_in_a_row_are_no_trouble() -> None:
    quotes = '"' * 50_000
    text = f"a {quotes}b{quotes} c"
    assert enclosing(text, 0, 50_003, (0, len(text)))[0] == 0
