"""Two documents side by side, for people: rows aligned by sentence, only the words that differ stand out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mali_reader.corpus.model import Document, Span
from mali_reader.display import one_line, visible
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.diffs.enclosing import enclosing
from mali_reader.overlap.diffs.side_by_side import side_by_side
from mali_reader.overlap.index import facing
from mali_reader.overlap.model import Overlap

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Marked = Sequence[tuple[int, int]]
"""The parts that differ, as positions in a text, in order."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says in a row: its span, and in it the words that differ."""

    span: Span
    marked: Marked = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What two documents say, next to each other; None where only one says something."""

    left: Side | None
    right: Side | None
    moved: bool = False


def rows(overlap: Overlap, left: Document, right: Document) -> Iterator[Row]:
    """The sentences of an overlap: aligned ones share a row, the others stand alone where they stood."""
    for row in side_by_side(left, right, facing(overlap, left.id)):
        changes = word_changes(left, right, row.pair) if row.pair else ()
        yield Row(
            _side(row.left, [change.left for change in changes]),
            _side(row.right, [change.right for change in changes]),
            row.pair is not None and row.pair.moved,
        )


def _side(span: Span | None, words: Sequence[Span]) -> Side | None:
    return None if span is None else Side(span, tuple((word.start, word.end) for word in words))


def draw(overlap: Overlap, left: Document, right: Document, heads: tuple[str, str], *, coloured: bool) -> "Table":
    """One overlap as a table of two columns that fills the terminal's width.

    Words that differ are coloured and underlined, or where there are no colours stand between ‹ and ›.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.MINIMAL, expand=True, show_header=False, show_edge=False, pad_edge=False, padding=(0, 1))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Text(one_line(head), style="dim", no_wrap=True, overflow="ellipsis") for head in heads))
    for row in rows(overlap, left, right):
        table.add_row("", "")
        moved = Text("↕ moved: ", style="italic") if row.moved else Text()
        table.add_row(
            Text.assemble(moved, _text(left, row.left, "bold underline red", coloured)),
            Text.assemble(moved, _text(right, row.right, "bold underline green", coloured)),
        )
    return table


def _text(document: Document, side: Side | None, style: str, coloured: bool) -> "Text":
    """What a side says, on one line for Rich to wrap; spans of white space count as one."""
    from rich.text import Text

    made = Text()
    if side is None:
        return made
    at = side.span.start
    for start, end in side.marked:
        if start == end:
            continue
        first, last = enclosing(document.text, start, end, (side.span.start, side.span.end))
        made.append(_shown(document.text[at:first]))
        words = _shown(document.text[first:last])
        made.append(*((words, style) if coloured else (f"‹{words}›",)))
        at = last
    made.append(_shown(document.text[at : side.span.end]))
    return made


def _shown(text: str) -> str:
    """One line, with a single space for any white space, at its ends too."""
    words = " ".join(visible(text).split(" ")).split()
    before = " " if text[:1].isspace() else ""
    after = " " if words and text[-1:].isspace() else ""
    return before + " ".join(words) + after
