"""Opening the application on a workspace, a folder or one report."""

import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from asking import Answer, Run
from terminal import environment

from mali_reader.cli import starting
from mali_reader.settings import Settings
from mali_reader.tui import app

Opened = list[tuple[Path, Path, str | None]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the application was opened on: workspace, corpus, document."""
    calls: Opened = []

    def run(settings: Settings, document: str | None = None) -> int:
        calls.append((settings.workspace.resolve(), settings.corpus.resolve(), document))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(starting, "_unfit_terminal", lambda: None)
    return calls


@pytest.fixture
def go(run: Run) -> Callable[..., Answer]:
    """Run a command without naming a workspace."""
    return lambda *argv: run(*argv, workspace=None)


def test_no_command_means_open(run: Run, workspace: Path, opened: Opened) -> None:
    assert run().code == run("open").code == 0
    assert opened == [(workspace, workspace / "corpus", None)] * 2


def test_a_workspace_its_corpus_and_a_report_all_lead_to_it(
    go: Callable[..., Answer], workspace: Path, opened: Opened
) -> None:
    (workspace / "annotations").mkdir()
    corpus = workspace / "corpus"
    for path in (workspace, corpus, corpus / "wire.md", corpus / "papers" / "rewrite.txt"):
        assert go("open", str(path)).code == 0
    assert opened == [(workspace, corpus, document) for document in (None, None, "wire", "papers/rewrite")]


def test_a_plain_folder_of_reports_is_a_workspace(go: Callable[..., Answer], workspace: Path, opened: Opened) -> None:
    papers = workspace / "corpus" / "papers"
    assert go("open", str(papers)).code == 0
    assert opened == [(papers, papers, None)]


def test_of_two_files_of_one_name_the_one_that_was_named_opens(
    go: Callable[..., Answer], tmp_path: Path, opened: Opened
) -> None:
    for name in ("same.txt", "same.md"):
        (tmp_path / name).write_text(f"Title of {name}\n\nSome words of it.\n", "utf-8")
    for name in ("same.txt", "same.md"):
        assert go("open", str(tmp_path / name)).code == 0
    first, second = (document for _, _, document in opened)
    assert first != second


@pytest.mark.parametrize("name", ["missing", "corpus/missing.txt", "mali-reader.toml", "corpus/binary.txt"])
def test_what_is_no_report_is_told(go: Callable[..., Answer], workspace: Path, opened: Opened, name: str) -> None:
    (workspace / "mali-reader.toml").write_text("", "utf-8")
    (workspace / "corpus" / "binary.txt").write_bytes(b"\x00\xff" * 99)
    answer = go("open", str(workspace / name))
    assert answer.code == 2
    assert name in answer.err
    assert answer.err.count("\n") == 1
    assert opened == []


def test_two_folders_are_one_too_many(run: Run, workspace: Path, opened: Opened) -> None:
    answer = run("open", str(workspace / "corpus"))
    assert answer.code == 2
    assert "--workspace" in answer.err
    assert opened == []


def test_on_a_terminal_the_application_opens_and_leaves(workspace: Path) -> None:
    report = str(workspace / "corpus" / "wire.md")
    child = pexpect.spawn(
        sys.executable, ["-m", "mali_reader", "open", report], dimensions=(40, 120), env=environment(), timeout=30
    )
    child.expect("unanimously")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
