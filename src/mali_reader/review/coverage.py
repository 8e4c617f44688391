"""How much of a corpus is judged, counted in sentences."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.review.review import Review


def judged_sentences(review: Review, corpus: Corpus) -> int:
    """How many of `corpus.sentences` share a code point with a claim that somebody judged.

    What is not found in the corpus any more, and furniture, count for none; so it is never more than those.
    """
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for place in chain.from_iterable(claim.places for claim in review.judged):
        places[place.document].append(place)
    found = ((corpus.get(name), some) for name, some in places.items())
    return sum(len(set(_touched(document, some))) for document, some in found if document is not None)


def _touched(document: Document, places: Iterable[Span]) -> Iterator[int]:
    """The numbers of the sentences that some places share a code point with."""
    sentences = document.sentences
    for place in places:
        first = bisect_right(sentences, place.start, key=lambda one: one.end)
        yield from range(first, bisect_left(sentences, place.end, key=lambda one: one.start))
