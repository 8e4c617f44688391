"""The application: it opens screens, and answers what they ask for."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual import on
from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from mali_reader.errors import MaliReaderError
from mali_reader.settings import Settings
from mali_reader.tui import messages
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import (
    CLAIMS,
    DISCREPANCIES,
    EVERYWHERE,
    LIBRARY,
    ORIGINS,
    SUMMARY,
    SYNOPSIS,
    commands_of,
    shown_key,
)
from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.screens.claims import ClaimsScreen
from mali_reader.tui.screens.compare import CompareScreen
from mali_reader.tui.screens.copies import CopiesScreen
from mali_reader.tui.screens.discrepancies import DiscrepanciesScreen
from mali_reader.tui.screens.help import HelpScreen
from mali_reader.tui.screens.library import LibraryScreen
from mali_reader.tui.screens.origins import OriginsScreen
from mali_reader.tui.screens.passage import PassageScreen
from mali_reader.tui.screens.reader import ReaderScreen
from mali_reader.tui.screens.summary import SummaryScreen
from mali_reader.tui.screens.synopsis import SynopsisScreen
from mali_reader.tui.state import StateApp
from mali_reader.tui.themes import DEFAULT_THEME, THEMES
from mali_reader.tui.theming import textual_themes
from mali_reader.tui.wording import no_overlaps_yet
from mali_reader.workspace import Workspace

ROOMS: dict[str, type[BaseScreen]] = {
    LIBRARY: LibraryScreen,
    CLAIMS: ClaimsScreen,
    SUMMARY: SummaryScreen,
    SYNOPSIS: SynopsisScreen,
    DISCREPANCIES: DiscrepanciesScreen,
    ORIGINS: OriginsScreen,
}

FAULT = 70
"""The exit code of an application that broke; the commands need the small numbers for what they answer."""
BROKE = 1
"""What Textual calls it."""


class MaliReaderApp(StateApp):
    """Read many reports of one event side by side."""

    TITLE = "mali-reader"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_of(EVERYWHERE)

    def __init__(self, workspace: Workspace, document: str | None = None) -> None:
        super().__init__(workspace)
        self.first_document = document
        for theme in textual_themes():
            self.register_theme(theme)
        wanted = workspace.settings.theme
        self.theme = wanted if wanted in self.available_themes else DEFAULT_THEME
        self.set_keymap(workspace.settings.keys)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Only our own, which give every sign a colour that tells it apart."""
        ours = {palette.name for palette in THEMES} & self._registered_themes.keys()
        return {name: theme for name, theme in self._registered_themes.items() if not ours or name in ours}

    def on_mount(self) -> None:
        self.push(LibraryScreen(self.workspace))
        self.work.start()
        self.work.watch()

    def push(self, screen: BaseScreen) -> None:
        """Open a screen, and let it share what the application knows."""
        this = MaliReaderApp
        shared = (
            this.corpus,
            this.overlaps,
            this.findings,
            this.review,
            this.said,
            this.working,
            this.delivery,
            this.trouble,
            this.unsaved,
        )
        self.push_screen(screen.data_bind(*shared))

    @on(messages.CorpusRead)
    def _open_first(self, message: messages.CorpusRead) -> None:
        if self.first_document is not None and message.corpus.get(self.first_document) is not None:
            self.post_message(messages.OpenDocument(self.first_document))
            self.first_document = None

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

    @on(messages.OpenPassage)
    def _open_passage(self, message: messages.OpenPassage) -> None:
        self.push(PassageScreen(self.workspace, message.passage))

    @on(messages.OpenCopies)
    def _open_copies(self, message: messages.OpenCopies) -> None:
        if self.findings is None:
            self.notify(no_overlaps_yet(self.working), markup=False)
        else:
            self.push(CopiesScreen(self.workspace, message.span))

    def action_show(self, room: str) -> None:
        kind = ROOMS[room]
        if any(isinstance(screen, kind) for screen in self.screen_stack):
            while not isinstance(self.screen, kind):
                self.pop_screen()
        else:
            self.push(kind(self.workspace))

    def action_step_back(self) -> None:
        screen = self.screen
        if not isinstance(screen, BaseScreen) or screen.step_back() or self.work.stop():
            return
        if not isinstance(screen, LibraryScreen):
            self.pop_screen()

    def action_find_overlaps(self) -> None:
        if not self.workspace.has_backlog or self.work.outdated:
            self.work.start()

    def action_help(self) -> None:
        if isinstance(self.screen, BaseScreen):
            self.push_screen(HelpScreen(self.screen.context, self.workspace.settings.keys))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        context = screen.context if isinstance(screen, BaseScreen) else EVERYWHERE
        for command in (*commands_of(context), *commands_of(EVERYWHERE)):
            key = shown_key(self.workspace.settings.keys.get(command.id, command.key))
            yield SystemCommand(f"{command.label}  ({key})", command.help(), partial(screen.run_action, command.action))


def run(settings: Settings, document: str | None = None) -> int:
    """Open the application, on one document if its id is given.

    Returns the exit code: 0, that of the signal that ended it, or `FAULT` where it broke. Raises MaliReaderError where
    the corpus cannot be read.
    """
    app = MaliReaderApp(Workspace(settings), document)
    app.run()
    if app.failure is not None:
        raise MaliReaderError(app.failure)
    return FAULT if app.return_code in (None, BROKE) else app.return_code
