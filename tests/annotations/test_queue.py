"""Who holds the lock does the work of all who wait, and nobody depends on it."""

import json
import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock
from verdicts import record

from mali_reader.annotations.codec import raw_of
from mali_reader.annotations.layout import DEFAULT_TABLE, Row
from mali_reader.annotations.merging import key_of
from mali_reader.annotations.queue import Queue
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import AnnotationStore, Delivery


def row(made: Record) -> Row:
    """The row of a record."""
    return key_of(made), raw_of(made)


def names(shared: Path) -> set[str]:
    """The files beside and with the shared one."""
    return {each.name for each in shared.parent.iterdir()}


def all_wait(shared: Path, made: list[Record]) -> bool:
    """Whether these records are in the queue."""
    waiting = b"".join(each.read_bytes() for each in shared.parent.glob(".*"))
    return all(raw_of(each) in waiting for each in made)


def test_what_waits_is_taken_once_and_leaves_no_file(shared: Path) -> None:
    shared.parent.mkdir()
    queue, made = Queue(shared), [record(), record()]
    assert not queue.take()
    for each in made:
        queue.join([row(each)])
    assert sorted(queue.take()) == sorted(map(row, made))
    assert not queue.take()
    assert names(shared) == set()


def test_a_line_that_was_cut_waits_for_nobody(shared: Path) -> None:
    shared.parent.mkdir()
    queue, made = Queue(shared), record()
    queue.join([row(made)])
    (waiting,) = shared.parent.iterdir()
    waiting.write_bytes(b'\x00\xff\n,"5":{"id":"cut' + waiting.read_bytes() + b',"6":{"id"')
    assert list(queue.take()) == [row(made)]


def test_a_folder_that_cannot_be_written_has_no_queue(tmp_path: Path) -> None:
    queue = Queue(tmp_path / "gone" / "annotations.json")
    queue.join([row(record())])
    queue.tidy(b"")
    assert not queue.take()


def test_one_write_serves_everybody_who_waits_whoever_they_are(shared: Path, tmp_path: Path) -> None:
    shared.parent.mkdir()
    stores = [AnnotationStore(shared, outbox=tmp_path / str(number)) for number in range(4)]
    made = [record(str(number)) for number in range(4)]
    told: list[Delivery] = []
    with FileLock(f"{shared}.lock"):
        waiting = [
            threading.Thread(target=lambda s=store, m=one: told.append(s.add(m)))
            for store, one in zip(stores, made, strict=True)
        ]
        for thread in waiting:
            thread.start()
        while not all_wait(shared, made) and any(thread.is_alive() for thread in waiting):
            time.sleep(0.005)
    for thread in waiting:
        thread.join()
    assert told == [Delivery.SHARED] * 4
    assert {each["id"] for each in json.loads(shared.read_bytes())[DEFAULT_TABLE].values()} == {one.id for one in made}
    assert names(shared) == {shared.name, f"{shared.name}.lock"}


@pytest.mark.parametrize("wreck", [b"", b"\n", b"garbage\n", b'{"_default":{"1":{"id":"a","type":"poll"}}}'])
def test_what_a_dead_writer_left_in_the_queue_harms_nobody(shared: Path, wreck: bytes) -> None:
    shared.parent.mkdir()
    shared.with_name(f".{shared.name}.queue.tmp").write_bytes(wreck)
    added = record()
    assert AnnotationStore(shared).add(added) is Delivery.SHARED
    assert added.id in {each["id"] for each in json.loads(shared.read_bytes())[DEFAULT_TABLE].values()}
    assert names(shared) == {shared.name, f"{shared.name}.lock"}
