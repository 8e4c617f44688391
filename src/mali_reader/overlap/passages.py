"""Passages: groups of blocks of different documents that say the same thing, one row of the synopsis.

Average linkage, strongest overlaps first: two groups become one when the mean score between their members is one half
or more, a missing overlap counting as nothing. So a chain of overlaps through a paragraph that says two things does not
draw together what it shares with one document and what it shares with another.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.model import Overlap

_MEAN = 0.5


class Passage(NamedTuple):
    """Blocks that say the same thing, ordered by document and place.

    `id` is derived from the ids of their documents and their texts, so it outlives changes elsewhere.
    """

    id: str
    members: tuple[Span, ...]

    @property
    def documents(self) -> int:
        """How many documents it stands in."""
        return len({member.document for member in self.members})


def group_passages(documents: Iterable[Document], overlaps: Sequence[Overlap]) -> tuple[Passage, ...]:
    """The passages of the documents: those in most documents first, then by their first member.

    Each block stands in one passage at most; every passage has members of two documents or more.
    """
    groups = _Groups(overlaps)
    for overlap in sorted(overlaps, key=lambda overlap: (-overlap.score, overlap.left, overlap.right)):
        groups.join(overlap)
    texts = {document.id: document for document in documents}
    passages = [Passage(_identity(texts, members), members) for members in groups.members()]
    return tuple(sorted(passages, key=lambda passage: (-passage.documents, passage.members)))


class _Groups:
    """Blocks in groups, and the summed scores between each two groups that share an overlap."""

    def __init__(self, overlaps: Sequence[Overlap]) -> None:
        spans = sorted({span for overlap in overlaps for span in (overlap.left, overlap.right)})
        self._number = {span: number for number, span in enumerate(spans)}
        self._group = list(range(len(spans)))
        self._spans = [[span] for span in spans]
        self._held = [Counter([span.document]) for span in spans]
        self._between: list[dict[int, float]] = [{} for _ in spans]
        for overlap in overlaps:
            one, other = self._number[overlap.left], self._number[overlap.right]
            self._between[one][other] = self._between[other][one] = overlap.score

    def join(self, overlap: Overlap) -> None:
        """Unite the groups of the two blocks if they are near enough."""
        one, other = (self._group[self._number[span]] for span in (overlap.left, overlap.right))
        if one == other or self._between[one][other] < _MEAN * self._pairs(one, other):
            return
        if len(self._spans[one]) < len(self._spans[other]):
            one, other = other, one
        for span in self._spans[other]:
            self._group[self._number[span]] = one
        self._spans[one] += self._spans[other]
        self._held[one].update(self._held[other])
        for third, score in self._between[other].items():
            del self._between[third][other]
            if third != one:
                total = self._between[one].get(third, 0.0) + score
                self._between[one][third] = self._between[third][one] = total
        self._spans[other] = []
        self._between[other] = {}

    def _pairs(self, one: int, other: int) -> int:
        """How many pairs of blocks of different documents the two groups have."""
        few, many = sorted((self._held[one], self._held[other]), key=len)
        same = sum(count * many[document] for document, count in few.items())
        return len(self._spans[one]) * len(self._spans[other]) - same

    def members(self) -> Iterable[tuple[Span, ...]]:
        """The members of each group of two or more."""
        return (tuple(sorted(spans)) for spans in self._spans if len(spans) > 1)


def _identity(texts: dict[str, Document], members: Sequence[Span]) -> str:
    digest = sha256()
    for member in members:
        digest.update(f"{member.document}\0{texts[member.document].slice(member)}\0".encode())
    return digest.hexdigest()[:12]
