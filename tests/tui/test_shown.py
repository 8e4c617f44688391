"""Laws of text as it is shown: offsets there and back, and rows that fit."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mali_reader.display import visible
from mali_reader.tui.widgets.shown import ShownText, index_at_cell, wrap

HARD = "ab c.\n\t\u00a0\u202f漢字ｱ👍👩‍👩‍👧🇲🇱é\u0301\u0308\u200b\u202e\x1b\x07\x85\ufeff[/bold]-–’"
texts = st.text(st.one_of(st.sampled_from(HARD), st.characters()), max_size=60)


@st.composite
def pieces(draw: st.DrawFn) -> tuple[str, int, int, list[tuple[int, str]]]:
    """A text, a piece of it, and signs to put into the piece."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    signs = draw(st.lists(st.tuples(st.integers(start, end), st.sampled_from("✓✗‹›")), max_size=4))
    return text, start, end, signs


@given(pieces())
def test_an_offset_is_found_again_where_it_is_shown(piece: tuple[str, int, int, list[tuple[int, str]]]) -> None:
    text, start, end, signs = piece
    shown = ShownText(text, start, end, signs)
    assert len(shown.string) == end - start + len(signs)
    for offset in range(start, end):
        assert shown.to_source(shown.to_shown(offset)) == offset
        assert shown.string[shown.to_shown(offset)] == visible(text[offset])


@given(pieces())
def test_without_signs_it_is_as_long_as_its_source(piece: tuple[str, int, int, list[tuple[int, str]]]) -> None:
    text, start, end, _ = piece
    assert ShownText(text, start, end).string == visible(text[start:end])


@given(pieces())
def test_a_sign_stands_before_its_character(piece: tuple[str, int, int, list[tuple[int, str]]]) -> None:
    shown = ShownText(*piece)
    assert [shown.string[index] for index, _ in shown.signs] == [sign for _, sign in shown.signs]
    for (index, _), (offset, _) in zip(shown.signs, sorted(piece[3], key=lambda sign: sign[0]), strict=True):
        assert shown.to_source(index) == offset
        assert index < shown.to_shown(offset)


@given(pieces(), st.data())
def test_a_range_shows_its_source_and_nothing_of_its_neighbours(
    piece: tuple[str, int, int, list[tuple[int, str]]], data: st.DataObject
) -> None:
    text, start, end, signs = piece
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    shown = ShownText(text, start, end, signs)
    a, b = shown.range_of(first, last)
    sources = {shown.to_source(index) for index in range(a, b)}
    assert sources == set(range(max(first, start), min(last, end)))


@given(texts, st.integers(2, 40))
def test_rows_are_in_order_fit_and_leave_out_nothing_but_spaces(text: str, width: int) -> None:
    shown = visible(text)
    rows = wrap(shown, width)
    assert rows
    place = 0
    for start, end in rows:
        assert place <= start <= end <= len(shown)
        assert shown[place:start].strip(" ") == ""
        assert cell_len(shown[start:end]) <= width
        place = end
    assert shown[place:].strip(" ") == ""


@given(st.lists(st.text("abcdefg", min_size=1, max_size=8), min_size=1, max_size=20), st.integers(8, 30))
def test_rows_break_between_words_and_as_late_as_they_can(words: list[str], width: int) -> None:
    text = " ".join(words)
    rows = [text[start:end] for start, end in wrap(text, width)]
    assert " ".join(rows) == text
    for row, following in pairwise(rows):
        assert len(row) + 1 + len(following.split(" ")[0]) > width


def test_no_break_spaces_hold_words_together() -> None:
    text = "until 31\u00a0December at last"
    rows = [text[start:end] for start, end in wrap(text, 14)]
    assert rows == ["until", "31\u00a0December at", "last"]


@given(texts, st.integers(2, 40))
def test_the_character_at_a_cell_is_the_one_that_is_drawn_there(text: str, width: int) -> None:
    shown = visible(text)
    for row in wrap(shown, width):
        for index in range(*row):
            before = sum(cell_len(char) for char in shown[row[0] : index])
            if cell_len(shown[index]):
                assert index_at_cell(shown, row, before) == index
        assert index_at_cell(shown, row, 1000) == row[1]
