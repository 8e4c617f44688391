"""The terminal that the application runs in, with keys that come in bursts, signals from outside, and an end."""

import asyncio
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TextIO

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.screen import ModalScreen

from mali_reader.tui.keyboard import Keyboard, Typed
from mali_reader.tui.messages import Leave

LOOK = 1.0
"""Seconds between two looks at whether the terminal is still there."""
HUNG_UP = 129
"""The exit code of a program whose terminal went away: 128 and the number of the signal that says so."""
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def heed_signals(leave: Callable[[int], None]) -> None:
    """Call `leave` with the usual exit code when somebody ends the program from outside. Needs a running loop."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; not the main thread
                loop.add_signal_handler(number, leave, 128 + number)


def is_hung_up() -> bool:
    """Whether the terminal went away. Not every system tells that by a signal to every program."""
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False
    poll = select.poll()
    poll.register(sys.__stdin__.fileno(), 0)
    return any(state & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, state in poll.poll(0))


class _Lasting:
    """A file whose other end may go away: what is written then is lost, and nobody waits for it."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


def lasting(kind: type[Driver]) -> type[Driver]:
    """That driver, which outlives its terminal: the plain one waits for ever for what it cannot write."""

    class LastingDriver(kind):  # type: ignore[misc, valid-type]
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            if (file := vars(self).get("_file")) is not None:
                self._file = _Lasting(file)

    return LastingDriver


class TerminalApp(App[None]):
    """An application that takes keys one at a time, and leaves in order when it is ended from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.keyboard = Keyboard(self, self.give)

    def get_driver_class(self) -> type[Driver]:
        return lasting(super().get_driver_class())

    def on_mount(self) -> None:
        self.run_worker(self.keyboard.run(), group="keyboard")
        if not self.is_headless:
            heed_signals(self._leave)
            self.set_interval(LOOK, self._leave_with_the_terminal)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, Typed) and not event.is_forwarded:
            self.keyboard.take(event)
        else:
            await super().on_event(event)

    async def give(self, event: Typed) -> None:
        """Let what was typed have its effect."""
        await super().on_event(event)

    async def action_quit(self) -> None:
        if not isinstance(self.screen, ModalScreen):  # what is typed there would be lost
            self._leave(0)

    def _leave(self, code: int) -> None:
        self.post_message(Leave(code))

    def _leave_with_the_terminal(self) -> None:
        if is_hung_up():
            self._leave(HUNG_UP)
