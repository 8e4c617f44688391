"""The application as a person meets it: keys go in, lines of text come out."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from mali_reader.settings import Settings
from mali_reader.tui.app import MaliReaderApp
from mali_reader.tui.screens.filtering import NOTHING
from mali_reader.tui.widgets.bars import KeyBar, StatusLine, TitleBar
from mali_reader.tui.widgets.compare_view import CompareView
from mali_reader.tui.widgets.detail import Detail
from mali_reader.tui.widgets.document_view import DocumentView
from mali_reader.tui.widgets.table import Table
from mali_reader.tui.widgets.text_view import TextView
from mali_reader.workspace import Workspace

PATIENCE = 20.0
SIZE = (100, 30)
ROUNDS = 3
RESTING = 40.0
_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}


def folded(text: str) -> str:
    """Text with white space folded, so that it does not matter where lines were wrapped."""
    return " ".join(text.split())


def verdicts_on_disk(path: Path) -> list[dict[str, Any]]:
    """The verdict records that the shared file itself holds, oldest first."""
    if not path.is_file():
        return []
    tables = json.loads(path.read_text("utf-8"))
    records = (record for table in tables.values() for record in table.values())
    return sorted((r for r in records if r.get("type") == "verdict"), key=lambda r: str(r["id"]))


class Session:
    """A running application, its screen and the annotation file that it writes."""

    def __init__(self, app: MaliReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.file = app.workspace.settings.annotations

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until they had their effect on the screen."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            event = events.Key(name, key if len(key) == 1 else _CHARACTERS.get(name))
            event.set_sender(self.app)
            self.app.keyboard.take(event)
            await self.settle()

    async def write(self, text: str) -> None:
        """Type a text into what has the focus."""
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """Paste a text into what has the focus."""
        self.app.keyboard.take(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until all messages have arrived, and those that they caused. Quicker than waiting for idleness."""
        await asyncio.wait_for(self.app.keyboard.rested(), RESTING)
        for _ in range(ROUNDS):
            done = asyncio.Event()
            self.app.call_later(done.set)
            await self.pilot.pause(0)
            await asyncio.wait_for(done.wait(), PATIENCE)

    async def until(self, true: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Wait until something is so. Fails with the screen in the message where it does not get so."""
        end = time.monotonic() + patience
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"{what}\n" + "\n".join(self.lines))
            await asyncio.sleep(0.01)
            await self.settle()

    async def sees(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until a text is on the screen, however it is wrapped."""
        await self.until(lambda: text in self.text, f"not on the screen: {text!r}", patience)

    async def misses(self, text: str, patience: float = PATIENCE) -> None:
        """Wait until a text is not on the screen any more."""
        await self.until(lambda: text not in self.text, f"still on the screen: {text!r}", patience)

    @property
    def lines(self) -> list[str]:
        """What every line of the terminal shows."""
        return [strip.text for strip in self.app.screen._compositor.render_strips(self.app.size)]

    @property
    def text(self) -> str:
        """What the terminal shows, white space folded."""
        return folded(" ".join(self.lines))

    def part(self, kind: type[Widget] | str) -> list[str]:
        """What the lines of one part of the screen show."""
        region = self.app.screen.query_one(kind).content_region
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return [strip.crop(region.x, region.right).text for strip in strips[region.y : region.bottom]]

    def said(self, kind: type[Widget] | str) -> str:
        """What one part of the screen shows, white space folded."""
        return folded(" ".join(self.part(kind)))

    @property
    def title(self) -> str:
        """The first line."""
        return self.said(TitleBar)

    @property
    def status(self) -> str:
        """The line above the keys."""
        return self.said(StatusLine)

    @property
    def keys(self) -> str:
        """The last line."""
        return self.said(KeyBar)

    @property
    def page(self) -> str:
        """The document that is read."""
        return folded(" ".join(line[5:] for line in self.part(DocumentView)))

    @property
    def margin(self) -> str:
        """What is said about the claim under the cursor."""
        return self.said(Detail)

    @property
    def rows(self) -> list[str]:
        """The rows of the table, without its heading."""
        return [row for line in self.part(Table)[1:] if (row := line.rstrip()) and row.strip() != NOTHING]

    @property
    def row(self) -> str:
        """The row under the cursor."""
        return next((row for row in self.rows if row.startswith("▸")), "")

    @property
    def comparison(self) -> list[str]:
        """The lines of the comparison."""
        return self.part(CompareView)

    @property
    def preview(self) -> str:
        """The summary in view."""
        return self.said(TextView)

    @property
    def records(self) -> list[dict[str, Any]]:
        """The verdicts in the shared file, oldest first."""
        return verdicts_on_disk(self.file)

    async def go_to(self, sentence: str) -> None:
        """Move down, sentence by sentence, until the margin speaks of one that begins so."""
        await self.press("g")
        seen = ""
        while f"“{sentence}" not in self.margin:
            assert self.margin != seen, f"no sentence begins with {sentence!r}"
            seen = self.margin
            await self.press("j")

    async def choose(self, title: str) -> None:
        """Put the cursor on the row that holds a text."""
        await self.press("g")
        for _ in self.rows:
            if title in self.row:
                return
            await self.press("j")
        raise AssertionError(f"no row with {title!r}: {self.rows}")

    async def read(self, title: str) -> None:
        """Open a document from the library."""
        await self.choose(title)
        await self.press("enter")
        await self.until(lambda: self.app.screen.query(DocumentView), "no document opened")
        await self.until(lambda: self.title.startswith(title), "another document opened")

    async def compare(self, title: str) -> None:
        """Open a comparison from the library."""
        await self.choose(title)
        await self.press("c")
        await self.until(lambda: self.app.screen.query(CompareView), "no comparison opened")
        await self.until(lambda: self.title.startswith(title), "another comparison opened")


@asynccontextmanager
async def opened(
    settings: Settings, document: str | None = None, size: tuple[int, int] = SIZE, *, wait: bool = True
) -> AsyncIterator[Session]:
    """The application on a workspace; with `wait`, once its overlaps arrived."""
    app = MaliReaderApp(Workspace(settings), document)
    async with app.run_test(size=size, notifications=True) as pilot:
        session = Session(app, pilot)
        if wait:
            await session.until(lambda: app.overlaps is not None, "the overlaps never arrived")
        await session.settle()
        yield session
