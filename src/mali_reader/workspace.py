"""The one door to a corpus, its overlaps, its annotations, and what follows from them."""

from typing import TYPE_CHECKING

from mali_reader.judging import Decided, Judged, Judging

if TYPE_CHECKING:
    from mali_reader.summary.model import Summary

__all__ = ["Decided", "Judged", "Workspace"]


class Workspace(Judging):
    """A corpus and its shared annotations. Reads late and once; every answer is a frozen value."""

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
