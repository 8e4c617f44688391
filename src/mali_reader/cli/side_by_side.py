"""Two documents side by side, for people: rows aligned by sentence, only the words that differ stand out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mali_reader.corpus.model import Document, Sentence, Span
from mali_reader.display import one_line, visible
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.diffs.enclosing import enclosing
from mali_reader.overlap.index import side_in
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
    flipped = overlap.left.document != left.id
    aligned = []
    for pair in overlap.sentences:
        one, other = (pair.right, pair.left) if flipped else (pair.left, pair.right)
        documents = (right, left) if flipped else (left, right)
        changes = [(c.right, c.left) if flipped else (c.left, c.right) for c in word_changes(*documents, pair)]
        marks = [[(span.start, span.end) for span in spans] for spans in zip(*changes, strict=True)] or [[], []]
        aligned.append(Row(Side(one, marks[0]), Side(other, marks[1]), pair.moved))
    aligned.sort(key=lambda row: _start(row.left))
    alone = _alone(left, side_in(overlap, left.id), [row.left for row in aligned])
    waiting = _alone(right, side_in(overlap, right.id), [row.right for row in aligned])
    for row in sorted([*aligned, *(Row(side, None) for side in alone)], key=lambda row: _start(row.left)):
        if row.right is not None and not row.moved:
            while waiting and _start(waiting[0]) < _start(row.right):
                yield Row(None, waiting.pop(0))
        yield row
    for side in waiting:
        yield Row(None, side)


def _start(side: Side | None) -> int:
    return 0 if side is None else side.span.start


def _alone(document: Document, paragraph: Span, aligned: Sequence[Side | None]) -> list[Side]:
    """The sentences of a paragraph that are aligned with nothing."""
    taken = [side.span for side in aligned if side is not None]
    return [
        Side(Span(document.id, sentence.start, sentence.end))
        for sentence in _sentences(document, paragraph)
        if not any(span.start < sentence.end and sentence.start < span.end for span in taken)
    ]


def _sentences(document: Document, paragraph: Span) -> Iterator[Sentence]:
    for block in document.blocks:
        if block.start < paragraph.end and paragraph.start < block.end:
            yield from block.sentences or (Sentence(block.start, block.end),)


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
