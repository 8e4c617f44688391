"""Keys one at a time: each waits until what the one before it set going has come to rest.

Textual sends a key to the widget that has the focus now. Of several keys that arrive in one breath the second would
reach a screen that the first is just leaving, or one whose widgets are not there yet.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widget import Widget

Typed = events.Key | events.Paste
FEWEST_ROUNDS = 2
"""A key goes up from the focus to the application; what it asks for goes the same way once more."""
MOVING = ("move(", "page(", "edge(")
"""Actions that neither open nor leave anything."""
WITH_OPTION = dict(zip("¡™£¢∞§¶•ªº", "1234567890", strict=True))
"""What Textual takes escape and a figure for, as some terminals send it for the option key and the figure."""
PATIENCE = 0.05
"""Seconds until it is looked at again whether somebody who should answer is still there."""


class Keyboard:
    """Holds back what is typed and gives it to the application, piece by piece, by `give`."""

    def __init__(self, app: App[Any], give: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._give = give
        self._typed: asyncio.Queue[Typed] = asyncio.Queue()
        self._at_rest = asyncio.Event()
        self._at_rest.set()

    def take(self, event: Typed) -> None:
        """Put what was typed behind what was typed before."""
        self._at_rest.clear()
        self._typed.put_nowait(event)

    async def run(self) -> None:
        """Give away what is typed, for as long as the application runs."""
        while True:
            for event in self._as_meant(await self._typed.get()):
                stays = self._stays(event)
                self._app.call_later(self._give, event)
                if not stays or self._typed.empty():
                    await self._come_to_rest()
            if self._typed.empty():
                self._at_rest.set()

    async def rested(self) -> None:
        """Wait until everything that was typed had its effect."""
        await self._at_rest.wait()

    def _stays(self, event: Typed) -> bool:
        """Whether it only types a letter or moves the cursor, so that the next key may follow on its heels."""
        if not isinstance(event, events.Key):
            return False
        focused = self._app.focused
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return True
        bound = self._app.screen.active_bindings.get(event.key)
        return bound is not None and bound.binding.action.startswith(MOVING)

    def _as_meant(self, event: Typed) -> list[Typed]:
        """Escape and a letter in one breath reach us as alt and that letter, escape and a figure as what the figure is
        on a keyboard with an option key; nothing here is bound to either."""
        if not isinstance(event, events.Key) or event.character is None:
            return [event]
        focused = self._app.focused
        typed = focused is not None and focused.check_consume_key(event.key, event.character)
        meant = event.character if event.key.startswith("alt+") else None if typed else WITH_OPTION.get(event.character)
        if meant is None or event.key in self._app.screen.active_bindings:
            return [event]
        return [events.Key("escape", "\x1b"), events.Key(meant, meant)]

    async def _come_to_rest(self) -> None:
        await self._heard(self._app)
        before, rounds = None, 0
        while rounds < FEWEST_ROUNDS or self._places != before:
            before = self._places
            rounds += 1
            for pump in before:
                await self._heard(pump)

    @property
    def _places(self) -> list[MessagePump]:
        """Who hears a key, one after the other."""
        target = self._app.focused or self._app.screen
        return [*target.ancestors_with_self]

    async def _heard(self, pump: MessagePump) -> None:
        """Wait until somebody has handled all that they were sent so far. A new screen does so once it is composed."""
        heard = asyncio.Event()
        if not pump.call_later(heard.set):
            return
        while not heard.is_set() and not self._is_gone(pump):
            with suppress(TimeoutError):
                await asyncio.wait_for(heard.wait(), PATIENCE)

    @staticmethod
    def _is_gone(pump: MessagePump) -> bool:
        return not pump.is_running and (not isinstance(pump, Widget) or pump.is_mounted)
