"""How a worker says how far it is, and how it is stopped."""

import time

from textual.worker import get_current_worker

from mali_reader.errors import CancelledError
from mali_reader.progress import Progress

EACH = 0.08
"""Seconds between two reports of progress."""


def reporting(tell: Progress) -> Progress:
    """What tells now and then how far the worker that runs this is, and stops it when somebody cancelled it."""
    worker = get_current_worker()
    last = time.monotonic()

    def progress(what: str, done: int, total: int) -> None:
        nonlocal last
        if worker.is_cancelled:
            raise CancelledError
        if (now := time.monotonic()) - last >= EACH:
            last = now
            tell(what, done, total)

    return progress
