"""The dialog that asks where an export goes."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.settings import Settings
from mali_reader.sources import what_is_exported
from mali_reader.summary.writing import check_place
from mali_reader.tui.widgets.summary_form import Choice


@dataclass(frozen=True)
class Order:
    """Where to write, and whether what is there may go."""

    path: Path
    overwrite: bool = False


class ExportDialog(ModalScreen[Order | None]):
    """Asks for a file; asks again before it writes over one."""

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave", priority=True)]

    def __init__(self, folder: Path, choice: Choice, settings: Settings) -> None:
        super().__init__()
        self.folder = folder
        self.choice = choice
        self.settings = settings
        self.asked: Path | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(Content(f"Write the summary ({self.choice.description}) to"))
            yield Input(str(self.folder / f"summary{self.choice.extension}"), compact=True)
            yield Static("", id="wrong")
            yield Static("enter writes it · esc leaves it", id="hint")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _write(self, event: Input.Submitted) -> None:
        try:
            path = Path(event.value.strip() or ".").expanduser()
            overwrite = path.is_file()
            check_place(path, overwrite=overwrite, protected=what_is_exported(self.settings))
        except (MaliReaderError, OSError, RuntimeError, ValueError) as error:
            self._say(str(error))
            return
        if overwrite and path != self.asked:
            self.asked = path
            self._say(f"{path} exists already. Write over it? enter: yes, write over it · esc: no, keep it")
            return
        self.dismiss(Order(path, overwrite))

    def _say(self, what: str) -> None:
        self.query_one("#wrong", Static).update(Content(one_line(what)))

    def action_leave(self) -> None:
        self.dismiss(None)
