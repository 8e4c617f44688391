"""The one door to a corpus, its overlaps, its annotations, and what follows from them."""

from typing import TYPE_CHECKING

from mali_reader.corpus.model import Corpus, Span
from mali_reader.judging import Decided, Judged, Judging
from mali_reader.progress import Progress, silent
from mali_reader.review.review import Review
from mali_reader.settings import Settings

if TYPE_CHECKING:
    from mali_reader.corroboration.families import Family
    from mali_reader.corroboration.synopsis import SynopsisRow
    from mali_reader.review.appearances import Suggestion
    from mali_reader.review.queue import Backlog, Queue
    from mali_reader.summary.model import Publisher, Report, Summary

__all__ = ["Decided", "Judged", "Workspace"]


class Workspace(Judging):
    """A corpus and its shared annotations. Reads late and once; every answer is a frozen value."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._synopsis: tuple[SynopsisRow, ...] | None = None
        self._families: tuple[Family, ...] | None = None
        self._backlog: Backlog | None = None

    def read_anew(self, progress: Progress = silent) -> Corpus:
        corpus = super().read_anew(progress)
        self._synopsis = self._families = self._backlog = None
        return corpus

    def synopsis(self, progress: Progress = silent) -> "tuple[SynopsisRow, ...]":
        """A row for each passage, made at the first call."""
        if self._synopsis is None:
            from mali_reader.corroboration.synopsis import synopsis

            findings = self.findings(progress)
            progress("putting passages side by side", 0, 1)
            self._synopsis = synopsis(findings, self.overlaps())
        return self._synopsis

    def families(self, progress: Progress = silent) -> "tuple[Family, ...]":
        """The documents that copied one another as trees, grown at the first call."""
        if self._families is None:
            from mali_reader.corroboration.families import find_families

            findings = self.findings(progress)
            self._families = find_families(self.corpus.documents, findings.dependences, findings.origin)
        return self._families

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

    def backlog(self, progress: Progress = silent) -> "Backlog":
        """Every sentence that asserts something checkable, found at the first call."""
        if self._backlog is None:
            from mali_reader.review.queue import find_backlog

            findings = self.findings(progress)
            self._backlog = find_backlog(self.corpus, self.overlaps(), findings, progress=progress)
        return self._backlog

    @property
    def has_backlog(self) -> bool:
        """Whether the backlog was found, so that the queue is quickly built."""
        return self._backlog is not None

    def queue(self, review: Review | None = None, progress: Progress = silent) -> "Queue":
        """What there is to judge, what deserves a look first at the top. `review` is the latest, if it is at hand."""
        from mali_reader.review.queue import build_queue

        backlog = self.backlog(progress)
        return build_queue(review or self.review(), backlog)

    def reports(self) -> "tuple[Report, ...]":
        """Every document in brief, with how many overlaps and claims it has."""
        from mali_reader.summary.build import build_reports

        return build_reports(self.corpus, self.overlaps(), self.review())

    def summary(self, progress: Progress = silent) -> "Summary":
        """What leaves: documents, overlaps and claims as one value."""
        from mali_reader.summary.build import build_summary

        findings = self.findings(progress)
        return build_summary(
            self.settings.title,
            self.corpus,
            self.overlaps(progress),
            self.review(),
            records=self.seen_records(),
            threshold=self.threshold,
            findings=findings,
            publisher=self._publisher(),
        )

    def _publisher(self) -> "Publisher | None":
        from mali_reader.summary.model import Publisher

        told = self.settings.claimreview
        return Publisher(told.get("name", ""), told.get("url", ""), told.get("license")) if told else None
