"""The blocks of a document, with their kinds and sentences: as flat columns, and as objects once one is looked at.

Every position is a code point offset into the text of the document; `end` is excluded.

What compares whole corpora asks only where blocks and sentences stand and of what kind they are; to make an object of
each of them takes longer than to read that.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, compress
from typing import overload


class BlockKind(StrEnum):
    """What a run of text is to its document. Furniture is menus, cookie notices, teasers."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block; the default unit of a claim."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text and its sentences, which lie inside it in order and do not overlap."""

    kind: BlockKind
    start: int
    end: int
    sentences: tuple[Sentence, ...] = ()


KINDS = tuple(BlockKind)
TITLE, FURNITURE = KINDS.index(BlockKind.TITLE), KINDS.index(BlockKind.FURNITURE)


class Blocks(Sequence[Block]):
    """Blocks, equal to a tuple of the same.

    `kinds` has the place of the kind of each among `KINDS`, `counts` how many sentences it has, and `places`, in code
    points: where it starts, where each of its sentences starts and ends, where it ends.
    """

    __slots__ = ("_made", "counts", "kinds", "places")

    def __init__(self, kinds: bytes, counts: "array[int]", places: "array[int]") -> None:
        self.kinds = kinds
        self.counts = counts
        self.places = places
        self._made: tuple[Block, ...] | None = None

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Blocks":
        """The same blocks."""
        if isinstance(blocks, Blocks):
            return blocks
        return cls.at([block.kind for block in blocks], [_places(block) for block in blocks])

    @classmethod
    def at(cls, kinds: Iterable[BlockKind], places: Sequence[Sequence[int]]) -> "Blocks":
        """Blocks of those kinds in those places: of each, in order, what `places` of all of them has of it."""
        counts = array("I", [len(some) // 2 - 1 for some in places])
        return cls(bytes(map(KINDS.index, kinds)), counts, array("I", chain.from_iterable(places)))

    @property
    def told(self) -> int:
        """How many sentences there are, furniture left out."""
        return sum(compress(self.counts, map(FURNITURE.__ne__, self.kinds)))

    def rows(self) -> Iterator[tuple[int, "array[int]"]]:
        """The kind and the places of each block."""
        end = 0
        for kind, count in zip(self.kinds, self.counts, strict=True):
            start, end = end, end + 2 * count + 2
            yield kind, self.places[start:end]

    def _all(self) -> tuple[Block, ...]:
        if self._made is None:
            self._made = tuple([_block(KINDS[kind], places) for kind, places in self.rows()])
        return self._made

    @overload
    def __getitem__(self, place: int) -> Block: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, place: int | slice) -> Block | tuple[Block, ...]:
        return self._all()[place]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self.kinds)

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, Blocks) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


def _places(block: Block) -> list[int]:
    inside = [place for sentence in block.sentences for place in (sentence.start, sentence.end)]
    return [block.start, *inside, block.end]


def _block(kind: BlockKind, places: "array[int]") -> Block:
    inside = places[1:-1]
    return Block(kind, places[0], places[-1], tuple(map(Sentence, inside[::2], inside[1::2])))
