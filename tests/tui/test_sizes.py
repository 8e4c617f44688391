"""Every screen at the sizes of small, usual and large terminals."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from mali_reader.tui.commands import SUMMARY

from .conftest import Judge, Opened
from .session import Session

SIZES = [(80, 24), (120, 40), (200, 60)]
WIDE = "# 馬里" * 30 + "\n\n" + "馬里的維和部隊必須離開。" * 12 + "\n"


def fits(session: Session) -> None:
    """Every line is as wide as the terminal, and the last one says how to get help."""
    width, height = session.app.size
    lines = session.lines
    assert len(lines) == height
    assert {cell_len(line) for line in lines} == {width}
    assert lines[-1].rstrip().endswith("? help")
    for widget in session.app.screen.query("*"):
        assert widget.region.right <= width, widget


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_fits(open_app: Opened, folder: Path, judge: Judge, size: tuple[int, int]) -> None:
    (folder / "corpus" / "wide.md").write_text(WIDE, "utf-8")
    judge("harbour", "Nobody asked them before the vote.", "disputed", note="n" * 300)
    async with open_app(size=size) as session:
        fits(session)
        await session.read("Harbour council")
        fits(session)
        await session.press("c")
        await session.sees("⇄")
        fits(session)
        await session.press("t")
        fits(session)
        await session.press("2")
        fits(session)
        await session.press("3")
        await session.until(lambda: session.preview, "no preview")
        fits(session)
        await session.press("1")
        await session.choose("馬里")
        await session.press("enter")
        await session.until(lambda: session.title.startswith("#") or "馬里" in session.title, "not opened")
        fits(session)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_dialogs_fit(open_app: Opened, size: tuple[int, int]) -> None:
    async with open_app(size=size) as session:
        await session.read("Harbour council")
        for key, said in (("e", "ctrl+s keeps it"), ("question_mark", "Keys in reader"), ("d", "esc goes back")):
            await session.press(key)
            await session.sees(said)
            dialog = session.app.screen.query_one("#dialog").region
            assert 0 <= dialog.x < dialog.right <= size[0]
            assert 0 <= dialog.y < dialog.bottom <= size[1]
            await session.press("escape")
        await session.press("3")
        await session.until(lambda: session.preview, "no preview")
        await session.press("e")
        await session.sees("esc leaves it")
        assert session.app.screen.query_one("#dialog").region.right <= size[0]
        assert SUMMARY in session.app.screen_stack[-2].context  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (20, 6)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_terminal_that_is_too_small_stops_nothing(open_app: Opened, size: tuple[int, int]) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.pilot.resize_terminal(*size)
        for key in ("j", "c", "t", "2", "3", "1"):
            await session.press(key)
        await session.pilot.resize_terminal(100, 30)
        await session.settle()
        await session.sees("4 documents")


async def test_a_long_wide_title_leaves_room_for_what_stands_on_the_right(open_app: Opened, folder: Path) -> None:
    (folder / "corpus" / "wide.md").write_text(WIDE, "utf-8")
    async with open_app(size=(80, 24)) as session:
        await session.choose("馬里")
        await session.press("enter")
        await session.until(lambda: "馬里" in session.title and "mali-reader" not in session.title, "not opened")
        assert "1/" in session.title


async def test_the_place_survives_another_width(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to("Nobody")
        await session.pilot.resize_terminal(80, 24)
        await session.until(lambda: session.margin.startswith("“Nobody asked them before the vote.”"), "moved")
        assert "Nobody" in session.page
