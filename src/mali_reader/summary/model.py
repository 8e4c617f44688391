"""What leaves: documents, overlaps and claims as one frozen value, which every format renders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mali_reader.overlap.model import OverlapKind
from mali_reader.review.claims import Claim, Status


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of a document: `text` is its `start` to `end`, in code points, end excluded."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document as a summary tells of it. `overlaps` counts the pairs of paragraphs it takes part in."""

    id: str
    title: str
    path: str
    sha256: str
    words: int
    paragraphs: int
    overlaps: int
    claims: Mapping[Status, int] = field(hash=False)
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two paragraphs that say the same thing."""

    kind: OverlapKind
    score: float
    left: Quote
    right: Quote


@dataclass(frozen=True, slots=True)
class Pair:
    """What two documents share, verbatim before edited before paraphrase, then by score; `left` is before `right`."""

    left: str
    right: str
    shared: tuple[SharedText, ...]

    def count(self, kind: OverlapKind) -> int:
        """How many of them are of that kind."""
        return sum(text.kind is kind for text in self.shared)


@dataclass(frozen=True)
class Summary:
    """Everything that an export may tell. `threshold` is the least score of an overlap, None where it is not known.

    `reports` and `claims` are ordered by document and place, `pairs` by how much they share, verbatim texts first.
    `records` are the stored records, as they are.
    """

    title: str
    version: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    threshold: float | None = None
    records: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    _numbers: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbers", {report.id: number for number, report in enumerate(self.reports, 1)})

    @property
    def annotators(self) -> tuple[str, ...]:
        """Everybody whose verdict is in force, by name."""
        return tuple(sorted({verdict.annotator for claim in self.claims for verdict in claim.verdicts}))

    @property
    def overlaps(self) -> int:
        """How many pairs of paragraphs say the same thing."""
        return sum(len(pair.shared) for pair in self.pairs)

    def with_status(self, status: Status) -> tuple[Claim, ...]:
        """The claims of that status."""
        return tuple(claim for claim in self.claims if claim.status is status)

    def number(self, document: str) -> int | None:
        """Which of the reports the document of that id is, from 1; None where the corpus does not hold it any more."""
        return self._numbers.get(document)
