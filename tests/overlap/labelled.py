"""Hand labels of the invented events: which paragraphs of their reports say the same."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corroboration.invented import events
from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.model import Overlap

Pair = frozenset[tuple[str, int]]
"""Two paragraphs, each by its document and its number there; the title is 0."""


@dataclass(frozen=True)
class Labelled:
    """The reports of an event, which of their paragraphs say the same, and which share a clause."""

    documents: tuple[Document, ...]
    same: frozenset[Pair]
    weak: frozenset[Pair]

    def found(self, overlaps: Iterable[Overlap]) -> set[Pair]:
        """The pairs of paragraphs that overlap, but for those that count neither way."""
        number = {block_span(document, n): n for document in self.documents for n in range(len(document.blocks))}
        sides = ((overlap.left, overlap.right) for overlap in overlaps)
        return {frozenset((side.document, number[side]) for side in both) for both in sides} - self.weak


def block_span(document: Document, number: int) -> Span:
    """The place of a block."""
    block = document.blocks[number]
    return Span(document.id, block.start, block.end)


def labelled_events() -> list[Labelled]:
    """Every event."""
    labels = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))
    return [_labelled(event.name, event.documents, labels[event.name]) for event in events()]


def _labelled(event: str, documents: tuple[Document, ...], labels: Mapping[str, Sequence[str]]) -> Labelled:
    same = [pair for kind in ("edited", "paraphrase") for pair in labels.get(kind, ())]
    return Labelled(documents, _pairs(event, same), _pairs(event, labels.get("weak", ())))


def _pairs(event: str, told: Iterable[str]) -> frozenset[Pair]:
    sides = ([side.split() for side in pair.split(", ")] for pair in told)
    return frozenset(frozenset((f"{event}/{name}", int(number)) for name, number in both) for both in sides)
