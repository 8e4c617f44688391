"""How times, places and counts are said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.model import Block, BlockKind, Corpus, Document, Span
from mali_reader.corpus.parsing import parse_document
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.display import visible
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.tui.telling import about_discrepancy
from mali_reader.tui.wording import ago, day, place_in, progress_bar, score

NOW = datetime(2024, 3, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (timedelta(milliseconds=200), "just now"),
        (timedelta(seconds=20), "20 s ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=5), "5 h ago"),
        (timedelta(days=2), "2 d ago"),
        (timedelta(days=30), "3 Feb 2024"),
        (timedelta(hours=-1), "just now"),
    ],
)
def test_times_are_said_in_the_largest_unit_that_fits(before: timedelta, said: str) -> None:
    then = NOW - before
    assert ago(then.isoformat(), NOW) == said
    assert ago(then.isoformat().replace("+00:00", "Z"), NOW) == said


@given(st.one_of(st.text(), st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat())))
def test_a_time_that_is_none_is_shown_and_obeyed_by_nothing(created: str) -> None:
    said = ago(created, NOW)
    assert visible(said) == said


@pytest.mark.parametrize("created", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_times_at_the_ends_of_the_calendar(created: str) -> None:
    assert ago(created, NOW)


def test_days_are_said_as_a_reader_says_them() -> None:
    assert day("2023-06-30") == "30 June 2023"
    assert day(None) == "–"
    assert day("last\x1b[2J Tuesday").isprintable()


@given(st.integers(-3, 50), st.integers(-3, 50), st.integers(1, 30))
def test_a_bar_keeps_its_width(done: int, total: int, width: int) -> None:
    bar = progress_bar(max(0, done), total, width)
    assert len(bar) == width
    assert set(bar) <= set("▓░")
    if 0 < total <= done:
        assert "░" not in bar


def test_places_are_counted_by_paragraphs() -> None:
    kinds = (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.PARAGRAPH)
    blocks = tuple(Block(kind, 10 * n, 10 * n + 8) for n, kind in enumerate(kinds))
    document = Document("a", "a.txt", "x" * 40, "", "Title", blocks)
    assert [place_in(document, start) for start in (0, 15, 20, 37, 39)] == ["title", "¶1", "caption", "¶2", "¶–"]


@given(st.floats(0, 1))
def test_scores_are_short_and_only_full_ones_say_one(value: float) -> None:
    span = Span("a", 0, 1)
    said = score(Overlap(OverlapKind.EDITED, value, span, span, ()))
    assert said == "1" if value >= 0.995 else said.startswith(".") and len(said) == 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("---\ntitle: At the dam\nsource: The Post\n---\n{} people died.\n", "  ‹15 people› died."),
        ("---\nauthor: Ada\ntitle: Dam breaks, {} dead\n---\nThe mayor spoke.\n", " title  Dam breaks, ‹15› dead"),
    ],
)
def test_the_words_around_a_place_are_of_its_own_part_of_the_document(text: str, shown: str) -> None:
    documents = tuple(parse_document(text.format(dead), id=dead, path=dead, markdown=False) for dead in ("12", "15"))
    (found,) = find_discrepancies(documents, find_overlaps(documents))
    assert any(line.text.endswith(shown) for line in about_discrepancy(found, Corpus(documents), 0))
