"""Whether a file is an annotation file, damaged or not, or somebody's report that was named by mistake."""

import json
import os
from pathlib import Path
from typing import Any

from mali_reader.annotations.layout import DEFAULT_TABLE, Reading

_USUAL_PLACE = ("annotations", "annotations.json")
_BEGINNING = b'{"_default":'


def is_foreign(path: Path, data: bytes, reading: Reading) -> bool:
    """Whether these bytes, and what was read of them, are no annotation file and none that was damaged.

    Where a workspace keeps its annotations, and where this program wrote before (its lock file is there), whatever is
    found is damage. Anywhere else something has to be like a row of ours, or like a file of TinyDB.
    """
    if not reading.unreadable or path.absolute().parts[-2:] == _USUAL_PLACE:
        return False
    if Path(f"{os.path.realpath(path)}.lock").exists():
        return False
    try:
        return not _is_database(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return not _is_wreck_of_a_database(data, reading)


def _is_database(value: Any) -> bool:
    """Whether valid JSON is TinyDB's: tables of rows that have numbers for keys."""
    if not isinstance(value, dict):
        return False
    return isinstance(value.get(DEFAULT_TABLE), dict) or all(
        isinstance(table, dict)
        and all(key.lstrip("-").isdecimal() and isinstance(row, dict) for key, row in table.items())
        for table in value.values()
    )


def _is_wreck_of_a_database(data: bytes, reading: Reading) -> bool:
    rows = [raw for table in reading.tables.values() for raw in table.values()]
    if any(b'"id":' in raw and b'"type":' in raw for raw in rows):
        return True
    beginning = b"".join(data[:100].removeprefix(b"\xef\xbb\xbf").split())
    opens = beginning.startswith(_BEGINNING) or _BEGINNING.startswith(beginning)
    return opens or (bool(rows) and beginning.startswith(b"{"))
