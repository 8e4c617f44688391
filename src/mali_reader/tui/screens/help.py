"""Help: every key of the screen that one is in, and what the signs mean."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mali_reader.tui.commands import EVERYWHERE, Command, commands_of, shown_key
from mali_reader.tui.widgets.signs import MEANINGS

FIRST_STEPS = {
    "library": "Put the cursor on a document and press enter to read it.",
    "reader": "Put the cursor on a sentence and press v if it is true, x if it is not. u takes it back.",
    "compare": "Words between ‹ › differ. Judge the sentence under the cursor with v or x; tab changes sides.",
    "synopsis": "Each line is something that several documents say; enter shows how each of them says it.",
    "passage": "Words between ‹ › differ from the document on top, ‹› stands where it has more; m compares with the one"
    " under the cursor instead.",
    "copies": "a confirms every place that agrees in all facts. Step through the others: s the same claim, n not.",
    "discrepancies": "] goes from place to place, enter reads it, c puts two of them side by side.",
    "origins": "Each document stands below the one that it copied; enter puts both side by side.",
    "claims": "What annotators differ on is on top. v and x judge, enter shows the sentence in its document."
    " Checkable is a sentence with a number, date, sum, name or negation; left are those that nobody judged.",
    "summary": "This is what e writes to a file. f shows it in another format.",
}


COUNTED = "Sentences in which a judged claim stands, of all in the reports that are there; menus and such left out."


class HelpScreen(ModalScreen[None]):
    """The keys of one screen."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "dismiss", "back", priority=True),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
    ]

    def __init__(self, context: str, keys: Mapping[str, str]) -> None:
        super().__init__()
        self.context = context
        self.keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog"):
            yield Static(Content(FIRST_STEPS.get(self.context, "")), id="first")
            yield Static(Content(f"Keys in {self.context}"), classes="title")
            yield from self._rows(commands_of(self.context))
            yield Static("Keys everywhere", classes="title")
            yield from self._rows(commands_of(EVERYWHERE))
            yield _row("^p", "Find a command by typing its name.")
            yield Static("Signs", classes="title")
            yield _row("▓░", COUNTED)
            for meaning in MEANINGS:
                yield _row(meaning.sign, meaning.says)

    def on_mount(self) -> None:
        self.query_one("#dialog").focus()

    def action_scroll(self, way: str) -> None:
        self.query_one("#dialog").scroll_relative(y=1 if way == "down" else -1, animate=False)

    def _rows(self, commands: tuple[type[Command], ...]) -> ComposeResult:
        for command in commands:
            yield _row(shown_key(self.keys.get(command.id, command.key), every=True), command.help())


def _row(key: str, says: str) -> Horizontal:
    return Horizontal(Static(Content(key), classes="key"), Static(Content(says), classes="says"), classes="row")
