"""The one door to a corpus, its overlaps, its annotations, and what follows from them."""

from typing import TYPE_CHECKING

from mali_reader.corpus.model import Span
from mali_reader.judging import Decided, Judged, Judging
from mali_reader.review.review import Review

if TYPE_CHECKING:
    from mali_reader.review.appearances import Suggestion
    from mali_reader.summary.model import Summary

__all__ = ["Decided", "Judged", "Workspace"]


class Workspace(Judging):
    """A corpus and its shared annotations. Reads late and once; every answer is a frozen value."""

    def suggestions(self, span: Span, review: Review | None = None) -> "tuple[Suggestion, ...]":
        """Where else the claim on a span may stand: what nobody linked to it yet and nobody said is another claim.

        Looks for findings at the first call. `review` is the latest one, where it is at hand.
        """
        from mali_reader.review.appearances import meet, suggest_appearances

        found = suggest_appearances(span, self.corpus, self.overlaps(), self.findings())
        claim = (review or self.review()).at(span.document, span.start, span.end)
        own = (span,) if claim is None else (span, *claim.places)
        known = {*own, *self.kept_apart(own)}
        return tuple(one for one in found if not any(meet(one.span, place) for place in known))

    def summary(self) -> "Summary":
        """What leaves: documents, overlaps and claims as one value."""
        from mali_reader.summary.build import build_summary

        findings = self.findings()
        return build_summary(
            self.settings.title,
            self.corpus,
            self.overlaps(),
            self.review(),
            records=self.records(),
            threshold=self.threshold,
            findings=findings,
        )
