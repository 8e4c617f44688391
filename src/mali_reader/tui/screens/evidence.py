"""The dialog that asks for a verdict with a note and evidence."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from mali_reader.annotations.evidence import parse_typed, typed_evidence
from mali_reader.annotations.records import Evidence, Judgement, Verdict
from mali_reader.display import one_line, visible_lines
from mali_reader.tui.widgets.verdict_choice import VerdictChoice

EVIDENCE = "Evidence, a link a line: seen today, or on the day behind it"
HINT = "ctrl+s keeps it · tab goes on · esc leaves it"


@dataclass(frozen=True)
class Opinion:
    """What somebody says of a claim."""

    judgement: Judgement
    note: str
    evidence: tuple[Evidence, ...]


class EvidenceDialog(ModalScreen[Opinion | None]):
    """Asks for a verdict, a note and links, starting from what the person said before."""

    CSS_PATH = "evidence.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep", priority=True),
        Binding("escape", "leave", "leave", priority=True),
    ]

    def __init__(self, quote: str, before: Verdict | None) -> None:
        super().__init__()
        self.quote = quote
        self.before = before

    def compose(self) -> ComposeResult:
        before = self.before
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(Content(f"“{one_line(self.quote, 240)}”"), id="quote")
            yield VerdictChoice(before.judgement if before else Judgement.VERIFIED)
            yield Static("Note", classes="label")
            yield TextArea(visible_lines(before.note) if before else "", id="note", compact=True)
            yield Static(EVIDENCE, classes="label")
            yield TextArea(
                visible_lines("\n".join(map(typed_evidence, before.evidence))) if before else "",
                placeholder="https://… 2026-05-31",
                id="evidence",
                compact=True,
            )
            yield Static("", id="wrong")
            yield Static(HINT, id="hint")

    def on_mount(self) -> None:
        self.query_one("#note").focus()

    def action_keep(self) -> None:
        try:
            known = self.before.evidence if self.before else ()
            evidence = parse_typed(self.query_one("#evidence", TextArea).text, known)
        except ValueError as error:
            self.query_one("#wrong", Static).update(Content(one_line(str(error))))
            return
        note = self.query_one("#note", TextArea).text.strip()
        self.dismiss(Opinion(self.query_one(VerdictChoice).judgement, note, evidence))

    def action_leave(self) -> None:
        self.dismiss(None)
