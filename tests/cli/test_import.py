"""Taking in records: told before, once only, and nothing of a bad file."""

import json
import sys
import zipfile
from pathlib import Path

import pytest
from asking import Run


@pytest.fixture
def tagged(run: Run) -> Run:
    """A workspace with verdicts in it."""
    run("tag", "wire", "13,000 people", "--verdict", "verified", "--note", "שלום 🙂, as counted")
    run("tag", "wire", "13,000 people", "--verdict", "disputed", "--as", "ben", "--evidence", "https://example.org/c")
    run("tag", "rewrite", "April 2013", "--verdict", "disputed")
    return run


def annotations(workspace: Path) -> bytes | None:
    """The shared file, None where it is not there."""
    file = workspace / "annotations" / "annotations.json"
    return file.read_bytes() if file.exists() else None


@pytest.fixture
def empty(workspace: Path, tmp_path: Path) -> Path:
    """Another workspace with the same reports and no annotations."""
    other = tmp_path / "other"
    for report in (workspace / "corpus").rglob("*.*"):
        copy = other / report.relative_to(workspace)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(report.read_bytes())
    return other


@pytest.mark.parametrize("ending", ["json", "jsonl", "jsonld", "zip", "qdpx"])
def test_an_empty_workspace_gets_the_same_file(
    tagged: Run, workspace: Path, empty: Path, tmp_path: Path, ending: str
) -> None:
    file = str(tmp_path / f"summary.{ending}")
    assert tagged("export", "-o", file).code == 0
    assert tagged("import", file, "--json", workspace=empty).json == {"records": 3, "added": 3, "skipped": 0}
    assert annotations(empty) == annotations(workspace)
    assert tagged("import", file, "--json", workspace=empty).json == {"records": 3, "added": 0, "skipped": 3}
    assert annotations(empty) == annotations(workspace)


def test_a_dry_run_tells_and_adds_nothing(tagged: Run, empty: Path, tmp_path: Path) -> None:
    file = str(tmp_path / "summary.json")
    tagged("export", "-o", file)
    answer = tagged("import", file, "--dry-run", workspace=empty)
    assert "3 would be added" in answer.out
    assert "verified by ana" in answer.err
    assert "13,000 people" in answer.err
    assert annotations(empty) is None


def test_bad_files_add_nothing(tagged: Run, workspace: Path, tmp_path: Path) -> None:
    before = annotations(workspace)
    good = json.dumps({"id": "x", "type": "poll"})
    for name, content in (("a.jsonl", f"{good}\n{{broken"), ("b.csv", "a,b\n1,2\n"), ("c.json", '{"x": 1}')):
        file = tmp_path / name
        file.write_text(content, "utf-8")
        answer = tagged("import", str(file))
        assert answer.code == 2
        assert answer.err.count("\n") == 1
        assert name in answer.err
    assert tagged("import", str(tmp_path / "missing")).code == 2
    assert annotations(workspace) == before


def test_somebodys_own_table_is_taken_in(tagged: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("document,quote,verdict,annotator\nwire.md,six months,disputed,zoe\nwire.md,gone,verified,zoe\n")
    assert tagged("import", str(file), "--json").json == {"records": 2, "added": 1, "skipped": 1}
    (claim,) = [c for c in tagged("claims", "--json").json["claims"] if c["wording"] == "six months"]
    assert [verdict["annotator"] for verdict in claim["verdicts"]] == ["zoe"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
@pytest.mark.parametrize(("answer", "added"), [("y", 3), ("yes", 3), ("n", 0), ("", 0)])
def test_on_a_terminal_it_tells_asks_and_only_then_adds(
    tagged: Run, empty: Path, tmp_path: Path, answer: str, added: int
) -> None:
    import pexpect
    from terminal import environment

    file = str(tmp_path / "summary.json")
    tagged("export", "-o", file)
    words = ["-m", "mali_reader", "-w", str(empty), "import", file]
    child = pexpect.spawn(sys.executable, words, dimensions=(40, 100), env=environment(), timeout=60, encoding="utf-8")
    child.expect("Add 3 records\\?")
    assert "verified by ana" in child.before
    assert annotations(empty) is None
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert tagged("export", "--format", "jsonl", workspace=empty).out.count("\n") == added


def test_our_own_table_of_verdicts_comes_in_alone(tagged: Run, workspace: Path, empty: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.zip"
    tagged("export", "-o", str(file))
    with zipfile.ZipFile(file) as archive:
        archive.extract("verdicts.csv", tmp_path)
    assert tagged("import", str(tmp_path / "verdicts.csv"), workspace=empty).code == 0
    assert annotations(empty) == annotations(workspace)


def test_a_table_of_claims_says_which_table_to_take(tagged: Run, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    tagged("export", "-o", str(file))
    answer = tagged("import", str(file))
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "verdicts.csv" in answer.err


def test_help_names_the_columns(run: Run) -> None:
    told = " ".join(run("import", "--help").out.split())
    assert "columns document, quote and verdict" in told
