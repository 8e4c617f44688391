"""Copies: where else a claim stands, so that one verdict counts for all of its appearances."""

from textual import on

from mali_reader.corpus.model import Span
from mali_reader.display import counted
from mali_reader.review.appearances import Suggestion
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import COPIES
from mali_reader.tui.marks import marks_in
from mali_reader.tui.messages import Confirm, LinkAs
from mali_reader.tui.screens.sentences import SentencesScreen
from mali_reader.tui.telling import NOT_JUDGED, about_suggestion, about_verdicts
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.compare_layout import Cell
from mali_reader.tui.widgets.detail import Detail, Line
from mali_reader.tui.widgets.signs import DIFFERS, SIGN_OF_KIND
from mali_reader.tui.widgets.variants_view import Variant, VariantsView
from mali_reader.tui.wording import difference, place_in
from mali_reader.workspace import Workspace

TOLD = 2
"""How many facts that differ a heading tells."""


class CopiesScreen(SentencesScreen[VariantsView]):
    """A claim, where it was confirmed to stand, and where it may stand."""

    context = COPIES
    BINDINGS = bindings_of(COPIES)
    CSS_PATH = ["sentences.tcss", "copies.tcss"]
    VIEW = VariantsView

    def __init__(self, workspace: Workspace, span: Span) -> None:
        super().__init__(workspace)
        self.span = span
        self.quote = ""
        self.suggestions: tuple[Suggestion, ...] = ()
        self.known: tuple[Span, ...] = ()

    @property
    def suggestion(self) -> Suggestion | None:
        """The suggestion under the cursor."""
        number = self.view.variant - len(self.known)
        return self.suggestions[number] if 0 <= number < len(self.suggestions) else None

    def update(self) -> None:
        if self.findings is None or not self._find_again():
            self.view.show([])
            return
        here, before = self.claim_in_hand, self.suggestions
        claim = self.review.at(self.span.document, self.span.start, self.span.end)
        others = () if claim is None else tuple(place for place in claim.places if place != self.span)
        self.known = (self.span, *others)
        self.suggestions = self.workspace.suggestions(self.span, self.review)
        first = [self._variant(self.span, "the claim")]
        confirmed = [self._variant(place, "✓ confirmed as the same claim") for place in others]
        self.view.show([*first, *confirmed, *(self._suggested(one) for one in self.suggestions)])
        self._keep_place(here, [one.span for one in before])
        self._tell()

    def _keep_place(self, here: Span | None, before: list[Span]) -> None:
        """Stay where the cursor was as places come and go; where nothing is left to decide there, go to the next."""
        after = [one.span for one in self.suggestions]
        places = [*self.known, *after]
        if here in before and here not in after and after:
            passed = sum(place in after for place in before[: before.index(here)])
            self.view.cursor = len(self.known) + min(passed, len(after) - 1)
        elif here in places:
            self.view.cursor = places.index(here)

    def _find_again(self) -> bool:
        """Find the claim in the report as it reads now; False where it is not in there any more."""
        document = self.corpus.get(self.span.document)
        if document is None:
            return False
        quote = self.quote or document.slice(self.span)
        if document.slice(self.span) != quote:
            start = document.text.find(quote)
            if start < 0:
                return False
            self.span = Span(document.id, start, start + len(quote))
        self.quote = quote
        return True

    def _variant(self, span: Span, said: str, changed: tuple[Span, ...] = ()) -> Variant:
        document = self.corpus.get(span.document)
        assert document is not None
        cell = Cell(document, span, changed, marks_in(self.review, span))
        return Variant(f"{said} · {document.title} {place_in(document, span.start)}", ((cell, True),))

    def _suggested(self, one: Suggestion) -> Variant:
        agrees = "agrees in every fact" if one.agrees else f"{DIFFERS} differs: {self._differs(one)}"
        inside = (change.right.inside(one.span) for change in one.changes)
        changed = tuple(span for span in inside if span)
        return self._variant(one.span, f"{SIGN_OF_KIND[one.kind]} {one.score:.2f}  {agrees}", changed)

    def _differs(self, one: Suggestion) -> str:
        """In what, as far as a heading has room for it."""
        told = [difference(fact) for fact in one.facts]
        found = self.findings.discrepancies if self.findings and not told else ()
        told += [" | ".join(value.value for value in d.values) for d in found if d.id in one.discrepancies]
        more = f", {len(told) - TOLD} more" if len(told) > TOLD else ""
        return f"{'; '.join(told[:TOLD]) or 'in facts'}{more}"

    @on(VariantsView.Moved)
    def _tell(self) -> None:
        bar = self.query_one(TitleBar)
        agreeing = sum(one.agrees for one in self.suggestions)
        bar.left = "Where else the claim stands"
        documents = {span.document for span in (*self.known, *(one.span for one in self.suggestions))}
        carried = counted(len(documents), self.findings.origins(documents) if self.findings else None)
        told = f"{len(self.known) - 1} confirmed · {len(self.suggestions)} to look at, {agreeing} agree"
        bar.right = f"{told} · {carried}"
        self.query_one(Detail).show(self._about())

    def _about(self) -> list[Line]:
        if self.suggestion is not None:
            return about_suggestion(self.suggestion)
        claim = self.review.at(self.span.document, self.span.start, self.span.end)
        nowhere = [] if self.suggestions else [Line("no further place says the same, as far as was found")]
        return [*(about_verdicts(claim) or [NOT_JUDGED]), *nowhere]

    def action_confirm_all(self) -> None:
        self.app.post_message(Confirm(self.span, self.suggestions))

    def action_link(self, same: bool) -> None:
        if self.suggestion is None:
            self.say("Put the cursor on a place that is not confirmed yet.")
        else:
            self.app.post_message(LinkAs(self.span, self.suggestion.span, same))
