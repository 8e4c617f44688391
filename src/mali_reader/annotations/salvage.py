"""Rows from bytes that are not laid out a row a line: another program's layout, or a wreck."""

import json
import re
from dataclasses import dataclass, field

_STRUCTURE = re.compile(rb"[\s{},]*")
_KEY = re.compile(r'(?<!\\)"((?:[^"\\]|\\.){0,200}+)"\s*:\s*(?=\{)')
_ROW_KEY = re.compile(r"-?[0-9]{1,60}")
_BEFORE_A_TABLE = ("{", "},", ",", "")
_MOST_BROKEN_ROWS = 1_000
"""Then what is left is taken for a wreck: each of them may cost as much as reading the rest."""


@dataclass(slots=True)
class Salvage:
    """What was found: tables in the order in which they came with their rows, the table that is open at the end, and
    the bytes that are no part of anything."""

    table: str
    rows: list[tuple[str, list[tuple[int, bytes]]]] = field(default_factory=list)
    unreadable: list[bytes] = field(default_factory=list)


def salvage(chunk: bytes, table: str) -> Salvage:
    """Find rows in bytes; `table` is the one that is open at their beginning."""
    found = Salvage(table, [(table, [])])
    text = chunk.decode("utf-8", "surrogateescape")
    taken = position = broken = 0
    is_sound = True  # a key after a broken row may be any field of it
    while broken < _MOST_BROKEN_ROWS and (match := _KEY.search(text, position)):
        position = match.end()
        if is_sound and _opens_table(match, text, taken):
            _leave(text[taken : match.start()], found)
            found.table = _unquoted(match[1])
            found.rows.append((found.table, []))
            taken = position + 1
        elif _ROW_KEY.fullmatch(match[1]):
            end = _end_of_object(text, position, needs_id=not is_sound)
            is_sound = end is not None
            if end is None:
                broken += 1
                continue
            _leave(text[taken : match.start()], found)
            _keep(int(match[1]), text[position:end], found)
            taken = position = end
        else:
            is_sound = False
    _leave(text[taken:], found)
    if not found.rows[0][1]:
        del found.rows[0]
    return found


def _opens_table(match: re.Match[str], text: str, taken: int) -> bool:
    if match.start() - taken > 100:
        return False
    before = "".join(text[taken : match.start()].split())
    is_first = taken == 0 and before == "{"
    return is_first or (before in _BEFORE_A_TABLE[: 4 if taken == 0 else 2] and not _ROW_KEY.fullmatch(match[1]))


def _end_of_object(text: str, start: int, needs_id: bool) -> int | None:
    try:
        content, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return end if not needs_id or isinstance(content.get("id"), str) else None


def _keep(key: int, text: str, found: Salvage) -> None:
    raw = _bytes(text)
    mended = raw.decode("utf-8", "replace").encode()
    if mended != raw:
        found.unreadable.append(raw)
    # Outside of strings, where JSON allows no bare line end, it is white space.
    found.rows[-1][1].append((key, mended.replace(b"\r", b" ").replace(b"\n", b" ")))


def _leave(text: str, found: Salvage) -> None:
    left = _bytes(text)
    if not _STRUCTURE.fullmatch(left):
        found.unreadable.append(left)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _unquoted(name: str) -> str:
    try:
        return str(json.loads(f'"{name}"'))
    except ValueError:
        return name
