"""What every screen has: the lines above and below, the state that comes down from the application, movement."""

from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.css.query import NoMatches
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from mali_reader.annotations.store import Delivery
from mali_reader.corpus.model import Corpus, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.overlap.index import OverlapIndex
from mali_reader.review.coverage import judged_sentences
from mali_reader.review.review import Review
from mali_reader.tui.commands import EVERYWHERE, commands_of
from mali_reader.tui.messages import UndoStep
from mali_reader.tui.widgets.bars import KeyBar, StatusLine, TitleBar
from mali_reader.tui.widgets.table import Table
from mali_reader.tui.wording import how_far, lately, news
from mali_reader.workspace import Workspace


class Movable(Protocol):
    """What has a cursor that goes by steps, screens and to the ends."""

    def move(self, step: int) -> None: ...
    def page(self, step: int) -> None: ...
    def edge(self, step: int) -> None: ...
    def focus(self) -> object: ...


class BaseScreen(Screen[None]):
    """A screen of the application. What people judged, what overlaps and what is going on come down by `data_bind`."""

    context: ClassVar[str]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-huge")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (8, "-low"), (16, "-high")]

    corpus: reactive[Corpus] = reactive(Corpus(()))
    overlaps: reactive[OverlapIndex | None] = reactive(None)
    findings: reactive[Findings | None] = reactive(None)
    review: reactive[Review] = reactive(Review(), always_update=True)
    said: reactive[str] = reactive("")
    working: reactive[str] = reactive("")
    delivery: reactive[Delivery] = reactive(Delivery.SHARED)
    trouble: reactive[str] = reactive("")
    unsaved: reactive[Span | None] = reactive(None)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield from self.compose_body()
        yield StatusLine()
        shown = (*commands_of(self.context), *commands_of(EVERYWHERE))
        yield KeyBar(shown, dict(self.workspace.settings.keys))

    def compose_body(self) -> ComposeResult:
        """What stands between the lines above and below."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.set_interval(10, self._tell_news)
        self.mover.focus()
        self.update()

    @property
    def mover(self) -> Movable:
        """What the keys of movement move."""
        raise NotImplementedError

    def update(self) -> None:
        """Show what has come down, without moving anything."""

    def step_back(self) -> bool:
        """End what is going on in this screen; False where nothing is."""
        return False

    @property
    def is_open(self) -> bool:
        """Whether its widgets are there: it is composed, and nobody left it yet."""
        return self.is_mounted and self in self.app.screen_stack

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except NoMatches:  # what arrives late for a screen that is left is of no use any more
            if self in self.app.screen_stack:
                raise

    def watch_corpus(self) -> None:
        self._update()

    def watch_overlaps(self) -> None:
        self._update()

    def watch_findings(self) -> None:
        self._update()

    def watch_review(self) -> None:
        self._update()

    def watch_said(self, said: str) -> None:
        if self.is_open:
            self.query_one(StatusLine).said = said

    def watch_working(self, working: str) -> None:
        if self.is_open:
            self.query_one(StatusLine).working = working

    def watch_delivery(self, delivery: Delivery) -> None:
        if self.is_open:
            self.query_one(StatusLine).badge = "" if delivery is Delivery.SHARED else "⚠ KEPT LOCALLY"

    def watch_trouble(self) -> None:
        if self.is_open:
            self._tell_news()

    def _update(self) -> None:
        if self.is_open:
            self.update()
            self._tell_news()

    def _tell_news(self) -> None:
        line = self.query_one(StatusLine)
        line.blind = self.review.blind
        line.trouble = self.trouble or self.review.damage or ""
        line.news = news(self.review.latest[0] if self.review.latest else None)
        sentences, judged = self.corpus.sentences, judged_sentences(self.review, self.corpus)
        line.rights = how_far(judged, sentences, lately(self.review, self.workspace.annotator))

    @on(Table.Chosen)
    async def _choose(self) -> None:
        """A row that is clicked twice is opened, as by enter."""
        for command in commands_of(self.context):
            if "enter" in command.key.split(","):
                await self.run_action(command.action)

    def action_move(self, step: int) -> None:
        self.mover.move(step)

    def action_page(self, step: int) -> None:
        self.mover.page(step)

    def action_edge(self, step: int) -> None:
        self.mover.edge(step)

    def action_undo(self) -> None:
        self.app.post_message(UndoStep())

    def say(self, what: str, *, title: str = "", worry: bool = False) -> None:
        """Say something in passing; its text is never read as markup."""
        self.app.notify(what, title=title, severity="warning" if worry else "information", markup=False)
