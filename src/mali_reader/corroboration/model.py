"""What the documents add up to: typed mentions, the places where they contradict each other, who copied whom."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from mali_reader.corpus.model import Span
from mali_reader.overlap.model import Overlap


class MentionKind(StrEnum):
    """What sort of fact a mention states."""

    NUMBER = "number"
    DATE = "date"
    MONEY = "money"
    NAME = "name"
    PLACE = "place"
    NEGATION = "negation"
    WORDING = "wording"


class Qualifier(StrEnum):
    """What small words say of the value beside it: a floor, a ceiling, nearly reached, an estimate, lower before."""

    NONE = ""
    FLOOR = "at least"
    CEILING = "at most"
    NEARLY = "nearly"
    ABOUT = "about"
    RISEN = "risen to"


class Severity(StrEnum):
    """A conflict cannot be true on both sides; a variant is a spelling, a rounding or a precision."""

    CONFLICT = "conflict"
    VARIANT = "variant"


class Relation(IntEnum):
    """How two values stand to each other, in order of how far they are apart."""

    SAME = 0
    VARIANT = 1
    CONFLICT = 2


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of days, both ends included, as proleptic Gregorian ordinals. `vague` says that its ends are soft."""

    first: int
    last: int
    vague: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Weekday:
    """A day of the week (Monday is 0) that no date in reach turns into a date."""

    number: int


Value = float | str | tuple[str, ...] | Days | Weekday
"""A number in its unit; a name or word; the parts of a place or tally; days."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One typed fact in a text.

    `span` is the fact itself, `qualified` the same with the small word before it that `qualifier` names. `unit` is
    what may be compared with what ("people", "page", "$"), `head` the folded stem of the word that is counted, dated
    or denied, "" where there is none. `sentence` is the sentence around it. `scale` is how many base units the unit has
    in which the value is written: 1609.34 where it is miles, and the value metres.
    """

    kind: MentionKind
    span: Span
    qualified: Span
    sentence: Span
    value: Value
    unit: str = ""
    head: str = ""
    qualifier: Qualifier = Qualifier.NONE
    scale: float = 1.0

    def __hash__(self) -> int:
        """By its place alone, which tells nearly all apart: mentions are looked up more often than anything else."""
        return hash(self.span)


@dataclass(frozen=True, slots=True)
class DiscrepancyValue:
    """One of the things that are said: its words in one document, and every place that says the same."""

    value: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A point on which documents differ. `values` has two or more; `about` says in their words what it is about.

    `id` follows from what is said alone: not from the order of the documents, nor from text elsewhere in them.
    """

    id: str
    kind: MentionKind
    severity: Severity
    values: tuple[DiscrepancyValue, ...]
    about: str

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents involved."""
        return frozenset(span.document for value in self.values for span in value.spans)


class Telling(StrEnum):
    """What tells which of two documents took text from the other."""

    CREDIT = "credit"
    DATE = "date"
    CONTAINMENT = "containment"


@dataclass(frozen=True, slots=True)
class Dependence:
    """One document took text from another.

    `source` and `copy` are in order of id where `directed` is False. `overlaps` are the evidence, `share` the part
    (0 to 1) of the copy's sentences that stand in the source too, quotations aside. `told` is what tells the
    direction, None where nothing does.
    """

    source: str
    copy: str
    directed: bool
    share: float
    overlaps: tuple[Overlap, ...]
    told: Telling | None = None
