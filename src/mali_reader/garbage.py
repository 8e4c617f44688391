"""When to look for garbage, and when not; and what is free given back."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_MANY = 100_000


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no garbage be looked for meanwhile: among very many new values that all stay, it takes half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """Let no garbage be looked for meanwhile, nor ever among what is there at the end: to look through millions of
    values that stay holds up every key."""
    with uncollected():
        try:
            yield
        finally:
            gc.freeze()


def collect_seldom() -> None:
    """Look for garbage only among very many new values, and at the end of the process not at all: to load a program
    makes values that stay, and what ends is given back anyway."""
    gc.set_threshold(_MANY)
    atexit.register(gc.freeze)


def give_back() -> None:
    """Give free memory back to the system: where many arrays came and went, the GNU C library keeps much of it."""
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # another library
        ctypes.CDLL(None).malloc_trim(0)
