"""Eight writers at once on a file with 1,000 records: verdicts a second and the longest wait, in one run.

    python benchmarks/storm.py [WRITERS [EACH [RECORDS]]]

Ours, one person's writers and eight people's, and plain TinyDB behind a file lock, which reads and writes all of it
each time.
"""

import json
import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

from filelock import FileLock
from store import record
from tinydb import TinyDB

from mali_reader.annotations.merging import write_annotation_file
from mali_reader.annotations.store import AnnotationStore, Delivery

Waits = list[float]


def ours(path: Path, outbox: Path, each: int) -> Waits:
    """Verdicts by one writer, each durable."""
    store, waits = AnnotationStore(path, outbox=outbox), []
    store.records()
    for _ in range(each):
        began = time.perf_counter()
        if store.add(record()) is not Delivery.SHARED:
            raise RuntimeError("a verdict was kept locally")
        waits.append(time.perf_counter() - began)
    return waits


def plain(path: Path, _: Path, each: int) -> Waits:
    """The same with TinyDB as it is, behind a lock."""
    waits = []
    for _number in range(each):
        began = time.perf_counter()
        with FileLock(f"{path}.lock", poll_interval=0.005), TinyDB(path) as database:
            database.insert(record().content)
        waits.append(time.perf_counter() - began)
    return waits


def main() -> None:
    writers, each, before = [*map(int, sys.argv[1:]), *(8, 100, 1_000)[len(sys.argv) - 1 :]]
    for name, work, people in (
        ("ours, one person", ours, 1),
        ("ours, a person each", ours, writers),
        ("TinyDB behind a lock", plain, 1),
    ):
        with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool(writers) as pool:
            path = Path(folder) / "annotations.json"
            write_annotation_file(path, [record() for _ in range(before)])
            jobs = [(path, Path(folder) / f"outbox{number % people}", each) for number in range(writers)]
            began = time.perf_counter()
            waits = [wait for waits in pool.starmap(work, jobs, chunksize=1) for wait in waits]
            rate = len(waits) / (time.perf_counter() - began)
            there = len(json.loads(path.read_bytes())["_default"])
            print(f"{name:22} {rate:7.1f} a second, longest wait {max(waits):.2f} s, {there - before} kept")


if __name__ == "__main__":
    main()
