"""Reader: one document, a sentence under the cursor, one key that judges it and moves on."""

import re
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from mali_reader.corpus.model import Document, Span
from mali_reader.display import visible
from mali_reader.overlap.index import other_side
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import READER
from mali_reader.tui.marks import bars_of, marks_of
from mali_reader.tui.messages import OpenComparison, OpenDocument
from mali_reader.tui.screens.judging import JudgingScreen
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.detail import Detail
from mali_reader.tui.widgets.document_layout import Place
from mali_reader.tui.widgets.document_view import DocumentView
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.wording import day, no_overlaps_yet
from mali_reader.workspace import Workspace


class ReaderScreen(JudgingScreen):
    """A document to read and judge."""

    context = READER
    BINDINGS = bindings_of(READER)
    CSS_PATH: ClassVar[str] = "reader.tcss"

    def __init__(self, workspace: Workspace, document: Document, place: Place | None = None) -> None:
        super().__init__(workspace)
        self.document = document
        self.place = place
        self._match = 0

    def compose_body(self) -> ComposeResult:
        yield FilterInput(placeholder="words to search for")
        with Container(id="page"):
            yield DocumentView()
            yield Detail()

    def on_mount(self) -> None:
        self.view.show(self.document, marks_of(self.review, self.document.id), bars_of(self.overlaps, self.document))
        if self.place is not None:
            self.view.place(*self.place)

    @property
    def view(self) -> DocumentView:
        """The text."""
        return self.query_one(DocumentView)

    @property
    def mover(self) -> DocumentView:
        return self.view

    @property
    def claim_in_hand(self) -> Span | None:
        start, end = self.view.in_hand
        return Span(self.document.id, start, end) if end > start else None

    def move_on(self) -> None:
        self.view.move(1)

    def update(self) -> None:
        now = self.corpus.get(self.document.id)
        if now is not None and now != self.document:
            self._show_anew(now)
        self.view.mark(marks_of(self.review, self.document.id), bars_of(self.overlaps, self.document))
        self._tell()

    def _show_anew(self, document: Document) -> None:
        """Show what a report reads now, with the cursor on the same sentence, or else where it was."""
        index, (start, end) = self.view.index, self.view.cursor
        place = document.text.find(self.document.text[start:end])
        self.document = document
        self.view.show(document, marks_of(self.review, document.id), bars_of(self.overlaps, document))
        if place >= 0:
            self.view.place(place, place)
        else:
            self.view.go(index)

    @on(DocumentView.Moved)
    def _tell(self) -> None:
        document, view = self.document, self.view
        bar = self.query_one(TitleBar)
        about = (document.outlet, None if document.published is None else day(document.published))
        match = f"match {self._match + 1} of {len(view.matches)}" if view.matches else ""
        place = f"{view.index + 1}/{len(view.sentences)}"
        bar.left = document.title
        bar.right = " · ".join([item for item in (match, *about, place) if item])
        self.query_one(Detail).show(self.about())

    def action_document(self, step: int) -> None:
        ids = [document.id for document in self.corpus]
        number = ids.index(self.document.id) + step
        if 0 <= number < len(ids):
            self.post_message(OpenDocument(ids[number]))
        else:
            self.say("That was the last document." if step > 0 else "That was the first document.")

    def action_compare(self) -> None:
        others = self.overlaps.counterparts(self.document.id) if self.overlaps else ()
        if self.overlaps is None or not others:
            self._say_no_overlap()
            return
        overlaps = self.overlaps
        most = max(others, key=lambda other: len(overlaps.between(self.document.id, other)))
        self.post_message(OpenComparison(self.document.id, most, self.claim_in_hand))

    def action_open_overlap(self) -> None:
        span = self.claim_in_hand
        found = self.overlaps.at(span.document, span.start, span.end) if self.overlaps and span else ()
        if span is None or not found:
            self._say_no_overlap()
            return
        self.post_message(OpenComparison(span.document, other_side(found[0], span.document).document, span))

    def _say_no_overlap(self) -> None:
        self.say(
            no_overlaps_yet(self.working)
            if self.overlaps is None
            else "No other document shares this paragraph; ] goes to the next that is shared."
        )

    def action_overlap(self, step: int) -> None:
        shared = {start for start in self.view.bars if (block := self.view.block_at(start)) and block.sentences}
        here = self.view.block_at(self.view.cursor[0])
        at = here.start if here else 0
        beyond = sorted(start for start in shared if (start > at if step > 0 else start < at))
        if beyond:
            start = beyond[0] if step > 0 else beyond[-1]
            self.view.place(start, start)
        elif self.overlaps is None:
            self._say_no_overlap()
        else:
            self.say("No overlap further on." if step > 0 else "No overlap further up.")

    def action_next_unreviewed(self, step: int) -> None:
        view = self.view
        if view.matches:
            self._go_to_match(step)
            return
        judged = {(mark.start, mark.end) for mark in view.marks}
        beyond = range(view.index + step, len(view.sentences) if step > 0 else -1, step)
        number = next((number for number in beyond if view.sentences[number] not in judged), None)
        if number is None:
            self.say("Every sentence from here on is judged." if step > 0 else "Every sentence up to here is judged.")
        else:
            view.go(number)

    def action_toggle_furniture(self) -> None:
        self.view.folded = not self.view.folded

    def action_select(self) -> None:
        self.view.start_selection()
        self.say("← → move the end by words, o the other end; v, x or e judge it, esc lets go.", title="Select words")

    def on_key(self, event: events.Key) -> None:
        """While a span is being selected, these keys shape it; they mean other things at other times."""
        if self.view.selection is None or not self.view.has_focus:
            return
        match event.key:
            case "left" | "h":
                self.view.move_selection(-1)
            case "right" | "l":
                self.view.move_selection(1)
            case "o":
                self.view.selection = self.view.selection.swapped()
            case _:
                return
        event.stop()

    def action_search(self) -> None:
        self.query_one(FilterInput).open()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        words = visible(event.value).split()
        if not words or self.view.document is None:
            self.view.matches = ()
            return
        wanted = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
        text = self.document.text
        found = (wanted.finditer(text, block.start, block.end) for block in self.document.blocks)
        self.view.matches = tuple(match.span() for some in found for match in some)
        if self.view.matches:
            self._go_to_match(0)

    @on(Input.Submitted)
    def _searched(self) -> None:
        self.view.focus()
        if not self.view.matches:
            self.say("Nothing found.", worry=True)

    def _go_to_match(self, step: int) -> None:
        at = self.view.cursor
        starts = [start for start, _ in self.view.matches]
        if step == 0:
            beyond = [start for start in starts if start >= at[0]] or starts
        elif step > 0:
            beyond = [start for start in starts if start >= at[1]] or starts
        else:
            beyond = [start for start in reversed(starts) if start < at[0]] or list(reversed(starts))
        self._match = starts.index(beyond[0])
        self.view.place(beyond[0], beyond[0])
        self._tell()

    def step_back(self) -> bool:
        if self.view.selection is not None:
            self.view.selection = None
            return True
        searching = bool(self.view.matches)
        if self.query_one(FilterInput).close() or searching:
            self.view.matches = ()
            self._tell()
            self.view.focus()
            return True
        return False
