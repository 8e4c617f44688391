"""A long answer that was printed before is printed again as it was, until anything that it follows from changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import Run

from mali_reader.cli import kept
from mali_reader.overlap.diffs import diff


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("MALI_READER_CACHE", str(folder))
    return folder


def test_the_second_time_nothing_is_compared(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("overlaps", "--json")
    assert '"overlaps"' in first.out
    with monkeypatch.context() as patched:
        patched.delattr(diff, "diff_words")
        assert run("overlaps", "--json") == first


def test_each_way_to_ask_has_an_answer_of_its_own(run: Run) -> None:
    ways = [("--min-score", "0.99"), ("--kind", "verbatim"), ("--document", "wire"), ()]
    answers = {way: run("overlaps", "--json", *way).out for way in ways}
    assert len(set(answers.values())) >= 3
    assert {way: run("overlaps", "--json", *way).out for way in ways} == answers


def test_a_report_that_changed_is_compared_anew(run: Run, workspace: Path) -> None:
    first = run("overlaps", "--json").out
    report = workspace / "corpus" / "papers" / "rewrite.txt"
    report.write_text(report.read_text("utf-8").replace("15,000", "16,000"), "utf-8")
    second = run("overlaps", "--json").out
    assert "16,000" in second
    assert second != first


def test_a_damaged_cache_changes_nothing(run: Run, cache: Path) -> None:
    first = run("overlaps", "--json")
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:5000])
    assert run("overlaps", "--json") == first


def test_an_answer_that_nobody_took_to_its_end_or_that_is_too_long_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def parts() -> Iterator[bytes]:
        nonlocal asked
        asked += 1
        yield from (b"some", b"more")

    assert next(kept.kept(b"key", parts)) == b"some"
    assert b"".join(kept.kept(b"key", parts)) == b"somemore"
    assert b"".join(kept.kept(b"key", parts)) == b"somemore"
    assert asked == 2
    monkeypatch.setattr(kept, "_LONGEST", 3)
    for _ in range(2):
        assert b"".join(kept.kept(b"another", parts)) == b"somemore"
    assert asked == 4
