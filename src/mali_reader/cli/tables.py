"""Tables for people. Every cell is foreign text: shown as it reads, obeyed never."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mali_reader.display import one_line

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Cell = str | int | tuple[str, str] | list[str]
"""A text, a count, a text with a quieter one below it, or several lines."""


def table(heads: Sequence[str], rows: Iterable[Sequence[Cell]], *, names: str = "") -> "Table":
    """A table without lines; counts stand to the right, long texts wrap, nothing is cut off. `names` is the head of a
    column whose texts stay on one line, to be copied."""
    from rich.table import Table
    from rich.text import Text

    rows = list(rows)
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for number, head in enumerate(heads):
        counts = bool(rows) and all(isinstance(row[number], int) for row in rows)
        made.add_column(
            Text(head), justify="right" if counts else "left", overflow="fold", no_wrap=counts or head == names
        )
    for row in rows:
        made.add_row(*map(_text, row))
    return made


def _text(cell: Cell) -> "Text":
    from rich.text import Text

    if isinstance(cell, tuple):
        return Text.assemble(one_line(cell[0]), "\n", (one_line(cell[1]), "dim"))
    if isinstance(cell, list):
        return Text("\n".join(map(one_line, cell)))
    return Text(one_line(str(cell)))
