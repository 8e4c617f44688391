"""The dialog that asks for a reason: why a discrepancy is none, on what ground a claim is decided."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from mali_reader.annotations.records import Judgement
from mali_reader.display import one_line
from mali_reader.tui.widgets.verdict_choice import VerdictChoice


@dataclass(frozen=True)
class Reason:
    """What was decided, where there is something to decide, and why."""

    text: str
    judgement: Judgement = Judgement.VERIFIED


class ReasonDialog(ModalScreen[Reason | None]):
    """Asks why; asks for a verdict too where there is one to give."""

    CSS_PATH = "reason.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", priority=True)]

    def __init__(self, question: str, about: str, *, decides: bool = False) -> None:
        super().__init__()
        self.question = question
        self.about = about
        self.decides = decides

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(Content(one_line(self.about, 240)), id="about")
            if self.decides:
                yield VerdictChoice()
            yield Static(Content(self.question))
            yield Input(compact=True)
            yield Static("", id="wrong")
            yield Static("enter keeps it · esc leaves it", id="hint")

    def on_mount(self) -> None:
        self.query_one(VerdictChoice if self.decides else Input).focus()

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if not text:
            self.query_one("#wrong", Static).update("write a few words on why")
            return
        judgement = self.query_one(VerdictChoice).judgement if self.decides else Judgement.VERIFIED
        self.dismiss(Reason(text, judgement))

    def action_leave(self) -> None:
        self.dismiss(None)
