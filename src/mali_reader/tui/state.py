"""What the screens share, and how the messages of workers change it."""

from functools import partial

from textual import on
from textual.reactive import reactive

from mali_reader.annotations.store import Delivery
from mali_reader.corpus.model import Corpus, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.display import one_line
from mali_reader.overlap.index import OverlapIndex
from mali_reader.review.review import Review
from mali_reader.tui import messages
from mali_reader.tui.saying import SayingApp
from mali_reader.tui.screens.detail import DetailScreen
from mali_reader.tui.telling import about_unsaved
from mali_reader.tui.wording import STOPPED, counted, going_on
from mali_reader.tui.work import Work
from mali_reader.workspace import Workspace

LOCAL = "The shared file cannot be written. Your verdict is safe on this machine and goes there as soon as it can."
BLIND = "Blind: what others say of a claim is hidden until you judged it."
SEEING = "You see what everybody says of every claim."
NOT_SAVED = "NOT SAVED: your last verdict is kept nowhere; mend what was told and give it again"


class StateApp(SayingApp):
    """An application that keeps frozen values for its screens, and puts work that takes time into threads."""

    corpus: reactive[Corpus] = reactive(Corpus(()))
    overlaps: reactive[OverlapIndex | None] = reactive(None)
    findings: reactive[Findings | None] = reactive(None)
    review: reactive[Review] = reactive(Review(), always_update=True)
    working: reactive[str] = reactive("")
    delivery: reactive[Delivery] = reactive(Delivery.SHARED)
    trouble: reactive[str] = reactive("")
    unsaved: reactive[Span | None] = reactive(None)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.work = Work(self, workspace)
        self.failure: str | None = None

    @on(messages.Leave)
    async def _finish(self, message: messages.Leave) -> None:
        await self.work.finish()
        self.exit(return_code=message.code)

    @on(messages.Progressed)
    def _progressed(self, message: messages.Progressed) -> None:
        self.working = going_on(message.what, message.done, message.total)

    @on(messages.CorpusRead)
    def _corpus_read(self, message: messages.CorpusRead) -> None:
        if message.corpus is not self.corpus:
            self.findings = self.overlaps = None
        self.corpus = message.corpus

    @on(messages.CorpusChanged)
    def _corpus_changed(self, message: messages.CorpusChanged) -> None:
        count = message.count
        self.working = f"{counted(count, 'report')} changed on disk; r reads the corpus anew" if count else ""

    @on(messages.OverlapsFound)
    def _overlaps_found(self, message: messages.OverlapsFound) -> None:
        self.working = ""
        self.overlaps = message.overlaps

    @on(messages.Stopped)
    def _stopped(self) -> None:
        self.working = STOPPED

    @on(messages.FindingsFound)
    def _findings_found(self, message: messages.FindingsFound) -> None:
        self.working = ""
        self.findings = message.findings

    @on(messages.BacklogFound)
    def _backlog_found(self) -> None:
        self.working = ""
        self.review = self.review  # every screen is told, the queue is built of it

    @on(messages.ReviewRead)
    def _review_read(self, message: messages.ReviewRead) -> None:
        self._take(message)
        if self.trouble != NOT_SAVED:  # what others wrote saves nothing
            self.trouble = ""

    def _take(self, message: messages.ReviewRead | messages.Kept) -> None:
        self.delivery = message.delivery
        if message.review.blind is self.workspace.blind:  # else it was read before that was changed; another comes
            self.review = message.review

    def action_toggle_blind(self) -> None:
        self.workspace.blind = not self.workspace.blind
        said = BLIND if self.workspace.blind else SEEING
        self.work.write(lambda: None, lambda _: said)

    @on(messages.Judge)
    def _judge(self, message: messages.Judge) -> None:
        self.work.judge(message)

    @on(messages.UndoStep)
    def _undo(self) -> None:
        self.work.undo()

    @on(messages.Confirm)
    def _confirm(self, message: messages.Confirm) -> None:
        agreeing = sum(one.agrees for one in message.suggestions)
        said = f"confirmed in {agreeing} place{'s' * (agreeing != 1)}" if agreeing else "none agrees in every fact"
        self.work.write(partial(self.workspace.confirm, message.span, message.suggestions), lambda _: said)

    @on(messages.LinkAs)
    def _link(self, message: messages.LinkAs) -> None:
        said = "confirmed as the same claim" if message.same else "kept apart as another claim"
        self.work.write(partial(self.workspace.link, message.one, message.other, message.same), lambda _: said)

    @on(messages.Dismiss)
    def _dismiss(self, message: messages.Dismiss) -> None:
        step = partial(self.workspace.dismiss, message.discrepancy, message.reason)
        self.work.write(step, lambda _: "dismissed; u takes it back")

    @on(messages.Adjudicate)
    def _adjudicate(self, message: messages.Adjudicate) -> None:
        step = partial(self.workspace.adjudicate, message.claim, message.judgement, message.ground)
        self.work.write(step, lambda _: f"decided: {message.judgement.value}")

    @on(messages.Kept)
    def _kept(self, message: messages.Kept) -> None:
        self._take(message)
        self.trouble, self.unsaved = "", None
        if message.said:
            self.notify(one_line(message.said), markup=False)
        if message.delivery is Delivery.LOCAL:
            self.notify(LOCAL, title="Kept locally", severity="warning", markup=False)

    @on(messages.Failed)
    def _failed(self, message: messages.Failed) -> None:
        self.working = ""
        if message.fatal:
            self.failure = message.reason
            self.exit(return_code=2)
        elif message.reason != self.trouble:
            self.trouble = message.reason
            self.notify(one_line(message.reason), severity="error", markup=False)

    @on(messages.NotSaved)
    def _not_saved(self, message: messages.NotSaved) -> None:
        first = self.trouble != NOT_SAVED
        self.trouble, self.unsaved = NOT_SAVED, message.span
        if first:
            self.push_screen(DetailScreen(about_unsaved(message.reason)))
