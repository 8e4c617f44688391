"""Compare: two documents side by side, sentences aligned, only the words that differ stand out."""

from rich.cells import cell_len
from textual import on

from mali_reader.corpus.model import Document, Span
from mali_reader.display import one_line
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.index import OverlapIndex, facing
from mali_reader.overlap.model import Overlap
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import COMPARE
from mali_reader.tui.marks import marks_of
from mali_reader.tui.screens.sentences import SentencesScreen
from mali_reader.tui.telling import in_short
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.compare_view import CompareView, Comparison
from mali_reader.tui.widgets.detail import Detail, Line
from mali_reader.tui.widgets.document_layout import Mark
from mali_reader.tui.widgets.shown import cut_to_cells
from mali_reader.tui.widgets.signs import SIGN_OF_KIND
from mali_reader.tui.wording import place_in, score
from mali_reader.workspace import Workspace

STEP = 0.05


class CompareScreen(SentencesScreen[CompareView]):
    """Two documents to read side by side and to judge."""

    context = COMPARE
    BINDINGS = bindings_of(COMPARE)
    CSS_PATH = ["sentences.tcss", "compare.tcss"]
    VIEW = CompareView

    def __init__(self, workspace: Workspace, document: Document, other: Document, focus: Span | None = None) -> None:
        super().__init__(workspace)
        self.document = document
        self.other = other
        self.focus_on = focus
        self.lowest = workspace.threshold
        self.threshold = self.lowest
        self.shown: tuple[Overlap, ...] = ()
        self._compared: OverlapIndex | None = None

    def update(self) -> None:
        if self.overlaps is not self._compared:
            self.focus_on = self.claim_in_hand or self.focus_on
            self.document = self.corpus.get(self.document.id) or self.document
            self.other = self.corpus.get(self.other.id) or self.other
            self._compare()
        else:
            self.view.mark(self._marks())
            self._tell()

    def _marks(self) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
        return marks_of(self.review, self.document.id), marks_of(self.review, self.other.id)

    def _compare(self) -> None:
        """Show what the two documents share; the cursor stays at the place it was asked to be at."""
        self._compared = self.overlaps
        self.shown = self._at_threshold()
        changes = tuple(
            tuple(word_changes(self.document, self.other, pair) for pair in overlap.sentences) for overlap in self.shown
        )
        headings = tuple(self._heading(number, overlap) for number, overlap in enumerate(self.shown))
        self.view.show(Comparison(self.document, self.other, self.shown, changes, headings), self._marks())
        if self.focus_on is not None:
            place = self.focus_on
            self.view.cursor = self.view.first_stop_of(place.document, place.start, place.end)
        self._tell()

    def _at_threshold(self) -> tuple[Overlap, ...]:
        """What the two documents share at the threshold, by place on the left."""
        found = self.overlaps.between(self.document.id, self.other.id) if self.overlaps else ()
        faced = (facing(overlap, self.document.id) for overlap in found if overlap.score >= self.threshold)
        return tuple(sorted(faced, key=lambda overlap: (overlap.left, overlap.right)))

    def _heading(self, number: int, overlap: Overlap) -> str:
        left, right = place_in(self.document, overlap.left.start), place_in(self.other, overlap.right.start)
        kind = overlap.kind.value
        return f"{SIGN_OF_KIND[kind]} {left} ↔ {right}  {kind} {score(overlap)}  pair {number + 1} of {len(self.shown)}"

    @on(CompareView.Moved)
    def _tell(self) -> None:
        bar = self.query_one(TitleBar)
        stop = self.view.stop
        pair = f"pair {stop.overlap + 1} of {len(self.shown)}" if stop else "no pair"
        bar.right = f"{pair} · from {self.threshold:.2f}" if self.threshold > self.lowest else pair
        room = (self.size.width - cell_len(bar.right) - 10) // 2
        titles = (cut_to_cells(one_line(document.title), room) for document in (self.document, self.other))
        bar.left = "  ⇄  ".join(titles)
        self.query_one(Detail).show(self._in_short())

    def _in_short(self) -> list[Line]:
        span = self.claim_in_hand
        if span is None and self.threshold > self.lowest:
            return [Line("These two share nothing at this threshold; - lowers it, > goes to the next document.")]
        if span is None:
            return [Line("These two share nothing; > goes to the next document.")]
        claim = self.review.at(span.document, span.start, span.end)
        return in_short(span, self.corpus, self.findings, claim)

    def action_difference(self, step: int) -> None:
        if not self.view.next_difference(step):
            self.say("No difference further on." if step > 0 else "No difference further up.")

    def action_pair(self, step: int) -> None:
        if not self.view.next_pair(step):
            self.say("That was the last pair." if step > 0 else "That was the first pair.")

    def action_counterpart(self, step: int) -> None:
        others = self.overlaps.counterparts(self.document.id) if self.overlaps else ()
        if len(others) < 2:
            self.say("No other document overlaps this one.")
            return
        number = others.index(self.other.id) + step if self.other.id in others else 0
        other = self.corpus.get(others[number % len(others)])
        if other is not None:
            self.other, self.focus_on = other, self.claim_in_hand
            self._compare()

    def action_other_side(self) -> None:
        self.view.other_side()

    def action_unified(self) -> None:
        self.view.unified = not self.view.unified

    def action_threshold(self, step: int) -> None:
        if step < 0 and self.threshold <= self.lowest:
            self.say(f"Nothing below {self.lowest:.2f} is looked for; see threshold in mali-reader.toml.")
            return
        self.threshold = round(min(1.0, max(self.lowest, self.threshold + step * STEP)), 2)
        if self._at_threshold() == self.shown:
            self._tell()
            return
        self.focus_on = self.claim_in_hand
        self._compare()
