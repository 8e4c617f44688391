"""What commands say of an annotation file that is damaged, read-only, or none; and where an answer cannot be told."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from asking import Run

TAG = ("tag", "wire", "13,000 people", "--verdict", "verified")


@pytest.fixture
def shared(workspace: Path) -> Path:
    """The workspace's annotation file."""
    return workspace / "annotations" / "annotations.json"


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


@pytest.mark.parametrize(
    "command",
    [
        TAG,
        ("claims",),
        ("annotations", "--json"),
        ("withdraw", "x"),
        ("merge", "COLLEAGUE"),
        ("import", "COLLEAGUE"),
        ("check",),
        ("export",),
        ("docs",),
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize("name", ["notes.md", "corpus/wire.md", "summary.json", "corpus"])
def test_another_file_is_never_taken_for_the_annotations(
    run: Run, workspace: Path, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    colleague = tmp_path / "colleague.json"
    colleague.write_text('{"_default":{"1":{"id":"a","type":"verdict"}}}', "utf-8")
    (workspace / "notes.md").write_text("# Notes\n\nTen boats.\n", "utf-8")
    (workspace / "summary.json").write_text('{"format": "mali-reader summary", "records": []}', "utf-8")
    before = everything_in(workspace)
    argv = [str(colleague) if word == "COLLEAGUE" else word for word in command]
    answer = run(*argv, "--annotations", str(workspace / name))
    said = answer.out + answer.err
    assert Path(name).name in said
    assert answer.code == 2
    assert said.count("\n") == 1
    assert everything_in(workspace) == before


@pytest.mark.parametrize("command", ["claims", "annotations", "agreement", "export", "docs", "discrepancies"])
def test_what_cannot_be_read_is_told_beside_an_unchanged_answer(run: Run, shared: Path, command: str) -> None:
    run(*TAG)
    whole = run(command)
    assert whole.err == ""
    shared.write_bytes(shared.read_bytes() + b'what is this\n\n,"5":{"id":"cut\n')
    damaged = run(command)
    assert (damaged.code, damaged.out) == (whole.code, whole.out)
    assert damaged.err == "mali-reader: 2 lines of annotations.json cannot be read; see: mali-reader check\n"


def test_a_read_only_file_is_not_written_and_says_so(run: Run, shared: Path) -> None:
    run(*TAG)
    before = shared.read_bytes()
    shared.chmod(0o444)
    answer = run("tag", "wire", "July 2013", "--verdict", "disputed", "--json")
    assert answer.code == 3
    assert "read-only" in answer.err
    assert shared.read_bytes() == before
    assert len(run("annotations", "--json").json["records"]) == 2
    shared.chmod(0o644)
    run("annotations")
    assert answer.json["record"] in shared.read_text("utf-8")


def test_where_nothing_can_be_kept_one_line_says_what_to_do(
    run: Run, shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*TAG)
    before = shared.read_bytes()
    shared.chmod(0o444)
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("MALI_READER_OUTBOX", str(tmp_path / "file" / "outbox"))
    answer = run("tag", "wire", "July 2013", "--verdict", "disputed", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "nothing was saved" in answer.err
    assert "try again" in answer.err
    assert shared.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_verdict_whose_answer_cannot_be_printed_is_saved_and_says_so(workspace: Path, shared: Path) -> None:
    def call(*argv: str) -> "subprocess.CompletedProcess[str]":
        with Path("/dev/full").open("w") as full:
            program = [sys.executable, "-m", "mali_reader", "-w", str(workspace)]
            return subprocess.run([*program, *argv], stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    for form in ((), ("--json",)):
        answer = call(*TAG, *form)
        assert answer.returncode == 0
        assert answer.stderr.count("\n") == 1
        assert "saved" in answer.stderr
    assert len(json.loads(shared.read_bytes())["_default"]) == 2
    for command in (("claims", "--json"), ("claims",), ("docs",), ("export",)):
        answer = call(*command)
        assert answer.returncode == 2
        assert answer.stderr.count("\n") == 1
        assert os.strerror(28).lower() in answer.stderr.lower()
        assert "stdout" in answer.stderr
