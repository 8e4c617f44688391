"""All that is known about one claim, in a window that scrolls."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from mali_reader.tui.widgets.detail import Detail, Line


class DetailScreen(ModalScreen[None]):
    """The margin, large."""

    CSS_PATH = "detail.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,d,q,enter", "dismiss", "back", priority=True),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
    ]

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.lines = lines

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Detail()
            yield Static("j k scroll · esc goes back", id="hint")

    def on_mount(self) -> None:
        self.query_one(Detail).show(self.lines)

    def action_scroll(self, step: int) -> None:
        self.query_one(Detail).scroll_relative(y=step, animate=False)
