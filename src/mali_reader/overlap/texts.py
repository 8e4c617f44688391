"""The blocks that may overlap, read into sentences and numbered words."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence, Span
from mali_reader.overlap.function_words import function_words
from mali_reader.overlap.stems import stem
from mali_reader.overlap.words import WORD, fold, folded_words
from mali_reader.progress import Progress

_TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True)
class Text:
    """A block with words in it: its document (and that one's number) and its sentences with words in them."""

    document: Document
    number: int
    block: Block
    sentences: tuple[Sentence, ...]

    @property
    def is_title(self) -> bool:
        """Whether it is a title or heading, which pair with one another only."""
        return self.block.kind in _TITLES

    def span(self, start: int, end: int) -> Span:
        """The place of the sentences `start:end`."""
        return Span(self.document.id, self.sentences[start].start, self.sentences[end - 1].end)

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """The folded words of the sentences `start:end`."""
        return folded_words(self.document.slice(self.span(start, end)))


@dataclass
class Reading:
    """All blocks that may overlap, and the words of their sentences as numbers.

    `words` are the numbers of all words, `lengths` how many of them each sentence has. Of word number `n`,
    `stems[n]` is the hash of the stem, the same on any machine, and `content[n]` whether it carries a fact.
    """

    texts: list[Text] = field(default_factory=list)
    words: array[int] = field(default_factory=lambda: array("I"))
    lengths: array[int] = field(default_factory=lambda: array("I"))
    stems: array[int] = field(default_factory=lambda: array("I"))
    content: bytearray = field(default_factory=bytearray)


class _Numbers(dict[str, int]):
    """The number of each word of a language as it is written; a new word gets the next one."""

    def __init__(self, reading: Reading, language: str | None) -> None:
        super().__init__()
        self._reading = reading
        self._language = language
        self._common = function_words(language)

    def __missing__(self, word: str) -> int:
        folded = fold(word)
        self._reading.stems.append(crc32(stem(folded, self._language).encode()))
        self._reading.content.append(folded not in self._common)
        self[word] = number = len(self._reading.stems) - 1
        return number


def read_texts(documents: Sequence[Document], progress: Progress) -> Reading:
    """Every block of the documents that is no furniture and holds a word, in order."""
    reading = Reading()
    numbers: dict[str | None, _Numbers] = {}
    for number, document in enumerate(documents):
        progress("reading words", number, len(documents))
        known = numbers.setdefault(document.language, _Numbers(reading, document.language))
        for block in document.blocks:
            if block.kind is not BlockKind.FURNITURE:
                _read_block(reading, known, Text(document, number, block, block.sentences))
    progress("reading words", len(documents), len(documents))
    return reading


def _read_block(reading: Reading, known: _Numbers, text: Text) -> None:
    told = []
    for sentence in text.sentences or (Sentence(text.block.start, text.block.end),):
        words = WORD.findall(text.document.text, sentence.start, sentence.end)
        if words:
            told.append(sentence)
            reading.words.extend(map(known.__getitem__, words))
            reading.lengths.append(len(words))
    if told:
        reading.texts.append(Text(text.document, text.number, text.block, tuple(told)))
