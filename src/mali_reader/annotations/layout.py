"""The bytes of an annotation file: TinyDB's tables with one row a line, read whatever has befallen them.

    {"_default":{
     "2170...":{"id":"01a2...", ...}
    ,"2171...":{"id":"01a3...", ...}
    }}

A new row is a new line and changes no other, so that line-wise merging unites two copies.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import orjson

from mali_reader.annotations.jsontext import canonical, decode

DEFAULT_TABLE = "_default"
OPENING = b'{"_default":{\n'
CLOSING = b"\n}}\n"

Row = tuple[int, bytes]
Rows = dict[int, bytes]
Tables = dict[str, Rows]

_ROW = re.compile(rb'[ ,]?"(-?[0-9]{1,60})":(\{.*\})\r?')
_TABLE = re.compile(rb'(?:\{|\},)("(?:[^"\\]|\\.)*+"):\{\r?')
_CONFLICT_MARKER = re.compile(rb"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}\r?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. `unreadable` are the bytes that are no part of any row; `marked` is whether a version
    control system left its conflict markers."""

    tables: Tables
    unreadable: tuple[bytes, ...] = ()
    marked: bool = False


def read(data: bytes, known: Mapping[str, Mapping[int, bytes]] | None = None) -> Reading:
    """Every row that can be found in these bytes; rows of `known` are not checked again."""
    tables: Tables = {}
    unreadable: list[bytes] = []
    marked = False
    table = DEFAULT_TABLE
    chunk: list[bytes] = []

    def close_chunk() -> None:
        nonlocal table
        if chunk:
            from mali_reader.annotations.salvage import salvage

            found = salvage(b"\n".join(chunk), table)
            chunk.clear()
            table = found.table
            unreadable.extend(found.unreadable)
            for name, rows in found.rows:
                there = tables.setdefault(name, {})
                for key, raw in rows:
                    put(there, key, raw)

    for line in data.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if not line and not chunk:
            continue
        if row := _ROW.fullmatch(line):
            key, raw = int(row[1]), row[2]
            if (known and known.get(table, {}).get(key) == raw) or _is_object(raw):
                close_chunk()
                put(tables.setdefault(table, {}), key, raw)
                continue
        elif opening := _table_name(line):
            close_chunk()
            table = opening
            tables.setdefault(table, {})
            continue
        elif _CONFLICT_MARKER.fullmatch(line):
            marked = True
            continue
        chunk.append(line)
    close_chunk()
    return Reading(tables, tuple(unreadable), marked)


def render(tables: Mapping[str, Mapping[int, bytes]]) -> bytes:
    """The file of these tables: valid JSON, sorted, the same bytes for the same rows."""
    parts: list[bytes] = []
    for name in (DEFAULT_TABLE, *sorted(tables.keys() - {DEFAULT_TABLE})):
        parts.append((b"\n}," if parts else b"{") + json.dumps(name).encode() + b":{")
        parts.extend(lines(sorted(tables.get(name, {}).items()), first=True))
    return b"".join((*parts, CLOSING))


def lines(rows: Iterable[Row], first: bool = False) -> Iterator[bytes]:
    """Rows as they are in the file, each with its line end before it; the first row of a table has no comma."""
    comma = b" " if first else b","
    for key, raw in rows:
        yield b'\n%b"%d":%b' % (comma, key, raw)
        comma = b","


def put(rows: Rows, key: int, raw: bytes) -> set[int]:
    """Unite one row with others. Two different objects under one key are both kept: which of them keeps the key,
    and which key the other gets, depends on nothing but the two. Returns the keys that were looked at."""
    there = rows.setdefault(key, raw)
    if there == raw:
        return {key}
    first, second = sorted(((canonical(there), there), (canonical(raw), raw)))
    rows[key] = first[1]
    if first[0] == second[0]:
        return {key}
    return {key} | put(rows, _other_key(key, second[0]), second[1])


def absorb(rows: Mapping[int, bytes], incoming: Iterable[Row]) -> Rows:
    """The rows that are new or different once `incoming` is united with `rows`."""
    missing = [(key, raw) for key, raw in incoming if rows.get(key) != raw]
    if not missing:
        return {}
    united = dict(rows)
    touched = set[int]().union(*(put(united, key, raw) for key, raw in missing))
    return {key: united[key] for key in touched if rows.get(key) != united[key]}


def _other_key(key: int, content: bytes) -> int:
    """Beside its namesake in the order: the same time, another random part."""
    return (key >> 64 << 64) + int.from_bytes(hashlib.sha256(content).digest()[:8], "big")


def _table_name(line: bytes) -> str | None:
    match = _TABLE.fullmatch(line)
    try:
        return json.loads(match[1]) if match else None
    except ValueError:
        return None


def _is_object(raw: bytes) -> bool:
    try:
        orjson.loads(raw)  # the pattern of a row lets nothing but an object through
    except ValueError:
        return _is_exact_object(raw)
    return True


def _is_exact_object(raw: bytes) -> bool:
    try:
        decode(raw)
    except ValueError:
        return False
    return True
