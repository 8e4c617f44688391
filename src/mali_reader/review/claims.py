"""Claims: what people judged, joined with where it stands now. Never stored, always derived from records."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mali_reader.annotations.anchoring import Anchor, AnchorState
from mali_reader.annotations.records import Adjudication, Link, LinkKind, Target, Verdict
from mali_reader.corpus.model import Document, Span
from mali_reader.review.linking import Edge, unite

Resolve = Callable[[Target], tuple[Document | None, Anchor]]
"""Where a target stands now: the document that holds it, and its place there."""
Count = Callable[[frozenset[str]], int | None]
"""How many independent origins some documents have, two or more of them; None where nobody looked yet."""
_Place = tuple[str, int, int, str]
"""A document, the span in it, and where there is none any more what tells the lost quotes apart."""


class Status(StrEnum):
    """What the verdicts on a claim add up to."""

    UNREVIEWED = "unreviewed"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    CONTESTED = "contested"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A claim in one document. `start` and `end` are None where the quote is not found any more (an orphan).

    `text` is what stands there today, for an orphan what stood there; `quote` is what was judged. It is `stale` where
    the two give other numbers, dates, names or negations.
    """

    document: str
    start: int | None
    end: int | None
    text: str
    anchor: AnchorState
    quote: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody judged, wherever somebody confirmed that it stands. Everything in force, oldest first.

    `appearances` starts with the one that was judged first. `origins` counts the independent origins of its
    documents, None where nobody looked for them yet. `names` are the ids it goes by: its own, and those of the claims
    that were linked to it.
    """

    id: str
    wording: str
    status: Status
    appearances: tuple[Appearance, ...]
    verdicts: tuple[Verdict, ...]
    origins: int | None = 1
    adjudications: tuple[Adjudication, ...] = ()
    links: tuple[Link, ...] = ()
    names: frozenset[str] = frozenset()

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the documents that it stands in."""
        return frozenset(appearance.document for appearance in self.appearances)

    @property
    def places(self) -> tuple[Span, ...]:
        """Where it stands, appearance by appearance, those that are not found any more left out."""
        return tuple(
            Span(one.document, one.start, one.end)
            for one in self.appearances
            if one.start is not None and one.end is not None
        )

    @property
    def judged(self) -> bool:
        """Whether a judgement is in force and may be seen; without one, links alone make the claim."""
        return self.status is not Status.UNREVIEWED

    def verdict_by(self, annotator: str) -> Verdict | None:
        """That annotator's latest verdict in force."""
        return next((v for v in reversed(self.verdicts) if v.annotator == annotator), None)


def claim_id(target: Target) -> str:
    """A claim's name: the same for everybody who judged that quote in that place, and after edits elsewhere."""
    parts = "\0".join((target.document, target.exact, target.prefix, target.suffix))
    return "c-" + hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def build_claims(
    verdicts: Iterable[Verdict],
    resolve: Resolve,
    *,
    links: Iterable[Link] = (),
    adjudications: Iterable[Adjudication] = (),
    origins: Count = lambda _: None,
) -> tuple[Claim, ...]:
    """One claim for each span that verdicts or adjudications point to, and one for all that are linked as the same.

    Ordered by document and place, orphans last in theirs. Depends on the order of none of its arguments. A link
    holds while neither of its targets became stale. `origins` is asked only about claims of several documents.
    """
    edges: list[Edge[_Place]] = []
    said: list[_Said] = []
    for link in links:
        ends = [_Said(link, target, _find(target, resolve)) for target in (link.one, link.other)]
        if not any(end.appearance.stale for end in ends):
            edges.append(Edge(ends[0].place, ends[1].place, link.kind is LinkKind.SAME, link.id))
            said += ends if link.kind is LinkKind.SAME else ()
    judged: list[Verdict | Adjudication] = [*verdicts, *adjudications]
    said += [_Said(one, one.target, _find(one.target, resolve)) for one in judged]
    root = unite(edges)
    groups: defaultdict[_Place, list[_Said]] = defaultdict(list)
    for one in said:
        groups[root.get(one.place, one.place)].append(one)
    return tuple(sorted((_claim(members, origins) for members in groups.values()), key=_order))


def status_of(
    verdicts: Iterable[Verdict], *, stale: bool = False, adjudications: Iterable[Adjudication] = ()
) -> Status:
    """What is in force adds up to; annotators who differ make a claim contested, unless it is adjudicated."""
    judgements = {verdict.judgement for verdict in verdicts if not verdict.withdrawn}
    decisions = {decision.judgement for decision in adjudications if not decision.withdrawn}
    if not judgements and not decisions:
        return Status.UNREVIEWED
    if stale:
        return Status.STALE
    decided = decisions or judgements
    return Status.CONTESTED if len(decided) > 1 else Status(decided.pop().value)


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement about a target, and where that stands now."""

    statement: Verdict | Adjudication | Link
    target: Target
    appearance: Appearance

    @property
    def place(self) -> _Place:
        found = self.appearance
        if found.start is None or found.end is None:
            return (found.document, -1, -1, claim_id(self.target))
        return (found.document, found.start, found.end, "")


def _find(target: Target, resolve: Resolve) -> Appearance:
    document, anchor = resolve(target)
    if document is None or anchor.start is None or anchor.end is None:
        return Appearance(target.document, None, None, target.exact, anchor.state, target.exact)
    text = document.text[anchor.start : anchor.end]
    return Appearance(document.id, anchor.start, anchor.end, text, anchor.state, target.exact, anchor.stale)


def _claim(members: Sequence[_Said], origins: Count) -> Claim:
    ordered = sorted(
        members, key=lambda one: (isinstance(one.statement, Link), one.statement.created, one.statement.id, one.place)
    )
    judged = [one for one in ordered if not isinstance(one.statement, Link)]
    statements = {one.statement.id: one.statement for one in ordered}.values()
    verdicts = tuple(one for one in statements if isinstance(one, Verdict))
    adjudications = tuple(one for one in statements if isinstance(one, Adjudication))
    stale_first = sorted(ordered, key=lambda one: not one.appearance.stale)
    places = {one.place: one.appearance for one in reversed(stale_first)}
    appearances = tuple(places[place] for place in dict.fromkeys(one.place for one in ordered))
    lost = any(one.appearance.stale for one in judged) or all(one.appearance.start is None for one in judged)
    names = [claim_id(one.target) for one in ordered]
    documents = frozenset(appearance.document for appearance in appearances)
    return Claim(
        id=names[0],
        wording=appearances[0].text,
        status=status_of(verdicts, stale=lost, adjudications=adjudications),
        appearances=appearances,
        verdicts=verdicts,
        origins=origins(documents) if len(documents) > 1 else 1,
        adjudications=adjudications,
        links=tuple(one for one in statements if isinstance(one, Link)),
        names=frozenset(names),
    )


def _order(claim: Claim) -> tuple[str, bool, int, str]:
    first = claim.appearances[0]
    return (first.document, first.start is None, first.start or 0, claim.id)
