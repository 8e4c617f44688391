"""What leaves: documents, overlaps and claims as one frozen value, which every format renders."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from mali_reader.annotations.records import Dismissal
from mali_reader.overlap.model import OverlapKind, SentencePair
from mali_reader.review.agreement import Agreement
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
    """One document as a summary tells of it. `overlaps` counts the pairs of paragraphs it takes part in.

    `text` is the whole of it, or "" where the summary is to hold no texts.
    """

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
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two paragraphs that say the same thing, and which of their sentences correspond."""

    kind: OverlapKind
    score: float
    left: Quote
    right: Quote
    sentences: tuple[SentencePair, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What two documents share, verbatim before edited before paraphrase, then by score; `left` is before `right`."""

    left: str
    right: str
    shared: tuple[SharedText, ...]

    def count(self, kind: OverlapKind) -> int:
        """How many of them are of that kind."""
        return sum(text.kind is kind for text in self.shared)


class Presence(StrEnum):
    """How a claim stands in a document: people judged it there, or a machine found sentences like it."""

    JUDGED = "judged"
    SUGGESTED = "suggested"


@dataclass(frozen=True, slots=True)
class Twin:
    """A sentence elsewhere that a machine found to say what the sentence of a claim says."""

    kind: OverlapKind
    score: float
    own: Quote
    other: Quote


@dataclass(frozen=True, slots=True)
class Saying:
    """One of the things that documents say where they differ: its words, and every place that says it."""

    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A point on which documents differ, as a machine found it. `kind` and `severity` are those of a discrepancy.

    `dismissals` are those in force, by which people say that it is none.
    """

    id: str
    kind: str
    severity: str
    about: str
    values: tuple[Saying, ...]
    dismissals: tuple[Dismissal, ...] = ()


@dataclass(frozen=True, slots=True)
class Copying:
    """A document that took text from another, as a machine found it.

    `directed` is False where it is not known which of the two came first; `share` (0 to 1) is the part of the copy's
    sentences that stand in the source too.
    """

    source: str
    copy: str
    directed: bool
    share: float


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that go back to one of them, which is `source`; they count as one independent origin."""

    source: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One record in the course of time.

    `judgement` is what it says (verified, same, dismissed, withdrawn), None where this version cannot tell;
    `supersedes` and `superseded_by` are record ids.
    """

    record: str
    created: str
    annotator: str
    type: str
    judgement: str | None = None
    document: str | None = None
    quote: str = ""
    note: str = ""
    supersedes: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What it says, for people: a decision on a contested claim is told from a verdict."""
        what = self.judgement or self.type or "unknown"
        return f"decided: {what}" if self.type == "adjudication" and what != "withdrawn" else what


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for published reviews, as the workspace's settings name them. `license` is an address or None."""

    name: str
    url: str
    license: str | None = None


@dataclass(frozen=True)
class Summary:
    """Everything that an export may tell. `threshold` is the least score of an overlap, None where it is not known.

    `reports` and `claims` are ordered by document and place, `pairs` by how much they share, verbatim texts first,
    `events` by time. `records` are the stored records, as they are. `twins` (by claim id), `differences`,
    `copyings` and `origins` are what a machine found, nobody's judgement.
    `scope` says in plain words what was left out or changed on request; `redacted` that quotes or names were.
    """

    title: str
    version: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    threshold: float | None = None
    records: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    differences: tuple[Difference, ...] = ()
    copyings: tuple[Copying, ...] = ()
    origins: tuple[Origin, ...] = ()
    twins: Mapping[str, tuple[Twin, ...]] = field(default_factory=dict, hash=False)
    events: tuple[Event, ...] = ()
    agreement: Agreement | None = None
    publisher: Publisher | None = None
    scope: tuple[str, ...] = ()
    redacted: bool = False
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

    @property
    def open_differences(self) -> tuple[Difference, ...]:
        """The differences that nobody dismissed."""
        return tuple(found for found in self.differences if not found.dismissals)

    @property
    def dismissed_differences(self) -> tuple[Difference, ...]:
        """The differences that somebody dismissed."""
        return tuple(found for found in self.differences if found.dismissals)

    def with_status(self, status: Status) -> tuple[Claim, ...]:
        """The claims of that status."""
        return tuple(claim for claim in self.claims if claim.status is status)

    def number(self, document: str) -> int | None:
        """Which of the reports the document of that id is, from 1; None where the corpus does not hold it any more."""
        return self._numbers.get(document)

    def report(self, document: str) -> Report | None:
        """The report on the document of that id; None where the corpus does not hold it any more."""
        number = self._numbers.get(document)
        return None if number is None else self.reports[number - 1]

    def presence(self, claim: Claim) -> Mapping[str, Presence]:
        """By document id: how the claim stands there."""
        suggested = {twin.other.document: Presence.SUGGESTED for twin in self.twins.get(claim.id, ())}
        return suggested | {place.document: Presence.JUDGED for place in claim.appearances}
