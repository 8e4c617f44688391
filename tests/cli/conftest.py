"""A small workspace, and a way to run commands on it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from asking import Answer, FullDisk, Run

from mali_reader.cli import main

WIRE = """---
source: Example Wire
date: 2023-06-30
sources: [https://example.org/wire/1]
tags: [mali, council]
language: en
---
# Council votes to end the mission

The Security Council voted unanimously on Friday to end its peacekeeping mission in Mali, giving 13,000 people \
six months to leave the country.

Bamako had asked for the withdrawal of the force without delay. The mission was deployed in July 2013 to help carry \
out a peace plan.
"""
REWRITE = """The Blue Helmets Are Told to Go

The Security Council voted unanimously on June 30 to end its peacekeeping mission in Mali, giving 15,000 people
half a year to leave the country.

Cotton prices rose again at the market of Sikasso. Traders blamed the rain, and the rain only.

The mission was deployed in April 2013 to help carry out a peace plan. Nobody asked the traders of Sikasso.
"""


@pytest.fixture(autouse=True)
def alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests shows through, and nothing of theirs is touched."""
    for name in ("WORKSPACE", "CORPUS", "ANNOTATIONS"):
        monkeypatch.delenv(f"MALI_READER_{name}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MALI_READER_ANNOTATOR", "ana")
    monkeypatch.setenv("MALI_READER_OUTBOX", str(tmp_path_factory.mktemp("outbox")))
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace of two reports that share two paragraphs."""
    folder = tmp_path / "mali"
    (folder / "corpus" / "papers").mkdir(parents=True)
    (folder / "corpus" / "wire.md").write_text(WIRE, "utf-8")
    (folder / "corpus" / "papers" / "rewrite.txt").write_text(REWRITE, "utf-8")
    return folder


@pytest.fixture
def run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the workspace."""

    def runs(*argv: str, workspace: Path | None = workspace) -> Answer:
        capsys.readouterr()
        code = main([*argv] if workspace is None else [*argv, "--workspace", str(workspace)])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return runs


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    """While it is entered, no file can be put in the place of another."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    @contextmanager
    def entered() -> Iterator[None]:
        with monkeypatch.context() as disk:
            disk.setattr(os, "replace", full)
            yield

    return entered
