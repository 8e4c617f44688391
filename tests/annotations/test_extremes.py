"""Files that are deep, doubled or huge, copies in any order, a program that stopped with the lock in its hand."""

import itertools
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from verdicts import record

from mali_reader.annotations.layout import CLOSING, OPENING, lines
from mali_reader.annotations.merging import key_of, read_annotation_file, unite, write_annotation_file
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import AnnotationStore, Delivery


def ids(records: tuple[Record, ...]) -> set[str]:
    """The ids of records."""
    return {each.id for each in records}


def with_line(shared: Path, line: bytes) -> list[Record]:
    """A file of three records, and one line more before the last of them."""
    made = [record(note=str(number)) for number in range(3)]
    write_annotation_file(shared, made)
    before, last, closing = shared.read_bytes().rsplit(b"\n,", 1)[0], b"\n," + last_line(shared), CLOSING
    shared.write_bytes(before + b"\n" + line + last + closing)
    return made


def last_line(shared: Path) -> bytes:
    """The last row of a file."""
    return shared.read_bytes().removesuffix(CLOSING).rsplit(b"\n,", 1)[1]


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_a_row_that_is_nested_too_deeply_is_set_aside_and_costs_no_other(shared: Path, opening: bytes) -> None:
    line = b',"5":{"id":"deep","a":' + opening * 100_000 + b"}"
    made = with_line(shared, line)
    added = record()
    assert AnnotationStore(shared).add(added) is Delivery.SHARED
    assert ids(AnnotationStore(shared).records()) == {*(each.id for each in made), added.id}
    json.loads(shared.read_bytes())
    assert [each.read_bytes() for each in shared.parent.glob("*.unreadable-*")] == [line]


def test_a_field_that_is_there_twice_is_kept_byte_for_byte(shared: Path) -> None:
    line = b',"5":{"id":"twice","note":"a","note":"b"}'
    made = with_line(shared, line)
    AnnotationStore(shared).add(record())
    assert line[1:] in shared.read_bytes()
    assert {*(each.id for each in made), "twice"} < ids(AnnotationStore(shared).records())


def test_a_key_that_is_there_twice_loses_neither_row(shared: Path) -> None:
    made = [record(note=str(number)) for number in range(3)]
    write_annotation_file(shared, made)
    other = record(note="other")
    shared.write_bytes(shared.read_bytes().replace(str(key_of(made[1])).encode(), str(key_of(made[0])).encode()))
    AnnotationStore(shared).add(other)
    assert ids(AnnotationStore(shared).records()) == {*(each.id for each in made), other.id}


def copies(folder: Path) -> Iterator[Path]:
    """Copies of one file to which different people added, one of them damaged."""
    before = [record("Before") for _ in range(3)]
    for number in range(3):
        copy = folder / f"{number}.json"
        write_annotation_file(copy, [*before, *(record(str(number)) for _ in range(2))])
        yield copy
    (folder / "2.json").write_bytes((folder / "2.json").read_bytes() + b"garbage\n")


def test_copies_unite_to_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    made = [read_annotation_file(copy).records for copy in list(copies(tmp_path))]
    united = set()
    for order in itertools.permutations([*made, made[0]]):
        write_annotation_file(tmp_path / "united.json", unite(*order))
        united.add((tmp_path / "united.json").read_bytes())
    assert len(united) == 1
    assert len(json.loads(united.pop())["_default"]) == 9


NAMES = ("annotations.sync-conflict-20240131-120000-ABCDEF7", "annotations (Bea's conflicted copy)", "annotations 2")


@pytest.mark.parametrize("order", itertools.permutations(range(3)), ids=str)
def test_conflict_copies_that_come_in_any_order_lose_nothing(shared: Path, tmp_path: Path, order: tuple[int]) -> None:
    made = list(copies(tmp_path))
    wanted = set().union(*(ids(read_annotation_file(copy).records) for copy in made))
    store = AnnotationStore(shared)
    store.add(record())
    for number in order:
        made[number].rename(shared.with_name(f"{NAMES[number]}.json"))
        store.records()
    assert wanted < ids(AnnotationStore(shared).records())
    assert wanted < {row["id"] for row in json.loads(shared.read_bytes())["_default"].values()}


HOLDER = """
import sys
from filelock import FileLock
lock = FileLock(sys.argv[1])
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs signals that stop a process")
def test_a_program_that_stopped_with_the_lock_makes_verdicts_local_and_late_not_lost(shared: Path) -> None:
    store, first, second = AnnotationStore(shared, patience=0.2), record(), record()
    store.add(first)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, f"{shared}.lock"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        os.kill(holder.pid, signal.SIGSTOP)
        assert store.add(second) is Delivery.LOCAL
        assert store.obstacle
        assert ids(AnnotationStore(shared).records()) == {first.id, second.id}
    finally:
        holder.kill()
        holder.communicate()
    assert store.deliver() is Delivery.SHARED
    assert second.id.encode() in shared.read_bytes()


def huge(shared: Path, size: int) -> int:
    """Write a file of at least so many bytes; how many records it holds."""
    made, count = record(note="word " * 200), 0
    base, raw = key_of(made), json.dumps(made.content).encode()
    shared.parent.mkdir(parents=True)
    with shared.open("wb") as file:
        file.write(OPENING[:-1])
        while file.tell() < size:
            identity = str(count).rjust(len(made.id), "0").encode()
            file.writelines(lines([(base + count, raw.replace(made.id.encode(), identity))], first=not count))
            count += 1
        file.write(CLOSING)
    return count


@pytest.mark.parametrize("size", [2_000_000, pytest.param(200_000_000, marks=pytest.mark.slow)])
def test_a_huge_file_is_read_added_to_and_mended(shared: Path, size: int) -> None:
    count, store, added = huge(shared, size), AnnotationStore(shared), record()
    assert len(store.records()) == count
    assert store.add(added) is Delivery.SHARED
    with shared.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff\x00garbage")
    left = len(AnnotationStore(shared).records())
    assert left in (count, count + 1)
    assert store.add(record()) is Delivery.SHARED
    assert len(AnnotationStore(shared).records()) == left + 1


@pytest.mark.parametrize("size", [2_000_000, pytest.param(200_000_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("garbage", [b"\x00", b'{"1":{', b"word \n", b'"1":{"id":"'], ids=repr)
def test_huge_garbage_is_set_aside(shared: Path, size: int, garbage: bytes) -> None:
    shared.parent.mkdir()
    shared.write_bytes(garbage * (size // len(garbage)))
    assert AnnotationStore(shared).add(record()) is Delivery.SHARED
    assert len(AnnotationStore(shared).records()) == 1
    assert [each.stat().st_size for each in shared.parent.glob("*.unreadable-*")] != []
