"""The shared annotation file: what is added is durable before it is acknowledged, and nothing is ever lost."""

import threading
from contextlib import suppress
from enum import Enum
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mali_reader.annotations import files
from mali_reader.annotations.codec import raw_of, record_of
from mali_reader.annotations.copies import conflict_copies
from mali_reader.annotations.diagnosis import describe_damage, diagnose
from mali_reader.annotations.layout import DEFAULT_TABLE, Row, Rows, absorb, put, read
from mali_reader.annotations.locking import PATIENCE
from mali_reader.annotations.merging import key_of
from mali_reader.annotations.outbox import Outbox
from mali_reader.annotations.records import Record
from mali_reader.annotations.snapshots import Snapshot
from mali_reader.errors import MaliReaderError
from mali_reader.garbage import uncollected

if TYPE_CHECKING:
    from mali_reader.annotations.storage import SharedTable


_PATIENCE_OF_A_READER = 0.5


class Delivery(Enum):
    """Where an added record is: in the shared file, or so far only in one's own outbox."""

    SHARED = "shared"
    LOCAL = "local"


class AnnotationStore:
    """The records of one shared file, as one person sees them. Safe to use from several threads.

    `outbox` is the folder for the local copies (see `outbox.default_folder`), `patience` how many seconds an added
    record waits for another writer before it is kept locally.
    """

    def __init__(self, path: Path, *, outbox: Path | None = None, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience
        self._outbox = Outbox(path, outbox)
        self._threads = threading.RLock()
        self.obstacle = ""
        """Why the latest record that did not reach the file did not."""
        self._unreadable: tuple[bytes, ...] = ()
        self._seen: files.Signature | None = None
        self._copies: dict[Path, tuple[files.Signature | None, Rows]] = {}
        self._records: dict[int, Record] = {}

    @property
    def damage(self) -> str | None:
        """What could not be read when `records` last looked, in one line; None where all of it could."""
        return describe_damage(self.path, self._unreadable)

    def records(self) -> tuple[Record, ...]:
        """Every record there is, ordered by id: the file's, one's own that are not in it yet, those of conflict copies.

        What is missing from the file is delivered on the way, where that is possible. Raises MaliReaderError where
        the file cannot be read or is no annotation file.
        """
        with self._threads:
            snapshot = self._read()
            self._unreadable = snapshot.reading.unreadable
            if self._undelivered(snapshot) and self.deliver() is Delivery.SHARED:
                snapshot = self._read()
            self._seen = snapshot.signature
            rows = dict(snapshot.rows)
            for key, raw in self._mine():
                put(rows, key, raw)
            return self._decoded(rows)

    def add(self, *records: Record) -> Delivery:
        """Add records. They are durable when this returns; where, it says. Adding one again changes nothing.

        Raises MaliReaderError where neither the file nor the outbox can be written, or the file is no annotation
        file: then nothing is kept.
        """
        rows = [(key_of(record), raw_of(record)) for record in records]
        with self._threads:
            with suppress(OSError):
                self._table.shared.recognise()
            unkept: OSError | None = None
            try:
                self._outbox.append(rows)
            except OSError as error:
                unkept = error
            try:
                self._table.unite(rows, self._mine, self._patience)
            except OSError as error:
                if unkept is None:
                    self.obstacle = _reason(error)
                    return Delivery.LOCAL
                raise MaliReaderError(
                    f"nothing was saved: {self.path} cannot be written ({_reason(error)}), nor can the outbox "
                    f"{self._outbox.path} ({_reason(unkept)}); make room or mend the permissions and try again"
                ) from None
            return Delivery.SHARED

    def deliver(self) -> Delivery:
        """Put into the file what is in the outbox or a conflict copy and not in it; LOCAL where that cannot be done."""
        with self._threads:
            try:
                if missing := self._undelivered(self._table.shared.snapshot()):
                    self._table.unite(list(missing.items()), patience=min(self._patience, _PATIENCE_OF_A_READER))
            except OSError:
                return Delivery.LOCAL
            return Delivery.SHARED

    def changed(self) -> bool:
        """Whether the file is another one than when this or `records` last looked. Cheap enough for a short timer."""
        now = files.signature(self.path)
        before, self._seen = self._seen, now
        return now != before

    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file and around it, and what to do, in plain words."""
        with self._threads:
            try:
                snapshot = self._read()
                undelivered = self._undelivered(snapshot)
                self._outbox.rows()
            except MaliReaderError as error:
                return (str(error),)
            except OSError as error:
                return (f"{self._outbox.path} cannot be read ({_reason(error)}); mend that and try again",)
            records = self._decoded(snapshot.rows)
            return tuple(diagnose(self.path, snapshot.reading, records, len(undelivered), self._outbox.path))

    @cached_property
    def _table(self) -> "SharedTable":
        from mali_reader.annotations.storage import SharedDatabase, SharedTable

        return cast(SharedTable, SharedDatabase(self.path).table(DEFAULT_TABLE))

    def _read(self) -> Snapshot:
        try:
            return self._table.shared.snapshot() if self.path.exists() else Snapshot()
        except OSError as error:
            raise MaliReaderError(f"{self.path} cannot be read ({_reason(error)}); mend that and try again") from None

    def _mine(self) -> list[Row]:
        """The rows that the file has to hold: those of the outbox and of the conflict copies beside it. An outbox that
        cannot be read stops nobody from reading the file; `problems` tells of it."""
        rows: list[Row] = []
        with suppress(OSError):
            rows.extend(self._outbox.rows().items())
        for copy in conflict_copies(self.path):
            rows.extend(self._rows_of_copy(copy).items())
        return rows

    def _rows_of_copy(self, copy: Path) -> Rows:
        signature = files.signature(copy)
        known = self._copies.get(copy)
        if known is None or known[0] != signature:
            data, signature = files.read(copy)
            known = signature, read(data or b"").tables.get(DEFAULT_TABLE, {})
            self._copies[copy] = known
        return known[1]

    def _undelivered(self, snapshot: Snapshot) -> Rows:
        return absorb(snapshot.rows, self._mine())

    def _decoded(self, rows: Rows) -> tuple[Record, ...]:
        known = self._records
        with uncollected():
            self._records = {
                key: there if (there := known.get(key)) and there.raw == raw else record_of(raw, key)
                for key, raw in sorted(rows.items())
            }
        return tuple(sorted(self._records.values(), key=attrgetter("id")))


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
