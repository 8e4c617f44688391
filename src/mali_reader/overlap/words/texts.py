"""Documents into words: of each block that may overlap, its sentences, and of each word all that the engine asks.

What is read of a document depends on nothing but that document, so documents can be read apart, kept, and joined.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mali_reader.corpus.blocks import KINDS, Blocks
from mali_reader.corpus.model import BlockKind, Document, Span

_LEAST_TELLING = 3
"""Content words that a heading has at least, unless it only names a section: "Background", "What happens next?"."""
_LEAST_TELLING_OF_LEAD = 10
"""Content words that a lead has at least; a byline or a place and date above it has fewer."""
TEXT, HEADLINE, LABEL = 0, 1, -1
CONTENT, CAPITAL = 1, 2

Integers = NDArray[np.signedinteger[Any]]


class Words(NamedTuple):
    """The words of some documents, in order: one array a column.

    Of each block with words in it `document` has the number of its document, `block` its place among the blocks there
    and `sentences` how many sentences with words it holds; of each of those, `start` and `end` are its code points and
    `size` its words. Of each word `form` is the hash of its folded form, `stem` that of its stem (both the same on any
    machine), `flags` has the bit CONTENT if it carries a fact and CAPITAL if it begins with a capital.
    """

    document: Integers
    block: Integers
    sentences: Integers
    start: Integers
    end: Integers
    size: Integers
    form: NDArray[np.uint32]
    stem: NDArray[np.uint32]
    flags: NDArray[np.uint8]

    def parts(self, documents: int) -> Iterator["Words"]:
        """Those of each of the `documents` documents apart, as if it were the only one."""
        blocks = np.searchsorted(self.document, np.arange(documents + 1))
        sentences = np.concatenate([[0], np.cumsum(self.sentences)])[blocks]
        words = np.concatenate([[0], np.cumsum(self.size, dtype=np.int64)])[sentences]
        for number in range(documents):
            b, s, w = (slice(bounds[number], bounds[number + 1]) for bounds in (blocks, sentences, words))
            yield Words(
                np.zeros_like(self.document[b]), self.block[b], self.sentences[b],
                self.start[s], self.end[s], self.size[s], self.form[w], self.stem[w], self.flags[w],
            )  # fmt: skip

    def fit(self, document: Document) -> bool:
        """Whether these can be the words of that document alone."""
        if not len(self.block):
            return True
        inside = self.block.min() >= 0 and self.block.max() < len(document.blocks)
        return bool(inside and self.start.min() >= 0 and self.end.max() <= len(document.text))


def joined(parts: Sequence[Words], documents: Sequence[int]) -> Words:
    """The words of all documents, where part `i` holds those of `documents[i]` documents."""
    before = np.concatenate([[0], np.cumsum(documents)]).tolist()
    numbered = [part.document + shift for part, shift in zip(parts, before, strict=False)]
    columns = [[getattr(part, field) for part in parts] for field in Words._fields[1:]]
    return Words(_concatenated(numbered, np.int32), *map(_concatenated, columns, _TYPES[1:]))


_TYPES: tuple[type[np.integer[Any]], ...] = (np.int32,) * 6 + (np.uint32, np.uint32, np.uint8)


def _concatenated(arrays: Sequence[NDArray[Any]], of: type[np.integer[Any]]) -> NDArray[Any]:
    return np.concatenate(arrays).astype(of, copy=False) if arrays else np.zeros(0, of)


def encoded(words: Words) -> bytes:
    """The words of one document as bytes."""
    sizes = np.array([len(words.block), len(words.start), len(words.form)], dtype="<u4")
    columns = map(np.asarray, words[1:])
    return b"".join([
        sizes.tobytes(),
        *(column.astype(column.dtype.newbyteorder("<")).tobytes() for column in columns),
    ])  # fmt: skip


def decoded(data: bytes) -> Words | None:
    """The words of one document; None where the bytes are none."""
    if len(data) < _HEAD:
        return None
    blocks, sentences, words = np.frombuffer(data, dtype="<u4", count=3).tolist()
    counts = (blocks, blocks, sentences, sentences, sentences, words, words, words)
    widths = [np.dtype(of).itemsize * count for of, count in zip(_TYPES[1:], counts, strict=True)]
    if len(data) != _HEAD + sum(widths):
        return None
    columns, at = [], _HEAD
    for of, count, width in zip(_TYPES[1:], counts, widths, strict=True):
        columns.append(np.frombuffer(data, dtype=np.dtype(of).newbyteorder("<"), count=count, offset=at))
        at += width
    found = Words(np.zeros(blocks, dtype=np.int32), *columns)
    fits = found.sentences.sum() == sentences and found.size.sum() == words
    return found if fits and (found.sentences > 0).all() and (found.size > 0).all() else None


_HEAD = 12


class Reading:
    """All blocks that may overlap, by number, and their words."""

    def __init__(self, documents: Sequence[Document], words: Words) -> None:
        self.documents = documents
        self.words = words
        self.first = np.concatenate([[0], np.cumsum(words.sentences, dtype=np.int64)])
        """Block `b` has the sentences `first[b]:first[b + 1]`."""
        self.starts = np.concatenate([[0], np.cumsum(words.size, dtype=np.int64)])
        """Sentence `s` has the words `starts[s]:starts[s + 1]`."""

    def __len__(self) -> int:
        return len(self.words.block)

    @cached_property
    def owner(self) -> NDArray[np.int32]:
        """The block of each sentence."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.words.sentences)

    @cached_property
    def title(self) -> NDArray[np.bool_]:
        """Whether each block is the title of its document."""
        return self._are(BlockKind.TITLE)

    @cached_property
    def role(self) -> NDArray[np.int8]:
        """What each block may pair with: TEXT and HEADLINE with their like, the LABEL of a section with nothing."""
        heading = self._are(BlockKind.HEADING)
        label = heading & (self._telling < _LEAST_TELLING)
        return np.select([label, heading | self.title], [LABEL, HEADLINE], TEXT).astype(np.int8)

    @cached_property
    def lead(self) -> NDArray[np.bool_]:
        """Whether each block is the lead of its document: its first paragraph that says something."""
        paragraphs = np.flatnonzero(self._are(BlockKind.PARAGRAPH) & (self._telling >= _LEAST_TELLING_OF_LEAD))
        _, first = np.unique(self.words.document[paragraphs], return_index=True)
        lead = np.zeros(len(self), dtype=np.bool_)
        lead[paragraphs[first]] = True
        return lead

    @cached_property
    def _telling(self) -> Integers:
        """How many content words each block holds."""
        return np.add.reduceat(self.words.flags & CONTENT, self.starts[self.first[:-1]], dtype=np.int64)

    def _are(self, kind: BlockKind) -> NDArray[np.bool_]:
        kinds = np.frombuffer(b"".join([blocks.kinds for blocks in self._layout]), dtype=np.uint8)
        are: NDArray[np.bool_] = kinds[self._number] == KINDS.index(kind)
        return are

    @cached_property
    def _layout(self) -> list[Blocks]:
        return [Blocks.of(document.blocks) for document in self.documents]

    @cached_property
    def _number(self) -> Integers:
        """The place of each block among all blocks of all documents, furniture and all."""
        before = np.cumsum([0, *map(len, self._layout)])
        return before[self.words.document] + self.words.block

    @cached_property
    def _bounds(self) -> "tuple[memoryview[int], memoryview[int]]":
        """Where each block starts and ends."""
        places = np.concatenate([blocks.places for blocks in self._layout])
        sentences = np.concatenate([blocks.counts for blocks in self._layout]).astype(np.int64)
        after = np.cumsum(2 * sentences + 2)[self._number]
        return places[after - 2 * sentences[self._number] - 2].data, places[after - 1].data

    @cached_property
    def _views(self) -> "tuple[memoryview[int], ...]":
        """Columns that are asked for one number at a time, which memory views give much sooner than arrays."""
        words = self.words
        return words.document.data, words.start.data, words.end.data, self.first.data, self.starts.data

    def document(self, block: int) -> Document:
        """The document of a block."""
        return self.documents[self._views[0][block]]

    def whole(self, block: int) -> Span:
        """The place of a block."""
        starts, ends = self._bounds
        return Span(self.document(block).id, starts[block], ends[block])

    def span(self, block: int, start: int, end: int) -> Span:
        """The place of the sentences `start:end` of a block."""
        _, starts, ends, first, _ = self._views
        return Span(self.document(block).id, starts[first[block] + start], ends[first[block] + end - 1])

    def place(self, block: int) -> slice:
        """Where the words of a block stand."""
        *_, first, starts = self._views
        return slice(starts[first[block]], starts[first[block + 1]])

    def place_inside(self, block: int, start: int, end: int) -> slice:
        """Where the words of the sentences `start:end` of a block stand."""
        *_, first, starts = self._views
        return slice(starts[first[block] + start], starts[first[block] + end])
