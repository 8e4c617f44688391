"""Which sentences of two documents were found to say the same, looked up by mention."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from mali_reader.corpus.model import Span
from mali_reader.corroboration.disjoint import DisjointSets
from mali_reader.corroboration.model import Mention
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair

DocumentPair = tuple[str, str]


@dataclass(frozen=True)
class Alignment:
    """The aligned sentences of each pair of documents that are compared, the smaller id first."""

    _pairs: dict[DocumentPair, "_Aligned"]

    @classmethod
    def of(cls, overlaps: Iterable[Overlap], also: Iterable[DocumentPair] = ()) -> "Alignment":
        """The alignment that overlaps give. `also` are pairs of documents to compare that have none."""
        found: defaultdict[DocumentPair, list[SentencePair]] = defaultdict(list)
        for overlap in overlaps:
            found[overlap.left.document, overlap.right.document].extend(overlap.sentences)
        for pair in also:
            found[pair].extend(())
        return cls({pair: _Aligned(sentences) for pair, sentences in found.items()})

    @property
    def documents(self) -> tuple[DocumentPair, ...]:
        """The pairs of documents that are compared."""
        return tuple(sorted(self._pairs))

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """The documents that each document is compared with, itself among them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in self._pairs:
            found[one] |= {one, other}
            found[other] |= {one, other}
        return {document: frozenset(others) for document, others in found.items()}

    def copied(self, one: str, other: str) -> tuple[SentencePair, ...]:
        """The aligned sentences of two documents, the smaller id first, of which one is the other's, edited or not."""
        found = self._pairs.get((one, other))
        return tuple(pair for pair in found.pairs if pair.kind is not OverlapKind.PARAPHRASE) if found else ()

    def closeness(self, one: Mention, other: Mention) -> float:
        """How sure it is that two mentions stand in aligned sentences: 1 for copied ones, a score for paraphrases."""
        left, right = (one, other) if one.span.document <= other.span.document else (other, one)
        found = self._pairs.get((left.span.document, right.span.document))
        return found.closeness(left.span, right.span) if found else 0.0


class _Aligned:
    """The aligned sentences of two documents, by their place in the left one."""

    def __init__(self, pairs: Iterable[SentencePair]) -> None:
        self.pairs: Sequence[SentencePair] = sorted(pairs, key=lambda pair: pair.left.start)
        self._starts = [pair.left.start for pair in self.pairs]
        self._longest = max((pair.left.end - pair.left.start for pair in self.pairs), default=0)

    def closeness(self, left: Span, right: Span) -> float:
        best = 0.0
        first = bisect_left(self._starts, left.end - self._longest)
        for pair in self.pairs[first : bisect_right(self._starts, left.start)]:
            if left.end <= pair.left.end and pair.right.start <= right.start and right.end <= pair.right.end:
                best = max(best, 1.0 if pair.kind is not OverlapKind.PARAPHRASE else 0.5 * pair.score)
        return best


def connected(overlaps: Sequence[Overlap]) -> list[tuple[Overlap, ...]]:
    """Overlaps in groups, in the order of their first: no document of one group overlaps a document of another."""
    documents = DisjointSets[str]()
    for overlap in overlaps:
        documents.join(overlap.left.document, overlap.right.document)
    found: defaultdict[str, list[Overlap]] = defaultdict(list)
    for overlap in overlaps:
        found[documents.find(overlap.left.document)].append(overlap)
    return [tuple(some) for some in found.values()]
