"""The base of every long thing on screen: lines drawn one by one, of which only those in sight cost anything."""

from collections.abc import Iterable
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

Overlay = tuple[int, int, Style]
"""A range of code points of a row's text, end excluded, and what is laid over it."""


def paint(text: str, row: tuple[int, int], base: Style, overlays: Iterable[Overlay]) -> list[Segment]:
    """One row of `text` as segments; later overlays lie over earlier ones."""
    start, end = row
    inside = [(max(start, a), min(end, b), style) for a, b, style in overlays if a < end and b > start]
    borders = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    segments = []
    for a, b in pairwise(borders):
        style = base
        for first, last, over in inside:
            if first <= a and b <= last:
                style += over
        segments.append(Segment(text[a:b], style))
    return segments


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling list of lines. A subclass lays them out for a width and draws one at a time."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        scrollbar-color: $panel-lighten-2; scrollbar-color-hover: $primary; scrollbar-color-active: $primary;
        scrollbar-background: $background; scrollbar-background-hover: $background; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._laid_width = 0
        self._strips: dict[int, Strip] = {}

    def lay_out(self, width: int) -> int:
        """Prepare the lines for a width in cells; returns how many there are."""
        raise NotImplementedError

    def draw_line(self, line: int) -> list[Segment]:
        """One line's segments; what they leave of the width is filled."""
        raise NotImplementedError

    def draw_heading(self) -> list[Segment] | None:
        """What stays in the first line whatever is scrolled there, if anything."""
        return None

    def reflow(self) -> None:
        """Lay the lines out anew, after what they show has changed."""
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._laid_width = width
        self.virtual_size = Size(width, self.lay_out(width))
        self.redraw()

    def keep_in_sight(self) -> None:
        """Scroll to the cursor, if there is one, after the lines were laid out for another width."""

    def redraw(self) -> None:
        """Draw the same lines anew, after a cursor or a colour has changed."""
        self._strips.clear()
        self.refresh()

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._laid_width:
            self.reflow()
            self.keep_in_sight()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if width != self._laid_width or line >= self.virtual_size.height:
            return Strip.blank(width, self.rich_style)
        if y == 0 and (heading := self.draw_heading()) is not None:
            return self._strip(heading, width)
        if line not in self._strips:
            self._strips[line] = self._strip(self.draw_line(line), width)
        return self._strips[line]

    def _strip(self, segments: list[Segment], width: int) -> Strip:
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def look(self, name: str) -> Style:
        """What one of the component classes sets, and only that; colours are blended with what is behind them."""
        own = self.get_component_rich_style(name, partial=True)
        blended = self.get_component_rich_style(name)
        color = blended.color if own.color else None
        return own + Style(color=color, bgcolor=blended.bgcolor if own.bgcolor else None)

    def reveal(self, first: int, last: int, margin: int = 2) -> None:
        """Scroll as little as shows those lines, with a few around them."""
        height = self.scrollable_content_region.height
        margin = min(margin, max(0, (height - (last - first) - 1) // 2))
        region = Region(0, max(0, first - margin), 1, min(last - first + 1 + 2 * margin, max(1, height)))
        self.scroll_to_region(region, animate=False, force=True, immediate=True)
