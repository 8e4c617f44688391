"""The work queue: what is left to judge, what deserves a look first at the top."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING, Any

from mali_reader.corpus.model import Corpus, Span
from mali_reader.corroboration.model import Discrepancy, MentionKind, Severity
from mali_reader.display import counted, one_line
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.progress import Progress, silent
from mali_reader.review.checkable import checkable_sentences
from mali_reader.review.claims import Claim, Status
from mali_reader.review.review import Review

if TYPE_CHECKING:
    from mali_reader.corroboration.findings import Findings

_SHOWN = 40
"""Code points of a value that a reason shows."""


class Rank(IntEnum):
    """Why something is in the queue; what deserves a look first comes first."""

    CONTESTED = 0
    STALE = 1
    DISCREPANT = 2
    COPIED = 3
    CARRIED = 4
    ALONE = 5
    JUDGED = 6


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A claim, or a sentence that nobody judged (`claim` is None), and why it stands where it does in the queue.

    `span` is its first appearance, None where no text is left of it; `first` the first of all its copies. `documents`
    counts those that carry it in the same or edited words (of a claim: those that people confirmed), `origins` their
    independent origins, None where nobody looked. `kinds` are the sorts of fact of a sentence, `discrepancies` the ids
    of the open conflicts that it takes part in. Within a rank, what has the smaller `weight` comes first.
    """

    rank: Rank
    reason: str
    span: Span | None
    first: Span | None = None
    documents: int = 1
    origins: int | None = 1
    claim: Claim | None = None
    kinds: tuple[MentionKind, ...] = ()
    discrepancies: tuple[str, ...] = ()
    weight: int = 0

    @property
    def status(self) -> Status:
        """What people say of it."""
        return Status.UNREVIEWED if self.claim is None else self.claim.status

    def wording(self, corpus: Corpus) -> str:
        """Its words."""
        if self.claim is not None:
            return self.claim.wording
        return "" if self.span is None else corpus.text_of(self.span)


@dataclass(frozen=True)
class Backlog:
    """Every sentence of a corpus that asserts something checkable, as if nobody had judged anything yet.

    `conflicts` are the discrepancies that cannot be true on both sides, by id, each with its number in order of weight
    and how it is told.
    """

    items: tuple[QueueItem, ...] = ()
    conflicts: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    _places: Mapping[str, Sequence[tuple[Span, str]]] = field(default_factory=dict, repr=False)

    def conflicts_at(self, span: Span) -> tuple[str, ...]:
        """The ids of the conflicts of which a value stands in that span."""
        places = self._places.get(span.document, ())
        return tuple(dict.fromkeys(name for place, name in places if _meet(place, span)))


@dataclass(frozen=True)
class Queue:
    """Everything there is to judge and everything judged, in the order in which it deserves a look."""

    items: tuple[QueueItem, ...] = ()
    counts: Mapping[Rank, int] = field(default_factory=dict)

    @property
    def judged(self) -> int:
        """How many claims are settled: judged, and neither contested nor stale."""
        return self.counts.get(Rank.JUDGED, 0)

    @property
    def unsettled(self) -> int:
        """How many claims are judged, and contested or stale."""
        return self.counts.get(Rank.CONTESTED, 0) + self.counts.get(Rank.STALE, 0)

    @property
    def unjudged(self) -> int:
        """How many checkable sentences, and claims that links alone make, nobody judged."""
        return len(self.items) - self.unsettled - self.judged


def find_backlog(
    corpus: Corpus, overlaps: OverlapIndex, findings: "Findings", *, progress: Progress = silent
) -> Backlog:
    """The backlog of a corpus with those overlaps and findings. `progress` may raise CancelledError."""
    found_conflicts = [one for one in findings.discrepancies if one.severity is Severity.CONFLICT]
    conflicts = {one.id: (number, _disagreement(one)) for number, one in enumerate(found_conflicts)}
    places: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for conflict in found_conflicts:
        for span in (span for value in conflict.values for span in value.spans):
            places[span.document].append((span, conflict.id))
    backlog = Backlog((), conflicts, places)
    kinds: dict[Span, tuple[MentionKind, ...]] = {}
    for done, document in enumerate(corpus):
        progress("looking for what can be checked", done, len(corpus))
        kinds.update((document.span(sentence), found) for sentence, found in checkable_sentences(document))
    copies = _copies(kinds, overlaps.overlaps)
    items = []
    for span, found in kinds.items():
        documents = frozenset(copy.document for copy in copies.get(span, ())) | {span.document}
        item = QueueItem(
            Rank.ALONE,
            "",
            span,
            min((span, *copies.get(span, ()))),
            documents=len(documents),
            origins=findings.origins(documents) if len(documents) > 1 else 1,
            kinds=found,
            discrepancies=backlog.conflicts_at(span),
        )
        items.append(_ranked(item, conflicts))
    return replace(backlog, items=tuple(sorted(items, key=_order)))


