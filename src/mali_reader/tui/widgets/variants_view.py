"""One passage as each document tells it, stacked; only the words that differ from the base stand out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive

from mali_reader.display import one_line
from mali_reader.tui.widgets.compare_layout import Cell
from mali_reader.tui.widgets.compare_view import sign_overlays
from mali_reader.tui.widgets.lines import Lines, Overlay, paint
from mali_reader.tui.widgets.shown import cut_to_cells, wrap
from mali_reader.tui.widgets.signs import ALONE

INDENT = 2


class Variant(NamedTuple):
    """One document's telling: a heading, and its sentences with whether the base has them too."""

    heading: str
    sentences: tuple[tuple[Cell, bool], ...]


class _Row(NamedTuple):
    stop: int
    start: int
    end: int


class VariantsView(Lines):
    """Variants to read and judge sentence by sentence. The screen that owns it moves the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"variants--{name}"
        for name in (
            "heading", "text", "alone", "changed", "cursor",
            "verified", "disputed", "contested", "stale", "unreviewed",
        )
    }  # fmt: skip

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor is on another sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.variants: tuple[Variant, ...] = ()
        self.stops: tuple[tuple[int, Cell, bool], ...] = ()
        self._rows: list[_Row | str] = []
        self._lines: dict[int, tuple[int, int]] = {}

    def show(self, variants: Sequence[Variant]) -> None:
        """Show other variants; the cursor keeps its number."""
        self.variants = tuple(variants)
        self.stops = tuple(
            (number, cell, shared) for number, variant in enumerate(variants) for cell, shared in variant.sentences
        )
        self.reflow()
        self.cursor = self.validate_cursor(self.cursor)
        self.keep_in_sight()

    @property
    def cell(self) -> Cell | None:
        """The sentence under the cursor."""
        return self.stops[self.cursor][1] if self.stops else None

    @property
    def variant(self) -> int:
        """The number of the variant under the cursor."""
        return self.stops[self.cursor][0] if self.stops else 0

    def move(self, step: int) -> None:
        """Move the cursor by sentences."""
        self.cursor += step

    def move_on(self) -> None:
        """Move the cursor to the next sentence."""
        self.move(1)

    def next_variant(self, step: int) -> None:
        """Move the cursor to the next variant."""
        wanted = self.variant + step
        self.cursor = next((n for n, stop in enumerate(self.stops) if stop[0] == wanted), self.cursor)

    def page(self, step: int) -> None:
        """Move by a screen; the cursor goes along."""
        if self._lines:
            line = self._lines[self.cursor][0] + step * max(1, self.size.height - 2)
            self.cursor = min(self._lines.items(), key=lambda item: abs(item[1][0] - line))[0]

    def edge(self, step: int) -> None:
        """Move the cursor to the first or the last sentence."""
        self.cursor = len(self.stops) - 1 if step > 0 else 0

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.stops) - 1))

    def watch_cursor(self) -> None:
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        self.redraw()
        if self.cursor in self._lines:
            self.reveal(*self._lines[self.cursor])
        self.post_message(self.Moved())

    def lay_out(self, width: int) -> int:
        self._rows, self._lines = [], {}
        last = -1
        for number, (variant, cell, _) in enumerate(self.stops):
            if variant != last:
                self._rows += ["", self.variants[variant].heading] if self._rows else [self.variants[variant].heading]
                last = variant
            start = len(self._rows)
            self._rows += [_Row(number, a, b) for a, b in wrap(cell.shown.string, width - INDENT - 1)]
            self._lines[number] = (start, len(self._rows) - 1)
        return len(self._rows)

    def draw_line(self, line: int) -> list[Segment]:
        row = self._rows[line]
        if isinstance(row, str):
            return [Segment(cut_to_cells(one_line(row), self._laid_width), self.look("variants--heading"))]
        _, cell, shared = self.stops[row.stop]
        here = row.stop == self.cursor
        base = self.look("variants--text" if shared else "variants--alone")
        if here:
            base += self.look("variants--cursor")
        overlays: list[Overlay] = sign_overlays(cell, lambda name: self.look(f"variants--{name}"))
        sign = f"{'▌' if here else ' '}{' ' if shared else ALONE}"
        pointer = Segment(sign, self.look("variants--heading"))
        return [pointer, *paint(cell.shown.string, (row.start, row.end), base, overlays)]

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        row = self._rows[line] if line < len(self._rows) else ""
        if not isinstance(row, str):
            self.cursor = row.stop
