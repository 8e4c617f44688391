"""Everything that people judged so far, as one frozen value that screens and commands look things up in."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mali_reader.annotations.records import Dismissal, Verdict
from mali_reader.corpus.model import Span
from mali_reader.review.claims import Claim, Status


@dataclass(frozen=True)
class Review:
    """The claims of a corpus, ordered by document and place, the latest verdict of each annotator, and the dismissals
    of discrepancies in force, oldest first.

    `writers` is when each annotator wrote last, the latest first. `damage` says in one line how much of the annotation
    file cannot be read, None where all of it can. `blind` says that what others say is left out of claims that the
    annotator did not judge.
    """

    claims: tuple[Claim, ...] = ()
    latest: tuple[Verdict, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    writers: Mapping[str, datetime] = field(default_factory=dict, hash=False)
    damage: str | None = None
    blind: bool = False
    _by_document: dict[str, tuple[Claim, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            for document in dict.fromkeys(appearance.document for appearance in claim.appearances):
                found[document].append(claim)
        object.__setattr__(self, "_by_document", {document: tuple(some) for document, some in found.items()})

    @property
    def judged(self) -> tuple[Claim, ...]:
        """The claims that somebody judged, in the same order; those that links alone make are left out."""
        return tuple(claim for claim in self.claims if claim.judged)

    def of(self, document: str) -> tuple[Claim, ...]:
        """The claims that appear in that document."""
        return self._by_document.get(document, ())

    def at(self, document: str, start: int, end: int) -> Claim | None:
        """The claim on exactly that span."""
        for claim in self.of(document):
            if any((a.document, a.start, a.end) == (document, start, end) for a in claim.appearances):
                return claim
        return None

    def touching(self, span: Span) -> tuple[Claim, ...]:
        """The claims with an appearance that shares a code point with that span."""
        return tuple(
            claim
            for claim in self.of(span.document)
            if any(p.document == span.document and p.start < span.end and span.start < p.end for p in claim.places)
        )

    def claim(self, name: str) -> Claim | None:
        """The claim of that id, or the one that a claim of that id was linked to."""
        named = (claim for claim in self.claims if name in claim.names or name == claim.id)
        return min(named, key=lambda claim: claim.id != name, default=None)

    def dismissed(self, discrepancy: str) -> tuple[Dismissal, ...]:
        """Who dismissed the discrepancy of that id."""
        return tuple(dismissal for dismissal in self.dismissals if dismissal.discrepancy == discrepancy)

    def lately(self, within: timedelta, now: datetime, besides: str = "") -> tuple[str, ...]:
        """Who wrote within that time of `now`, the latest first. A clock may be ahead of this one by as much."""
        near = (name for name, then in self.writers.items() if abs(now - then) <= within)
        return tuple(name for name in near if name != besides)

    def count(self, status: Status, document: str | None = None) -> int:
        """How many claims have that status, in one document or in all."""
        claims = self.claims if document is None else self.of(document)
        return sum(claim.status is status for claim in claims)

    def with_status(self, status: Status) -> tuple[Claim, ...]:
        """The claims of that status."""
        return tuple(claim for claim in self.claims if claim.status is status)


def latest_of_each(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """The newest verdict of each annotator, newest first."""
    newest: dict[str, Verdict] = {}
    for verdict in sorted(verdicts, key=lambda v: (v.created, v.id)):
        newest[verdict.annotator] = verdict
    return tuple(sorted(newest.values(), key=lambda v: (v.created, v.id), reverse=True))
