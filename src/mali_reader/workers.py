"""Work shared out among processes. The answers come in the order of the tasks, whoever did them."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError

if TYPE_CHECKING:
    from mali_reader.processes import Processes

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
    done here: processes take a while to start. Some tasks are met before the first is done, so that where there are
    more, processes start at once. They are gone when the last answer is taken, the iterator is closed or this process
    ends. Where they cannot be had or die, the work is done here.
    """
    processes = None
    promised: deque[Callable[[], Answer]] = deque()
    met = 0
    ahead = _AHEAD * workers if workers > 1 else 0
    try:
        for task in tasks:
            met += size(task)
            if processes is None and workers > 1 and met > alone:
                processes = _processes(workers)
            promise = partial if processes is None or not size(task) else processes.promise
            promised.append(promise(work, task))
            while promised and (not met or len(promised) > ahead):
                yield promised.popleft()()
        while promised:
            yield promised.popleft()()
    finally:
        if processes is not None:
            processes.end()


def _processes(count: int) -> "Processes":
    from mali_reader.processes import Processes

    return Processes(count)
