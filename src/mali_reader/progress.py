"""How long work says how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done and how many there are.

It may raise `mali_reader.errors.CancelledError`, which the work passes through.
"""


def silent(_what: str, _done: int, _total: int) -> None:
    """Ignore progress."""
