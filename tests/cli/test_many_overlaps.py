"""Many overlaps are written by several processes, in the words of one."""

import io
import json
import os
import sys
from collections.abc import Iterator

import pytest
from asking import Run

from mali_reader.cli import output, shapes_of_overlaps, tables
from mali_reader.workers import ENVIRONMENT


def test_two_processes_write_what_one_writes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MALI_READER_CACHE", "off")
    monkeypatch.setenv(ENVIRONMENT, "1")
    whole = run("overlaps", "--json", "--min-score", "0.05")
    assert len(json.loads(whole.out)["overlaps"]) > 1
    monkeypatch.setattr(shapes_of_overlaps, "_AT_ONCE", 1)
    monkeypatch.setattr(shapes_of_overlaps, "_ALONE", 1)
    monkeypatch.setenv(ENVIRONMENT, "2")
    assert run("overlaps", "--json", "--min-score", "0.05") == whole


def test_a_table_drawn_in_parts_reads_as_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("overlaps", "--min-score", "0.05")
    assert whole.out.count("rewrite") > 1
    monkeypatch.setattr(tables, "_AT_ONCE", 1)
    assert run("overlaps", "--min-score", "0.05") == whole


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["table", "json"])
def test_who_sends_the_answer_to_a_file_sees_how_far_the_alignment_is(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setenv("MALI_READER_CACHE", "off")
    monkeypatch.setattr("mali_reader.cli.waiting._PATIENCE", 0.0)
    monkeypatch.setattr("mali_reader.cli.waiting._PAUSE", 0.0)
    monkeypatch.setattr(sys, "stderr", screen)
    assert run("overlaps", *options).code == 0
    assert "aligning: " in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_the_first_rows_are_drawn_before_the_last_are_known() -> None:
    taken = []

    def rows() -> Iterator[list[str]]:
        for number in range(10_000):
            taken.append(number)
            yield [str(number)]

    assert next(tables.long_table(["Number"], rows(), first=6))
    assert 0 < len(taken) < 10_000


def test_nothing_more_is_drawn_for_a_reader_who_left(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.close(read)
    drawn = []

    def things() -> Iterator[str]:
        for number in range(3):
            drawn.append(number)
            yield "word"

    with os.fdopen(write, "w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        output.print_in_turn(things())
    assert drawn == [0]
