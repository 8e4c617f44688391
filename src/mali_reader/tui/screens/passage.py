"""One passage: every document's telling of it, stacked, each against a base that can be changed."""

from textual import on

from mali_reader.overlap.diffs.variants import sentences_left_out, variant_sentences
from mali_reader.overlap.passages import Passage
from mali_reader.tui.bindings import bindings_of
from mali_reader.tui.commands import PASSAGE
from mali_reader.tui.marks import marks_in
from mali_reader.tui.screens.sentences import SentencesScreen
from mali_reader.tui.telling import in_short
from mali_reader.tui.widgets.bars import TitleBar
from mali_reader.tui.widgets.compare_layout import Cell
from mali_reader.tui.widgets.detail import Detail
from mali_reader.tui.widgets.variants_view import Variant, VariantsView
from mali_reader.tui.wording import counted, day, place_in
from mali_reader.workspace import Workspace


class PassageScreen(SentencesScreen[VariantsView]):
    """The variants of one passage."""

    context = PASSAGE
    BINDINGS = bindings_of(PASSAGE)
    CSS_PATH = ["sentences.tcss", "passage.tcss"]
    VIEW = VariantsView

    def __init__(self, workspace: Workspace, passage: Passage) -> None:
        super().__init__(workspace)
        self.passage = passage
        self.base = 0

    def update(self) -> None:
        found = self.findings.passages if self.findings and self.overlaps else ()
        passage = next((passage for passage in found if passage.id == self.passage.id), None)
        if passage is None:
            self.view.show([])
            return
        self.passage, self.base = passage, min(self.base, len(passage.members) - 1)
        self.view.show([self._variant(number) for number in range(len(passage.members))])
        self._tell()

    def _variant(self, number: int) -> Variant:
        member, base = self.passage.members[number], self.passage.members[self.base]
        document = self.corpus.get(member.document)
        assert document is not None and self.overlaps is not None
        sentences = tuple(
            (Cell(document, one.span, one.changed + one.left_out, marks_in(self.review, one.span)), one.shared)
            for one in variant_sentences(base, member, self.corpus, self.overlaps)
        )
        missing = sentences_left_out(base, member, self.corpus, self.overlaps)
        less = f"leaves out {counted(len(missing), 'sentence')}" if missing else ""
        about = " · ".join(filter(None, (less, document.outlet, document.published and day(document.published))))
        base_first = "base: " if number == self.base else ""
        heading = f"{base_first}{document.title} {place_in(document, member.start)}{f'  {about}' if about else ''}"
        return Variant(heading, sentences)

    @on(VariantsView.Moved)
    def _tell(self) -> None:
        bar = self.query_one(TitleBar)
        if self.view.cell is None:  # the reports are read anew, or tell the passage otherwise now
            bar.left = "Passage: told otherwise now" if self.findings else "Passages are being looked for…"
            bar.right = ""
            self.query_one(Detail).show([])
            return
        documents = {member.document for member in self.passage.members}
        origins = self.findings.origins(documents) if self.findings else len(documents)
        bar.left = f"Passage: {len(documents)} documents, {origins} origin{'s' * (origins != 1)}"
        bar.right = f"variant {self.view.variant + 1} of {len(self.passage.members)}"
        span = self.claim_in_hand
        if span is not None:
            claim = self.review.at(span.document, span.start, span.end)
            self.query_one(Detail).show(in_short(span, self.corpus, self.findings, claim))

    def action_base(self) -> None:
        self.base = self.view.variant
        self.update()

    def action_variant(self, step: int) -> None:
        self.view.next_variant(step)
