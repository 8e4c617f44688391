"""One durable verdict, seeing a foreign one, and opening: ours, plain TinyDB and SQLite, in one run.

python benchmarks/store.py [RECORDS ...]
"""

import hashlib
import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tinydb import TinyDB

from mali_reader.annotations.codec import new_verdict, verdict_record
from mali_reader.annotations.layout import render
from mali_reader.annotations.merging import key_of, write_annotation_file
from mali_reader.annotations.records import Judgement, Record, Target
from mali_reader.annotations.store import AnnotationStore, Delivery

ROUNDS = 15


def record() -> Record:
    """A verdict of a usual size."""
    target = Target(
        "report/a", hashlib.sha256(b"text").hexdigest(), 100, 240, "word " * 28, "before " * 4, "after " * 5
    )
    return verdict_record(new_verdict("Ann", target, Judgement.VERIFIED, "seen in two sources"))


def median(work: Callable[[], object], prepare: Callable[[], object] = lambda: None) -> float:
    """The median time of some rounds, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        prepare()
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def ours(folder: Path, records: list[Record]) -> dict[str, float]:
    """The shared file, from its reader's and its writer's side."""
    path = folder / "ours.json"
    write_annotation_file(path, records)
    store, other = AnnotationStore(path, outbox=folder / "mine"), AnnotationStore(path, outbox=folder / "theirs")
    store.records()
    figures = {}

    def add() -> None:
        if store.add(record()) is not Delivery.SHARED:
            raise RuntimeError("the benchmark's own file cannot be written")

    figures["add"] = median(add)
    figures["see"] = median(lambda: store.changed() and store.records(), prepare=lambda: other.add(record()))
    figures["open"] = median(lambda: AnnotationStore(path, outbox=folder / "new").records())
    return figures


def tinydb(folder: Path, records: list[Record]) -> dict[str, float]:
    """TinyDB as it is, which neither shares nor survives."""
    path = folder / "tinydb.json"
    path.write_text(json.dumps({"_default": {str(key_of(each)): each.content for each in records}}))
    with TinyDB(path) as database, TinyDB(path) as other:
        return {
            "add": median(lambda: database.insert(record().content)),
            "see": median(database.all, prepare=lambda: other.insert(record().content)),
            "open": median(lambda: TinyDB(path).all()),
        }


def sqlite(folder: Path, records: list[Record]) -> dict[str, float]:
    """SQLite with a write-ahead log, synchronous FULL."""
    path = folder / "records.sqlite"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS record (id TEXT PRIMARY KEY, content TEXT)")
        return connection

    def insert(connection: sqlite3.Connection, each: Record) -> None:
        connection.execute("INSERT INTO record VALUES (?, ?)", (each.id, json.dumps(each.content)))

    def read_all() -> list[object]:
        return [json.loads(content) for (content,) in connect().execute("SELECT content FROM record")]

    one, other = connect(), connect()
    one.execute("BEGIN")
    for each in records:
        insert(one, each)
    one.execute("COMMIT")
    last = [records[-1].id if records else ""]

    def see() -> None:
        for identity, content in one.execute("SELECT id, content FROM record WHERE id > ?", last).fetchall():
            json.loads(content)
            last[0] = identity

    return {
        "add": median(lambda: insert(one, record())),
        "see": median(see, prepare=lambda: insert(other, record())),
        "open": median(read_all),
    }


def floor(folder: Path, records: list[Record]) -> float:
    """What writing the whole file and flushing it costs by itself."""
    data = render({"_default": {key_of(each): json.dumps(each.content).encode() for each in records}})

    def write() -> None:
        with (folder / "floor").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    return median(write)


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 50_000]
    print(f"{'records':>8} {'':8} {'add ms':>9} {'see ms':>9} {'open ms':>9}")
    for size in sizes:
        records = [record() for _ in range(size)]
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            rows = {kind.__name__: kind(folder, records) for kind in (ours, tinydb, sqlite)}
            for kind, figures in rows.items():
                print(f"{size:8} {kind:8} " + " ".join(f"{figures[each]:9.2f}" for each in ("add", "see", "open")))
            ratio = rows["tinydb"]["add"] / rows["ours"]["add"]
            print(f"{size:8} one durable verdict is {ratio:.1f} times cheaper than TinyDB's insert", end="; ")
            print(f"writing the file alone takes {floor(folder, records):.2f} ms")


if __name__ == "__main__":
    main()
