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


class LinkKind(StrEnum):
    """Whether two targets are one claim. A withdrawn link takes back what it supersedes."""

    SAME = "same"
    DIFFERENT = "different"
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

    @property
    def withdrawn(self) -> bool:
        """Whether it takes something back and says nothing of its own."""
        return self.judgement is Judgement.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody's word that two targets are the same claim, or that they are not.

    Links that were made in one act have the same `act`; one step of undoing takes all of them back.
    """

    id: str
    annotator: str
    created: str
    one: Target
    other: Target
    kind: LinkKind
    note: str = ""
    supersedes: tuple[str, ...] = ()
    undoes: str | None = None
    act: str | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether it takes something back and says nothing of its own."""
        return self.kind is LinkKind.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Somebody's word that a discrepancy is none, and why.

    `discrepancy` is its id. `kind` and `values` are what it was and what was said, to show it where it is found no
    more. A withdrawn dismissal takes back what it supersedes.
    """

    id: str
    annotator: str
    created: str
    discrepancy: str
    reason: str
    kind: str = ""
    values: tuple[str, ...] = ()
    withdrawn: bool = False
    supersedes: tuple[str, ...] = ()
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Adjudication:
    """The decision on a claim that annotators contest: `judgement`, and the ground on which. `target` is one of the
    claim's appearances."""

    id: str
    annotator: str
    created: str
    target: Target
    judgement: Judgement
    ground: str
    supersedes: tuple[str, ...] = ()
    undoes: str | None = None

    @property
    def withdrawn(self) -> bool:
        """Whether it takes something back and says nothing of its own."""
        return self.judgement is Judgement.WITHDRAWN


Statement = Verdict | Link | Dismissal | Adjudication
"""What one record says."""
