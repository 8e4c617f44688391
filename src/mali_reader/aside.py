"""Work that a copy of this process does while this one does something else. Neither loads again what both know."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from mali_reader.workers import worker_count

_LOAD = Path("/proc/loadavg")


def aside(work: Callable[[], object], meanwhile: Iterable[object]) -> None:
    """Let a copy of this process do work that leaves its traces on disk, and take item after item of `meanwhile` here
    until it is done.

    Where such a copy would not help or cannot be had, nothing is done. The copy is gone on return, whatever happens.
    """
    if not (_may_be_copied() and worker_count() > 1 and _has_idle_processor()):
        return
    try:
        copy = os.fork()
    except OSError:
        return
    if copy == 0:
        _do(work)
    try:
        for _ in meanwhile:
            if _has_ended(copy):
                break
        _await(copy)
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(copy, signal.SIGKILL)
        _await(copy)
        raise


def _may_be_copied() -> bool:
    """Whether a copy is safe. That of a process with threads may hang; elsewhere than here, systems start their own."""
    return sys.platform == "linux" and threading.active_count() == 1


def _has_idle_processor() -> bool:
    """Whether fewer processes run than there are processors."""
    try:
        running = int(_LOAD.read_text("ascii").split()[3].partition("/")[0])
    except (OSError, ValueError, IndexError):
        return False
    return running < (os.cpu_count() or 1)


def _has_ended(copy: int) -> bool:
    try:
        return os.waitid(os.P_PID, copy, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:  # whoever started this process said that no child is waited for
        return True


def _await(copy: int) -> None:
    with suppress(ChildProcessError):
        os.waitpid(copy, 0)


def _do(work: Callable[[], object]) -> NoReturn:
    """Do the work and end at once: what this process does at its end is for the first one to do."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        work()
    finally:
        os._exit(0)
