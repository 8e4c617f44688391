"""Tables for people. Every cell is foreign text: shown as it reads, obeyed never."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from mali_reader.display import one_line

if TYPE_CHECKING:
    from rich.table import Table


def table(heads: Sequence[str] | None, rows: Iterable[Sequence[str | int]]) -> "Table":
    """A table without lines; numbers stand to the right, long texts wrap, nothing is cut off."""
    from rich.table import Table  # noqa: PLC0415 (only people need it)
    from rich.text import Text  # noqa: PLC0415

    rows = list(rows)
    made = Table(box=None, show_header=heads is not None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for number, head in enumerate(heads or rows[0]):
        counts = bool(rows) and all(isinstance(row[number], int) for row in rows)
        made.add_column(
            Text(str(head) if heads else ""), justify="right" if counts else "left", overflow="fold", no_wrap=counts
        )
    for row in rows:
        made.add_row(*(Text(one_line(str(cell))) for cell in row))
    return made
