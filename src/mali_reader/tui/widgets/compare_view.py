"""Two documents side by side, sentence by sentence: equal text is quiet, only the words that differ stand out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive

from mali_reader.corpus.model import Document
from mali_reader.overlap.model import Change, Overlap
from mali_reader.tui.widgets.compare_layout import (
    LEFT,
    POINTER,
    RIGHT,
    Cell,
    CompareLayout,
    CompareRow,
    PairRow,
    Stop,
    marked_anew,
    stops_of,
)
from mali_reader.tui.widgets.document_layout import Mark
from mali_reader.tui.widgets.lines import Lines, Overlay, paint
from mali_reader.tui.widgets.shown import cut_to_cells
from mali_reader.tui.widgets.signs import MOVED, STATUS_OF_SIGN


@dataclass(frozen=True)
class Comparison:
    """Two documents, the overlaps to show of them, and the changes of each sentence pair of each overlap."""

    left: Document
    right: Document
    overlaps: tuple[Overlap, ...]
    changes: tuple[tuple[tuple[Change, ...], ...], ...]
    headings: tuple[str, ...]
    """What the line above each overlap says."""


def sign_overlays(cell: Cell, look: Callable[[str], Style]) -> list[Overlay]:
    """What lies over a cell's text: the verdicts in it, the words that differ, and the signs of both."""
    shown = cell.shown
    overlays: list[Overlay] = [(*shown.range_of(m.start, m.end), look(m.status)) for m in cell.marks]
    overlays += [(*shown.range_of(start, end), look("changed")) for start, end in cell.marked]
    for index, sign in shown.signs:
        status = STATUS_OF_SIGN.get(sign)
        overlays.append((index, index + 1, Style(color=look(status).color, bold=True) if status else look("changed")))
    return overlays


