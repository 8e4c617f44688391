"""The keys of movement on the screens that stand between the documents."""

from dataclasses import replace
from pathlib import Path

import pytest

from mali_reader.corpus.model import Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.overlap.passages import Passage
from mali_reader.workspace import Workspace

from .conftest import Opened
from .moving import covers_moving, moves_and_comes_back
from .retold import fire
from .session import Session

CONTEXTS = ("synopsis", "passage", "discrepancies", "copies", "origins")
TITLES = {
    "synopsis": "Synopsis: ",
    "passage": "Passage: ",
    "discrepancies": "Discrepancies ",
    "copies": "Where else",
    "origins": "Origins ",
}
KEYS = {
    "synopsis": ("4",),
    "passage": ("4", "enter"),
    "discrepancies": ("5",),
    "copies": ("4", "enter", "a"),
    "origins": ("6",),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of reports of one fire."""
    return fire(tmp_path)


@pytest.fixture
def many_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    """More is found than a screen holds."""
    find = Workspace.findings

    def finds(workspace: Workspace, *_: object) -> Findings:
        found = find(workspace)
        pairs = [(Span("daily", n, n + 30), Span("wire", n, n + 30)) for n in range(50, 90)]
        passages = tuple(Passage(f"passage {number}", pair) for number, pair in enumerate(pairs))
        said = (tuple(DiscrepancyValue(f"{span.start} in {span.document}", (span,)) for span in p) for p in pairs)
        discrepancies = tuple(
            Discrepancy(f"discrepancy {number}", MentionKind.NUMBER, Severity.CONFLICT, values, "what")
            for number, values in enumerate(said)
        )
        return replace(found, passages=found.passages + passages, discrepancies=found.discrepancies + discrepancies)

    monkeypatch.setattr(Workspace, "findings", finds)


async def enter(session: Session, context: str) -> None:
    """Go to a screen that holds a few things."""
    await session.until(lambda: session.app.findings is not None, "the findings never arrived")
    for key in KEYS[context]:
        await session.press(key)
    await session.until(lambda: session.title.startswith(TITLES[context]), f"no {context}")


def place(session: Session, context: str) -> str:
    """Where one is, as the screen says it."""
    if context in ("synopsis", "discrepancies", "origins"):
        return session.row
    return next((f"{number} {line}" for number, line in enumerate(session.lines) if line.startswith("▌")), "")


@covers_moving(*CONTEXTS)
@pytest.mark.usefixtures("many_findings")
async def test_every_key_moves_and_its_opposite_moves_back(open_app: Opened, context: str) -> None:
    async with open_app() as session:
        await enter(session, context)
        await moves_and_comes_back(session, lambda: place(session, context))
