"""The keys of movement, on every screen that has them."""

from pathlib import Path

import pytest

from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.records import Judgement
from mali_reader.settings import load_settings
from mali_reader.tui.widgets.compare_view import CompareView
from mali_reader.workspace import Workspace

from .conftest import Opened
from .moving import covers_moving, moves_and_comes_back
from .session import Session

SENTENCES = [f"Boat number {number} left the harbour with {number} passengers on board." for number in range(1, 41)]
CONTEXTS = ("library", "reader", "compare", "claims", "summary")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two long reports of the same sentences, and enough others to fill a list."""
    corpus = tmp_path / "ferry" / "corpus"
    corpus.mkdir(parents=True)
    body = "\n\n".join(SENTENCES)
    (corpus / "a-log.txt").write_text(f"The log of the port\n\n{body}\n", "utf-8")
    (corpus / "b-copy.txt").write_text(f"A copy of that log\n\n{body}\n", "utf-8")
    for number in range(40):
        text = f"Note {number:02}\n\nShort note on {'herring' * (number % 3 + 1)} {number}.\n"
        (corpus / f"note-{number:02}.txt").write_text(text, "utf-8")
    return corpus.parent


async def enter(session: Session, context: str) -> None:
    """Go to a screen that holds more than fits."""
    if context == "reader":
        await session.read("The log of the port")
    elif context == "compare":
        await session.compare("The log of the port")
    elif context == "claims":
        await session.press("2")
        await session.until(lambda: session.rows and "checkable" in session.title, "no claims")
    elif context == "summary":
        await session.press("3")
        await session.until(lambda: session.preview, "no preview")


def place(session: Session, context: str) -> str:
    """Where one is, as the screen says it."""
    if context in ("library", "claims"):
        return session.row
    return session.preview if context == "summary" else session.margin.partition("”")[0]


@pytest.fixture
def many_claims(folder: Path) -> None:

    workspace = Workspace(load_settings(workspace=str(folder), annotator="ana", environ={}))
    document = workspace.document("a-log")
    starts = [document.text.index(sentence) for sentence in SENTENCES]
    targets = [make_target(document, at, at + len(said)) for at, said in zip(starts, SENTENCES, strict=True)]
    workspace.add(verdict_record(new_verdict("ana", target, Judgement.VERIFIED)) for target in targets)


@covers_moving(*CONTEXTS)
@pytest.mark.usefixtures("many_claims")
async def test_every_key_moves_and_its_opposite_moves_back(open_app: Opened, context: str) -> None:
    async with open_app() as session:
        await enter(session, context)
        await moves_and_comes_back(session, lambda: place(session, context))


@pytest.mark.parametrize("context", ["reader", "compare"])
async def test_paging_meets_every_part_of_the_text(open_app: Opened, context: str) -> None:
    async with open_app(size=(80, 24)) as session:
        await enter(session, context)
        seen = ""
        for _ in range(40):
            seen += " ".join(session.lines)
            await session.press("space")
        missing = [number for number in range(1, 41) if f"Boat number {number} " not in seen]
        assert missing == []


async def test_a_comparison_opens_with_the_cursor_in_sight(open_app: Opened) -> None:
    async with open_app() as session:
        await enter(session, "reader")
        await session.press("G", "enter")
        await session.until(lambda: session.app.screen.query(CompareView), "no comparison opened")
        await session.until(lambda: SENTENCES[-1] in session.margin, "another sentence is under the cursor")
        await session.until(lambda: any("▌" in line for line in session.comparison), "the cursor is out of sight")
