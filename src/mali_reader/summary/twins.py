"""Where a machine found sentences like those of a claim."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import takewhile

from mali_reader.corpus.model import Corpus, Span
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import OverlapKind
from mali_reader.review.claims import Claim
from mali_reader.summary.model import Quote, Twin

_Sentence = tuple[Span, Span, OverlapKind, float]
"""A sentence, the one elsewhere that corresponds to it, how and how closely."""


def find_twins(claims: Iterable[Claim], corpus: Corpus, overlaps: OverlapIndex) -> Mapping[str, tuple[Twin, ...]]:
    """By claim id: the sentences elsewhere that correspond to one which shares a code point with the claim; of each
    document the closest, the closest document first. Not the documents in which the claim itself was judged."""
    sentences = _sentences(overlaps)
    found: dict[str, tuple[Twin, ...]] = {}
    for claim in claims:
        judged = {place.document for place in claim.appearances}
        best: dict[str, _Sentence] = {}
        for place in claim.appearances:
            if place.start is None or place.end is None:
                continue
            span = Span(place.document, place.start, place.end)
            for sentence in _touching(span, sentences.get(place.document, ())):
                there = best.get(sentence[1].document)
                if sentence[1].document not in judged and (there is None or sentence[3] > there[3]):
                    best[sentence[1].document] = sentence
        closest = sorted(best.values(), key=lambda one: (-one[3], one[1]))
        found[claim.id] = tuple(_twin(corpus, sentence) for sentence in closest)
    return found


def _touching(span: Span, sentences: Iterable[_Sentence]) -> Iterable[_Sentence]:
    ahead = takewhile(lambda one: one[0].start < span.end, sentences)
    return (one for one in ahead if one[0].end > span.start)


def _sentences(overlaps: OverlapIndex) -> Mapping[str, list[_Sentence]]:
    """By document, in order."""
    found: defaultdict[str, list[_Sentence]] = defaultdict(list)
    for overlap in overlaps.overlaps:
        for pair in overlap.sentences:
            found[pair.left.document].append((pair.left, pair.right, pair.kind, pair.score))
            found[pair.right.document].append((pair.right, pair.left, pair.kind, pair.score))
    return {document: sorted(some) for document, some in found.items()}


def _twin(corpus: Corpus, sentence: _Sentence) -> Twin:
    own, other, kind, score = sentence
    quotes = (Quote(span.document, span.start, span.end, corpus.text_of(span)) for span in (own, other))
    return Twin(kind, score, *quotes)
