"""Documents that can be read while the others are still on their way."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mali_reader import sources
from mali_reader.corpus import reader
from mali_reader.corpus.model import Corpus
from mali_reader.settings import Settings
from mali_reader.tui.wording import STOPPED
from mali_reader.workspace import Workspace

from .conftest import Judge, Opened
from .session import PATIENCE

NOBODY = "Nobody asked them before the vote."


class Hold:
    """Keeps the last report from being read until `released`."""

    released = False

    def growing_corpus(self, *args: Any, progress: Any, **options: Any) -> Iterator[Corpus]:
        end = time.monotonic() + PATIENCE
        for corpus in reader.growing_corpus(*args, progress=progress, **options):
            yield corpus
            while len(corpus) == 3 and not self.released and time.monotonic() < end:
                progress("reading documents", 3, 4)
                time.sleep(0.02)


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    held = Hold()
    monkeypatch.setattr(reader, "_BATCH", 1)
    monkeypatch.setattr(sources, "growing_corpus", held.growing_corpus)
    return held


async def test_what_is_there_is_read_and_judged_while_more_arrives(open_app: Opened, hold: Hold) -> None:
    async with open_app(wait=False, size=(120, 30)) as session:
        await session.sees("3 of 4 documents")
        await session.sees("3 of 4 · esc stops it")
        await session.read("Harbour council")
        await session.go_to("Nobody asked")
        await session.press("v")
        await session.until(lambda: "✓Nobody asked" in session.page, "the verdict is not shown")
        assert len(session.records) == 1
        assert session.app.corpus.awaited == 1
        hold.released = True
        await session.until(lambda: session.app.findings is not None, "nothing was looked for")
        assert "✓Nobody asked" in session.page
        await session.press("escape")
        await session.sees("4 documents")
        assert "Harbour council" in session.row


async def test_the_cursor_stays_on_its_document_as_the_list_grows(open_app: Opened, hold: Hold, folder: Path) -> None:
    (folder / "corpus" / "weather.txt").rename(folder / "corpus" / "z.txt")
    (folder / "corpus" / "letter.md").rename(folder / "corpus" / "zz.md")
    (folder / "corpus" / "b\u0301.md").write_text("", "utf-8")
    async with open_app(wait=False, size=(120, 30)) as session:
        await session.sees("3 of 4 documents")
        await session.press("G")
        assert "b\u0301.md" in session.row
        hold.released = True
        await session.until(lambda: len(session.rows) == 5, "the last one never arrived")
        assert "b\u0301.md" in session.row


async def test_esc_stops_the_reading_and_r_goes_on_with_it(open_app: Opened, hold: Hold) -> None:
    async with open_app(wait=False, size=(120, 30)) as session:
        await session.sees("3 of 4 documents")
        await session.press("escape")
        await session.sees(STOPPED)
        assert len(session.rows) == 3
        await session.press("c")
        await session.sees("The search for overlaps was stopped; r goes on with it.")
        hold.released = True
        await session.press("r")
        await session.until(lambda: len(session.rows) == 4, "the last one never arrived")
        await session.until(lambda: session.app.findings is not None, "nothing was looked for")


async def test_a_report_is_opened_as_soon_as_it_is_there(open_app: Opened, hold: Hold) -> None:
    async with open_app(wait=False, document="weather") as session:
        await session.sees("3 of 4 documents")
        hold.released = True
        await session.until(lambda: session.title.startswith("Storm passes"), "it was not opened")


async def test_a_verdict_on_what_is_still_to_come_is_not_taken_for_one_on_its_copy(
    open_app: Opened, hold: Hold, judge: Judge, folder: Path, settings: Settings
) -> None:
    copied = (folder / "corpus" / "harbour.md").read_text("utf-8")
    (folder / "corpus" / "weather.txt").write_text(copied, "utf-8")
    judge("weather", NOBODY)
    async with open_app(wait=False, size=(120, 30)) as session:
        await session.sees("3 of 4 documents")
        await session.read("Harbour council")
        await session.go_to("Nobody asked")
        await session.press("x")
        await session.until(lambda: "✗Nobody asked" in session.page, "the verdict is not shown")
        hold.released = True
        await session.until(lambda: session.app.findings is not None, "nothing was looked for")
        assert [record["supersedes"] for record in session.records] == [[], []]
        assert [len(session.app.review.of(name)) for name in ("harbour", "weather")] == [1, 1]


async def test_a_mistake_of_the_program_does_not_look_like_work_that_goes_on(
    open_app: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: Any, **_options: Any) -> None:
        raise ValueError("nobody thought of this")

    monkeypatch.setattr(Workspace, "findings", fails)
    async with open_app(wait=False, size=(120, 30)) as session:
        await session.sees("a mistake of the program stopped this (ValueError: nobody thought of this)")
        await session.read("Harbour council")
