"""Claims: the work queue. What people judged, and what is left to judge; what deserves a look first is on top."""

from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.worker import Worker, get_current_worker

from mali_reader.corpus.model import Span
from mali_reader.errors import CancelledError, MaliReaderError
from mali_reader.review.claims import Claim, Status
from mali_reader.review.queue import Backlog, Queue, QueueItem, build_queue
from mali_reader.review.review import Review
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import CLAIMS
from mali_reader.tui.messages import Adjudicate, OpenDocument
from mali_reader.tui.screens.filtering import FilteringScreen
from mali_reader.tui.screens.judging import JudgingScreen
from mali_reader.tui.screens.reason import Reason, ReasonDialog
from mali_reader.tui.telling import about_verdicts
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail, Line, quoted
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS
from mali_reader.tui.widgets.table import Cell, Column, LazyRows, Row, Table
from mali_reader.tui.wording import counted, said_by

VERDICTS = 16
NO_REPR = "build the queue"
"""Where a worker has no description, Textual makes one of all that it is given, whatever that takes."""
SIFTING = "sift"
AT_ONCE = 5000
"""So many items are searched between two keys; more are searched aside."""
COLUMNS = (
    Column("", 1, weight=9),
    Column("Claim", weight=9),
    Column("Why here", 26, weight=4),
    Column("Verdicts", VERDICTS, weight=5),
    Column("Document", 22, weight=2),
)
STATUSES = (Status.CONTESTED, Status.STALE, Status.DISPUTED, Status.VERIFIED, Status.UNREVIEWED)


