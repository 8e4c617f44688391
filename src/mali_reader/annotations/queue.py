"""Rows of writers who wait for the lock, laid beside the shared file for whoever holds it to take along.

So one flush to the disk serves all who wait. Nothing depends on it: a row that gets lost here is in its writer's
outbox, and the writer takes the lock in the end.
"""

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from mali_reader.annotations.layout import DEFAULT_TABLE, Row, lines, read


class Queue:
    """The rows that wait for one shared file."""

    def __init__(self, shared: Path) -> None:
        self._shared = shared

    def join(self, rows: Iterable[Row]) -> None:
        """Lay rows in it, where that is possible. They need not last: nobody is told that they are safe."""
        path = self._path
        with contextlib.suppress(OSError):
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            descriptor = os.open(path, flags, path.parent.stat().st_mode & 0o666 | 0o600)
            try:
                os.write(descriptor, b"".join(lines(rows)) + b"\n")
            finally:
                os.close(descriptor)

    def take(self) -> Sequence[Row]:
        """The rows that wait, which then wait no longer. A line that is not whole is none of them."""
        path = self._path
        try:
            data = path.read_bytes()
            path.unlink()
        except OSError:
            return ()
        return tuple(read(data).tables.get(DEFAULT_TABLE, {}).items())

    def tidy(self, end: bytes) -> None:
        """Leave no file behind in which all that waits is in these last bytes of the shared file."""
        path = self._path
        with contextlib.suppress(OSError):
            if all(line in end for line in path.read_bytes().split(b"\n")):
                path.unlink()

    @property
    def _path(self) -> Path:
        real = Path(os.path.realpath(self._shared))
        return real.with_name(f".{real.name}.queue.tmp")
