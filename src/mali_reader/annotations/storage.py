"""TinyDB on a file that many processes share. Importing this module loads TinyDB."""

import errno
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from mali_reader.annotations import files
from mali_reader.annotations.jsontext import encode
from mali_reader.annotations.layout import Row, Rows, Tables, absorb, lines
from mali_reader.annotations.locking import PATIENCE, DoneByAnotherError, WriterLock
from mali_reader.annotations.queue import Queue
from mali_reader.annotations.recognition import is_foreign
from mali_reader.annotations.snapshots import Snapshot, change, take
from mali_reader.errors import MaliReaderError

_ATTEMPTS = 100


class SharedStorage(Storage):
    """The file as TinyDB sees it. Writing unites with what is there: nothing that is in the file ever leaves it."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._last = Snapshot()
        self._threads = threading.RLock()
        self._lock = WriterLock(self.path)
        self.queue = Queue(self.path)

    def snapshot(self) -> Snapshot:
        """What the file holds now. Raises OSError where there is a file and it cannot be read, MaliReaderError where
        it is no annotation file at all."""
        with self._threads:
            if self._last.parts and files.signature(self.path) == self._last.signature:
                return self._last
            try:
                data, signature = files.read(self.path)
            except IsADirectoryError:
                raise MaliReaderError(f"{self.path} is a folder; name an annotation file") from None
            now = Snapshot() if data is None else take(data, signature, self._last)
            if data and is_foreign(self.path, data, now.reading):
                raise MaliReaderError(f"{self.path} is no annotation file; name another, or move it out of the way")
            self._last = now
            return now

    def recognise(self) -> None:
        """Look at the file, unless that was done before. Raises MaliReaderError where it is no annotation file."""
        if not self._last.parts:
            self.snapshot()

    @contextmanager
    def held(self, patience: float = PATIENCE, is_done: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """The lock; see `WriterLock.held`. Beside a file that is none of ours no lock file is laid."""
        self.recognise()
        with self._threads, self._lock.held(patience, is_done):
            yield

    def commit(
        self,
        decide: Callable[[Tables], Tables],
        patience: float = PATIENCE,
        is_done: Callable[[], bool] = lambda: False,
    ) -> None:
        """Make a change durable. `decide` is given what is in the file and returns the rows that it adds or edits.

        `patience` is how many seconds to wait for another writer; `is_done` says whether that one has done all that
        is needed. Raises OSError, and MaliReaderError as `snapshot` does; the file is then what it was.
        """
        try:
            with self.held(patience, is_done):
                self._commit(decide)
        except DoneByAnotherError:
            files.sync_folder(Path(os.path.realpath(self.path)).parent)

    def _commit(self, decide: Callable[[Tables], Tables]) -> None:
        before = self.snapshot()
        changes = {name: rows for name, rows in decide(before.reading.tables).items() if rows}
        if not changes:
            return
        files.sweep(self.path)
        now = before
        for _ in range(_ATTEMPTS):
            after = change(now, changes, before)
            if now.reading.unreadable:
                files.set_aside(self.path, b"\n".join(now.reading.unreadable))
            try:
                signature = files.replace(self.path, after.parts, now.signature)
            except files.ForeignWriteError:
                now = self.snapshot()
                continue
            self._last = replace(after, signature=signature)
            return
        raise TimeoutError(errno.ETIMEDOUT, "others keep writing to it", str(self.path))

    def read(self) -> dict[str, dict[str, Any]] | None:
        snapshot = self.snapshot()
        if not snapshot.reading.tables:
            return None
        return {
            name: {str(key): json.loads(raw) for key, raw in sorted(rows.items())}
            for name, rows in snapshot.reading.tables.items()
        }

    def write(self, data: Mapping[str, Mapping[Any, Mapping[str, Any]]]) -> None:
        def decide(tables: Tables) -> Tables:
            return {
                name: _edits(tables.get(name, {}), {int(key): document for key, document in documents.items()})
                for name, documents in data.items()
            }

        self.commit(decide)


class SharedTable(Table):
    """A table whose changes are made to what is in the file at that moment, and whose cached queries last only until
    anybody writes it."""

    _cached_for: files.Signature | None = None

    def search(self, cond: QueryLike) -> list[Document]:
        now = files.signature(self.shared.path)
        if now != self._cached_for:
            self.clear_cache()
            self._cached_for = now
        return super().search(cond)

    def unite(
        self, rows: Sequence[Row], others: Callable[[], Sequence[Row]] = tuple, patience: float = PATIENCE
    ) -> None:
        """Make sure that these rows are in the file, durably. Raises OSError.

        `others` are rows to take along where the file is written anyway: so one of several waiting writers does the
        work of all.
        """

        queue = self.shared.queue
        seen: set[files.Signature | None] = set()
        mine = tuple(lines(rows))

        def decide(tables: Tables) -> Tables:
            return {self.name: absorb(tables.get(self.name, {}), [*rows, *others(), *queue.take()])}

        def is_done() -> bool:
            now = files.signature(self.shared.path)
            if now in seen:
                return False
            seen.add(now)
            end = files.tail(self.shared.path)
            if all(line in end for line in mine):
                queue.tidy(end)
                return True
            queue.join(rows)
            return False

        self.shared.commit(decide, patience, is_done)

    def insert(self, document: Mapping[str, Any]) -> int:
        with self.shared.held():
            self._next_id = None
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        with self.shared.held():
            self._next_id = None
            return super().insert_multiple(documents)

    @property
    def shared(self) -> SharedStorage:
        """The storage of the table's database."""
        return cast(SharedStorage, self._storage)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        def decide(tables: Tables) -> Tables:
            rows = tables.get(self.name, {})
            documents = _Documents(rows)
            updater(documents)
            if documents.removed:
                raise MaliReaderError(
                    f"{self.shared.path}: records are never removed; add one that supersedes them instead"
                )
            return {self.name: _edits(rows, documents.touched)}

        self.shared.commit(decide)
        self.clear_cache()


class SharedDatabase(TinyDB):
    """TinyDB for a file that many processes share; it only grows."""

    table_class = SharedTable
    default_storage_class = SharedStorage  # type: ignore[assignment]

    def drop_tables(self) -> None:
        for name in self.tables():
            self.drop_table(name)

    def drop_table(self, name: str) -> None:
        self.table(name).truncate()


class _Documents(MutableMapping[int, dict[str, Any]]):
    """Rows as TinyDB's updaters want them, decoded only where they are looked at."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.touched: dict[int, dict[str, Any]] = {}
        self.removed: set[int] = set()

    def __getitem__(self, key: int) -> dict[str, Any]:
        if key in self.removed:
            raise KeyError(key)
        if key not in self.touched:
            self.touched[key] = json.loads(self._rows[key])
        return self.touched[key]

    def __setitem__(self, key: int, document: dict[str, Any]) -> None:
        self.removed.discard(key)
        self.touched[key] = document

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self.touched.pop(key, None)
        if key in self._rows:
            self.removed.add(key)

    def __contains__(self, key: object) -> bool:
        return key not in self.removed and (key in self._rows or key in self.touched)

    def __iter__(self) -> Iterator[int]:
        return iter([key for key in {**self._rows, **self.touched} if key not in self.removed])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _edits(rows: Rows, documents: Mapping[int, Mapping[str, Any]]) -> Rows:
    """Those documents whose content is not that of their row, encoded."""
    return {
        key: encode(dict(document))
        for key, document in documents.items()
        if key not in rows or json.loads(rows[key]) != document
    }
