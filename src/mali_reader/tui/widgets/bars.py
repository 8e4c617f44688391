"""The lines above and below every screen: where one is, what goes on, which keys there are."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from mali_reader.display import one_line
from mali_reader.tui.commands import Command, shown_key
from mali_reader.tui.widgets.shown import cut_to_cells

GAP = "  "
BLIND = "◐ BLIND"


def spread(left: str, right: str, width: int) -> tuple[str, str]:
    """Two texts that share a line: the left one is cut where both do not fit, the right one keeps to the edge."""
    room = max(0, width - cell_len(right) - 2)
    shown = cut_to_cells(left, room)
    return shown, " " * max(1, width - cell_len(shown) - cell_len(right)) + right


class TitleBar(Widget):
    """The first line: what is shown, and on the right where one is in it or who is at work."""

    DEFAULT_CSS = "TitleBar { height: 1; background: $panel; color: $text; padding: 0 1; }"
    ALLOW_SELECT = False
    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        left, right = spread(one_line(self.left), one_line(self.right), self.content_size.width)
        return Content.assemble((left, "bold $primary"), (right, "$quiet"))


class StatusLine(Widget):
    """The line above the keys: what goes on, or what somebody did last; on the right how much is judged."""

    DEFAULT_CSS = "StatusLine { height: 1; color: $quiet; padding: 0 1; }"
    ALLOW_SELECT = False
    news: reactive[str] = reactive("")
    working: reactive[str] = reactive("")
    badge: reactive[str] = reactive("")
    trouble: reactive[str] = reactive("")
    blind: reactive[bool] = reactive(False)
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        badge = "".join(f"{sign}  " for sign in (self.badge, BLIND if self.blind else "") if sign)
        width = self.content_size.width - cell_len(badge)
        if self.trouble:
            return Content.assemble(
                (badge, "bold $warning"), (cut_to_cells(f"⚠ {self.trouble}", width), "bold $warning")
            )
        left, right = spread(one_line(self.working or self.news), one_line(self.right), width)
        look = "$primary" if self.working else "$quiet"
        return Content.assemble((badge, "bold $warning"), (left, look), (right, "$quiet"))


class KeyBar(Widget):
    """The last line: the keys of this screen, as many as fit, help always."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $panel; padding: 0 1; }"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set()

    def __init__(self, commands: Sequence[type[Command]], keys: dict[str, str]) -> None:
        super().__init__()
        self.commands = [command for command in commands if command.in_bar]
        self.keys = keys
        self._spots: list[tuple[int, int, str]] = []

    def _shown(self, command: type[Command]) -> tuple[str, str]:
        return shown_key(self.keys.get(command.id, command.key)), command.label

    def render(self) -> Content:
        last = [command for command in self.commands if command.id == "help"]
        room = self.content_size.width - sum(self._width(command) for command in last)
        kept: list[type[Command]] = []
        for command in self.commands:
            if command not in last and self._width(command) <= room:
                kept.append(command)
                room -= self._width(command)
        self._spots = []
        pieces: list[tuple[str, str]] = []
        x = 0
        for command in kept + last:
            key, label = self._shown(command)
            pieces += [(key, "bold $primary"), (f" {label}{GAP}", "$quiet")]
            self._spots.append((x, x + self._width(command), command.action))
            x += self._width(command)
        return Content.assemble(*pieces)

    def _width(self, command: type[Command]) -> int:
        key, label = self._shown(command)
        return cell_len(key) + 1 + cell_len(label) + len(GAP)

    async def on_click(self, event: events.Click) -> None:
        for start, end, action in self._spots:
            if start <= event.x - 1 < end:
                await self.screen.run_action(action)
