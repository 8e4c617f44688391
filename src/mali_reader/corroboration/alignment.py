"""Which sentences of two documents were found to say the same, looked up by mention."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mali_reader.corpus.model import Span
from mali_reader.corroboration.model import Mention
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair

DocumentPair = tuple[str, str]


@dataclass(frozen=True)
class Alignment:
    """The aligned sentences of each pair of documents that overlap, the smaller id first."""

    _pairs: dict[DocumentPair, tuple[SentencePair, ...]]

    @classmethod
    def of(cls, overlaps: Iterable[Overlap]) -> "Alignment":
        """The alignment that overlaps give."""
        found: defaultdict[DocumentPair, list[SentencePair]] = defaultdict(list)
        for overlap in overlaps:
            found[overlap.left.document, overlap.right.document].extend(overlap.sentences)
        return cls({pair: tuple(sentences) for pair, sentences in found.items()})

    @property
    def documents(self) -> tuple[DocumentPair, ...]:
        """The pairs of documents that overlap."""
        return tuple(sorted(self._pairs))

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """The documents that overlap each document, itself among them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in self._pairs:
            found[one] |= {one, other}
            found[other] |= {one, other}
        return {document: frozenset(others) for document, others in found.items()}

    def copied(self, one: str, other: str) -> tuple[SentencePair, ...]:
        """The aligned sentences of two documents, the smaller id first, of which one is the other's, edited or not."""
        return tuple(pair for pair in self._pairs.get((one, other), ()) if pair.kind is not OverlapKind.PARAPHRASE)

    def closeness(self, one: Mention, other: Mention) -> float:
        """How sure it is that two mentions stand in aligned sentences: 1 for copied ones, a score for paraphrases."""
        left, right = (one, other) if one.span.document <= other.span.document else (other, one)
        best = 0.0
        for pair in self._pairs.get((left.span.document, right.span.document), ()):
            if _within(left.span, pair.left) and _within(right.span, pair.right):
                best = max(best, 1.0 if pair.kind is not OverlapKind.PARAPHRASE else 0.5 * pair.score)
        return best


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
