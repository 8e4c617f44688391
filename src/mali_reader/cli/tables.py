"""Tables for people. Every cell is foreign text: shown as it reads, obeyed never."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from mali_reader.display import one_line

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Cell = str | int | tuple[str, str] | list[str]
"""A text, a count, a text with a quieter one below it, or several lines."""

_AT_ONCE = 100


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


def long_table(heads: Sequence[str], rows: Iterable[Sequence[Cell]], *, first: int) -> "Iterator[Table]":
    """A table of texts in parts that stand in line below one another: the first can be drawn before the last rows are
    known. The first column has so many cells, the others share what is left of the width. Of no rows, nothing."""
    from rich.table import Table
    from rich.text import Text

    rows = iter(rows)
    begins = True
    while some := [*islice(rows, _AT_ONCE)]:
        part = Table(
            box=None, expand=True, pad_edge=False, show_header=begins, header_style="bold", padding=(0, 2, 0, 0)
        )
        for number, head in enumerate(heads):
            part.add_column(Text(head), overflow="fold", width=None if number else first, ratio=1 if number else None)
        for row in some:
            part.add_row(*map(_text, row))
        yield part
        begins = False


def _text(cell: Cell) -> "Text":
    from rich.text import Text

    if isinstance(cell, tuple):
        return Text.assemble(one_line(cell[0]), "\n", (one_line(cell[1]), "dim"))
    if isinstance(cell, list):
        return Text("\n".join(map(one_line, cell)))
    return Text(one_line(str(cell)))
