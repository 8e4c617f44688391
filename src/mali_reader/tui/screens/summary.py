"""Summary: what leaves, previewed and written to a file."""

from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult

from mali_reader.errors import CancelledError, MaliReaderError
from mali_reader.summary.formats import FORMATS, Format
from mali_reader.summary.writing import write_export
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import SUMMARY
from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.screens.export import ExportDialog, Order
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.text_view import TextView

READY = tuple(form for form in FORMATS if not form.zipped)


class SummaryScreen(BaseScreen):
    """A preview of the summary in one format."""

    context = SUMMARY
    BINDINGS = bindings_of(SUMMARY)
    CSS_PATH: ClassVar[str] = "summary.tcss"

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.form: Format = READY[0]
        self.text: str | None = None

    def compose_body(self) -> ComposeResult:
        yield TextView()

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(TextView).focus()
        self.update()

    @property
    def mover(self) -> TextView:
        return self.query_one(TextView)

    def update(self) -> None:
        bar = self.query_one(TitleBar)
        bar.left = f"Summary: {self.form.description}"
        bar.right = (
            "overlaps are still being looked for" if self.overlaps is None else f"{self.form.name} · f for another"
        )
        if self.overlaps is not None and len(self.corpus):
            self._render_preview(self.form)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _render_preview(self, form: Format) -> None:
        try:
            text = form.render(self.workspace.summary())
        except (MaliReaderError, CancelledError) as error:
            self.app.call_from_thread(self.say, str(error), worry=True)
        else:
            self.app.call_from_thread(self._show_preview, form, text)

    def _show_preview(self, form: Format, text: str) -> None:
        if form is self.form and text != self.text:
            self.text = text
            self.query_one(TextView).show(text)

    def action_format(self) -> None:
        self.form = READY[(READY.index(self.form) + 1) % len(READY)]
        self.text = None
        self.update()

    def action_copy(self) -> None:
        if self.text is not None:
            self.app.copy_to_clipboard(self.text)
            self.say(f"{len(self.text)} characters of {self.form.name}", title="Copied")

    def action_export(self) -> None:
        if self.text is None:
            self.say("The summary is not there yet; it arrives in a moment.")
            return
        settings = self.workspace.settings
        among_reports = settings.corpus.resolve() == settings.workspace.resolve()
        folder = settings.annotations.parent if among_reports else settings.workspace
        self.app.push_screen(ExportDialog(folder, self.form, settings.annotations), self._export)

    def _export(self, order: Order | None) -> None:
        if order is not None and self.text is not None:
            self._write(order, self.text)

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, order: Order, text: str) -> None:
        try:
            write_export(order.path, text, overwrite=order.overwrite, protected=[self.workspace.settings.annotations])
        except MaliReaderError as error:
            self.app.call_from_thread(self.say, str(error), title="Not written", worry=True)
        else:
            self.app.call_from_thread(self.say, str(order.path), title="Written")
