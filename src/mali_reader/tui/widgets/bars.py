"""The lines above and below every screen: where one is, what goes on, which keys there are."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from mali_reader.display import one_line
from mali_reader.tui.commands import Command, shown_key
from mali_reader.tui.widgets.shown import cut_to_cells

GAP = "  "
ROOM = "app.show("
ALWAYS = ("app.quit", "app.help")
BLIND = "◐ BLIND"
NEWS = 60
"""How many in a hundred cells of a line the news may take before what stands on the right."""


def spread(left: str, right: str, width: int) -> tuple[str, str]:
    """Two texts that share a line: the left one is cut where both do not fit, the right one keeps to the edge."""
    room = max(0, width - cell_len(right) - 2)
    shown = cut_to_cells(left, room)
    return shown, " " * max(1, width - cell_len(shown) - cell_len(right)) + right


class KeyItem(NamedTuple):
    """A key, what it does in a word or two, and the action that a click on it runs."""

    key: str
    label: str
    action: str

    @property
    def width(self) -> int:
        """Its width in cells, with the gap behind it."""
        return cell_len(f"{self.key} {self.label}{GAP}")


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
    """The line above the keys: what is said in passing, what goes on, or what somebody did last.

    On the right how much is judged, in the longest of its wordings that leaves enough room.
    """

    DEFAULT_CSS = "StatusLine { height: 1; color: $quiet; padding: 0 1; }"
    ALLOW_SELECT = False
    news: reactive[str] = reactive("")
    working: reactive[str] = reactive("")
    badge: reactive[str] = reactive("")
    trouble: reactive[str] = reactive("")
    blind: reactive[bool] = reactive(False)
    said: reactive[str] = reactive("")
    rights: reactive[tuple[str, ...]] = reactive(())

    @property
    def badges(self) -> str:
        """What lasts, in signs."""
        return "".join(f"{sign}  " for sign in (self.badge, BLIND if self.blind else "") if sign)

    @property
    def room(self) -> int:
        """How many cells are there for what is said in passing."""
        return 0 if self.trouble else self.content_size.width - cell_len(self.badges)

    def render(self) -> Content:
        badge = self.badges
        width = self.content_size.width - cell_len(badge)
        if self.trouble:
            return Content.assemble(
                (badge, "bold $warning"), (cut_to_cells(f"⚠ {self.trouble}", width), "bold $warning")
            )
        now = self.said or self.working
        told = one_line(now or self.news)
        needed = cell_len(told) if now else min(cell_len(told), width * NEWS // 100)
        fitting = (one_line(right) for right in self.rights if needed + 2 + cell_len(right) <= width)
        left, right = spread(told, next(fitting, ""), width)
        look = "$primary" if now else "$quiet"
        return Content.assemble((badge, "bold $warning"), (left, look), (right, "$quiet"))


class KeyBar(Widget):
    """The last line: the keys of this screen, as many as fit; how to go elsewhere, leave and get help always."""

    DEFAULT_CSS = "KeyBar { height: 1; background: $panel; padding: 0 1; }"
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set()

    def __init__(self, commands: Sequence[type[Command]], keys: dict[str, str]) -> None:
        super().__init__()
        told = [self._item(command, keys) for command in commands if command.in_bar]
        self.rooms = [item for item in told if item.action.startswith(ROOM)]
        self.always = [item for item in told if item.action in ALWAYS]
        self.own = [item for item in told if item not in self.rooms + self.always]
        self._spots: list[tuple[int, int, str]] = []

    @staticmethod
    def _item(command: type[Command], keys: dict[str, str]) -> KeyItem:
        return KeyItem(shown_key(keys.get(command.id, command.key)), command.label, command.action)

    def render(self) -> Content:
        shown = self._that_fit(self.content_size.width)
        self._spots = []
        pieces: list[tuple[str, str]] = []
        x = 0
        for item in shown:
            pieces += [(item.key, "bold $primary"), (f" {item.label}{GAP}", "$quiet")]
            self._spots.append((x, x + item.width, item.action))
            x += item.width
        return Content.assemble(*pieces)

    def _that_fit(self, width: int) -> list[KeyItem]:
        rooms = [self._rooms_in_short()] if self.rooms else []
        room = width + len(GAP) - sum(item.width for item in self.always)  # the last one needs no gap
        while rooms and sum(item.width for item in rooms) > room:
            rooms.pop()
        room -= sum(item.width for item in rooms)
        own: list[KeyItem] = []
        for item in self.own:
            if item.width <= room:
                own.append(item)
                room -= item.width
        each_room = sum(item.width for item in self.rooms) <= room + sum(item.width for item in rooms)
        return [*own, *(self.rooms if each_room else rooms), *self.always]

    def _rooms_in_short(self) -> KeyItem:
        return KeyItem(f"{self.rooms[0].key}-{self.rooms[-1].key}", "go to", "app.help")

    async def on_click(self, event: events.Click) -> None:
        for start, end, action in self._spots:
            if start <= event.x - 1 < end:
                await self.screen.run_action(action)
