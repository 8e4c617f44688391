"""Many overlaps are written by several processes, in the words of one."""

import json

import pytest
from asking import Run

from mali_reader.cli import shapes_of_overlaps
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
