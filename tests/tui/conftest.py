"""A small workspace of four reports, and the application on it."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from mali_reader.annotations.records import Evidence, Judgement
from mali_reader.corpus.model import Span
from mali_reader.settings import Settings, load_settings
from mali_reader.workspace import Judged, Workspace

from .session import Session, opened

HARBOUR = """---
source: Coast Wire
date: 2024-03-02
tags: [harbour, ferries]
---
# Harbour council closes the old ferry line

The harbour council voted on Saturday to close the old ferry line between Norrby and the island of Tarn. The last \
boat will sail on 30 September.

About 4,200 people use the ferry every week, and most of them live on the island. Nobody asked them before the vote.

The council says that the line lost two million crowns last year because fuel became expensive. A new bus over the \
bridge will replace it.

A spokeswoman promised that school children will travel free of charge until the summer.

Read also: Ten beaches for a rainy day

Subscribe to our newsletter
"""
ISLANDER = """Islanders told to take the bus

The harbour council voted on Saturday to close the old ferry line between Norrby and the island of Tarn. The last \
boat will sail on 31 October.

Some 4,800 people use the ferry each week, and most of them live on the island. Fishermen called the decision a \
betrayal.

Rain fell on the market all morning. Traders sold herring under umbrellas.
"""
LETTER = """---
source: The Norrby Letter
date: 2024-03-03
---
# What now for Tarn?

Rising fuel prices made the line lose two million crowns last year, says the council. It will be replaced by a new \
bus across the bridge.

The ferry opened in 1911. Its first captain was a baker.

A spokeswoman promised that school children will travel free of charge until the summer.
"""
WEATHER = """Storm passes north of the islands

Meteorologists recorded gusts of ninety kilometres an hour at the lighthouse on Sunday night. No damage was reported.
"""
REPORTS = {"harbour.md": HARBOUR, "islander.txt": ISLANDER, "letter.md": LETTER, "weather.txt": WEATHER}

Opened = Callable[..., AbstractAsyncContextManager[Session]]
Judge = Callable[..., Judged]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "covers(command, *contexts): the command that a test is about, and where")


@pytest.fixture(autouse=True)
def alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of the person who runs the tests shows through, and nothing of theirs is touched. Gives their home."""
    home = tmp_path_factory.mktemp("home")
    for name in ("WORKSPACE", "CORPUS", "ANNOTATIONS", "ANNOTATOR"):
        monkeypatch.delenv(f"MALI_READER_{name}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("MALI_READER_OUTBOX", str(home / "outbox"))
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of four reports, of which three overlap."""
    corpus = tmp_path / "ferry" / "corpus"
    corpus.mkdir(parents=True)
    for name, text in REPORTS.items():
        (corpus / name).write_text(text, "utf-8")
    return corpus.parent


@pytest.fixture
def settings(folder: Path) -> Settings:
    """The settings of ana, who works there."""
    return load_settings(workspace=str(folder), annotator="ana", environ={})


@pytest.fixture
def open_app(settings: Settings) -> Opened:
    """Open the application there: `async with open_app() as session`."""

    def opens(**options: Any) -> AbstractAsyncContextManager[Session]:
        return opened(options.pop("settings", settings), **options)

    return opens


@pytest.fixture
def judge(folder: Path) -> Judge:
    """Judge a quote as somebody: `judge("harbour", "The last boat", "disputed", annotator="ben")`."""

    def judges(
        document: str,
        quote: str,
        judgement: str = "verified",
        *,
        annotator: str = "ana",
        note: str = "",
        links: tuple[str, ...] = (),
    ) -> Judged:
        workspace = Workspace(load_settings(workspace=str(folder), annotator=annotator, environ={}))
        start = workspace.document(document).text.index(quote)
        evidence = tuple(Evidence(link) for link in links)
        return workspace.judge(Span(document, start, start + len(quote)), Judgement(judgement), note, evidence)

    return judges
