"""Blind: how others judged a claim is hidden until one's own verdict is given."""

from dataclasses import replace
from pathlib import Path

import pytest

from mali_reader.corpus.model import Span
from mali_reader.settings import Settings, load_settings
from mali_reader.workspace import Workspace

from .conftest import Judge, Opened
from .session import Session
from .test_live import tag

COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
LOSS = "The council says that the line lost two million crowns last year because fuel became expensive."
SAME = "Rising fuel prices made the line lose two million crowns last year, says the council."
BOAT = "The last boat will sail on 30 September."


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """The settings of ana, who works blind."""
    return replace(settings, blind=True)


async def every_screen(session: Session) -> list[str]:
    """What the screens show that tell of a claim, one after the other."""
    shown = [session.text]
    for keys in (("2",), ("5",), ("3",), ("1", "enter", "d"), ("escape", "enter")):
        for key in keys:
            await session.press(key)
        shown.append(session.text)
    await session.press("1")
    return shown


async def test_nothing_of_others_is_seen_until_one_judged_the_claim_oneself(open_app: Opened, judge: Judge) -> None:
    judge("harbour", COUNT, "disputed", annotator="ben", note="a wild guess", links=("https://example.org/count",))
    async with open_app() as session:
        await session.until(lambda: session.app.findings is not None, "the findings never arrived")
        assert "◐ BLIND" in session.status
        for shown in await every_screen(session):
            assert "ben" not in shown
            assert "guess" not in shown
            assert "✗1" not in shown
        await session.read("Harbour council")
        await session.go_to("About 4,200")
        assert "nobody judged it yet" in session.margin
        await session.press("v")
        await session.until(lambda: len(session.records) == 2, "not written")
        await session.go_to("About 4,200")
        await session.sees("a wild guess")
        assert "≠About" in session.text
        await session.press("2")
        await session.sees("annotators differ")


async def test_what_arrives_meanwhile_is_hidden_too(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to("The last boat")
        await tag(folder, COUNT)
        await tag(folder, BOAT)
        assert "ben" not in session.text
        await session.press("x", "k")
        await session.until(lambda: "✗ ben" in session.margin, "what others say is not shown")
        assert "✗About" not in session.text
        await session.press("1")
        await session.until(lambda: "✗1" in session.rows[0], "only what both judged")


@pytest.mark.covers("toggle-blind", "everywhere")
async def test_a_key_shows_what_others_say_and_hides_it_again(open_app: Opened, judge: Judge) -> None:
    judge("harbour", COUNT, "disputed", annotator="ben")
    async with open_app() as session:
        await session.press("B")
        await session.sees("You see what everybody says")
        await session.sees("ben ✗")
        assert "◐" not in session.status
        await session.press("B")
        await session.misses("ben ✗")
        assert "◐ BLIND" in session.status


async def test_a_claim_that_only_a_link_of_others_makes_counts_as_judged_nowhere(
    open_app: Opened, judge: Judge, folder: Path
) -> None:
    judge("harbour", LOSS, "disputed", annotator="ben")
    ben = Workspace(load_settings(workspace=str(folder), annotator="ben", environ={}))
    harbour, letter = ben.document("harbour").text.index(LOSS), ben.document("letter").text.index(SAME)
    ben.link(Span("harbour", harbour, harbour + len(LOSS)), Span("letter", letter, letter + len(SAME)), True)
    async with open_app() as session:
        await session.until(lambda: session.app.findings is not None, "the findings never arrived")
        assert "judged ░" in session.status
        assert not any("·1" in row for row in session.rows)
        await session.press("2")
        await session.until(lambda: "0 claims judged" in session.title, "a link is counted")
        await session.press("3")
        await session.until(lambda: "No claim is judged yet" in session.preview, "a link is told as a judgement")
