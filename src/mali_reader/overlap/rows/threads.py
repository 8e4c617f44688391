"""Parts of one computation, side by side in threads: what numpy and the kernels do, they do without Python's lock."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from mali_reader.workers import worker_count

if TYPE_CHECKING:
    from concurrent.futures import Future

Part = TypeVar("Part")
Answer = TypeVar("Answer")


def chunks(count: int, size: int) -> list[slice]:
    """So many things in slices of that size, the last one perhaps smaller."""
    return [slice(start, start + size) for start in range(0, count, size)]


def in_order(work: Callable[[Part], Answer], parts: Iterable[Part]) -> Iterator[Answer]:
    """What `work` makes of each part, in order; no more parts and answers are held at once than there are threads."""
    todo = iter(parts)
    first = list(islice(todo, 2))
    threads = worker_count()
    if len(first) < 2 or threads < 2:
        yield from map(work, chain(first, todo))
        return
    from concurrent.futures import ThreadPoolExecutor

    waiting: deque[Future[Answer]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        try:
            for part in chain(first, todo):
                if len(waiting) == threads:
                    yield waiting.popleft().result()
                waiting.append(pool.submit(work, part))
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)
