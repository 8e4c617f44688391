"""What goes wrong with the shared file is told, lastingly, and takes nothing off the screen."""

import shutil
from pathlib import Path

import pytest

from mali_reader.errors import MaliReaderError
from mali_reader.settings import Settings
from mali_reader.tui.screens.detail import DetailScreen
from mali_reader.tui.state import NOT_SAVED

from .conftest import Judge, Opened

NOBODY = "Nobody asked them before the vote."
FULL = "nothing was saved: no room on the disk; make room and try again"


async def test_what_could_not_be_saved_stays_in_hand_and_is_told(
    open_app: Opened, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge("harbour", NOBODY)
    async with open_app(size=(120, 30)) as session:
        await session.read("Harbour council")
        await session.go_to("About 4,200")
        store = session.app.workspace.store
        add = store.add

        def full(*records: object) -> None:
            raise MaliReaderError(FULL)

        monkeypatch.setattr(store, "add", full)
        await session.press("v")
        await session.sees("Your last step was not saved")
        await session.sees(FULL)
        await session.press("x", "escape")
        await session.until(lambda: not isinstance(session.app.screen, DetailScreen), "the window is still open")
        assert session.margin.startswith("“About 4,200")
        assert NOT_SAVED[:40] in session.status
        assert len(session.records) == 1
        await session.press("2")
        await session.until(lambda: "1 claim judged" in session.title, "the claim is gone")
        assert NOT_SAVED[:40] in session.status
        await session.press("escape")
        monkeypatch.setattr(store, "add", add)
        await session.press("v")
        await session.until(lambda: len(session.records) == 2, "it was not saved")
        await session.until(lambda: "NOT SAVED" not in session.status, "still told")


async def test_what_others_write_does_not_hide_that_a_verdict_was_not_saved(
    open_app: Opened, judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(size=(120, 30)) as session:
        await session.read("Harbour council")

        def full(*records: object) -> None:
            raise MaliReaderError(FULL)

        monkeypatch.setattr(session.app.workspace.store, "add", full)
        await session.press("v")
        await session.sees(FULL)
        await session.press("escape")
        judge("harbour", NOBODY, annotator="ben")
        await session.until(lambda: len(session.app.review.claims) == 1, "what ben wrote never came")
        await session.settle()
        assert NOT_SAVED[:40] in session.status


@pytest.mark.parametrize("screen", ["library", "reader", "claims"])
async def test_lines_that_cannot_be_read_are_told_on_every_screen(
    open_app: Opened, settings: Settings, judge: Judge, screen: str
) -> None:
    judge("harbour", NOBODY)
    text = settings.annotations.read_text("utf-8")
    settings.annotations.write_text(text.replace("}}", "},\n,{{broken\n}", 1), "utf-8")
    async with open_app() as session:
        if screen == "reader":
            await session.read("Harbour council")
        elif screen == "claims":
            await session.press("2")
        await session.until(lambda: "cannot be read; see: mali-reader check" in session.status, "not told")


async def test_a_file_that_vanishes_takes_no_claim_off_the_screen(
    open_app: Opened, settings: Settings, judge: Judge, alone: Path
) -> None:
    judge("harbour", NOBODY, annotator="ben")
    async with open_app(size=(120, 30)) as session:
        await session.press("2")
        await session.until(lambda: "1 claim judged" in session.title, "the claim is not there")
        away = settings.annotations.parent.with_name("away")
        shutil.rmtree(alone / "outbox")
        settings.annotations.parent.rename(away)
        await session.until(lambda: "annotations.json is gone" in session.status, "not told")
        assert "1 claim judged" in session.title
        if settings.annotations.parent.exists():
            shutil.rmtree(settings.annotations.parent)
        away.rename(settings.annotations.parent)
        await session.until(lambda: "is gone" not in session.status, "still told")
        assert "1 claim judged" in session.title


async def test_who_else_wrote_lately_is_told(open_app: Opened, judge: Judge) -> None:
    judge("harbour", NOBODY, annotator="ben")
    judge("harbour", "The last boat will sail on 30 September.")
    async with open_app(size=(120, 30)) as session:
        await session.until(lambda: " ben " in session.status, "ben is not told")
        assert session.status.count("ana") <= 1


@pytest.mark.parametrize("key", ["reader", "compare", "claims"])
async def test_what_was_judged_stands_beside_what_it_reads_today(
    open_app: Opened, folder: Path, judge: Judge, key: str
) -> None:
    judge("harbour", "About 4,200 people use the ferry every week, and most of them live on the island.")
    report = folder / "corpus" / "harbour.md"
    report.write_text(report.read_text("utf-8").replace("4,200", "4,700"), "utf-8")
    async with open_app(size=(120, 40)) as session:
        if key == "reader":
            await session.read("Harbour council")
            await session.go_to("About 4,700")
        elif key == "compare":
            await session.compare("Harbour council")
            await session.go_to("About 4,700")
        else:
            await session.press("2")
            await session.until(lambda: "About 4,700" in session.margin, "not in the margin")
        await session.until(lambda: "~ judged was: “About 4,200" in session.margin, "what was judged is not told")
        assert "reads today: “About 4,700" in session.margin