class ClaimsScreen(FilteringScreen, JudgingScreen):
    """The list of claims and of sentences that are still to be judged."""

    context = CLAIMS
    evidence_moves_on = True
    BINDINGS = bindings_of(CLAIMS)
    CSS_PATH: ClassVar[str] = "claims.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.status: Status | None = None
        self.queue = Queue()
        self.whole = False
        """Whether the queue holds the sentences that nobody judged yet too."""
        self.shown: tuple[QueueItem, ...] = ()

    def compose_body(self) -> ComposeResult:
        yield FilterInput(placeholder="words, a document, or an annotator")
        yield Table(COLUMNS)
        yield Detail()

    @property
    def item(self) -> QueueItem | None:
        """What is under the cursor."""
        cursor = self.query_one(Table).cursor
        return self.shown[cursor] if 0 <= cursor < len(self.shown) else None

    @property
    def claim(self) -> Claim | None:
        """The claim under the cursor, where somebody judged it."""
        return self.item.claim if self.item else None

    @property
    def claim_in_hand(self) -> Span | None:
        return self.item.span if self.item else None

    def move_on(self) -> None:
        self.query_one(Table).move(1)

    def update(self) -> None:
        if self.findings is None or not self.workspace.has_backlog:
            self._show_queue(self.review, build_queue(self.review, Backlog()), whole=False)
        else:
            self._build(self.review)

    @work(thread=True, exclusive=True, group="queue", exit_on_error=False, description=NO_REPR)
    def _build(self, review: Review) -> None:
        try:
            queue = self.workspace.queue(review)
        except (MaliReaderError, CancelledError) as error:
            self.app.call_from_thread(self.say, str(error), worry=True)
        else:
            self.app.call_from_thread(self._show_queue, review, queue, whole=True)

    def _show_queue(self, review: Review, queue: Queue, *, whole: bool) -> None:
        if review is self.review:
            untouched = self.query_one(Table).cursor == 0 and whole and not self.whole
            self.queue, self.whole = queue, whole
            self.show_rows()
            if untouched:
                self.query_one(Table).edge(-1)

    def show_rows(self) -> None:
        self.workers.cancel_group(self, SIFTING)
        if self.status is None and not self.wanted:
            self._show(self.queue.items)
        elif len(self.queue.items) <= AT_ONCE:
            self._show(tuple(filter(self._is_wanted, self.queue.items)))
        else:
            self._sift()

    @work(thread=True, group=SIFTING, exit_on_error=False)
    def _sift(self) -> None:
        worker, kept = get_current_worker(), []
        for item in self.queue.items:
            if worker.is_cancelled:
                return
            if self._is_wanted(item):
                kept.append(item)
        self.app.call_from_thread(self._show_sifted, worker, tuple(kept))

    def _show_sifted(self, worker: Worker[None], kept: tuple[QueueItem, ...]) -> None:
        if not worker.is_cancelled:
            self._show(kept)

    def _is_wanted(self, item: QueueItem) -> bool:
        return self.status in (None, item.status) and (not self.wanted or self.holds(self._searched(item)))

    def _show(self, shown: tuple[QueueItem, ...]) -> None:
        held, self.shown = self.item, shown
        cursor = next((n for n, item in enumerate(shown) if _are_one(item, held)), None) if held else None
        self.query_one(Table).show(LazyRows(len(self.shown), lambda number: self._row(self.shown[number])), cursor)
        bar = self.query_one(TitleBar)
        some = f", {len(self.shown)} shown" if len(self.shown) < len(self.queue.items) else ""
        bar.left = f"Claims{f': {self.status.value}' if self.status else ''}{some}"
        bar.right = f"{self._progress()} · {self.workspace.annotator}"
        self._tell()

    def _progress(self) -> str:
        """How many claims are judged, how many of those are still open, and what nobody judged."""
        queue = self.queue
        open_still = f" · {queue.unsettled} to settle" if queue.unsettled else ""
        left = f"{counted(queue.unjudged, 'checkable sentence')} left" if self.whole else "more are being looked for"
        return f"{counted(len(self.review.judged), 'claim')} judged{open_still} · {left}"

    def _searched(self, item: QueueItem) -> str:
        verdicts = (f"{v.annotator} {v.note} {v.judgement.value}" for v in (item.claim.verdicts if item.claim else ()))
        place = item.span.document if item.span else ""
        parts = (item.wording(self.corpus), self._title(item), place, item.reason, *verdicts)
        return " ".join(parts)

    def _title(self, item: QueueItem) -> str:
        name = item.span.document if item.span else item.claim.appearances[0].document if item.claim else ""
        document = self.corpus.get(name)
        return document.title if document else name

    def _row(self, item: QueueItem) -> Row:
        status = item.status.value
        said = item.claim.verdicts if item.claim else ()
        return (
            Cell(SIGN_OF_STATUS[status], status),
            Cell(item.wording(self.corpus), "strong"),
            Cell(item.reason, "quiet"),
            Cell(said_by(said, VERDICTS)),
            Cell(self._title(item), "quiet"),
        )

    @on(Table.Moved)
    def _tell(self) -> None:
        self.query_one(Detail).show(self.about())

    def about(self) -> list[Line]:
        item = self.item
        if item is None and self.wanted:
            return []
        if item is None:
            nothing = "No claim here." if self.queue.items else "Nobody has judged anything yet."
            return [Line(f"{nothing} Open a document (1), put the cursor on a sentence, press v or x.")]
        if item.span is None:
            return [quoted(item.wording(self.corpus)), *about_verdicts(item.claim)]
        return super().about()

    def action_read(self) -> None:
        span = self.claim_in_hand
        if span is not None:
            self.post_message(OpenDocument(span.document, span.start, span.end))
        elif self.item is not None:
            self.say("Its text is not found in any document any more.", worry=True)

    def action_adjudicate(self) -> None:
        claim = self.claim
        if claim is None or len({verdict.judgement for verdict in claim.verdicts}) < 2:
            self.say("Nobody contests this; there is nothing to decide.")
            return

        def decide(reason: Reason | None) -> None:
            if reason is not None:
                self.app.post_message(Adjudicate(claim, reason.judgement, reason.text))
                self.move_on()

        self.app.push_screen(ReasonDialog("On what ground?", claim.wording, decides=True), decide)

    def action_status(self) -> None:
        order: list[Status | None] = [None, *STATUSES]
        here = order.index(self.status)
        used = {item.status for item in self.queue.items}
        ahead = order[here + 1 :] + order[: here + 1]
        self.status = next((status for status in ahead if status is None or status in used), None)
        self.show_rows()

    def step_back(self) -> bool:
        if super().step_back():
            return True
        filtered = self.status is not None
        if filtered:
            self.status = None
            self.show_rows()
        return filtered


def _are_one(item: QueueItem, other: QueueItem) -> bool:
    """Whether items of two queues are one: of one place, else of one claim whose place is lost."""
    if item.span is None or other.span is None:
        return item.span is other.span and item.claim is not None and item.claim.id == (other.claim and other.claim.id)
    return item.span.start == other.span.start and item.span == other.span  # the numbers first: they tell most apart
