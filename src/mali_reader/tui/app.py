"""The application. It opens screens, keeps the state that they show, and answers what they ask for."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.app import App, SystemCommand
from textual.reactive import reactive
from textual.screen import Screen
from textual.theme import Theme

from mali_reader.annotations.store import Delivery
from mali_reader.corpus.model import Corpus
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.overlap.index import OverlapIndex
from mali_reader.review.review import Review
from mali_reader.settings import Settings
from mali_reader.tui import messages
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import CLAIMS, EVERYWHERE, LIBRARY, SUMMARY, commands_of, shown_key
from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.screens.claims import ClaimsScreen
from mali_reader.tui.screens.compare import CompareScreen
from mali_reader.tui.screens.help import HelpScreen
from mali_reader.tui.screens.library import LibraryScreen
from mali_reader.tui.screens.reader import ReaderScreen
from mali_reader.tui.screens.summary import SummaryScreen
from mali_reader.tui.themes import DEFAULT_THEME
from mali_reader.tui.theming import textual_themes
from mali_reader.tui.wording import progress_bar
from mali_reader.tui.work import Work
from mali_reader.workspace import Workspace

ROOMS: dict[str, type[BaseScreen]] = {LIBRARY: LibraryScreen, CLAIMS: ClaimsScreen, SUMMARY: SummaryScreen}

LOCAL = "The shared file cannot be written. Your verdict is safe on this machine and goes there as soon as it can."


class MaliReaderApp(App[int]):
    """Read many reports of one event side by side."""

    TITLE = "mali-reader"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_of(EVERYWHERE)

    corpus: reactive[Corpus] = reactive(Corpus(()))
    overlaps: reactive[OverlapIndex | None] = reactive(None)
    review: reactive[Review] = reactive(Review())
    working: reactive[str] = reactive("")
    delivery: reactive[Delivery] = reactive(Delivery.SHARED)

    def __init__(self, workspace: Workspace, document: str | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self.first_document = document
        self.failure: str | None = None
        self.work = Work(self, workspace)
        for theme in textual_themes():
            self.register_theme(theme)
        wanted = workspace.settings.theme
        self.theme = wanted if wanted in self.available_themes else DEFAULT_THEME
        self.set_keymap(workspace.settings.keys)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Only our own, which give every sign a colour that tells it apart."""
        return self._registered_themes

    def on_mount(self) -> None:
        self.push(LibraryScreen(self.workspace))
        self.work.start()
        self.work.watch()

    def push(self, screen: BaseScreen) -> None:
        """Open a screen, and let it share what the application knows."""
        this = MaliReaderApp
        self.push_screen(screen.data_bind(this.corpus, this.overlaps, this.review, this.working, this.delivery))

    @on(messages.Progressed)
    def _progressed(self, message: messages.Progressed) -> None:
        bar = progress_bar(message.done, message.total)
        self.working = f"{message.what} {bar} {message.done} of {message.total} · esc stops it"

    @on(messages.CorpusRead)
    def _corpus_read(self, message: messages.CorpusRead) -> None:
        self.corpus = message.corpus
        if self.first_document is not None:
            self.post_message(messages.OpenDocument(self.first_document))

    @on(messages.OverlapsFound)
    def _overlaps_found(self, message: messages.OverlapsFound) -> None:
        self.working = "" if message.overlaps else "stopped; r looks for overlaps again"
        self.overlaps = message.overlaps

    @on(messages.ReviewRead)
    def _review_read(self, message: messages.ReviewRead) -> None:
        self.review, self.delivery = message.review, message.delivery

    @on(messages.Judge)
    def _judge(self, message: messages.Judge) -> None:
        self.work.judge(message)

    @on(messages.UndoStep)
    def _undo(self) -> None:
        self.work.undo()

    @on(messages.Kept)
    def _kept(self, message: messages.Kept) -> None:
        self.review, self.delivery = message.review, message.delivery
        if message.said:
            self.notify(message.said, markup=False)
        if message.delivery is Delivery.LOCAL:
            self.notify(LOCAL, title="Kept locally", severity="warning", markup=False)

    @on(messages.Failed)
    def _failed(self, message: messages.Failed) -> None:
        if message.fatal:
            self.failure = message.reason
            self.exit(2)
        self.working = ""
        self.notify(one_line(message.reason), severity="error", markup=False)

    @on(messages.OpenDocument)
    def _open_document(self, message: messages.OpenDocument) -> None:
        document = self.corpus.get(message.document)
        if document is None:
            return
        place = None if message.start is None or message.end is None else (message.start, message.end)
        if isinstance(self.screen, ReaderScreen):
            self.pop_screen()
        self.push(ReaderScreen(self.workspace, document, place))

    @on(messages.OpenComparison)
    def _open_comparison(self, message: messages.OpenComparison) -> None:
        document, other = self.corpus.get(message.document), self.corpus.get(message.other)
        if document is not None and other is not None:
            self.push(CompareScreen(self.workspace, document, other, message.focus))

    def action_show(self, room: str) -> None:
        kind = ROOMS[room]
        if any(isinstance(screen, kind) for screen in self.screen_stack):
            while not isinstance(self.screen, kind):
                self.pop_screen()
        else:
            self.push(kind(self.workspace))

    def action_step_back(self) -> None:
        screen = self.screen
        if isinstance(screen, BaseScreen) and (screen.step_back() or self.work.stop()):
            return
        if isinstance(screen, BaseScreen) and not isinstance(screen, LibraryScreen):
            self.pop_screen()

    def action_find_overlaps(self) -> None:
        if self.overlaps is None:
            self.work.start()

    def action_help(self) -> None:
        if isinstance(self.screen, BaseScreen):
            self.push_screen(HelpScreen(self.screen.context, self.workspace.settings.keys))

    async def action_quit(self) -> None:
        await self.work.finish()
        self.exit(0)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        context = screen.context if isinstance(screen, BaseScreen) else EVERYWHERE
        for command in (*commands_of(context), *commands_of(EVERYWHERE)):
            said = f"{command.label}  ({shown_key(self.workspace.settings.keys.get(command.id, command.key))})"
            yield SystemCommand(said, command.help(), partial(screen.run_action, command.action))


def run(settings: Settings, document: str | None = None) -> int:
    """Open the application, on one document if its id is given. Returns the exit code.

    Raises MaliReaderError where the corpus cannot be read.
    """
    app = MaliReaderApp(Workspace(settings), document)
    code = app.run()
    if app.failure is not None:
        raise MaliReaderError(app.failure)
    return 0 if code is None else code
