"""Work shared out among processes. The answers come in the order of the tasks, whoever did them."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr
from multiprocessing import get_context, parent_process
from multiprocessing.resource_tracker import ensure_running
from threading import Thread
from typing import TypeVar

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError

ENVIRONMENT = "MALI_READER_WORKERS"
MOST = 8
"""More processes are not used unless somebody asks for them: what is left to be done by one alone sets the pace."""
_AHEAD = 3
"""So many tasks a worker are handed out before the first answer is waited for."""
Task = TypeVar("Task")
Answer = TypeVar("Answer")


def worker_count(environ: Mapping[str, str] = os.environ) -> int:
    """How many processes may work at once: `MALI_READER_WORKERS`, else the processors there are, at most 8.

    Raises MaliReaderError where the variable holds anything but a whole number from 1 to 64.
    """
    told = environ.get(ENVIRONMENT)
    if not told:
        return min(MOST, os.cpu_count() or 1)
    if not (told.isascii() and told.isdigit() and 1 <= int(told[:9]) <= 64):
        raise MaliReaderError(f"{ENVIRONMENT} is “{one_line(told, 40)}”; write a whole number from 1 to 64")
    return int(told)


def answers(
    work: Callable[[Task], Answer], tasks: Iterable[Task], workers: int, *, size: Callable[[Task], int], alone: int
) -> Generator[Answer, None, None]:
    """What `work` makes of each task, in order; with two workers or more in processes of their own.

    `work` is a function of a module, tasks and answers can be pickled. The first tasks, up to `alone` in `size`, are
    done here: processes take a while to start. They start afresh, since to copy one that has threads is not safe, and
    are gone when the last answer is taken, the iterator is closed or this process ends. Where they cannot be had or
    die, the work is done here.
    """
    pool: ProcessPoolExecutor | None = None
    waiting: deque[tuple[Task, Future[Answer] | None]] = deque()
    met = 0
    try:
        for task in tasks:
            met += size(task)
            if pool is None and workers > 1 and met > alone:
                _start_tracker()
                pool = ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent)
            waiting.append((task, _submitted(pool, work, task) if pool is not None and size(task) else None))
            while waiting and (pool is None or len(waiting) > _AHEAD * workers):
                yield _answer(work, *waiting.popleft())
        while waiting:
            yield _answer(work, *waiting.popleft())
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _start_tracker() -> None:
    """Start the process that cleans up after the others. It inherits the standard error, so that must be a real one:
    what an application put in its place has no file to inherit."""
    if os.name == "posix":
        with redirect_stderr(sys.__stderr__):
            ensure_running()


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Task], Answer], task: Task) -> Future[Answer] | None:
    try:
        with _deaf_to_interrupts():
            return pool.submit(work, task)
    except (BrokenProcessPool, OSError):
        return None


def _answer(work: Callable[[Task], Answer], task: Task, future: Future[Answer] | None) -> Answer:
    if future is not None:
        try:
            return future.result()
        except BrokenProcessPool:
            pass
    return work(task)


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
