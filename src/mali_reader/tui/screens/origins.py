"""Origins: who copied whom, as trees, with the evidence."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mali_reader.corroboration.families import Branch, Family
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Dependence
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import ORIGINS
from mali_reader.tui.kinship import about_kin, about_loner, drawn, named, sign_of
from mali_reader.tui.messages import OpenComparison
from mali_reader.tui.screens.detail import DetailScreen
from mali_reader.tui.screens.filtering import FilteringScreen
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail, Line
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.widgets.signs import TOLD_BY
from mali_reader.tui.widgets.table import Cell, Column, LazyRows, Row, Table
from mali_reader.tui.wording import counted, day

COLUMNS = (
    Column("Who copied whom", weight=9),
    Column("Shares", 6, weight=3, right=True),
    Column("Told by", 12, weight=4),
    Column("Date", 13, weight=2),
)


class OriginsScreen(FilteringScreen):
    """The trees of documents that copied one another."""

    context = ORIGINS
    BINDINGS = bindings_of(ORIGINS)
    CSS_PATH: ClassVar[str] = "origins.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.kin = 0
        self.families: tuple[Family, ...] = ()
        self.shown: tuple[tuple[Family, Branch], ...] = ()
        self._grown_from: Findings | None = None

    def compose_body(self) -> ComposeResult:
        yield FilterInput(placeholder="title, source or date")
        yield Table(COLUMNS)
        yield Detail()

    @property
    def branch(self) -> tuple[Family, Branch] | None:
        """The document under the cursor, and its family."""
        cursor = self.query_one(Table).cursor
        return self.shown[cursor] if 0 <= cursor < len(self.shown) else None

    @property
    def dependences(self) -> tuple[Dependence, ...]:
        """Those of the document under the cursor, the one that the tree draws first."""
        if self.branch is None:
            return ()
        family, branch = self.branch
        some = family.dependences.get(branch.document, ())
        return tuple(sorted(some, key=lambda one: one is not branch.through))

    def update(self) -> None:
        if self.findings is not self._grown_from and self.findings is not None:
            self._grown_from = self.findings
            self.families = self.workspace.families()
            self.show_rows()
        elif self.findings is None:
            self.query_one(TitleBar).left = "Origins are being looked for…"

    def show_rows(self) -> None:
        if self.findings is None:
            return
        every = ((family, branch) for family in self.families for branch in family.branches)
        self.shown = tuple(one for one in every if not self.wanted or self.holds(self._searched(one[1])))
        bar = self.query_one(TitleBar)
        some = f"{len(self.shown)} of " if len(self.shown) < len(self.corpus) else ""
        bar.left = "Origins"
        bar.right = f"{some}{counted(len(self.corpus), 'document')}, {counted(len(self.families), 'origin')}"
        self.query_one(Table).show(LazyRows(len(self.shown), self._row))
        self._tell()

    def _searched(self, branch: Branch) -> str:
        document = self.corpus.get(branch.document)
        date = day(document.published) if document else ""
        return f"{named(document, branch.document)} {branch.document} {date}"

    def _row(self, number: int) -> Row:
        family, branch = self.shown[number]
        document = self.corpus.get(branch.document)
        through = branch.through
        lead = sign_of(branch) if self.wanted else drawn(branch)
        alone = "alone" if len(family.branches) == 1 else counted(len(family.branches), "document")
        return (
            Cell(named(document, branch.document), "quiet" if alone == "alone" else "strong", lead and f"{lead} "),
            Cell("" if through is None else f"{through.share:.0%}"),
            Cell(alone if through is None else TOLD_BY[through.told], "quiet" if through is None else ""),
            Cell(day(document.published if document else None), "quiet"),
        )

    @on(Table.Moved)
    def _moved(self) -> None:
        self.kin = 0
        self._tell()

    def _tell(self) -> None:
        self.query_one(Detail).show(self._about())

    def _about(self) -> list[Line]:
        if self.branch is None:
            return [Line("Nothing holds what you typed; esc shows all again.")] if self.wanted else []
        if not self.dependences:
            return about_loner(self.branch[1], self.corpus)
        return about_kin(self.dependences, self.kin, self.corpus)

    def action_kin(self, step: int) -> None:
        if self.dependences:
            self.kin = (self.kin + step) % len(self.dependences)
            self._tell()

    def action_evidence(self) -> None:
        """Put the source and the copy side by side, at the first sentence that shows it."""
        if not self.dependences:
            self.say("This document shares text with no other.")
            return
        one = self.dependences[self.kin]
        first = min((overlap.left for overlap in one.overlaps), default=None)
        self.post_message(OpenComparison(one.source, one.copy, first))

    def action_detail(self) -> None:
        self.app.push_screen(DetailScreen(self._about()))
