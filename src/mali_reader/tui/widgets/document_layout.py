"""Where the text of a document goes on a screen of some width. Pure: it knows cells and offsets, no colours."""

from collections.abc import Sequence
from typing import NamedTuple

from mali_reader.corpus.model import Block, BlockKind, Document
from mali_reader.tui.widgets.shown import ShownText, index_at_cell, wrap
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS

GUTTER = 5
WIDEST = 92
"""Longer rows are hard to read, however wide the terminal is."""

Place = tuple[int, int]
"""A span of the one document that is shown, in code points, end excluded."""


class Mark(NamedTuple):
    """A judged span and the name of its status."""

    start: int
    end: int
    status: str


class TextRow(NamedTuple):
    """A line that shows part of a block: which block, and which code points of its shown text."""

    block: int
    start: int
    end: int
    first: bool


class FoldRow(NamedTuple):
    """A line that stands for folded furniture."""

    blocks: int


Row = TextRow | FoldRow | None
"""None is an empty line."""

WrapCache = dict[tuple[int, int, tuple[Mark, ...]], list[tuple[int, int]]]
"""Wrapped blocks by number, width and marks, so that a new verdict wraps one block and not all."""


class DocumentLayout:
    """The rows of a document, and the way between them and its offsets."""

    def __init__(
        self, document: Document, marks: Sequence[Mark], width: int, *, folded: bool, cache: WrapCache
    ) -> None:
        self.document = document
        self.marks: dict[int, tuple[Mark, ...]] = {}
        self.rows: list[Row] = []
        self._shown: dict[int, ShownText] = {}
        self._first_row: dict[int, int] = {}
        room = min(WIDEST, width - GUTTER - 2)
        hidden = 0
        for number, block in enumerate(document.blocks):
            if folded and block.kind is BlockKind.FURNITURE:
                hidden += 1
                continue
            self._fold(hidden)
            hidden = 0
            here = tuple(mark for mark in marks if block.start <= mark.start < block.end)
            self.marks[number] = here
            shown = self.shown(number)
            if (number, room, here) not in cache:
                cache[number, room, here] = wrap(shown.string, room)
            self._first_row[number] = len(self.rows)
            self.rows += [
                TextRow(number, start, end, first=index == 0)
                for index, (start, end) in enumerate(cache[number, room, here])
            ]
            self.rows.append(None)
        self._fold(hidden)

    def _fold(self, hidden: int) -> None:
        if hidden:
            self.rows += [FoldRow(hidden), None]

    def block(self, row: TextRow) -> Block:
        """The block that a row shows part of."""
        return self.document.blocks[row.block]

    def shown(self, number: int) -> ShownText:
        """The text of a block as it is shown, with a sign before each judged span."""
        if number not in self._shown:
            block = self.document.blocks[number]
            signs = [(mark.start, SIGN_OF_STATUS[mark.status]) for mark in self.marks[number]]
            self._shown[number] = ShownText(self.document.text, block.start, block.end, signs)
        return self._shown[number]

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line that show that span; (0, 0) where none does."""
        lines: list[int] = []
        for number, first_row in self._first_row.items():
            block = self.document.blocks[number]
            if block.end <= start or block.start >= max(end, start + 1):
                continue
            first, last = self.shown(number).range_of(start, max(end, start + 1))
            line = first_row
            while isinstance(row := self.rows[line], TextRow) and row.block == number:
                if row.start < last and row.end > first:
                    lines.append(line)
                line += 1
        return (lines[0], lines[-1]) if lines else (0, 0)

    def offset_at(self, x: int, line: int) -> int | None:
        """The code point that is shown at that cell of that line, gutter included; None where no text is."""
        row = self.rows[line] if 0 <= line < len(self.rows) else None
        if not isinstance(row, TextRow):
            return None
        shown = self.shown(row.block)
        return shown.to_source(index_at_cell(shown.string, (row.start, row.end), x - GUTTER))
