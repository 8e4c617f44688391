"""What the screens share that show sentences of several documents, with one of them under the cursor."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult

from mali_reader.corpus.model import Span
from mali_reader.tui.messages import OpenDocument
from mali_reader.tui.screens.judging import JudgingScreen
from mali_reader.tui.widgets.compare_view import CompareView
from mali_reader.tui.widgets.detail import Detail
from mali_reader.tui.widgets.variants_view import VariantsView

View = TypeVar("View", CompareView, VariantsView)


class SentencesScreen(JudgingScreen, Generic[View]):
    """A screen with one view of sentences, and what is known of the one under its cursor below."""

    VIEW: ClassVar[type[CompareView] | type[VariantsView]]

    def compose_body(self) -> ComposeResult:
        yield self.VIEW()
        yield Detail()

    @property
    def view(self) -> View:
        """The sentences."""
        return self.query_one(self.VIEW)  # type: ignore[return-value]

    @property
    def mover(self) -> View:
        return self.view

    @property
    def claim_in_hand(self) -> Span | None:
        return self.view.cell.span if self.view.cell else None

    def move_on(self) -> None:
        self.view.move_on()

    def action_read(self) -> None:
        span = self.claim_in_hand
        if span is not None:
            self.post_message(OpenDocument(span.document, span.start, span.end))
