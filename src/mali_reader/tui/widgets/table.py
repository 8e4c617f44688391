"""A table of any length: it shows the columns that fit, and has a row under the cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, overload

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive

from mali_reader.display import one_line
from mali_reader.tui.widgets.lines import Lines
from mali_reader.tui.widgets.shown import cut_to_cells

GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `width` 0 takes what the others leave; those of a lower `weight` go first where it is narrow."""

    label: str
    width: int = 0
    weight: int = 1
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, made safe when it is drawn, and the name of its look. `lead` stands before it, drawn as it is."""

    text: str
    look: str = ""
    lead: str = ""


Row = tuple[Cell, ...]


class LazyRows(Sequence[Row]):
    """Rows that are made when they come in sight."""

    def __init__(self, count: int, make: Callable[[int], Row]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self._make(number) for number in range(*index.indices(self._count))]
        return self._make(index)


NARROWEST = 34
"""What the column without a width keeps before others are left out."""


def columns_that_fit(columns: Sequence[Column], width: int) -> tuple[tuple[int, int], ...]:
    """The columns that a width has room for, as (index, width) in their order."""
    kept = set(range(len(columns)))

    def needed() -> int:
        return sum((columns[i].width or NARROWEST) + GAP for i in kept)

    for index in sorted(kept, key=lambda i: (columns[i].weight, -i)):
        if needed() <= width or columns[index].width == 0:
            continue
        kept.discard(index)
    free = width - sum(columns[i].width + GAP for i in kept)
    return tuple((i, columns[i].width or max(1, free)) for i in sorted(kept))


class Table(Lines):
    """Rows under a heading, drawn line by line. The screen that owns it moves the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"table--{name}"
        for name in (
            "heading", "cursor", "quiet", "strong", "verified", "disputed", "contested", "stale", "unreviewed",
            "verbatim", "edited", "paraphrase",
        )
    }  # fmt: skip
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """A row was clicked twice."""

        row: int

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

        row: int

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.columns = tuple(columns)
        self.rows: Sequence[Row] = ()
        self.nothing = ""
        """What is shown where there is no row."""
        self._fit: tuple[tuple[int, int], ...] = ()

    def show(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Show other rows, with the cursor on one of them, or where it was. Only those in sight are asked for."""
        self.rows = rows
        self.reflow()
        self.cursor = self.cursor if cursor is None else cursor
        self.keep_in_sight()

    def name_columns(self, columns: Sequence[Column]) -> None:
        """Give the columns other labels or widths."""
        self.columns = tuple(columns)
        self.reflow()

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        self.keep_in_sight()
        self.post_message(self.Moved(self.cursor))

    def keep_in_sight(self) -> None:
        self.redraw()
        self.reveal(self.cursor, self.cursor + 1, margin=1)

    def move(self, step: int) -> None:
        """Move the cursor by rows."""
        self.cursor += step

    def page(self, step: int) -> None:
        """Move the cursor by screens."""
        self.cursor += step * max(1, self.size.height - 2)

    def edge(self, step: int) -> None:
        """Move the cursor to the first or the last row."""
        self.cursor = len(self.rows) - 1 if step > 0 else 0

    def lay_out(self, width: int) -> int:
        self._fit = columns_that_fit(self.columns, width - 2)
        return max(1, len(self.rows)) + 1

    def draw_heading(self) -> list[Segment]:
        return self._line([Cell(column.label) for column in self.columns], self.look("table--heading"), " ")

    def draw_line(self, line: int) -> list[Segment]:
        number = line - 1
        if number < 0:
            return []
        if number >= len(self.rows):
            return [Segment(f"  {self.nothing}", self.look("table--quiet"))]
        here = number == self.cursor
        base = self.look("table--cursor") if here else Style()
        return self._line(self.rows[number], base, "▸" if here else " ")

    def _line(self, cells: Sequence[Cell], base: Style, sign: str) -> list[Segment]:
        segments = [Segment(f"{sign} ", base)]
        for index, width in self._fit:
            column, cell = self.columns[index], cells[index]
            text = cut_to_cells(cell.lead + one_line(cell.text), width)
            padded = " " * (width - cell_len(text)) + text if column.right else set_cell_size(text, width)
            look = base + self.look(f"table--{cell.look}") if cell.look else base
            segments += [Segment(padded, look), Segment(" " * GAP, base)]
        return segments

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y - 1
        if event.y > 0 and row < len(self.rows):
            self.cursor = row
            if event.chain > 1:
                self.post_message(self.Chosen(row))
