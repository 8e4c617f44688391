"""One writer at a time, where the file system knows locks; where it does not, union and outbox have to do."""

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import FileLock

PATIENCE = 5.0
"""How many seconds to wait for another writer."""
_LONGEST_PAUSE, _SHORTEST_PAUSE = 0.01, 0.003
_NO_LOCKS_HERE = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL}


class DoneByAnotherError(Exception):
    """While this writer waited, another did its work as well."""


class WriterLock:
    """The lock file beside a shared file. A thread that holds it may take it again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: FileLock | None = None

    @contextlib.contextmanager
    def held(self, patience: float = PATIENCE, is_done: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """Keep other writers out. `is_done` is asked now and then, and before any waiting, while another one is in.

        Raises DoneByAnotherError once `is_done` says so, TimeoutError (an OSError) after `patience` seconds, and
        OSError where there can be no lock file.
        """
        lock = self._made()
        is_held = self._acquire(lock, time.monotonic() + patience, is_done)
        try:
            yield
        finally:
            if is_held:
                lock.release()

    def _made(self) -> "FileLock":
        from filelock import FileLock

        folder = Path(os.path.realpath(self._path)).parent
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            who_writes_here = folder.stat().st_mode & 0o666 | 0o600
            self._lock = FileLock(f"{os.path.realpath(self._path)}.lock", mode=who_writes_here)
        return self._lock

    def _acquire(self, lock: "FileLock", deadline: float, is_done: Callable[[], bool]) -> bool:
        import random

        from filelock import Timeout

        pause = _LONGEST_PAUSE
        while True:
            try:
                lock.acquire(blocking=False)
                return True
            except Timeout:
                if time.monotonic() > deadline:
                    raise TimeoutError(errno.ETIMEDOUT, "another program has locked it") from None
                for wait in (0.0, random.uniform(0.5, 1.5) * pause):
                    time.sleep(wait)
                    if is_done():
                        raise DoneByAnotherError from None
                # Who has waited longer asks more often, so that nobody starves.
                pause = max(_SHORTEST_PAUSE, pause * 0.8)
            except NotImplementedError:
                return False
            except OSError as error:
                if error.errno not in _NO_LOCKS_HERE:
                    raise
                return False
