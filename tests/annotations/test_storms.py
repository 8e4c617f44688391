"""Many people write at once, die, run out of room: what was acknowledged is there."""

import json
import os
import random
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from filelock import FileLock
from tinydb import TinyDB
from verdicts import acknowledged, record, start_writer

from mali_reader.annotations.merging import write_annotation_file
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import AnnotationStore, Delivery


def ids(shared: Path) -> set[str]:
    """The ids that anybody who opens the file with TinyDB as it is finds in it."""
    with TinyDB(shared, access_mode="r") as database:
        return {row["id"] for row in database.all()}


def storm(shared: Path, outbox: Path, *, before: int, writers: int, each: int, people: int = 8) -> None:
    earlier = [record("Earlier") for _ in range(before)]
    write_annotation_file(shared, earlier)
    processes = [start_writer(shared, outbox / str(number % people), each) for number in range(writers)]
    outputs = [process.communicate()[0] for process in processes]
    assert all(line.startswith("SHARED") for output in outputs for line in output.splitlines())
    kept = set().union(*map(acknowledged, outputs))
    assert len(kept) == writers * each
    assert ids(shared) == kept | {each.id for each in earlier}
    assert {each.name for each in shared.parent.iterdir()} == {shared.name, f"{shared.name}.lock"}


@pytest.mark.parametrize(("before", "people"), [(0, 8), (1_000, 3)])
def test_eight_writers_lose_nothing(shared: Path, outbox: Path, before: int, people: int) -> None:
    storm(shared, outbox, before=before, writers=8, each=25, people=people)


@pytest.mark.slow
@pytest.mark.parametrize("before", [0, 1_000, 10_000])
def test_a_long_storm_loses_nothing(shared: Path, outbox: Path, before: int) -> None:
    storm(shared, outbox, before=before, writers=8, each=100)


def test_where_locks_do_nothing_the_next_visits_bring_everything_back(shared: Path, outbox: Path) -> None:
    processes = [start_writer(shared, outbox / str(number), 25, "no-lock") for number in range(4)]
    kept = set().union(*(acknowledged(process.communicate()[0]) for process in processes))
    for number in range(4):
        AnnotationStore(shared, outbox=outbox / str(number)).records()
    assert len(kept) == 100
    assert ids(shared) == kept


def test_a_clock_that_was_set_back_hides_and_loses_nothing(shared: Path) -> None:
    store, made = AnnotationStore(shared), [record(note=str(number)) for number in range(6)]
    tomorrow = [replaced_time(each, days=1) for each in made[:3]]
    for each in (*tomorrow, *made[3:]):
        assert store.add(each) is Delivery.SHARED
        AnnotationStore(shared, outbox=shared.parent / "other").add(record("Bea"))
    assert len(AnnotationStore(shared).records()) == 12
    assert len(ids(shared)) == 12
    keys = list(json.loads(shared.read_bytes())["_default"])
    assert keys == sorted(keys, key=int)


def replaced_time(made: Record, days: int) -> Record:
    """The record as a clock would have made it that is so many days ahead."""
    identity = str(UUID(int=UUID(made.id).int + (days * 86_400_000 << 80)))
    return replace(made, id=identity, content={**made.content, "id": identity})


def kill_writers(shared: Path, outbox: Path, kills: int) -> None:
    dice = random.Random(7)
    kept: set[str] = set()
    for _ in range(kills):
        process = start_writer(shared, outbox, 10_000)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(dice.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        kept |= acknowledged(first + process.stdout.read())
        process.wait()
        json.loads(shared.read_bytes())
        assert kept <= ids(shared)
    assert len(kept) >= kills
    AnnotationStore(shared).add(record())
    assert not [each for each in shared.parent.iterdir() if each.name.endswith(".tmp")]


def test_killed_writers_lose_nothing_and_leave_nothing(shared: Path, outbox: Path) -> None:
    kill_writers(shared, outbox, kills=8)


@pytest.mark.slow
def test_many_killed_writers_lose_nothing_and_leave_nothing(shared: Path, outbox: Path) -> None:
    kill_writers(shared, outbox, kills=200)


def test_a_verdict_is_kept_locally_while_a_stopped_program_holds_the_lock(shared: Path) -> None:
    store, kept = AnnotationStore(shared, patience=0.2), record()
    shared.parent.mkdir()
    with FileLock(f"{shared}.lock"):
        assert store.add(kept) is Delivery.LOCAL
        assert [each.id for each in store.records()] == [kept.id]
        assert any("delivered" in problem for problem in store.problems())
    assert store.deliver() is Delivery.SHARED
    assert ids(shared) == {kept.id}
    assert store.problems() == ()


@pytest.mark.skipif(os.name == "nt", reason="needs limits of the size of files")
def test_on_a_full_disk_verdicts_are_kept_locally_and_nothing_is_harmed(shared: Path, outbox: Path) -> None:
    earlier = [record("Earlier") for _ in range(100)]
    write_annotation_file(shared, earlier)
    before = shared.read_bytes()
    output = start_writer(shared, outbox, 3, "tiny-files").communicate()[0]
    assert [line.split()[0] for line in output.splitlines()] == ["LOCAL"] * 3
    assert shared.read_bytes() == before
    assert not [each for each in shared.parent.iterdir() if each.name.endswith(".tmp")]
    AnnotationStore(shared).records()
    assert ids(shared) == acknowledged(output) | {each.id for each in earlier}


@pytest.mark.skipif(not Path("/bin/mount").exists() or os.name == "nt", reason="needs mount")
def test_on_a_really_full_file_system_the_file_stays_whole(tmp_path: Path, outbox: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("may not mount a small file system")
    try:
        store = AnnotationStore(folder / "annotations.json")
        deliveries = [store.add(record(note="x" * 1000)) for _ in range(150)]
        assert deliveries.count(Delivery.SHARED) > 10
        assert deliveries[-1] is Delivery.LOCAL
        assert len(ids(folder / "annotations.json")) == deliveries.count(Delivery.SHARED)
        assert len(store.records()) == 150
    finally:
        subprocess.run(["umount", str(folder)], check=True)
