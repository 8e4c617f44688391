"""Where a machine found sentences like those of a claim."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mali_reader.corpus.model import Span
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import OverlapKind
from mali_reader.review.claims import Claim
from mali_reader.summary.model import Quote, Twin


@dataclass(frozen=True, slots=True)
class _Match:
    """A sentence, the one elsewhere that corresponds to it, how and how closely."""

    own: Span
    other: Span
    kind: OverlapKind
    score: float

    def beats(self, rival: "_Match | None") -> bool:
        return rival is None or (-self.score, self.own, self.other) < (-rival.score, rival.own, rival.other)


_Matches = dict[Span, dict[str, _Match]]
"""By sentence and by the other document: the closest one there."""


def find_twins(
    claims: Iterable[Claim], overlaps: OverlapIndex, quote: Callable[[Span], Quote]
) -> Mapping[str, tuple[Twin, ...]]:
    """By claim id: the sentences elsewhere that correspond to one which shares a code point with the claim; of each
    document the closest, the closest document first. Not the documents in which the claim itself was judged."""
    matches = _matches(overlaps)
    found: dict[str, tuple[Twin, ...]] = {}
    for claim in claims:
        judged = {place.document for place in claim.appearances}
        best: dict[str, _Match] = {}
        for match in _touching(claim, matches):
            document = match.other.document
            if document not in judged and match.beats(best.get(document)):
                best[document] = match
        closest = sorted(best.values(), key=lambda one: (-one.score, one.other))
        found[claim.id] = tuple(Twin(one.kind, one.score, quote(one.own), quote(one.other)) for one in closest)
    return found


def _touching(claim: Claim, matches: Mapping[str, _Matches]) -> Iterator[_Match]:
    for place in claim.appearances:
        for sentence, others in matches.get(place.document, {}).items():
            start, end = place.start, place.end
            if start is not None and end is not None and sentence.start < end and sentence.end > start:
                yield from others.values()


def _matches(overlaps: OverlapIndex) -> Mapping[str, _Matches]:
    """By document."""
    found: defaultdict[str, _Matches] = defaultdict(dict)
    for overlap in overlaps.overlaps:
        for pair in overlap.sentences:
            for own, other in ((pair.left, pair.right), (pair.right, pair.left)):
                match = _Match(own, other, pair.kind, pair.score)
                there = found[own.document].setdefault(own, {})
                if match.beats(there.get(other.document)):
                    there[other.document] = match
    return found
