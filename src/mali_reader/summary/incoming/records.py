"""Records from JSON objects, and ids for what others wrote."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from mali_reader.annotations.codec import record_of
from mali_reader.annotations.jsontext import encode
from mali_reader.annotations.records import Record
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.summary.redaction import MARK

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def record_from(content: Any) -> Record:
    """The record that a JSON object is, nothing of it changed. Raises ValueError where it is none."""
    if not isinstance(content, dict):
        raise ValueError("it is no JSON object")
    for name in ("id", "type"):
        if not isinstance(content.get(name), str) or not content[name]:
            raise ValueError(f"it has no {name}")
    if content.get(MARK) is True:
        raise ValueError("its quotes or names were changed when it was handed on; ask for the original")
    return record_of(encode(content), 0)


def records_from(contents: Iterable[Any]) -> tuple[Record, ...]:
    """The records that JSON objects are. Raises MaliReaderError, which counts from 1, for the first that is none."""
    records = []
    for number, content in enumerate(contents, 1):
        try:
            records.append(record_from(content))
        except ValueError as error:
            raise MaliReaderError(f"record {number} cannot be taken: {one_line(str(error), 100)}") from None
    return tuple(records)


def record_lines(text: str) -> tuple[Record, ...]:
    """The records of a text that has one a line. Raises MaliReaderError, which counts lines from 1."""
    records = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                records.append(record_from(json.loads(line)))
            except (ValueError, RecursionError) as error:
                why = one_line(str(error), 80)
                raise MaliReaderError(f"line {number} is no record ({why}); ask for the file once more") from None
    return tuple(records)


def identity(created: str | None, *parts: str) -> str:
    """A UUID (version 7) that is the same whenever the same entry is read: its time, then a digest of the parts."""
    digest = int.from_bytes(hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:10], "big")
    moment = _EPOCH if created is None else datetime.fromisoformat(created)
    milliseconds = max(0, int((moment - _EPOCH).total_seconds() * 1000))
    number = milliseconds << 80 | 7 << 76 | (digest >> 64 & 0xFFF) << 64 | 2 << 62 | digest & (1 << 62) - 1
    return str(UUID(int=number))


def moment_of(text: object) -> str | None:
    """A time as records have it (UTC, microseconds, Z); None where the text says none."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def now() -> str:
    """The time, for entries that say none."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
