"""What is said in passing: it covers nothing, stacks nowhere, and is gone with the next key."""

import pytest
from textual.widgets import TextArea

from mali_reader.tui.screens.evidence import EvidenceDialog
from mali_reader.tui.widgets.bars import StatusLine

from .conftest import Judge, Opened
from .session import Session

SMALL = (80, 24)
COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
FERRY = "A spokeswoman promised that school children will travel free of charge until the summer."
BOAT = "The last boat will sail on 30 September."


def toasts(session: Session) -> int:
    return len(session.app._notifications)


async def test_a_message_stands_in_the_line_above_the_keys_once_and_until_the_next_key(open_app: Opened) -> None:
    async with open_app(size=SMALL) as session:
        await session.read("Storm passes")
        for _ in range(4):
            await session.press("greater_than_sign")
        assert session.text.count("That was the last document.") == 1
        assert session.status.startswith("That was the last document.")
        assert toasts(session) == 0
        await session.press("j")
        assert "That was the last document." not in session.text


async def test_what_was_said_of_a_verdict_goes_with_it(open_app: Opened) -> None:
    async with open_app(size=SMALL) as session:
        await session.until(lambda: session.app.findings is not None, "the findings never came")
        await session.read("Harbour council")
        await session.go_to(FERRY)
        await session.press("v")
        await session.until(lambda: "1 other place may say the same: A shows it" in session.status, "not told in full")
        await session.press("u")
        await session.until(lambda: "undone" in session.status, "the undoing is not told")
        assert "may say the same" not in session.text
        await session.press("2")
        assert "undone" not in session.text


async def test_a_place_that_is_known_to_differ_is_not_told_as_the_same(open_app: Opened) -> None:
    async with open_app() as session:
        await session.until(lambda: session.app.findings is not None, "the findings never came")
        await session.read("Harbour council")
        await session.go_to(BOAT)
        await session.press("v")
        await session.sees("1 other place says it otherwise: A shows it")


async def test_a_message_too_long_for_a_line_is_whole_and_alone_but_covers_no_dialog(open_app: Opened) -> None:
    async with open_app(size=SMALL) as session:
        for number in range(3):
            session.app.notify(f"{number} " + "Long is the way. " * 8 + "The end.")
        await session.sees("The end.")
        assert toasts(session) == 1
        await session.press("question_mark")
        assert toasts(session) == 0
        session.app.notify("Long is the way. " * 9)
        await session.settle()
        assert toasts(session) == 0


@pytest.mark.covers("quit", "everywhere")
async def test_leaving_by_ctrl_q_drops_no_note_that_is_being_typed(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("e")
        await session.write("I counted")
        await session.press("ctrl+q")
        assert isinstance(session.app.screen, EvidenceDialog)
        assert session.app.screen.query_one("#note", TextArea).text == "I counted"


async def test_nobody_is_named_twice_and_the_count_stays(open_app: Opened, judge: Judge) -> None:
    judge("harbour", COUNT, "disputed", annotator="ben")
    async with open_app(size=SMALL) as session:
        await session.until(lambda: "ben ✗" in session.status, "the news is not told")
        assert session.status.count("ben") == 1
        assert "judged" in session.status
        line = session.app.screen.query_one(StatusLine)
        assert line.news[:40] in session.status


@pytest.mark.parametrize(("key", "shown"), [("2", ["a also", "J decide"]), ("enter", ["a also", "enter compare"])])
async def test_the_keys_that_matter_most_show_on_a_small_terminal(
    open_app: Opened, judge: Judge, key: str, shown: list[str]
) -> None:
    judge("harbour", COUNT)
    async with open_app(size=SMALL) as session:
        await session.press(key)
        for one in ("v verify", "x dispute", "e note", *shown, "1-6 go to", "q quit", "? help"):
            assert one in session.keys
