"""Progress for somebody who waits at a terminal: one line on stderr that is gone when the work is done."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from mali_reader.display import one_line
from mali_reader.progress import Progress, silent

_PATIENCE = 0.3
"""Seconds of work that need no word."""
_PAUSE = 0.1
_CLEAR = "\r\x1b[K"


@contextmanager
def told() -> Iterator[Progress]:
    """Tells progress on stderr where that is a terminal, and nothing anywhere else, nor once the wait is over."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield silent
        return
    last = time.monotonic() + _PATIENCE - _PAUSE
    shown = over = False

    def tell(what: str, done: int, total: int) -> None:
        nonlocal last, shown
        if over or (now := time.monotonic()) - last < _PAUSE:
            return
        last, shown = now, True
        _write(f"{_CLEAR}{one_line(what, 40)}: {done} of {total}")

    try:
        yield tell
    finally:
        over = True
        if shown:
            _write(_CLEAR)


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        return
