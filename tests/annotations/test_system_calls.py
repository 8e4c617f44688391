"""A writer that is killed at any system call leaves a whole file, and loses nothing that it was told is kept."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from verdicts import acknowledged, record, start_writer

from mali_reader.annotations.merging import write_annotation_file
from mali_reader.annotations.store import AnnotationStore

STRACE = shutil.which("strace")
DECISIVE = {"fsync", "rename", "flock", "unlink"}
_CALL = re.compile(r"^\d+ +(\w+)\(")

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")


def traced(shared: Path, outbox: Path, *under: str, options: tuple[str, ...] = ()) -> str:
    """What a writer of one record prints that runs under strace."""
    process = start_writer(shared, outbox, 1, *options, under=[str(STRACE), "-f", "-q", *under])
    return process.communicate(timeout=120)[0]


def calls_of_one_step(folder: Path, options: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Each system call between the moment when the writer begins and its end: its name, and its how manyth it is."""
    log = folder / "calls"
    write_annotation_file(folder / "annotations.json", [record()])
    traced(folder / "annotations.json", folder / "outbox", "-o", str(log), options=options)
    if not log.exists() or "exited with 0" not in log.read_text("utf-8", "replace"):
        pytest.skip("may not trace a process")
    counts: Counter[str] = Counter()
    begun = False
    for line in log.read_text("utf-8", "replace").splitlines():
        begun = begun or '"ready\\n"' in line
        if call := _CALL.match(line):
            counts[call[1]] += 1
            if begun:
                yield call[1], counts[call[1]]


def kill_at(folder: Path, name: str, number: int, options: tuple[str, ...]) -> bool:
    """Kill a writer at that call and look at what is there; whether it died."""
    shared, outbox = folder / "shared" / "annotations.json", folder / "outbox"
    earlier = [record(note=str(each)) for each in range(3)]
    write_annotation_file(shared, earlier)
    inject = ("-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}", "-o", str(folder / "log"))
    told = acknowledged(traced(shared, outbox, *inject, options=options))
    rows = json.loads(shared.read_bytes())["_default"]
    kept = {each.id for each in earlier} | (told if "edit" not in options else set())
    assert kept <= {row["id"] for row in rows.values()}, (name, number)
    assert kept <= {each.id for each in AnnotationStore(shared, outbox=outbox).records()}, (name, number)
    if told and "edit" in options:
        assert [rows[key].get("mood") for key in told] == ["0"]
    AnnotationStore(shared, outbox=outbox).add(record())
    assert {each.name for each in shared.parent.iterdir()} == {shared.name, f"{shared.name}.lock"}, (name, number)
    return "killed by SIGKILL" in (folder / "log").read_text("utf-8", "replace")


def kill_everywhere(folder: Path, options: tuple[str, ...], names: set[str] | None = None) -> int:
    made = [call for call in calls_of_one_step(folder, options) if names is None or call[0] in names]
    return sum(kill_at(folder / str(at), *call, options) for at, call in enumerate(made) if call[0] != "exit_group")


@pytest.mark.parametrize("options", [(), ("edit",)], ids=["insert", "edit"])
def test_a_writer_killed_where_it_matters(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert kill_everywhere(tmp_path, options, DECISIVE) >= 4


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("edit",)], ids=["insert", "edit"])
def test_a_writer_killed_at_every_system_call(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert kill_everywhere(tmp_path, options) >= 30
