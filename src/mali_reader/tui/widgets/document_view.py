"""One document: its text with a sentence under the cursor, bars for overlaps, signs and underlines for verdicts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive

from mali_reader.corpus.model import Block, BlockKind, Document
from mali_reader.tui.widgets.document_layout import (
    GUTTER,
    DocumentLayout,
    FoldRow,
    Mark,
    Place,
    TextRow,
    WrapCache,
)
from mali_reader.tui.widgets.lines import Lines, Overlay, paint
from mali_reader.tui.widgets.selection import Selection, whole_words
from mali_reader.tui.widgets.signs import STATUS_OF_SIGN


class Bar(NamedTuple):
    """What stands in the gutter beside a block: the sign of its closest overlap, its kind, how many there are."""

    sign: str
    kind: str
    shared: int


class DocumentView(Lines):
    """A document to read and judge. The screen that owns it gives it marks and bars, and moves the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"document--{name}"
        for name in (
            "title", "heading", "paragraph", "caption", "furniture", "cursor", "selection", "match", "quiet",
            "verified", "disputed", "contested", "stale", "unreviewed", "verbatim", "edited", "paraphrase",
        )
    }  # fmt: skip

    cursor: reactive[Place] = reactive((0, 0))
    selection: reactive[Selection | None] = reactive(None)
    matches: reactive[tuple[Place, ...]] = reactive(())
    folded: reactive[bool] = reactive(True)

    @dataclass
    class Moved(Message):
        """The cursor is on another sentence, or another span is selected."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document: Document | None = None
        self.marks: tuple[Mark, ...] = ()
        self.bars: Mapping[int, Bar] = {}
        self.sentences: tuple[Place, ...] = ()
        self._layout: DocumentLayout | None = None
        self._wrapped: WrapCache = {}
        self._dragged_from: int | None = None

    def show(self, document: Document, marks: Sequence[Mark], bars: Mapping[int, Bar]) -> None:
        """Show a document from its beginning; `bars` is keyed by the start of a block."""
        self.document, self.marks, self.bars = document, tuple(marks), bars
        self.selection, self.matches = None, ()
        self._wrapped.clear()
        self._list_sentences()
        self.set_reactive(DocumentView.cursor, self.sentences[0] if self.sentences else (0, 0))
        self.reflow()
        self.scroll_home(animate=False, force=True, immediate=True)
        self.post_message(self.Moved())

    def mark(self, marks: Sequence[Mark], bars: Mapping[int, Bar]) -> None:
        """Show other marks and bars without moving anything."""
        self.marks, self.bars = tuple(marks), bars
        self.reflow()

    @property
    def in_hand(self) -> Place:
        """The selected span, else the sentence under the cursor."""
        return self.cursor if self.selection is None else (self.selection.start, self.selection.end)

    @property
    def index(self) -> int:
        """The number of the sentence under the cursor."""
        return self.sentences.index(self.cursor) if self.cursor in self.sentences else 0

    def block_at(self, offset: int) -> Block | None:
        """The block that holds that code point."""
        blocks = self.document.blocks if self.document else ()
        return next((block for block in blocks if block.start <= offset < block.end), None)

    def place(self, start: int, end: int) -> None:
        """Put the cursor on the sentence at that place, and select the span where it is not just that sentence."""
        holding = self._sentences_in(start, end)
        if not holding and self.folded:
            self.folded = False
            holding = self._sentences_in(start, end)
        if holding:
            self.selection = None
            self.cursor = holding[0]
            if (start, end) != holding[0] and end > start:
                self.selection = Selection(start, end)

    def go(self, index: int) -> None:
        """Put the cursor on the sentence of that number."""
        if self.sentences:
            self.selection = None
            self.cursor = self.sentences[max(0, min(index, len(self.sentences) - 1))]

    def move(self, step: int) -> None:
        """Move the cursor by sentences."""
        self.go(self.index + step)

    def edge(self, step: int) -> None:
        """Move the cursor to the first or the last sentence."""
        self.go(len(self.sentences) - 1 if step > 0 else 0)

    def page(self, step: int) -> None:
        """Move by a screen; the cursor goes along."""
        if self._layout is None:
            return
        height = max(1, self.size.height - 2)
        line = self._layout.lines_of(*self.cursor)[0] + step * height
        self.scroll_relative(y=step * height, animate=False, force=True, immediate=True)
        below = (i for i, place in enumerate(self.sentences) if self._layout.lines_of(*place)[0] >= line)
        self.go(next(below, len(self.sentences) - 1))

    def start_selection(self) -> None:
        """Select the sentence under the cursor, to widen or narrow from there."""
        self.selection = Selection(*self.cursor)

    def move_selection(self, step: int) -> None:
        """Move the moving end of the selection by words, inside its block."""
        block = self.block_at(self.in_hand[0])
        if self.selection is not None and block is not None and self.document is not None:
            self.selection = self.selection.moved(step, self.document.text, (block.start, block.end))

    def watch_cursor(self) -> None:
        self.keep_in_sight()

    def watch_selection(self) -> None:
        self.keep_in_sight()

    def watch_matches(self) -> None:
        self.redraw()

    def watch_folded(self) -> None:
        self._list_sentences()
        if self.cursor not in self.sentences and self.sentences:
            before = [place for place in self.sentences if place <= self.cursor]
            self.cursor = before[-1] if before else self.sentences[0]
        self.reflow()

    def keep_in_sight(self) -> None:
        self.redraw()
        if self._layout is not None and self._layout.rows:
            self.reveal(*self._layout.lines_of(*self.in_hand))
        self.post_message(self.Moved())

    def _sentences_in(self, start: int, end: int) -> list[Place]:
        return [place for place in self.sentences if place[0] < max(end, start + 1) and start < place[1]]

    def _list_sentences(self) -> None:
        blocks = self.document.blocks if self.document else ()
        self.sentences = tuple(
            (sentence.start, sentence.end)
            for block in blocks
            if not (self.folded and block.kind is BlockKind.FURNITURE)
            for sentence in block.sentences
        )

    def lay_out(self, width: int) -> int:
        if self.document is None:
            return 0
        self._layout = DocumentLayout(self.document, self.marks, width, folded=self.folded, cache=self._wrapped)
        return len(self._layout.rows)

    def draw_line(self, line: int) -> list[Segment]:
        layout = self._layout
        row = layout.rows[line] if layout else None
        if layout is None or row is None:
            return []
        if isinstance(row, FoldRow):
            lines = "1 line" if row.blocks == 1 else f"{row.blocks} lines"
            said = f"{' ' * GUTTER}▸ furniture folded: {lines} (f shows it)"
            return [Segment(said, self._style("quiet"))]
        block = layout.block(row)
        shown = layout.shown(row.block)
        overlays: list[Overlay] = [
            (*shown.range_of(start, end), self._style(name)) for start, end, name in self._highlights(block)
        ]
        overlays += [
            (index, index + 1, Style(color=self._style(STATUS_OF_SIGN[sign]).color, bold=True))
            for index, sign in shown.signs
        ]
        base = self._style(block.kind.value)
        return [*self._gutter(block, row), *paint(shown.string, (row.start, row.end), base, overlays)]

    def _style(self, name: str) -> Style:
        return self.look(f"document--{name}")

    def _highlights(self, block: Block) -> list[tuple[int, int, str]]:
        found = [(*self.in_hand, "cursor" if self.selection is None else "selection")]
        found += [(mark.start, mark.end, mark.status) for mark in self.marks]
        found += [(start, end, "match") for start, end in self.matches]
        return [item for item in found if item[0] < block.end and item[1] > block.start]

    def _gutter(self, block: Block, row: TextRow) -> list[Segment]:
        here = block.start <= self.in_hand[0] < block.end
        pointer = Segment("▌" if here else " ", self._style("heading"))
        bar = self.bars.get(block.start)
        if bar is None:
            return [pointer, Segment(" " * (GUTTER - 1))]
        count = str(min(bar.shared, 99)) if row.first else ""
        return [
            pointer,
            Segment(bar.sign, self._style(bar.kind)),
            Segment(f"{count:<{GUTTER - 2}}", self._style("quiet")),
        ]

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        return self._layout.offset_at(event.x, event.y + self.scroll_offset.y) if self._layout else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._dragged_from = self._offset_under(event)
        if self._dragged_from is not None:
            self.capture_mouse()
            self.place(self._dragged_from, self._dragged_from)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        start, offset = self._dragged_from, self._offset_under(event)
        if start is None or offset is None or offset == start or self.document is None:
            return
        block = self.block_at(start)
        if block is not None:
            first, last = sorted((start, max(block.start, min(offset, block.end - 1))))
            self.selection = Selection(*whole_words(first, last + 1, self.document.text, (block.start, block.end)))

    def on_mouse_up(self) -> None:
        self._dragged_from = None
        self.release_mouse()
