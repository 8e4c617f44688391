"""How long work says how far it is, and how it is stopped."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done and how many there are.

It may raise `mali_reader.errors.CancelledError`, which the work passes through.
"""


_EACH = 100


def silent(_what: str, _done: int, _total: int) -> None:
    """Ignore progress."""


def reported(items: Sequence[Item], what: str, progress: Progress) -> Iterator[Item]:
    """The items one by one, progress reported now and then."""
    for number, item in enumerate(items):
        if number % _EACH == 0:
            progress(what, number, len(items))
        yield item