def build_queue(review: Review, backlog: Backlog) -> Queue:
    """The queue: every claim, and every sentence of the backlog that no claim touches.

    Conflicts that somebody dismissed no longer count. Fast enough to be built anew after every verdict.
    """
    dismissed = {dismissal.discrepancy for dismissal in review.dismissals}
    conflicts = {name: one for name, one in backlog.conflicts.items() if name not in dismissed}
    claimed: defaultdict[str, list[Span]] = defaultdict(list)
    for place in chain.from_iterable(claim.places for claim in review.claims):
        claimed[place.document].append(place)
    kept, other = [], [_of_claim(claim, backlog, conflicts) for claim in review.claims]
    for item in backlog.items:
        if item.span is not None and any(_meet(item.span, place) for place in claimed.get(item.span.document, ())):
            continue
        if item.discrepancies and not conflicts.keys() >= set(item.discrepancies):
            other.append(_ranked(item, conflicts))
        else:
            kept.append(item)
    items = tuple(_merged(kept, sorted(other, key=_order)))
    return Queue(items, Counter(item.rank for item in items))


def _copies(sentences: Iterable[Span], overlaps: Iterable[Overlap]) -> Mapping[Span, Sequence[Span]]:
    """The sentences of other documents that say the same in the same or edited words."""
    starts: defaultdict[str, list[Span]] = defaultdict(list)
    for span in sentences:
        starts[span.document].append(span)
    found: defaultdict[Span, list[Span]] = defaultdict(list)
    for pair in (pair for overlap in overlaps for pair in overlap.sentences):
        if pair.kind is not OverlapKind.PARAPHRASE:
            for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
                for span in _within(one, starts[one.document]):
                    found[span] += _within(other, starts[other.document]) or [other]
    return found


def _within(span: Span, sentences: Sequence[Span]) -> Sequence[Span]:
    """Of sentences in order, those that share a code point with a span."""
    first = bisect_right(sentences, span.start, key=lambda one: one.end)
    last = bisect_left(sentences, span.end, key=lambda one: one.start)
    return sentences[first:last]


def _ranked(item: QueueItem, conflicts: Mapping[str, tuple[int, str]]) -> QueueItem:
    """A sentence that nobody judged, with its rank and the reason for it."""
    open_conflicts = tuple(name for name in item.discrepancies if name in conflicts)
    weight = -item.documents
    if open_conflicts:
        rank = Rank.DISCREPANT
        weight, reason = min(conflicts[name] for name in open_conflicts)
    elif item.documents > 1:
        rank = Rank.COPIED if item.origins == 1 else Rank.CARRIED
        reason = counted(item.documents, item.origins)
    else:
        rank, reason = Rank.ALONE, ", ".join(item.kinds)
    return replace(item, rank=rank, reason=reason, discrepancies=open_conflicts, weight=weight)


def _of_claim(claim: Claim, backlog: Backlog, conflicts: Mapping[str, tuple[int, str]]) -> QueueItem:
    places = claim.places
    found = dict.fromkeys(name for place in places for name in backlog.conflicts_at(place) if name in conflicts)
    item = QueueItem(
        Rank.JUDGED,
        counted(len(claim.documents), claim.origins),
        places[0] if places else None,
        min(places, default=None),
        documents=len(claim.documents),
        origins=claim.origins,
        claim=claim,
        discrepancies=tuple(found),
        weight=-len(claim.documents),
    )
    match claim.status:
        case Status.CONTESTED:
            return replace(item, rank=Rank.CONTESTED, reason="annotators differ")
        case Status.STALE:
            return replace(item, rank=Rank.STALE, reason="the text changed" if places else "the text is gone")
        case Status.UNREVIEWED:
            return _ranked(item, conflicts)
    return item


def _disagreement(conflict: Discrepancy) -> str:
    return "documents disagree: " + " / ".join(f"“{one_line(value.value, _SHOWN)}”" for value in conflict.values)


def _order(item: QueueItem) -> tuple[Any, ...]:
    name = item.claim.id if item.claim else ""
    return (item.rank, item.weight, item.span is None, item.first or (), item.span or (), name)


def _merged(many: Sequence[QueueItem], few: Iterable[QueueItem]) -> Iterator[QueueItem]:
    """Two ordered sequences as one; looks at few of the many."""
    at = 0
    for item in few:
        place = bisect_right(many, _order(item), lo=at, key=_order)
        yield from many[at:place]
        yield item
        at = place
    yield from many[at:]


def _meet(one: Span, other: Span) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end
