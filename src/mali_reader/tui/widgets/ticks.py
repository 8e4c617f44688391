"""Boxes to tick that tell by more than colour whether they are ticked."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Checkbox, SelectionList

TICKED, EMPTY = "X", " "


class Tick(Checkbox):
    """One box."""

    BUTTON_INNER = EMPTY

    def watch_value(self) -> None:
        self.BUTTON_INNER = TICKED if self.value else EMPTY
        super().watch_value()


class Ticks(SelectionList[str]):
    """A list of boxes."""

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        row = y + self.scroll_offset.y
        if row >= self.option_count:
            return strip
        left, box, *others = strip
        ticked = self.get_option_at_index(row).value in self.selected
        return Strip([left, Segment(TICKED if ticked else EMPTY, box.style), *others])
