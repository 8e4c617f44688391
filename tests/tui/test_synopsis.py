"""Synopsis: passages down, documents across."""

from pathlib import Path
from threading import Event

import pytest

from mali_reader.tui.commands import DISCREPANCIES, SYNOPSIS
from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.widgets.table import Table
from mali_reader.workspace import Workspace

from .conftest import Opened
from .retold import fire
from .session import Session
from .test_sizes import SIZES, fits

OUTLETS = ("Coast W…", "The Vel…", "Riversi…", "Radio N…")
ROOMS = {"synopsis": ("4", SYNOPSIS), "discrepancies": ("5", DISCREPANCIES)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of reports of one fire."""
    return fire(tmp_path)


async def open_synopsis(session: Session) -> None:
    await session.press("4")
    await session.until(lambda: session.title.startswith("Synopsis: ") and session.rows, "no synopsis")


def outlets(session: Session) -> list[str]:
    """The documents that stand across, from left to right."""
    heading = session.part(Table)[0]
    return sorted((one for one in OUTLETS if one in heading), key=heading.index)


def signs(session: Session, outlet: str) -> str:
    """What stands in the row under the cursor below a document."""
    start = session.part(Table)[0].index(outlet)
    return session.row[start : start + len(outlet)].strip()


def context(session: Session) -> str:
    """The screen that is open."""
    screen = session.app.screen
    return screen.context if isinstance(screen, BaseScreen) else type(screen).__name__


async def test_shows_who_has_each_passage_and_who_copied_whom(open_app: Opened) -> None:
    async with open_app() as session:
        await open_synopsis(session)
        assert session.title == f"Synopsis: {len(session.rows)} passages by origin"
        assert "The mill was founded in 1904" in session.row
        assert session.row.split()[-2:] == ["3", "1"]
        assert [signs(session, outlet) for outlet in OUTLETS] == ["┃", "┃", "┃", ""]
        assert "3 documents, 1 origin" in session.margin
        assert "all of the corpus: 4 documents, 2 origins" in session.margin
        assert "contradict" not in session.margin
        await session.choose("Smoke drifted")
        assert session.row.split()[-2:] == ["2", "2"]
        assert signs(session, OUTLETS[3])
        assert "2 documents, 2 origins" in session.margin


async def test_marks_the_documents_that_contradict_each_other(open_app: Opened) -> None:
    async with open_app() as session:
        await open_synopsis(session)
        await session.choose("A fire destroyed")
        assert ["⚠" in signs(session, outlet) for outlet in OUTLETS] == [True, True, False, False]
        assert "contradict each other; 5 lists where" in session.margin
        await session.press("5")
        await session.until(lambda: "340 workers" in session.row, "not listed")


@pytest.mark.covers("order-columns", "synopsis")
async def test_o_orders_documents_by_date_and_by_origin_again(open_app: Opened) -> None:
    async with open_app() as session:
        await open_synopsis(session)
        assert outlets(session) == ["Coast W…", "The Vel…", "Riversi…", "Radio N…"]
        row = session.row
        await session.press("o")
        assert session.title.endswith("by date")
        assert outlets(session) == ["Coast W…", "The Vel…", "Radio N…", "Riversi…"]
        await session.press("o")
        assert session.title.endswith("by origin")
        assert session.row == row


@pytest.mark.covers("next-columns", "synopsis")
@pytest.mark.covers("previous-columns", "synopsis")
@pytest.mark.parametrize("keys", [("greater_than_sign", "less_than_sign"), ("l", "h"), ("right", "left")])
async def test_angle_brackets_show_the_documents_further_on(open_app: Opened, keys: tuple[str, str]) -> None:
    onward, back = keys
    async with open_app(size=(80, 24)) as session:
        await open_synopsis(session)
        await session.press("j")
        row = session.row.split("…")[0]
        seen = []
        for key in (onward, onward, onward, back, back, back):
            await session.press(key)
            seen.append((session.title.split("documents ")[1].split(" ·")[0], outlets(session)))
        assert seen[:3] == [
            ("2–3 of 4", ["The Vel…", "Riversi…"]),
            ("3–4 of 4", ["Riversi…", "Radio N…"]),
            ("3–4 of 4", ["Riversi…", "Radio N…"]),
        ]
        assert seen[3:] == [seen[0], ("1–2 of 4", ["Coast W…", "The Vel…"]), ("1–2 of 4", ["Coast W…", "The Vel…"])]
        assert session.row.split("…")[0] == row


async def test_every_document_can_be_brought_into_sight_at_every_width(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await open_synopsis(session)
        for width in range(80, 90):
            await session.pilot.resize_terminal(width, 24)
            await session.settle()
            await session.press(*("h" * 4))
            seen = {*outlets(session)}
            for _ in OUTLETS:
                await session.press("l")
                seen |= {*outlets(session)}
            assert seen == {*OUTLETS}, width


@pytest.mark.covers("open-passage", "synopsis")
async def test_enter_shows_the_variants_and_esc_comes_back(open_app: Opened) -> None:
    async with open_app() as session:
        await open_synopsis(session)
        await session.choose("Smoke drifted")
        row = session.row
        await session.press("enter")
        await session.until(lambda: session.title.startswith("Passage: 2 documents, 2 origins"), "not opened")
        assert "Smoke drifted over the river until the morning." in session.text
        await session.press("escape")
        await session.until(lambda: session.title.startswith("Synopsis"), "not back")
        assert session.row == row


async def test_a_row_that_is_clicked_twice_shows_its_variants(open_app: Opened) -> None:
    async with open_app() as session:
        await open_synopsis(session)
        await session.pilot.click(Table, offset=(5, 2), times=2)
        await session.until(lambda: session.title.startswith("Passage"), "not opened")


@pytest.mark.covers("show-detail", "synopsis")
async def test_d_shows_all_that_is_known(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await open_synopsis(session)
        await session.press("d")
        await session.sees("j k scroll")
        assert "all of the corpus: 4 documents, 2 origins" in session.text
        await session.press("escape")
        await session.misses("j k scroll")
        assert session.title.startswith("Synopsis")


async def test_says_that_passages_are_being_looked_for_and_shows_them_once_they_are_there(
    open_app: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, find = Event(), Workspace.findings
    monkeypatch.setattr(Workspace, "findings", lambda *args: find(*args) if found.wait(20) else None)
    async with open_app() as session:
        try:
            await session.press("4")
            await session.sees("Synopsis: passages are being looked for…")
            await session.press("enter", "d", "escape", "o", "l", "h", "j", "G")
            assert session.title.startswith("Synopsis: passages are being looked for…")
        finally:
            found.set()
        await session.until(lambda: session.rows, "the passages never arrived")
        assert "looked for" not in session.title


async def test_reports_that_share_nothing_make_no_rows(open_app: Opened, folder: Path) -> None:
    for name in ("blog", "daily", "radio"):
        (folder / "corpus" / f"{name}.md").unlink()
    async with open_app() as session:
        await session.press("4")
        await session.sees("Synopsis: 0 passages")
        await session.press("enter", "j", "G", "o", "l", "h", "d", "escape")
        assert session.title.startswith("Synopsis: 0 passages")


@pytest.mark.covers("show-synopsis", "everywhere")
@pytest.mark.covers("show-discrepancies", "everywhere")
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(
    "walk",
    [[], ["enter"], ["c"], ["2"], ["3"], ["4"], ["5"], ["4", "enter"], ["5", "enter"]],
    ids=["library", "reader", "compare", "claims", "summary", "synopsis", "discrepancies", "passage", "place"],
)
async def test_4_and_5_lead_there_from_everywhere_and_esc_back(open_app: Opened, walk: list[str], room: str) -> None:
    key, there = ROOMS[room]
    async with open_app() as session:
        await session.until(lambda: session.app.findings is not None, "the findings never arrived")
        for step in walk:
            await session.press(step)
        before, depth = context(session), len(session.app.screen_stack)
        was_on_the_way = any(isinstance(s, BaseScreen) and s.context == there for s in session.app.screen_stack)
        await session.press(key)
        assert context(session) == there
        await session.press("escape")
        if was_on_the_way:
            assert context(session) == "library"
        else:
            assert (context(session), len(session.app.screen_stack)) == (before, depth)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_fits(open_app: Opened, folder: Path, size: tuple[int, int]) -> None:
    text = (folder / "corpus" / "radio.md").read_text("utf-8")
    (folder / "corpus" / "radio.md").write_text(text.replace("Radio North", "馬里\u202e[/]電台" * 20), "utf-8")
    async with open_app(size=size) as session:
        await open_synopsis(session)
        fits(session)
        await session.press("o", "l", "G")
        fits(session)
        await session.press("enter")
        await session.until(lambda: session.title.startswith("Passage"), "not opened")
        fits(session)


async def test_the_passage_under_the_cursor_shows_who_has_it_however_few_documents_fit(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await open_synopsis(session)
        for _ in session.rows:
            assert any(sign in session.row for sign in "┃╏┆"), session.row
            await session.press("j")
