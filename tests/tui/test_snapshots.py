"""Pictures of every screen, to see that nothing changes unseen."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.records import Evidence, Judgement
from mali_reader.settings import Settings
from mali_reader.tui.app import MaliReaderApp
from mali_reader.workspace import Workspace

from .session import SIZE, Session

pytestmark = [
    pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the pictures are drawn on Python 3.11"),
    pytest.mark.xdist_group("pictures"),
]

COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
BOAT = "The last boat will sail on 30 September."
VERDICTS = (
    ("ana", COUNT, Judgement.VERIFIED, "counted in May", ()),
    ("ana", BOAT, Judgement.VERIFIED, "", ()),
    ("ben", BOAT, Judgement.DISPUTED, "the islanders heard October", (Evidence("https://example.org/timetable"),)),
)
WALKS = {
    "library": [],
    "reader": ["enter", "j", "j"],
    "compare": ["c", "j"],
    "claims": ["2"],
    "summary": ["3"],
    "help": ["enter", "question_mark"],
    "evidence": ["enter", "j", "j", "e"],
    "detail": ["2", "d"],
    "export": ["3", "e"],
    "summary form": ["3", "slash", "tab", "down", "space"],
}


@pytest.fixture
def app(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MaliReaderApp:
    """The application with the same verdicts of the same time, and a cursor that does not blink."""
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.setenv("HOME", "/home/ana")
    workspace = Workspace(settings)
    document = workspace.document("harbour")
    for name, quote, judgement, note, evidence in VERDICTS:
        start = document.text.index(quote)
        verdict = new_verdict(name, make_target(document, start, start + len(quote)), judgement, note, evidence)
        workspace.add([verdict_record(replace(verdict, created="2024-03-04T12:00:00Z"))])
    return MaliReaderApp(workspace)


@pytest.mark.parametrize("picture", WALKS)
def test_the_screen_looks_as_it_did(
    snap_compare: Callable[..., bool], app: MaliReaderApp, picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def walk(pilot: Pilot[Any]) -> None:
        session = Session(app, pilot)
        await session.until(lambda: app.findings is not None and len(app.review.claims) == 2, "nothing arrived")
        for key in WALKS[picture]:
            before = session.preview if key == "space" else ""
            await session.press(key)
            if key == "3":
                await session.until(lambda: session.preview, "no preview")
        if picture == "export":
            app.screen.query_one(Input).value = "/home/ana/ferry/summary.md"
        if picture == "summary":
            await session.press("G")
        if picture == "summary form":
            await session.until(lambda: session.preview != before, "the form changed nothing")
        await session.settle()

    assert snap_compare(app, run_before=walk, terminal_size=SIZE)
