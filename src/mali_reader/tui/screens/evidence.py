"""The dialog that asks for a verdict with a note and evidence."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, RadioButton, RadioSet, Static, TextArea

from mali_reader.annotations.evidence import parse_evidence
from mali_reader.annotations.records import Evidence, Judgement, Verdict
from mali_reader.display import one_line, visible_lines

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
        disputed = before is not None and before.judgement is Judgement.DISPUTED
        with Vertical(id="dialog"):
            yield Static(Content(f"“{one_line(self.quote, 240)}”"), id="quote")
            with RadioSet(id="judgement"):
                yield RadioButton("✓ verified", value=not disputed)
                yield RadioButton("✗ disputed", value=disputed)
            yield Static("Note", classes="label")
            yield TextArea(visible_lines(before.note) if before else "", id="note", compact=True)
            yield Static("Evidence: links, one after another", classes="label")
            yield Input(
                " ".join(item.url for item in before.evidence) if before else "",
                placeholder="https://…",
                id="evidence",
                compact=True,
            )
            yield Static("", id="wrong")
            yield Static(HINT, id="hint")

    def on_mount(self) -> None:
        self.query_one("#note").focus()

    @on(Input.Submitted)
    def action_keep(self) -> None:
        known = {item.url: item for item in self.before.evidence} if self.before else {}
        try:
            links = self.query_one("#evidence", Input).value.split()
            evidence = tuple(known.get(link) or parse_evidence(link) for link in links)
        except ValueError as error:
            self.query_one("#wrong", Static).update(Content(one_line(str(error))))
            return
        disputed = self.query_one(RadioSet).pressed_index == 1
        judgement = Judgement.DISPUTED if disputed else Judgement.VERIFIED
        self.dismiss(Opinion(judgement, self.query_one(TextArea).text.strip(), evidence))

    def action_leave(self) -> None:
        self.dismiss(None)
