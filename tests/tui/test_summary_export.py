"""Writing the summary: progress, stopping, opening what was written."""

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from mali_reader.summary.formats import Format

from .conftest import Opened
from .session import Session
from .test_summary import ask, open_summary


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Writing that goes on until it is stopped or the event is set."""
    enough = threading.Event()
    write = Format.content

    def slow(self: Format, summary: Any, name: str, layout: Any) -> bytes:
        while not enough.wait(0.02):
            layout.progress("claims", 300, 1000)
        return write(self, summary, name, layout)

    monkeypatch.setattr(Format, "content", slow)
    return enough


async def begin(session: Session) -> None:
    await open_summary(session)
    await ask(session)
    await session.press("enter")
    await session.until(lambda: "300 of 1,000" in session.status, "no progress")


async def test_a_long_export_says_how_far_it_is_and_esc_stops_it(
    open_app: Opened, folder: Path, endless: threading.Event
) -> None:
    async with open_app() as session:
        await begin(session)
        assert "esc stops it" in session.status
        await session.press("escape")
        await session.sees("Not written")
        await session.until(lambda: "of 1,000" not in session.status, "progress stays")
        assert sorted(path.name for path in folder.iterdir()) == ["corpus"]
        endless.set()
        await ask(session)
        await session.press("enter")
        await session.until((folder / "summary.md").is_file, "not written at the second try")


async def test_the_keyboard_goes_on_while_an_export_does(
    open_app: Opened, folder: Path, endless: threading.Event
) -> None:
    async with open_app() as session:
        await begin(session)
        before = session.preview
        await session.press("G")
        assert session.preview != before
        await session.press("2")
        await session.sees("Claims")
        endless.set()
        await session.until((folder / "summary.md").is_file, "leaving the screen lost the export")


@pytest.mark.covers("open-export", "summary")
async def test_o_opens_what_was_written(
    open_app: Opened, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "opened"
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}\n')
    opener.chmod(0o755)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    async with open_app() as session:
        await open_summary(session)
        await session.press("o")
        await session.sees("Nothing was written from here yet")
        await ask(session)
        await session.press("enter")
        await session.sees("o opens it")
        await session.press("o")
        await session.until(lambda: opened.is_file() and opened.read_text(), "nothing was opened")
        assert Path(opened.read_text()) == folder / "summary.md"


async def test_where_nothing_opens_files_the_path_is_said(open_app: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with open_app() as session:
        await open_summary(session)
        await ask(session)
        await session.press("enter")
        await session.sees("o opens it")
        await session.press("o")
        await session.sees("nothing opens files here")
