"""How much memory a process and those that it started hold at once."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

_PAUSE = 0.05


@contextmanager
def peak_of_all() -> Iterator[list[float]]:
    """Megabytes that this process and its descendants add at most to what it holds now, by looking again and again.

    The list holds one number, which is right at the end.
    """
    before = _held(os.getpid())
    peak = [0.0]
    done = Event()

    def look() -> None:
        while not done.is_set():
            peak[0] = max(peak[0], _held(os.getpid()) - before)
            time.sleep(_PAUSE)

    looking = Thread(target=look, daemon=True)
    looking.start()
    try:
        yield peak
    finally:
        done.set()
        looking.join()


def _held(process: int) -> float:
    """Megabytes of a process and its descendants; of one that has just ended none."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        threads = Path(f"/proc/{process}/task").iterdir()
        children = [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20 + sum(map(_held, children))
