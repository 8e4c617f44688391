"""Laws of choosing words by the keyboard."""

import re

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.tui.widgets.selection import Selection, whole_words

texts = st.text(st.sampled_from("ab1é漢 .,'’-–“”\n"), min_size=1, max_size=40)


@st.composite
def selections(draw: st.DrawFn) -> tuple[str, tuple[int, int], Selection]:
    """A text, bounds in it, and a span inside them that is not empty."""
    text = draw(texts)
    first = draw(st.integers(0, len(text) - 1))
    last = draw(st.integers(first + 1, len(text)))
    start = draw(st.integers(first, last - 1))
    return text, (first, last), Selection(start, draw(st.integers(start + 1, last)), draw(st.booleans()))


@given(selections(), st.lists(st.sampled_from([1, -1, 0]), max_size=12))
def test_a_selection_never_gets_empty_and_never_leaves_its_bounds(
    case: tuple[str, tuple[int, int], Selection], steps: list[int]
) -> None:
    text, bounds, selection = case
    for step in steps:
        selection = selection.moved(step, text, bounds) if step else selection.swapped()
        assert bounds[0] <= selection.start < selection.end <= bounds[1]


@given(selections(), st.sampled_from([1, -1]))
def test_only_the_moving_end_moves_and_only_its_way(case: tuple[str, tuple[int, int], Selection], step: int) -> None:
    text, bounds, before = case
    after = before.moved(step, text, bounds)
    kept, moving = ("start", "end") if before.at_end else ("end", "start")
    assert getattr(after, kept) == getattr(before, kept)
    assert (getattr(after, moving) - getattr(before, moving)) * step >= 0


@given(selections(), st.sampled_from([1, -1]))
def test_a_step_and_its_opposite_come_back_to_a_word(case: tuple[str, tuple[int, int], Selection], step: int) -> None:
    text, bounds, before = case
    settled = before.moved(step, text, bounds)
    beyond = settled.moved(step, text, bounds)
    if beyond != settled != before:
        assert beyond.moved(-step, text, bounds) == settled


@given(selections())
def test_swapping_twice_changes_nothing(case: tuple[str, tuple[int, int], Selection]) -> None:
    assert case[2].swapped().swapped() == case[2]


@given(selections())
def test_widening_to_whole_words_keeps_what_is_there_and_cuts_no_word(
    case: tuple[str, tuple[int, int], Selection],
) -> None:
    text, bounds, selection = case
    start, end = whole_words(selection.start, selection.end, text, bounds)
    assert bounds[0] <= start < end <= bounds[1]
    words = {place for match in re.finditer(r"\w", text) if selection.start <= (place := match.start()) < selection.end}
    assert all(start <= place < end for place in words)
    assert whole_words(start, end, text, bounds) == (start, end)
    for edge in (start, end):
        inside = bounds[0] < edge < bounds[1] and words
        assert not (inside and text[edge - 1].isalnum() and text[edge].isalnum())
