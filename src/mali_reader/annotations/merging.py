"""Copies of the shared file, united: in any order, any number of times, to the same records."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mali_reader.annotations import files
from mali_reader.annotations.codec import raw_of, record_of
from mali_reader.annotations.jsontext import canonical
from mali_reader.annotations.layout import DEFAULT_TABLE, Rows, put, read, render
from mali_reader.annotations.records import Record
from mali_reader.errors import MaliReaderError


@dataclass(frozen=True, slots=True)
class AnnotationFile:
    """What one copy holds, ordered by id, and in plain words what of it could not be read."""

    path: Path
    records: tuple[Record, ...]
    problems: tuple[str, ...] = ()


def unite(*collections: Iterable[Record]) -> tuple[Record, ...]:
    """Every record of every collection, once, ordered by id.

    Commutative, associative and idempotent. Two records that share an id but not their content are both kept.
    """
    united: dict[tuple[str, bytes], Record] = {}
    for collection in collections:
        for record in collection:
            identity = (record.id, canonical(raw_of(record)))
            there = united.setdefault(identity, record)
            if raw_of(record) < raw_of(there):
                united[identity] = record
    return tuple(record for _, record in sorted(united.items(), key=lambda item: item[0]))


def read_annotation_file(path: Path) -> AnnotationFile:
    """The records of a copy of the shared file, or of an outbox. Raises MaliReaderError where it cannot be read."""
    try:
        data, _ = files.read(path)
    except OSError as error:
        raise MaliReaderError(f"{path} cannot be read ({error.strerror}); check its permissions") from None
    if data is None:
        raise MaliReaderError(f"{path} is not there; check the name")
    reading = read(data)
    problems = tuple(f"{path.name}: {describe(part)}" for part in reading.unreadable)
    return AnnotationFile(path, records_of(reading.tables.get(DEFAULT_TABLE, {})), problems)


def write_annotation_file(path: Path, records: Iterable[Record]) -> None:
    """A new file with these records, or a file replaced by them, durably. Raises MaliReaderError."""
    rows: Rows = {}
    for record in unite(records):
        put(rows, key_of(record), raw_of(record))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(path, (render({DEFAULT_TABLE: rows}),), files.signature(path))
    except (OSError, files.ForeignWriteError) as error:
        raise MaliReaderError(f"{path} cannot be written ({error}); choose another place") from None


def key_of(record: Record) -> int:
    """The row that a record belongs to: its id as a number."""
    try:
        return UUID(record.id).int
    except ValueError:
        return int.from_bytes(hashlib.sha256(record.id.encode("utf-8", "surrogatepass")).digest()[:16], "big")


def records_of(rows: Mapping[int, bytes]) -> tuple[Record, ...]:
    """The records of these rows, ordered by id."""
    return tuple(sorted((record_of(raw, key) for key, raw in rows.items()), key=lambda record: (record.id, record.raw)))


def describe(part: bytes) -> str:
    """A few words on bytes that could not be read."""
    shown = part.strip()[:60].decode("utf-8", "replace").replace("\n", " ")
    return f"{len(part)} bytes cannot be read, beginning {shown!r}"
