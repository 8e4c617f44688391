"""What the application says in passing: in the line above the keys, one thing at a time, until the next key."""

from typing import Any

from rich.cells import cell_len
from textual import on
from textual.notifications import Notify
from textual.reactive import reactive
from textual.timer import Timer

from mali_reader.display import one_line
from mali_reader.tui.keyboard import Typed
from mali_reader.tui.terminal import TerminalApp
from mali_reader.tui.widgets.bars import StatusLine


class SayingApp(TerminalApp):
    """An application whose messages cover nothing, unless they are too long for a line."""

    said: reactive[str] = reactive("")
    _until: Timer | None = None

    def notify(self, message: str, *, title: str = "", severity: Any = "information", **options: Any) -> None:
        """Say something in place of what was said before; over a dialog never more than a line."""
        self._hush()
        told = f"{title}: {message}" if title else message
        line = one_line(told if severity == "information" else f"⚠ {told}")
        room = next((status.room for status in self.screen.query(StatusLine)), None)
        if room is not None and cell_len(line) > room:
            super().notify(message, title=title, severity=severity, **options)
        else:
            self.said = line
            self._until = self.set_timer(self.NOTIFICATION_TIMEOUT, self._hush)

    @on(Notify)
    def _one_at_a_time(self) -> None:
        self.clear_notifications()

    async def give(self, event: Typed) -> None:
        self._hush()
        await super().give(event)

    def _hush(self) -> None:
        self.clear_notifications()
        self.said = ""
        if self._until is not None:
            self._until.stop()
            self._until = None
