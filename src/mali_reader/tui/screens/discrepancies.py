"""Discrepancies: where the documents contradict each other."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mali_reader.corpus.model import Span
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, Severity
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import DISCREPANCIES
from mali_reader.tui.messages import Dismiss, OpenComparison, OpenDocument
from mali_reader.tui.screens.detail import DetailScreen
from mali_reader.tui.screens.filtering import FilteringScreen
from mali_reader.tui.screens.reason import Reason, ReasonDialog
from mali_reader.tui.telling import about_discrepancy
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail, Line
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.widgets.signs import SIGN_OF_SEVERITY
from mali_reader.tui.widgets.table import Cell, Column, LazyRows, Row, Table
from mali_reader.tui.wording import counted

COLUMNS = (
    Column("", 1, weight=9),
    Column("What is said", weight=9),
    Column("Kind", 8, weight=4),
    Column("Documents", 9, weight=3, right=True),
    Column("Origins", 7, weight=2, right=True),
)
NOWHERE = "The documents contradict each other nowhere that was noticed."


class DiscrepanciesScreen(FilteringScreen):
    """The list of contradictions."""

    context = DISCREPANCIES
    BINDINGS = bindings_of(DISCREPANCIES)
    CSS_PATH: ClassVar[str] = "discrepancies.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.place = 0
        self.all = False
        self.shown: tuple[Discrepancy, ...] = ()

    def compose_body(self) -> ComposeResult:
        yield FilterInput(placeholder="words, a kind, or a document")
        yield Table(COLUMNS)
        yield Detail()

    @property
    def discrepancy(self) -> Discrepancy | None:
        """The discrepancy under the cursor."""
        cursor = self.query_one(Table).cursor
        return self.shown[cursor] if 0 <= cursor < len(self.shown) else None

    @property
    def places(self) -> list[tuple[DiscrepancyValue, Span]]:
        """Every place that says one of the values, value by value."""
        found = self.discrepancy
        return [] if found is None else [(value, span) for value in found.values for span in value.spans]

    def update(self) -> None:
        self.show_rows()

    def show_rows(self) -> None:
        bar = self.query_one(TitleBar)
        if self.findings is None:
            bar.left = "Discrepancies are being looked for…"
            return
        dismissed = {one.discrepancy for one in self.review.dismissals}
        found = [d for d in self.findings.discrepancies if self.all or d.id not in dismissed]
        hidden = len(self.findings.discrepancies) - len(found)
        self.shown = tuple(d for d in found if not self.wanted or self.holds(self._searched(d)))
        some = f"{len(self.shown)} of " if len(self.shown) < len(found) else ""
        conflicts = sum(d.severity is Severity.CONFLICT for d in found)
        bar.left = "Discrepancies"
        told = (counted(conflicts, "conflict"), counted(len(found) - conflicts, "variant"))
        bar.right = f"{some}{', '.join(told)}{f' · {hidden} dismissed' if hidden else ''}"
        self.query_one(Table).show(LazyRows(len(self.shown), lambda number: self._row(self.shown[number])))
        self._tell()

    @staticmethod
    def _searched(discrepancy: Discrepancy) -> str:
        values = (value.value for value in discrepancy.values)
        return " ".join((discrepancy.kind, discrepancy.about, *values, *discrepancy.documents))

    def _row(self, discrepancy: Discrepancy) -> Row:
        said = "  |  ".join(f"{v.value} ({len({s.document for s in v.spans})})" for v in discrepancy.values)
        severity = discrepancy.severity.value
        look = "contested" if discrepancy.severity is Severity.CONFLICT else "quiet"
        origins = self.findings.origins(discrepancy.documents) if self.findings else 0
        return (
            Cell(SIGN_OF_SEVERITY[severity], look),
            Cell(said, "strong"),
            Cell(discrepancy.kind.value, "quiet"),
            Cell(str(len(discrepancy.documents))),
            Cell(str(origins)),
        )

    @on(Table.Moved)
    def _moved(self) -> None:
        self.place = 0
        self._tell()

    def _tell(self) -> None:
        self.query_one(Detail).show(self._about())

    def _about(self) -> list[Line]:
        if self.discrepancy is not None:
            told = about_discrepancy(self.discrepancy, self.corpus, self.place)
            dismissed = self.review.dismissed(self.discrepancy.id)
            return [Line(f"dismissed by {one.annotator}: {one.reason}") for one in dismissed] + told
        if self.findings is None:
            return []
        hidden = len(self.findings.discrepancies)
        nothing = f"{hidden} dismissed; f shows {'it' if hidden == 1 else 'them'}" if hidden else NOWHERE
        return [] if self.wanted else [Line(nothing)]

    def action_place(self, step: int) -> None:
        if self.places:
            self.place = (self.place + step) % len(self.places)
            self._tell()

    def action_read(self) -> None:
        if self.places:
            span = self.places[self.place][1]
            self.post_message(OpenDocument(span.document, span.start, span.start))

    def action_compare(self) -> None:
        """Put the place in hand beside the first of another value."""
        if not self.places:
            return
        value, span = self.places[self.place]
        others = [s for v, s in self.places if v != value and s.document != span.document]
        shared = [s for s in others if self.overlaps and self.overlaps.between(span.document, s.document)]
        if not shared:
            self.say("The documents that differ here share no paragraph; enter reads this one.")
            return
        self.post_message(OpenComparison(span.document, shared[0].document, span))

    def action_set_aside(self) -> None:
        found = self.discrepancy
        if found is None:
            return

        def dismiss(reason: Reason | None) -> None:
            if reason is not None:
                self.app.post_message(Dismiss(found, reason.text))

        said = "  |  ".join(value.value for value in found.values)
        self.app.push_screen(ReasonDialog("Why is this no contradiction?", said), dismiss)

    def action_dismissed(self) -> None:
        self.all = not self.all
        self.update()

    def action_detail(self) -> None:
        self.app.push_screen(DetailScreen(self._about()))
