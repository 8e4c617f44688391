"""Long lists as bytes, packed and unpacked a part at a time: one long call would hold up every key meanwhile."""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson

_AT_ONCE = 5000


def packed(rows: Sequence[Any]) -> bytes:
    """Rows that JSON can say, as a line of JSON for every few thousand."""
    parts = (rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE))
    return b"\n".join(map(orjson.dumps, parts)) or b"[]"


def unpacked(data: bytes) -> Iterator[Any]:
    """The rows that were packed so. Raises ValueError or TypeError where the data are none."""
    for line in data.splitlines() or [data]:
        rows = orjson.loads(line)
        if not isinstance(rows, list):
            raise TypeError(rows)
        yield from rows
