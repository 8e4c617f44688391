"""Summary: what leaves, chosen in a form, previewed, and written to a file."""

from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.worker import Worker

from mali_reader.errors import CancelledError, MaliReaderError
from mali_reader.progress import Progress, silent
from mali_reader.sources import what_is_exported
from mali_reader.summary.model import Summary
from mali_reader.summary.selection import select
from mali_reader.summary.writing import write_export
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import SUMMARY
from mali_reader.tui.opening import open_file
from mali_reader.tui.reporting import reporting
from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.screens.export import ExportDialog, Order
from mali_reader.tui.widgets.bars import StatusLine, TitleBar
from mali_reader.tui.widgets.summary_form import SummaryForm, Wish
from mali_reader.tui.widgets.text_view import TextView
from mali_reader.tui.wording import counted, going_on

SHOWN = 100_000
"""How many characters of a long summary are shown; all of it is copied and written."""
PAUSE = 0.2
"""Seconds that a form rests before what it asks for is rendered."""


class SummaryScreen(BaseScreen):
    """A form, and beside it a preview of what it asks for."""

    context = SUMMARY
    BINDINGS = bindings_of(SUMMARY)
    CSS_PATH: ClassVar[str] = "summary.tcss"
    AUTO_FOCUS = "TextView"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.wish = Wish()
        self.text: str | None = None
        self.written: Path | None = None
        self._whole: Summary | None = None
        self._waiting: Timer | None = None
        self._writing: Worker[None] | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="body"):
            yield SummaryForm()
            yield TextView()

    @property
    def mover(self) -> TextView:
        return self.query_one(TextView)

    def update(self) -> None:
        self._whole = None
        documents = {one.id: f"{one.title} {one.id}".casefold() for one in self.corpus}
        people = {verdict.annotator for claim in self.review.claims for verdict in claim.verdicts}
        tags = {tag for one in self.corpus for tag in one.tags}
        self.query_one(SummaryForm).offer(documents, people, tags)
        self._preview()

    @on(SummaryForm.Changed)
    def _wished(self, event: SummaryForm.Changed) -> None:
        self.wish = event.wish
        self.text = None
        self._tell_format()
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PAUSE, self._preview)

    @on(SummaryForm.Refused)
    def _refused(self, event: SummaryForm.Refused) -> None:
        self.query_one(TitleBar).right = event.why

    def _tell_format(self) -> None:
        self.query_one(TitleBar).left = f"Summary: {self.wish.choice.description}"

    def _preview(self) -> None:
        self._tell_format()
        bar = self.query_one(TitleBar)
        if self.findings is None:
            bar.right = "what documents share is still being looked for"
        elif len(self.corpus):
            bar.right = "a moment …"
            self._render_preview(self.wish)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _render_preview(self, wish: Wish) -> None:
        try:
            summary = self._selected(wish, progress := reporting(silent))
            layout = wish.layout.reporting(progress)
            text = wish.choice.form.view(summary, wish.choice.extension, layout)
        except CancelledError:
            return
        except MaliReaderError as error:
            self.app.call_from_thread(self._show_refusal, wish, str(error))
        else:
            told = f"{counted(len(summary.claims), 'claim')} in {counted(len(summary.reports), 'document')}"
            self.app.call_from_thread(self._show_preview, wish, text, told)

    def _selected(self, wish: Wish, progress: Progress) -> Summary:
        whole = self._whole
        if whole is None:
            self._whole = whole = self.workspace.summary(progress)
        return select(whole, wish.selection)

    def _show_preview(self, wish: Wish, text: str, told: str) -> None:
        if wish != self.wish or not self.is_mounted:
            return
        cut = len(text) > SHOWN
        self.query_one(TitleBar).right = f"{told} · the beginning of {len(text):,} characters" if cut else told
        if text != self.text:
            self.text = text
            self.query_one(TextView).show(text[: text.rfind("\n", 0, SHOWN)] if cut else text)

    def _show_refusal(self, wish: Wish, why: str) -> None:
        if wish == self.wish and self.is_mounted:
            self.query_one(TitleBar).right = "not in this format"
            self.query_one(TextView).show(why)

    def action_format(self) -> None:
        self.query_one(SummaryForm).next_format()

    def action_filters(self) -> None:
        self.add_class("-form")
        self.query_one(SummaryForm).begin()

    def action_tell_all(self) -> None:
        self.query_one(SummaryForm).clear()

    def step_back(self) -> bool:
        if self._writing is not None and self._writing.is_running:
            self._writing.cancel()
            return True
        among_fields = self.focused is not None and self.query_one(SummaryForm) in self.focused.ancestors
        if among_fields:
            self.remove_class("-form")
            self.query_one(TextView).focus()
        return among_fields

    def action_copy(self) -> None:
        if self.text is not None:
            self.app.copy_to_clipboard(self.text)
            self.say(f"{len(self.text)} characters of {self.wish.choice.form.name}", title="Copied")

    def action_export(self) -> None:
        if self.findings is None:
            self.say("The summary is not there yet; it arrives in a moment.")
            return
        settings = self.workspace.settings
        among_reports = settings.corpus.resolve() == settings.workspace.resolve()
        folder = settings.annotations.parent if among_reports else settings.workspace
        wish = self.wish

        def write(order: Order | None) -> None:
            if order is not None:
                step = partial(self._write, wish, order)
                self._writing = self.app.run_worker(step, thread=True, group="export", exit_on_error=False)

        self.app.push_screen(ExportDialog(folder, wish.choice, settings), write)

    def _write(self, wish: Wish, order: Order) -> None:
        """Runs in a thread of the application, so that it goes on when somebody leaves this screen."""
        told = self.app.call_from_thread
        try:
            progress = reporting(lambda *how_far: told(self._tell, going_on(*how_far)))
            summary = self._selected(wish, progress)
            content = wish.choice.form.content(summary, order.path.name, wish.layout.reporting(progress))
            progress("writing", 1, 1)
            kept = what_is_exported(self.workspace.settings)
            write_export(order.path, content, overwrite=order.overwrite, protected=kept)
        except CancelledError:
            told(self._say_of_export, f"{order.path}: stopped before anything was written", "Not written", True)
        except MaliReaderError as error:
            told(self._say_of_export, str(error), "Not written", True)
        else:
            self.written = order.path
            told(self._say_of_export, f"{order.path}\no opens it", "Written", False)

    def _tell(self, what: str) -> None:
        if self.is_mounted:
            self.query_one(StatusLine).working = what

    def _say_of_export(self, what: str, title: str, worry: bool) -> None:
        self._tell(self.working)
        self.say(what, title=title, worry=worry)

    def action_open_export(self) -> None:
        if self.written is None:
            self.say("Nothing was written from here yet; e writes the summary.")
            return
        try:
            open_file(self.written)
        except MaliReaderError as error:
            self.say(str(error), worry=True)
        else:
            self.say(str(self.written), title="Opened")
