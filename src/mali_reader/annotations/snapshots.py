"""What the file held when it was looked at, so that looking again and adding cost no more than what is new."""

from dataclasses import dataclass, field
from itertools import islice, takewhile

from mali_reader.annotations.files import Signature
from mali_reader.annotations.layout import (
    CLOSING,
    DEFAULT_TABLE,
    OPENING,
    Reading,
    Rows,
    Tables,
    lines,
    put,
    read,
    render,
)

_STEP = 1 << 12
_FEW = 100
"""Rows at the end that are written anew. Of those who write at once, some have to wait while later ones are written."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of a file, in parts, and what they say; no parts where there is no file.

    It is `tidy` where rows can be added at its end as it stands; its last part is then the closing.
    """

    parts: tuple[bytes, ...] = ()
    signature: Signature | None = None
    reading: Reading = field(default_factory=lambda: Reading({}))
    tidy: bool = False

    @property
    def rows(self) -> Rows:
        """The rows of TinyDB's default table."""
        return self.reading.tables.get(DEFAULT_TABLE, {})


def take(data: bytes, signature: Signature | None, before: Snapshot) -> Snapshot:
    """A snapshot of these bytes, in the time that it takes to read what differs from an earlier one."""
    old = b"".join(before.parts)
    same = data.rfind(b"\n", 0, _common_prefix(data, old)) + 1
    if before.tidy and same > len(OPENING):
        return _take_tail(data, old, same, signature, before)
    reading = read(data, before.reading.tables)
    keys = list(reading.tables.get(DEFAULT_TABLE, {}))
    is_tidy = data.startswith(OPENING + b" ") and _is_tidy(data[len(OPENING) :], reading, keys, commas=len(keys) - 1)
    return Snapshot(_parts(data, is_tidy), signature, reading, is_tidy)


def change(now: Snapshot, changes: Tables, before: Snapshot) -> Snapshot:
    """Changes that were made to `before`, made to `now`: an edit takes the place of what it edits, the rest unites."""
    if now.tidy and changes.keys() == {DEFAULT_TABLE} and (near := _change_near_the_end(now, changes[DEFAULT_TABLE])):
        return near
    tables = {DEFAULT_TABLE: Rows(), **{name: dict(rows) for name, rows in now.reading.tables.items()}}
    for name, rows in changes.items():
        there = tables.setdefault(name, {})
        for key, raw in rows.items():
            if key in before.reading.tables.get(name, {}):
                there[key] = raw
            else:
                put(there, key, raw)
    tables = {name: dict(sorted(rows.items())) for name, rows in tables.items()}
    is_tidy = tables.keys() == {DEFAULT_TABLE} and bool(tables[DEFAULT_TABLE])
    return Snapshot(_parts(render(tables), is_tidy), None, Reading(tables), is_tidy)


def _change_near_the_end(now: Snapshot, added: Rows) -> Snapshot | None:
    """The lines before the first new row kept as they are; None where that is none, or where a row has to unite."""
    first = min(added)
    last = islice(reversed(now.rows.items()), _FEW)
    later = dict(sorted(takewhile(lambda row: row[0] > first, last)))
    if len(later) == min(_FEW, len(now.rows)) or first in now.rows or not later.keys().isdisjoint(added):
        return None
    moved = b"".join(lines(later.items()))
    kept, end = list(now.parts[:-1]), b""
    while len(end) < len(moved):
        end = kept.pop() + end
    if not end.endswith(moved):
        return None
    tail = dict(sorted({**later, **added}.items()))
    rows = dict(islice(now.rows.items(), len(now.rows) - len(later)))
    parts = (*kept, end.removesuffix(moved), b"".join(lines(tail.items())), CLOSING)
    return Snapshot(tuple(filter(None, parts)), None, Reading({DEFAULT_TABLE: rows | tail}), tidy=True)


def _take_tail(data: bytes, old: bytes, same: int, signature: Signature | None, before: Snapshot) -> Snapshot:
    rows = dict(before.rows)
    for key in read(old[same:], before.reading.tables).tables.get(DEFAULT_TABLE, {}):
        del rows[key]
    last = next(reversed(rows))
    tail = read(data[same:], before.reading.tables)
    added = tail.tables.get(DEFAULT_TABLE, {})
    is_tidy = last < min(added, default=last) and _is_tidy(data[same:], tail, list(added), commas=len(added))
    for key, raw in added.items():
        put(rows, key, raw)
    reading = Reading({**tail.tables, DEFAULT_TABLE: rows}, tail.unreadable, tail.marked)
    return Snapshot(_parts(data, is_tidy), signature, reading, is_tidy)


def _parts(data: bytes, is_tidy: bool) -> tuple[bytes, ...]:
    return (data[: -len(CLOSING)], CLOSING) if is_tidy else (data,)


def _is_tidy(tail: bytes, reading: Reading, keys: list[int], commas: int) -> bool:
    """Whether the end of a file is these rows in order, a line each, with so many commas, then the closing, no more."""
    return (
        reading.tables.keys() == {DEFAULT_TABLE}
        and not reading.unreadable
        and not reading.marked
        and bool(keys)
        and keys == sorted(keys)
        and tail.endswith(CLOSING)
        and tail.count(b"\n") == len(keys) + 1
        and (b"\n" + tail).count(b'\n,"') == commas
        and b"\r\n" not in tail
    )


def _common_prefix(left: bytes, right: bytes) -> int:
    """How many bytes are the same at the beginning, rounded down."""
    for start in range(0, min(len(left), len(right)), _STEP):
        if left[start : start + _STEP] != right[start : start + _STEP]:
            return start
    return min(len(left), len(right))
