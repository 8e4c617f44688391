"""What the screens share in which claims are judged: the keys that judge, undo, and ask for evidence."""

from contextlib import suppress
from typing import Any, Protocol

import pyperclip

from mali_reader.annotations.records import Judgement
from mali_reader.corpus.model import Span
from mali_reader.display import one_line
from mali_reader.tui.messages import Judge, OpenCopies
from mali_reader.tui.screens.base import BaseScreen, Movable
from mali_reader.tui.screens.detail import DetailScreen
from mali_reader.tui.screens.evidence import EvidenceDialog, Opinion
from mali_reader.tui.telling import about_span
from mali_reader.tui.widgets.detail import Line


class Pointing(Movable, Protocol):
    """What has a cursor that can be put back where it was."""

    cursor: Any


class JudgingScreen(BaseScreen):
    """A screen with a claim under its cursor."""

    evidence_moves_on = False
    """Whether a verdict with evidence leaves its claim behind, as one without does."""
    judged_last: Span | None = None
    _judged_at: Any = None

    @property
    def mover(self) -> Pointing:
        raise NotImplementedError

    @property
    def claim_in_hand(self) -> Span | None:
        """The span that the keys judge."""
        raise NotImplementedError

    def about(self) -> list[Line]:
        """What is known about the claim in hand."""
        span = self.claim_in_hand
        if span is None:
            return []
        claim = self.review.at(span.document, span.start, span.end)
        return about_span(span, self.corpus, self.overlaps, self.findings, claim)

    def move_on(self) -> None:
        """Go where the next judgement is likely wanted."""
        raise NotImplementedError

    def action_judge(self, judgement: str) -> None:
        span = self.claim_in_hand
        if span is None:
            self.say("There is nothing to judge here.", worry=True)
            return
        self.app.post_message(Judge(span, Judgement(judgement)))
        self.judged_last, self._judged_at = span, self.mover.cursor
        self.move_on()

    def watch_unsaved(self, span: Span | None) -> None:
        """Go back to what could not be saved."""
        if self.is_open and span is not None and span == self.judged_last:
            self.mover.cursor = self._judged_at

    def action_copies(self) -> None:
        if (span := self.claim_in_hand) is not None:
            self.post_message(OpenCopies(span))

    def action_copies_of_last(self) -> None:
        if self.judged_last is not None:
            self.post_message(OpenCopies(self.judged_last))
        else:
            self.say("You have judged nothing on this screen yet.")

    def action_detail(self) -> None:
        self.app.push_screen(DetailScreen(self.about()))

    def action_evidence(self) -> None:
        span = self.claim_in_hand
        document = self.corpus.get(span.document) if span else None
        if span is None or document is None:
            self.say("There is nothing to judge here.", worry=True)
            return
        claim = self.review.at(span.document, span.start, span.end)
        mine = claim.verdict_by(self.workspace.annotator) if claim else None

        def judge(opinion: Opinion | None) -> None:
            if opinion is not None:
                self.judged_last, self._judged_at = span, self.mover.cursor
                self.app.post_message(Judge(span, opinion.judgement, opinion.note, opinion.evidence))
                if self.evidence_moves_on:
                    self.move_on()

        self.app.push_screen(EvidenceDialog(document.slice(span), mine), judge)

    def action_copy(self) -> None:
        span = self.claim_in_hand
        document = self.corpus.get(span.document) if span else None
        if span is not None and document is not None:
            self.copy(document.slice(span))

    def copy(self, text: str) -> None:
        """Put text on the clipboard, by the terminal and by the system, since either may be deaf."""
        self.app.copy_to_clipboard(text)
        with suppress(Exception):  # pyperclip raises its own where a system has no clipboard
            pyperclip.copy(text)
        self.say(one_line(text, 80), title="Copied")
