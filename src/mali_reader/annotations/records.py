"""What people judged, as immutable records. `docs/annotation-format.md` describes them, `schema.json` checks them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

VERSION = 1
CONTEXT = 32
"""How many code points of prefix and suffix a target carries."""


class Judgement(StrEnum):
    """What a verdict says. A withdrawn one takes back what it supersedes."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Target:
    """What is needed to find a span again (W3C Web Annotation text position and text quote selectors).

    `start` and `end` are code points of the document's text, `end` excluded; `sha256` is the digest of that text.
    """

    document: str
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on. `accessed` is an ISO 8601 date."""

    url: str
    stance: Stance = Stance.CONTEXT
    archived: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the shared file. `content` is the whole JSON object, fields that this version does not know included.

    `raw` is that object in UTF-8 as it was read, or empty where it was not; it is written back as it is.
    """

    id: str
    type: str
    annotator: str
    created: str
    supersedes: tuple[str, ...]
    version: int
    content: Mapping[str, Any] = field(hash=False)
    raw: bytes = field(default=b"", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One annotator's judgement of a target. `undoes` names the record that it was made to take back."""

    id: str
    annotator: str
    created: str
    target: Target
    judgement: Judgement
    note: str = ""
    confidence: float | None = None
    evidence: tuple[Evidence, ...] = ()
    supersedes: tuple[str, ...] = ()
    undoes: str | None = None