class CompareView(Lines):
    """A comparison to read and judge. The screen that owns it gives it marks and moves the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"compare--{name}"
        for name in (
            "pair", "text", "alone", "changed", "cursor", "divider", "quiet",
            "verified", "disputed", "contested", "stale", "unreviewed",
        )
    }  # fmt: skip

    cursor: reactive[int] = reactive(0)
    side: reactive[int] = reactive(LEFT)
    unified: reactive[bool] = reactive(False)

    @dataclass
    class Moved(Message):
        """The cursor is on another sentence."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.stops: tuple[Stop, ...] = ()
        self._layout: CompareLayout | None = None

    def show(self, comparison: Comparison, marks: tuple[Sequence[Mark], Sequence[Mark]], cursor: int = 0) -> None:
        """Show a comparison with the cursor on one of its rows."""
        self.comparison = comparison
        self.stops = stops_of(comparison.left, comparison.right, comparison.overlaps, comparison.changes, marks)
        self.reflow()
        self.set_reactive(CompareView.cursor, max(0, min(cursor, len(self.stops) - 1)))
        self._on_existing_side()
        self.scroll_home(animate=False, force=True, immediate=True)
        self.keep_in_sight()

    def mark(self, marks: tuple[Sequence[Mark], Sequence[Mark]]) -> None:
        """Show other verdicts without moving anything."""
        self.stops = marked_anew(self.stops, marks)
        self.reflow()

    @property
    def stop(self) -> Stop | None:
        """The row under the cursor."""
        return self.stops[self.cursor] if 0 <= self.cursor < len(self.stops) else None

    @property
    def cell(self) -> Cell | None:
        """The sentence under the cursor."""
        return self.stop.cells[self.side] if self.stop else None

    def first_stop_of(self, document: str, start: int, end: int) -> int:
        """The number of the first row that shows part of that span; 0 where none does."""
        for number, stop in enumerate(self.stops):
            spans = [cell.span for cell in stop.cells if cell]
            if any(span.document == document and span.start < end and start < span.end for span in spans):
                return number
        return 0

    def move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor += step

    def move_on(self) -> None:
        """Move the cursor to the next row that has a sentence on its side, if there is one."""
        below = range(self.cursor + 1, len(self.stops))
        self.cursor = next((number for number in below if self.stops[number].cells[self.side]), self.cursor)

    def page(self, step: int) -> None:
        """Move by a screen; the cursor goes along."""
        if self._layout is not None and self.stops:
            line = self._layout.lines[self.cursor][0] + step * max(1, self.size.height - 2)
            self.cursor = min(self._layout.lines.items(), key=lambda item: abs(item[1][0] - line))[0]

    def edge(self, step: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = len(self.stops) - 1 if step > 0 else 0

    def next_difference(self, step: int) -> bool:
        """Move the cursor to the next row whose words differ; False where there is none."""
        beyond = range(self.cursor + step, len(self.stops) if step > 0 else -1, step)
        found = next((number for number in beyond if self.stops[number].differs), None)
        if found is not None:
            self.cursor = found
        return found is not None

    def next_pair(self, step: int) -> bool:
        """Move the cursor to the first row of the next overlap; False where there is none."""
        here = self.stop.overlap if self.stop else 0
        firsts = {stop.overlap: number for number, stop in reversed(list(enumerate(self.stops)))}
        if here + step not in firsts:
            return False
        self.cursor = firsts[here + step]
        return True

    def other_side(self) -> None:
        """Put the cursor on the other side, where there is a sentence."""
        if self.stop and self.stop.cells[1 - self.side]:
            self.side = 1 - self.side

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.stops) - 1))

    def watch_cursor(self) -> None:
        self._on_existing_side()
        self.keep_in_sight()

    def watch_side(self) -> None:
        self.keep_in_sight()

    def watch_unified(self) -> None:
        self.reflow()
        self.keep_in_sight()

    def _on_existing_side(self) -> None:
        if self.stop and self.cell is None:
            self.side = 1 - self.side

    def keep_in_sight(self) -> None:
        self.redraw()
        if self._layout is not None and self.cursor in self._layout.lines:
            first, last = self._layout.lines[self.cursor]
            self.reveal(first, last)
        self.post_message(self.Moved())

    def lay_out(self, width: int) -> int:
        self._layout = CompareLayout(self.stops, width, unified=self.unified)
        return len(self._layout.rows)

    def draw_line(self, line: int) -> list[Segment]:
        layout = self._layout
        row = layout.rows[line] if layout else None
        if layout is None or self.comparison is None:
            return []
        if isinstance(row, PairRow):
            heading = cut_to_cells(self.comparison.headings[row.overlap], self._laid_width)
            return [Segment(heading, self._style("pair"))]
        if layout.unified:
            return [] if row is None else self._unified_line(row)
        parts = (None, None) if row is None else row.parts
        stop = None if row is None else self.stops[row.stop]
        left = self._part(row, stop, LEFT, parts[LEFT])
        right = self._part(row, stop, RIGHT, parts[RIGHT])
        return [*left, Segment(" │ ", self._style("divider")), *right]

    def _unified_line(self, row: CompareRow) -> list[Segment]:
        side = LEFT if row.parts[LEFT] else RIGHT
        sign = Segment("−+"[side], self._style("quiet"))
        return [sign, *self._part(row, self.stops[row.stop], side, row.parts[side])]

    def _part(
        self, row: CompareRow | None, stop: Stop | None, side: int, part: tuple[int, int] | None
    ) -> list[Segment]:
        assert self._layout is not None
        cell = stop.cells[side] if stop else None
        if row is None or stop is None or cell is None or part is None:
            return [Segment(" " * (POINTER + self._layout.column))]
        here = row.stop == self.cursor and side == self.side
        sign = "▌" if here else MOVED if row.first and stop.moved else " "
        base = self._style("text" if stop.pair else "alone")
        if here:
            base += self._style("cursor")
        segments = paint(cell.shown.string, part, base, sign_overlays(cell, self._style))
        used = sum(segment.cell_length for segment in segments)
        rest = Segment(" " * (self._layout.column - used))
        return [Segment(f"{sign} ", self._style("pair" if here else "quiet")), *segments, rest]

    def _style(self, name: str) -> Style:
        return self.look(f"compare--{name}")

    def on_click(self, event: events.Click) -> None:
        line = event.y + self.scroll_offset.y
        row = self._layout.rows[line] if self._layout and line < len(self._layout.rows) else None
        if isinstance(row, CompareRow) and self._layout:
            side = self._layout.side_at(event.x)
            if self._layout.unified:
                side = LEFT if row.parts[LEFT] else RIGHT
            if self.stops[row.stop].cells[side]:
                self.cursor = row.stop
                self.side = side
