"""Claims by documents: where each was judged, and where a machine found sentences like it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from mali_reader.corpus.model import Span
from mali_reader.overlap.index import OverlapIndex
from mali_reader.review.claims import Claim
from mali_reader.summary.model import Presence

_Twins = list[tuple[Span, str]]


def find_presence(claims: Iterable[Claim], overlaps: OverlapIndex) -> Mapping[str, Mapping[str, Presence]]:
    """By claim id and document id. Elsewhere than where it was judged, a claim is suggested where a sentence that
    shares a code point with it corresponds to one of that document."""
    twins = _twins(overlaps)
    found: dict[str, dict[str, Presence]] = {}
    for claim in claims:
        row = found.setdefault(claim.id, {})
        for place in claim.appearances:
            if place.start is not None and place.end is not None:
                span = Span(place.document, place.start, place.end)
                row.update(dict.fromkeys(_others(span, twins.get(place.document, [])), Presence.SUGGESTED))
        row.update({place.document: Presence.JUDGED for place in claim.appearances})
    return {claim: dict(sorted(row.items())) for claim, row in found.items()}


def _twins(overlaps: OverlapIndex) -> Mapping[str, _Twins]:
    """By document: its sentences that correspond to one elsewhere, in order, each with the other document."""
    twins: defaultdict[str, _Twins] = defaultdict(list)
    for overlap in overlaps.overlaps:
        for pair in overlap.sentences:
            twins[pair.left.document].append((pair.left, pair.right.document))
            twins[pair.right.document].append((pair.right, pair.left.document))
    return {document: sorted(some) for document, some in twins.items()}


def _others(span: Span, twins: _Twins) -> Iterator[str]:
    ahead = takewhile(lambda twin: twin[0].start < span.end, twins)
    return (other for sentence, other in ahead if sentence.end > span.start)
