"""Claims: what people judged, joined with where it stands now. Never stored, always derived from verdicts."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from mali_reader.annotations.anchoring import Anchor, AnchorState
from mali_reader.annotations.records import Judgement, Target, Verdict
from mali_reader.corpus.model import Document

Resolve = Callable[[Target], tuple[Document | None, Anchor]]
"""Where a target stands now: the document that holds it, and its place there."""


class Status(StrEnum):
    """What the verdicts on a claim add up to."""

    UNREVIEWED = "unreviewed"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    CONTESTED = "contested"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A claim in one document. `start` and `end` are None where the quote is not found any more (an orphan)."""

    document: str
    start: int | None
    end: int | None
    text: str
    anchor: AnchorState


@dataclass(frozen=True, slots=True)
class Claim:
    """A span that somebody judged, with the verdicts in force, oldest first."""

    id: str
    wording: str
    status: Status
    appearances: tuple[Appearance, ...]
    verdicts: tuple[Verdict, ...]

    def verdict_by(self, annotator: str) -> Verdict | None:
        """That annotator's latest verdict in force."""
        return next((v for v in reversed(self.verdicts) if v.annotator == annotator), None)


def claim_id(target: Target) -> str:
    """A claim's name: the same for everybody who judged that quote in that place, and after edits elsewhere."""
    parts = "\0".join((target.document, target.exact, target.prefix, target.suffix))
    return "c-" + hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def build_claims(verdicts: Iterable[Verdict], resolve: Resolve) -> tuple[Claim, ...]:
    """One claim for each span that verdicts point to, ordered by document and place, orphans last in theirs."""
    groups: defaultdict[tuple[str, int, int, str], list[tuple[Verdict, Appearance, bool]]] = defaultdict(list)
    for verdict in sorted(verdicts, key=lambda v: (v.created, v.id)):
        document, anchor = resolve(verdict.target)
        appearance = _appearance(verdict.target, document, anchor)
        groups[_group(verdict.target, appearance)].append((verdict, appearance, anchor.stale))
    claims = [_claim(members) for members in groups.values()]
    return tuple(sorted(claims, key=_place))


def status_of(verdicts: Iterable[Verdict], *, stale: bool = False) -> Status:
    """What verdicts in force add up to; annotators who differ make a claim contested."""
    judgements = {verdict.judgement for verdict in verdicts if verdict.judgement is not Judgement.WITHDRAWN}
    if not judgements:
        return Status.UNREVIEWED
    if stale:
        return Status.STALE
    if len(judgements) > 1:
        return Status.CONTESTED
    return Status(judgements.pop().value)


def _appearance(target: Target, document: Document | None, anchor: Anchor) -> Appearance:
    if document is None or anchor.start is None or anchor.end is None:
        return Appearance(target.document, None, None, target.exact, anchor.state)
    return Appearance(document.id, anchor.start, anchor.end, document.text[anchor.start : anchor.end], anchor.state)


def _group(target: Target, appearance: Appearance) -> tuple[str, int, int, str]:
    if appearance.start is None or appearance.end is None:
        return (appearance.document, -1, -1, claim_id(target))
    return (appearance.document, appearance.start, appearance.end, "")


def _claim(members: list[tuple[Verdict, Appearance, bool]]) -> Claim:
    verdicts = tuple(verdict for verdict, _, _ in members)
    first, appearance, _ = members[0]
    lost = appearance.start is None or any(stale for _, _, stale in members)
    return Claim(
        id=claim_id(first.target),
        wording=appearance.text,
        status=status_of(verdicts, stale=lost),
        appearances=(appearance,),
        verdicts=verdicts,
    )


def _place(claim: Claim) -> tuple[str, bool, int, str]:
    first = claim.appearances[0]
    return (first.document, first.start is None, first.start or 0, claim.id)
