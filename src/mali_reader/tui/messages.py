"""What travels up from screens and workers to the application."""

from dataclasses import dataclass

from textual.message import Message

from mali_reader.annotations.records import Evidence, Judgement
from mali_reader.annotations.store import Delivery
from mali_reader.corpus.model import Corpus, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.passages import Passage
from mali_reader.review.appearances import Suggestion
from mali_reader.review.claims import Claim
from mali_reader.review.review import Review


@dataclass
class OpenDocument(Message):
    """Somebody wants to read a document, at a place if one is given."""

    document: str
    start: int | None = None
    end: int | None = None


@dataclass
class OpenComparison(Message):
    """Somebody wants to see two documents side by side, at a place if one is given."""

    document: str
    other: str
    focus: Span | None = None


@dataclass
class OpenPassage(Message):
    """Somebody wants to see how each document tells a passage."""

    passage: Passage


@dataclass
class Judge(Message):
    """Somebody judged a span."""

    span: Span
    judgement: Judgement
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass
class OpenCopies(Message):
    """Somebody wants to see where else a claim stands."""

    span: Span


@dataclass
class Confirm(Message):
    """Somebody says that all suggestions which agree are the same claim as a span."""

    span: Span
    suggestions: tuple[Suggestion, ...]


@dataclass
class LinkAs(Message):
    """Somebody says that two spans are the same claim, or that they are not."""

    one: Span
    other: Span
    same: bool


@dataclass
class Dismiss(Message):
    """Somebody says that a discrepancy is none, and why."""

    discrepancy: Discrepancy
    reason: str


@dataclass
class Adjudicate(Message):
    """Somebody decides on a contested claim, and says on what ground."""

    claim: Claim
    judgement: Judgement
    ground: str


@dataclass
class Leave(Message):
    """Somebody quits; it stands in the queue behind what they judged. `code` is the exit code."""

    code: int = 0


@dataclass
class UndoStep(Message):
    """Somebody takes back their latest step."""


@dataclass
class Progressed(Message):
    """Work goes on: what is being done, and how far it is."""

    what: str
    done: int
    total: int


@dataclass
class CorpusRead(Message):
    """The documents are there."""

    corpus: Corpus


@dataclass
class CorpusChanged(Message):
    """So many reports are others on disk than those that were read."""

    count: int


@dataclass
class OverlapsFound(Message):
    """The overlaps are there."""

    overlaps: OverlapIndex


@dataclass
class BacklogFound(Message):
    """It is known which sentences assert something that can be checked."""


@dataclass
class Stopped(Message):
    """Somebody stopped the reading or searching."""


@dataclass
class FindingsFound(Message):
    """Passages, origins and discrepancies are there."""

    findings: Findings


@dataclass
class ReviewRead(Message):
    """The annotation file was read; `delivery` says whether everything of one's own is in it."""

    review: Review
    delivery: Delivery


@dataclass
class Kept(Message):
    """A verdict is safe; `said` says so to the person."""

    review: Review
    delivery: Delivery
    said: str = ""


@dataclass
class NotSaved(Message):
    """What somebody did could not be kept anywhere; `span` is what they judged, where that is it."""

    reason: str
    span: Span | None = None


@dataclass
class Failed(Message):
    """Work failed for a reason that a person can mend; `fatal` where nothing can go on without it."""

    reason: str
    fatal: bool = False
