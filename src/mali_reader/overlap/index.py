"""Overlaps, looked up by document, by place and by pair of documents."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from mali_reader.corpus.model import Span
from mali_reader.overlap.model import Overlap


@dataclass(frozen=True)
class OverlapIndex:
    """All overlaps of a corpus, ordered by left and right place."""

    overlaps: tuple[Overlap, ...] = ()
    _by_document: dict[str, tuple[Overlap, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: defaultdict[str, list[Overlap]] = defaultdict(list)
        for overlap in self.overlaps:
            found[overlap.left.document].append(overlap)
            found[overlap.right.document].append(overlap)
        object.__setattr__(self, "_by_document", {document: tuple(some) for document, some in found.items()})

    def of(self, document: str) -> tuple[Overlap, ...]:
        """The overlaps that have a side in that document."""
        return self._by_document.get(document, ())

    def at(self, document: str, start: int, end: int) -> tuple[Overlap, ...]:
        """The overlaps with a side in that document that shares a code point with `start` to `end`, best first."""
        touching = (
            overlap
            for overlap in self.of(document)
            if (side := side_in(overlap, document)).start < end and start < side.end
        )
        return tuple(sorted(touching, key=lambda overlap: -overlap.score))

    def between(self, one: str, other: str) -> tuple[Overlap, ...]:
        """The overlaps of two documents."""
        return tuple(overlap for overlap in self.of(one) if other in (overlap.left.document, overlap.right.document))

    def counterparts(self, document: str) -> tuple[str, ...]:
        """The documents that overlap that one, by id."""
        return tuple(sorted({other_side(overlap, document).document for overlap in self.of(document)}))


def side_in(overlap: Overlap, document: str) -> Span:
    """The side of an overlap that lies in that document."""
    return overlap.left if overlap.left.document == document else overlap.right


def other_side(overlap: Overlap, document: str) -> Span:
    """The side of an overlap that lies in the other document."""
    return overlap.right if overlap.left.document == document else overlap.left


def facing(overlap: Overlap, document: str) -> Overlap:
    """The same overlap with that document's side on the left, its sentence pairs in that side's order."""
    if overlap.left.document == document:
        return overlap
    pairs = (replace(pair, left=pair.right, right=pair.left) for pair in overlap.sentences)
    ordered = tuple(sorted(pairs, key=lambda pair: pair.left))
    return replace(overlap, left=overlap.right, right=overlap.left, sentences=ordered)
