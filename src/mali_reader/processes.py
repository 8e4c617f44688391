"""Processes of their own that work for this one. Importing this module loads what it takes to start them."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.resource_tracker import ensure_running
from threading import Thread
from typing import TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Processes:
    """So many processes. They start afresh, since to copy one that has threads is not safe, and end with this one."""

    def __init__(self, count: int) -> None:
        _start_tracker()
        self._pool = ProcessPoolExecutor(count, get_context("spawn"), _end_with_parent)

    def promise(self, work: Callable[[Task], Answer], task: Task) -> Callable[[], Answer]:
        """Let one of them work on a task. What is given waits for the answer; it does the work where they died."""
        here = partial(work, task)
        try:
            with _deaf_to_interrupts():
                future = self._pool.submit(work, task)
        except (BrokenProcessPool, OSError):
            return here

        def answer() -> Answer:
            try:
                return future.result()
            except BrokenProcessPool:
                return here()

        return answer

    def end(self) -> None:
        """Let go of what nobody waits for any more, and wait until all of them are gone."""
        self._pool.shutdown(cancel_futures=True)


def _start_tracker() -> None:
    """Start the process that cleans up after the others. It inherits the standard error, so that must be a real one:
    what an application put in its place has no file to inherit."""
    if os.name == "posix":
        with redirect_stderr(sys.__stderr__):
            ensure_running()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started meanwhile leave it to their parent to hear Ctrl-C; it hears it, a moment later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Do not outlive a parent that was killed."""
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()
