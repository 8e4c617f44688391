"""Spans other than sentences, chosen by the keyboard and by the mouse."""

import pytest
from textual.widget import Widget

from mali_reader.tui.widgets.document_view import DocumentView

from .conftest import Opened
from .session import Session

COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
NOBODY = "Nobody asked them before the vote."


def place_of(session: Session, word: str) -> tuple[Widget, tuple[int, int]]:
    """The page, and the cell of it where a word begins."""
    view = session.app.screen.query_one(DocumentView)
    for y, line in enumerate(session.part(DocumentView)):
        if word in line:
            margins = view.content_region.offset - view.region.offset
            return view, (line.index(word) + margins.x, y + margins.y)
    raise AssertionError(f"{word!r} is not on the page")


@pytest.mark.covers("select-span", "reader")
async def test_words_are_selected_and_judged_exactly(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COUNT)
        await session.press("s", *["left"] * 9)
        await session.until(lambda: session.margin.startswith("“About 4,200 people use the ferry every week"), "short")
        await session.press("o", "right")
        await session.until(lambda: session.margin.startswith("“4,200 people"), "the other end did not move")
        chosen = session.margin[1 : session.margin.index("”")]
        assert COUNT.startswith(f"About {chosen}")
        assert len(chosen) < len(COUNT) - 6
        await session.press("v")
        await session.sees("✓4,200")
        assert session.records[-1]["target"]["exact"] == chosen
        assert session.margin.startswith(f"“{NOBODY}")


@pytest.mark.covers("select-span", "reader")
async def test_a_selection_grows_beyond_its_sentence_and_esc_lets_go(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COUNT)
        await session.press("s", "right")
        await session.until(lambda: f"{COUNT} Nobody" in session.margin, "the end did not move")
        await session.press("escape")
        await session.until(lambda: session.margin.startswith(f"“{COUNT}”"), "esc did not let go")
        assert session.title.startswith("Harbour council")
        await session.press("v")
        await session.sees("✓About")
        assert session.records[-1]["target"]["exact"] == COUNT


async def test_arrows_and_o_mean_nothing_of_the_kind_while_nothing_is_selected(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COUNT)
        await session.press("left", "right", "o")
        assert session.margin.startswith(f"“{COUNT}”")


async def test_y_copies_the_selection(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to("Nobody")
        await session.press("s", "left", "left", "y")
        assert NOBODY.startswith(session.app.clipboard)
        assert 0 < len(session.app.clipboard) < len(NOBODY)


async def test_a_click_puts_the_cursor_on_the_sentence(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        view, place = place_of(session, "asked")
        await session.pilot.click(view, offset=place)
        await session.until(lambda: session.margin.startswith(f"“{NOBODY}"), "the cursor is elsewhere")
        await session.press("x")
        await session.sees("✗Nobody")


async def test_dragging_selects_whole_words(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        view, start = place_of(session, "4,200")
        _, end = place_of(session, "people")
        await session.pilot.mouse_down(view, offset=(start[0] + 1, start[1]))
        await session.pilot.hover(view, offset=(end[0] + 2, end[1]))
        await session.pilot.mouse_up(view, offset=(end[0] + 2, end[1]))
        await session.until(lambda: session.margin.startswith("“4,200 people”"), "other words are selected")
        await session.press("v")
        await session.sees("✓4,200")
        assert session.records[-1]["target"]["exact"] == "4,200 people"
