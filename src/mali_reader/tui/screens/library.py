"""Library: every document, what it shares and what is judged in it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult

from mali_reader.corpus.model import Document, Problem
from mali_reader.display import count_of, counted, one_line
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import LIBRARY
from mali_reader.tui.messages import OpenComparison, OpenDocument
from mali_reader.tui.screens.filtering import FilteringScreen
from mali_reader.tui.telling import about_document
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail, Line
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.widgets.table import Cell, Column, LazyRows, Row, Table
from mali_reader.tui.wording import day, no_overlaps_yet, tally


class _Sort(NamedTuple):
    """A column, and what documents are ordered by when it is chosen."""

    column: Column
    key: Callable[["LibraryScreen", Document], Any]


SORTS = (
    _Sort(Column("Title", weight=9), lambda _, d: d.title.casefold()),
    _Sort(Column("Source", 17, weight=2), lambda _, d: (d.outlet is None, (d.outlet or "").casefold())),
    _Sort(Column("Date", 12, weight=3), lambda _, d: (d.published is None, d.published or "")),
    _Sort(Column("Words", 6, weight=1, right=True), lambda _, d: -d.words),
    _Sort(Column("Overlaps", 8, weight=5, right=True), lambda screen, d: -screen.overlaps_of(d)),
    _Sort(Column("Claims", 11, weight=6), lambda screen, d: -len(screen.review.of(d.id))),
)


class LibraryScreen(FilteringScreen):
    """The list of documents."""

    context = LIBRARY
    BINDINGS = bindings_of(LIBRARY)
    CSS_PATH: ClassVar[str] = "library.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.order: int | None = None
        self.reversed = False
        self.shown: tuple[Document, ...] = ()
        self.unread: tuple[Problem, ...] = ()

    def compose_body(self) -> ComposeResult:
        yield FilterInput(placeholder="title, source, date or tag")
        yield Table(self._columns())
        yield Detail()

    @property
    def document(self) -> Document | None:
        """The document under the cursor."""
        cursor = self.query_one(Table).cursor
        return self.shown[cursor] if 0 <= cursor < len(self.shown) else None

    def overlaps_of(self, document: Document) -> int:
        """How many overlaps a document has, as far as is known."""
        return len(self.overlaps.of(document.id)) if self.overlaps else 0

    def update(self) -> None:
        self.show_rows()

    def show_rows(self) -> None:
        held = self._held
        found = [document for document in self.corpus if not self.wanted or self.holds(self._searched(document))]
        if self.order is not None:
            key = SORTS[self.order].key
            found.sort(key=lambda d: (key(self, d), d.id))
        if self.reversed:
            found.reverse()
        self.shown = tuple(found)
        self.unread = () if self.wanted else self.corpus.problems
        rows = [*(document.id for document in found), *(problem.path for problem in self.unread)]
        self.query_one(Table).show(LazyRows(len(rows), self._row), rows.index(held) if held in rows else 0)
        self._tell_what_is_here()
        self._tell()

    @on(Table.Moved)
    def _tell(self) -> None:
        problem = self._problem
        if self.document is not None:
            self.query_one(Detail).show(about_document(self.document))
        elif problem is not None:
            self.query_one(Detail).show([Line(problem.path, strong=True), Line(problem.message)])
        else:
            self.query_one(Detail).show([])

    @property
    def _problem(self) -> Problem | None:
        """The file under the cursor, where it is one that could not be read."""
        number = self.query_one(Table).cursor - len(self.shown)
        return self.unread[number] if 0 <= number < len(self.unread) else None

    @property
    def _held(self) -> str | None:
        """What the cursor is on."""
        problem = self._problem
        return self.document.id if self.document is not None else problem.path if problem is not None else None

    def _tell_what_is_here(self) -> None:
        bar = self.query_one(TitleBar)
        overlaps = "… overlaps" if self.overlaps is None else count_of(len(self.overlaps.overlaps), "overlap")
        some = f"{len(self.shown)} of " if len(self.shown) < len(self.corpus) else ""
        documents = [document.id for document in self.corpus]
        count = counted(len(documents), self.findings.origins(documents) if self.findings else None)
        if self.corpus.awaited:
            count = f"{len(documents):,} of {len(documents) + self.corpus.awaited:,} documents"
        bar.left = f"mali-reader · {self.workspace.settings.title}"
        bar.right = f"{some}{count} · {overlaps} · {self.workspace.annotator}"

    @staticmethod
    def _searched(document: Document) -> str:
        parts = (document.title, document.id, document.outlet, document.published, day(document.published))
        return " ".join(part for part in (*parts, *document.tags) if part)

    def _row(self, number: int) -> Row:
        if number < len(self.shown):
            return self._document_row(self.shown[number])
        problem = self.unread[number - len(self.shown)]
        return self._problem_row(f"⚠ {problem.path}: {problem.message}")

    def _document_row(self, document: Document) -> Row:
        overlaps = "…" if self.overlaps is None else str(self.overlaps_of(document) or "–")
        return (
            Cell(("⚠ " if document.warnings else "") + document.title, "strong"),
            Cell(document.outlet or "–", "quiet"),
            Cell(day(document.published), "quiet"),
            Cell(str(document.words), "quiet"),
            Cell(overlaps),
            Cell(tally(self.review, document.id)),
        )

    @staticmethod
    def _problem_row(said: str) -> Row:
        return (Cell(said, "contested"), *(Cell("") for _ in SORTS[1:]))

    def _columns(self) -> list[Column]:
        sign = "▴" if self.reversed else "▾"
        return [
            replace(sort.column, label=f"{sort.column.label} {sign}") if number == self.order else sort.column
            for number, sort in enumerate(SORTS)
        ]

    def action_read(self) -> None:
        if self.document is not None:
            self.post_message(OpenDocument(self.document.id))
        elif self._problem is not None:
            self.say(one_line(self._problem.message), title=one_line(self._problem.path), worry=True)

    def action_compare(self) -> None:
        document = self.document
        if document is None:
            return
        if self.overlaps is None:
            self.say(no_overlaps_yet(self.working))
            return
        others = self.overlaps.counterparts(document.id)
        if not others:
            self.say("No other document overlaps this one.")
            return
        most = max(others, key=lambda other: len(self.overlaps.between(document.id, other)) if self.overlaps else 0)
        self.post_message(OpenComparison(document.id, most))

    def action_sort(self) -> None:
        self.order = 0 if self.order is None else (self.order + 1) % len(SORTS)
        self._reorder()

    def action_reverse(self) -> None:
        self.reversed = not self.reversed
        self._reorder()

    def _reorder(self) -> None:
        self.query_one(Table).name_columns(self._columns())
        self.update()
