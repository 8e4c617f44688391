"""What documents share: pairs of paragraphs, their sentence alignment, the words that differ."""

from dataclasses import dataclass
from enum import StrEnum

from mali_reader.corpus.model import Span


class OverlapKind(StrEnum):
    """How two texts say the same thing: in the same words, with changes, in other words."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    PARAPHRASE = "paraphrase"


class ChangeOp(StrEnum):
    """What turns the left words into the right ones."""

    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of whole words. The empty side of a deletion or insertion has `start == end`, at its place."""

    op: ChangeOp
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two aligned sentences (or runs of sentences, where one side splits what the other joins).

    `moved` says that the pair stands in another order in the two paragraphs.
    """

    kind: OverlapKind
    score: float
    left: Span
    right: Span
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two blocks of different documents that say the same thing; `left.document < right.document`.

    `score` lies in 0 to 1. `sentences` is ordered by the left side.
    """

    kind: OverlapKind
    score: float
    left: Span
    right: Span
    sentences: tuple[SentencePair, ...]
