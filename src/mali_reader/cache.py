"""Answers kept between runs in the user's cache folder, by the digest of what they were drawn from.

One SQLite file, which any number of processes may use at once. Whatever is wrong with it, an answer is missing at worst
and is then found anew; a damaged file is thrown away. Values are plain bytes with a checksum; nothing in them is run.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

ENVIRONMENT = "MALI_READER_CACHE"
OFF = "off"
LARGEST = 1_000_000_000
"""Bytes that may be kept; what was used longest ago goes first."""
T = TypeVar("T")

_FILE = "answers.sqlite3"
_TABLE = "CREATE TABLE IF NOT EXISTS answer (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL)"
_CHECK = 16
_DAY = 86_400
_AT_ONCE = 500
_WAIT = 10.0
_DRAWN_BY = (
    "display.py",
    "long_lists.py",
    "corpus/*.py",
    "overlap/**/*.py",
    "corroboration/**/*.py",
    "cli/shapes*.py",
    "summary/spans.py",
)
_LIBRARIES = ("orjson", "yaml", "nupunkt", "Stemmer", "rapidfuzz", "numpy", "scipy")


def digest(*parts: bytes | str) -> bytes:
    """A key for what is drawn from the parts. Other parts, or the same ones cut otherwise, give another key."""
    whole = [part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass") for part in parts]
    sizes = ",".join([str(len(part)) for part in whole])
    return blake2b(b"".join([f"{sizes}:".encode(), *whole]), digest_size=24).digest()


@cache
def engine_version() -> bytes:
    """The digest of the code that answers are drawn by: with other code or libraries, nothing kept is used."""
    here = Path(__file__).parent
    sources = sorted(source for pattern in _DRAWN_BY for source in here.glob(pattern))
    found = [find_spec(name) for name in _LIBRARIES]
    origins = [Path(spec.origin).stat() for spec in found if spec and spec.origin]
    libraries = [f"{origin.st_size} {origin.st_mtime_ns}" for origin in origins]
    return digest(sys.version, *libraries, *(source.read_bytes() for source in sources))


class Cache:
    """Values by key. Never raises: what cannot be read is missing, what cannot be kept is not."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._path = folder / _FILE
        self._largest = largest

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept under those of the keys that anything is kept under."""
        wanted = list(dict.fromkeys(keys))
        return self._with(lambda database: self._found(database, wanted), {}) if wanted else {}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep the values, and drop those unused for longest where all together grow too large."""
        if values:
            self._with(lambda database: self._keep(database, values), None)

    def _found(self, database: sqlite3.Connection, wanted: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = database.execute(f"SELECT key, value FROM answer WHERE key IN ({marks})", some)
            found |= {key: value[_CHECK:] for key, value in rows if _is_sound(key, value)}
        self._mark_used(database, found)
        return found

    def _keep(self, database: sqlite3.Connection, values: Mapping[bytes, bytes]) -> None:
        now = int(time.time())
        short = {key: value for key, value in values.items() if len(value) < self._largest // 2}
        rows = [(key, _check(key, value) + value, now) for key, value in short.items()]
        database.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", rows)
        self._sweep(database)
        database.commit()

    def _mark_used(self, database: sqlite3.Connection, keys: Iterable[bytes]) -> None:
        now = int(time.time())
        stale = [(now, key, now - _DAY) for key in keys]
        # To write is worth a day's exactness, not a read: most openings only read.
        if stale and database.execute("SELECT 1 FROM answer WHERE key = ? AND used < ?", stale[0][1:]).fetchone():
            database.executemany("UPDATE answer SET used = ? WHERE key = ? AND used < ?", stale)
            database.commit()

    def _sweep(self, database: sqlite3.Connection) -> None:
        size = database.execute("SELECT coalesce(sum(length(value)), 0) FROM answer").fetchone()[0]
        if size <= self._largest:
            return
        oldest = database.execute("SELECT key, length(value) FROM answer ORDER BY used, key").fetchall()
        for key, length in oldest:
            database.execute("DELETE FROM answer WHERE key = ?", (key,))
            size -= length
            if size <= self._largest // 2:
                return

    def _with(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What the work gives; where the file does not let it be done, `otherwise`. A damaged file is removed."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_WAIT)) as database:
                database.execute("PRAGMA trusted_schema = OFF")
                database.execute("PRAGMA synchronous = OFF")  # what a crash of the machine damages is found anew
                database.execute(_TABLE)
                return work(database)
        except (OSError, sqlite3.OperationalError):
            return otherwise
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self._path.unlink()
            return otherwise


def _check(key: bytes, value: bytes | memoryview) -> bytes:
    return blake2b(value, digest_size=_CHECK, key=key).digest()


def _is_sound(key: object, value: object) -> bool:
    """Whether a value as it is kept, behind its check, is what was kept under that key."""
    if not (isinstance(key, bytes) and isinstance(value, bytes)):
        return False
    return _check(key, memoryview(value)[_CHECK:]) == value[:_CHECK]


def user_cache(environ: Mapping[str, str] = os.environ) -> Cache | None:
    """The cache in `MALI_READER_CACHE`, else in the user's cache folder; None if that says `off`."""
    told = environ.get(ENVIRONMENT)
    if told == OFF:
        return None
    if told:
        return Cache(Path(told))
    from platformdirs import user_cache_path

    return Cache(user_cache_path("mali-reader"))
