"""Synopsis: passages down, documents across: who says what, who copied whom, where they contradict."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mali_reader.corpus.model import Document
from mali_reader.corroboration.synopsis import SynopsisRow, by_date, by_origin
from mali_reader.display import one_line
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import SYNOPSIS
from mali_reader.tui.messages import OpenPassage
from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.screens.detail import DetailScreen
from mali_reader.tui.telling import about_origins, about_passage
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail, Line
from mali_reader.tui.widgets.signs import DIFFERS, SIGN_OF_KIND
from mali_reader.tui.widgets.table import Cell, Column, LazyRows, Row, Table
from mali_reader.tui.wording import counted

CELL = 8
PASSAGE = 34
COUNTS = 18
MARGINS = 7
"""Cells that no column has: the sign of the cursor, the gaps of the other columns, the scroll bar."""


class SynopsisScreen(BaseScreen):
    """The matrix of passages and documents."""

    context = SYNOPSIS
    BINDINGS = bindings_of(SYNOPSIS)
    CSS_PATH: ClassVar[str] = "synopsis.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.grouped = True
        self.first = 0
        self.rows: tuple[SynopsisRow, ...] = ()
        self.order: tuple[str, ...] = ()
        self.place: dict[str, int] = {}

    def compose_body(self) -> ComposeResult:
        yield Table(())
        yield Detail()

    @property
    def mover(self) -> Table:
        return self.query_one(Table)

    @property
    def row(self) -> SynopsisRow | None:
        """The passage under the cursor."""
        cursor = self.query_one(Table).cursor
        return self.rows[cursor] if 0 <= cursor < len(self.rows) else None

    @property
    def room(self) -> int:
        """How many documents fit beside each other."""
        return max(1, (self.size.width - PASSAGE - COUNTS - MARGINS) // (CELL + 2))

    def on_resize(self) -> None:
        self.update()

    def update(self) -> None:
        if self.findings is None or self.overlaps is None:
            self.query_one(TitleBar).left = "Synopsis: passages are being looked for…"
            return
        documents = self.corpus.documents
        self.order = by_origin(documents, self.findings.origin) if self.grouped else by_date(documents)
        self.place = {document: number for number, document in enumerate(self.order)}
        self.rows = self.workspace.synopsis()
        self._draw()

    def _draw(self) -> None:
        self.first = max(0, min(self.first, len(self.order) - self.room))
        shown = self.order[self.first : self.first + self.room]
        labels = [self._label(document) for document in shown]
        table = self.query_one(Table)
        table.name_columns(
            [
                Column("Passage", weight=9),
                *(Column(label, CELL, weight=5) for label in labels),
                Column("Documents", 9, weight=7, right=True),
                Column("Origins", 7, weight=6, right=True),
            ]
        )
        table.show(LazyRows(len(self.rows), lambda number: self._cells(self.rows[number], shown)))
        self._tell()

    def _label(self, document_id: str) -> str:
        document = self.corpus.get(document_id)
        return "" if document is None else one_line(_short(document), CELL)

    def _cells(self, row: SynopsisRow, shown: Sequence[str]) -> Row:
        cells = [Cell(self._wording(row), "strong")]
        for document in shown:
            cell = row.cells.get(document)
            if cell is None:
                cells.append(Cell(""))
            else:
                sign = SIGN_OF_KIND[cell.kind] + (f" {DIFFERS}" if cell.differs else "")
                cells.append(Cell(sign, "contested" if cell.differs else cell.kind.value))
        return (*cells, Cell(str(len(row.cells))), Cell(str(row.origins)))

    def _wording(self, row: SynopsisRow) -> str:
        first = min(row.cells, key=self.place.__getitem__)
        return self.corpus.text_of(row.cells[first].members[0])

    @on(Table.Moved)
    def _moved(self) -> None:
        """Show a document that has the passage, where all that have it are out of sight."""
        places = sorted(self.place[document] for document in self.row.cells) if self.row else []
        if places and not any(self.first <= at < self.first + self.room for at in places):
            self.first = places[0]
            self._draw()
        self._tell()

    def _tell(self) -> None:
        if self.findings is None:
            return
        bar = self.query_one(TitleBar)
        last = min(len(self.order), self.first + self.room)
        some = (
            f"documents {self.first + 1}–{last} of {len(self.order)} · " if last - self.first < len(self.order) else ""
        )
        bar.left = f"Synopsis: {counted(len(self.rows), 'passage')}"
        bar.right = f"{some}by {'origin' if self.grouped else 'date'}"
        self.query_one(Detail).show(self._about())

    def _about(self) -> list[Line]:
        if self.findings is None:
            return []
        origins = about_origins(self.findings, self.corpus)
        return [*about_passage(self.row, self.corpus), *origins] if self.row else origins

    def action_detail(self) -> None:
        self.app.push_screen(DetailScreen(self._about()))

    def action_open(self) -> None:
        if self.row is not None:
            self.post_message(OpenPassage(self.row.passage))

    def action_columns(self, step: int) -> None:
        self.first += step * max(1, self.room - 1)
        self._draw()

    def action_order(self) -> None:
        self.grouped = not self.grouped
        self.update()


def _short(document: Document) -> str:
    return document.outlet or document.id.rsplit("/", 1)[-1]
