"""Claims: everything that people judged, with its verdicts."""

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from mali_reader.corpus.model import Span
from mali_reader.review.claims import Claim, Status
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import CLAIMS
from mali_reader.tui.messages import OpenDocument
from mali_reader.tui.screens.judging import JudgingScreen
from mali_reader.tui.telling import about_verdicts
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail, Line, quoted
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS
from mali_reader.tui.widgets.table import Cell, Column, Row, Table
from mali_reader.tui.wording import ago

COLUMNS = (
    Column("", 1, weight=9),
    Column("Claim", weight=9),
    Column("Document", 24, weight=3),
    Column("Verdicts", 18, weight=5),
    Column("Last", 12, weight=2),
)
FIRST_LOOK = (Status.CONTESTED, Status.STALE, Status.DISPUTED, Status.VERIFIED, Status.UNREVIEWED)
"""What deserves a look first is on top."""


class ClaimsScreen(JudgingScreen):
    """The list of claims."""

    context = CLAIMS
    BINDINGS = bindings_of(CLAIMS)
    CSS_PATH: ClassVar[str] = "claims.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.wanted = ""
        self.status: Status | None = None
        self.shown: tuple[Claim, ...] = ()

    def compose_body(self) -> ComposeResult:
        yield FilterInput(placeholder="words, a document, or an annotator")
        yield Table(COLUMNS)
        yield Detail()

    def on_mount(self) -> None:
        super().on_mount()
        self.update()
        self.query_one(Table).focus()

    @property
    def mover(self) -> Table:
        return self.query_one(Table)

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor."""
        cursor = self.query_one(Table).cursor
        return self.shown[cursor] if 0 <= cursor < len(self.shown) else None

    @property
    def claim_in_hand(self) -> Span | None:
        appearance = self.claim.appearances[0] if self.claim else None
        if appearance is None or appearance.start is None or appearance.end is None:
            return None
        return Span(appearance.document, appearance.start, appearance.end)

    def move_on(self) -> None:
        self.query_one(Table).move(1)

    def update(self) -> None:
        held = self.claim.id if self.claim else None
        words = self.wanted.casefold().split()
        kept = (claim for claim in self.review.claims if self.status in (None, claim.status))
        found = (claim for claim in kept if all(word in self._searched(claim) for word in words))
        self.shown = tuple(sorted(found, key=lambda claim: FIRST_LOOK.index(claim.status)))
        ids = [claim.id for claim in self.shown]
        self.query_one(Table).show([self._row(claim) for claim in self.shown], ids.index(held) if held in ids else None)
        count = len(self.review.claims)
        some = f"{len(self.shown)} of " if len(self.shown) < count else ""
        bar = self.query_one(TitleBar)
        bar.left = "Claims" if self.status is None else f"Claims: {self.status.value}"
        bar.right = f"{some}{count} claim{'s' * (count != 1)} · {self.workspace.annotator}"
        self._tell()

    def _searched(self, claim: Claim) -> str:
        verdicts = (f"{v.annotator} {v.note} {v.judgement.value}" for v in claim.verdicts)
        return " ".join((claim.wording, self._title(claim), claim.appearances[0].document, *verdicts)).casefold()

    def _title(self, claim: Claim) -> str:
        document = self.corpus.get(claim.appearances[0].document)
        return document.title if document else claim.appearances[0].document

    def _row(self, claim: Claim) -> Row:
        status = claim.status.value
        last = claim.verdicts[-1]
        verdicts = "  ".join(f"{v.annotator} {SIGN_OF_STATUS[v.judgement.value]}" for v in claim.verdicts)
        return (
            Cell(SIGN_OF_STATUS[status], status),
            Cell(claim.wording, "strong"),
            Cell(self._title(claim), "quiet"),
            Cell(verdicts),
            Cell(ago(last.created), "quiet"),
        )

    @on(Table.Moved)
    def _tell(self) -> None:
        self.query_one(Detail).show(self.about())

    def about(self) -> list[Line]:
        claim = self.claim
        if claim is None:
            nothing = "No claim here." if self.review.claims else "Nobody has judged anything yet."
            return [Line(f"{nothing} Open a document (1), put the cursor on a sentence, press v or x.")]
        if self.claim_in_hand is None:
            return [quoted(claim.wording), *about_verdicts(claim)]
        return super().about()

    def action_read(self) -> None:
        span = self.claim_in_hand
        if span is not None:
            self.post_message(OpenDocument(span.document, span.start, span.end))
        elif self.claim is not None:
            self.say("Its text is not found in any document any more.", worry=True)

    @on(Table.Chosen)
    def _chosen(self) -> None:
        self.action_read()

    def action_status(self) -> None:
        order: list[Status | None] = [None, *FIRST_LOOK]
        here = order.index(self.status)
        used = {claim.status for claim in self.review.claims}
        ahead = order[here + 1 :] + order[: here + 1]
        self.status = next((status for status in ahead if status is None or status in used), None)
        self.update()

    def action_filter(self) -> None:
        self.query_one(FilterInput).open()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self.wanted = event.value
        self.update()

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self.query_one(Table).focus()

    def step_back(self) -> bool:
        if self.query_one(FilterInput).close():
            self.query_one(Table).focus()
            return True
        if self.status is not None:
            self.status = None
            self.update()
            return True
        return False
