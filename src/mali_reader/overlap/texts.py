"""The blocks that may overlap, read into sentences and numbered words."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence, Span
from mali_reader.overlap.function_words import function_words
from mali_reader.overlap.stems import stem, unelided
from mali_reader.overlap.words import WORD, fold
from mali_reader.progress import Progress

_MOST_SENTENCES = 200
_TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING})


@dataclass(frozen=True)
class Text:
    """A block with words in it: its document (and that one's number), its sentences with words in them.

    `first` is the number of the first of them among all sentences.
    """

    document: Document
    number: int
    block: Block
    sentences: tuple[Sentence, ...]
    first: int

    @property
    def is_title(self) -> bool:
        """Whether it is a title or heading, which pair with one another only."""
        return self.block.kind in _TITLES

    def span(self, start: int, end: int) -> Span:
        """The place of the sentences `start:end`."""
        return Span(self.document.id, self.sentences[start].start, self.sentences[end - 1].end)


@dataclass
class Reading:
    """All blocks that may overlap, and the words of their sentences as numbers.

    Sentence `s` has the words `words[starts[s] : starts[s + 1]]`. A word number stands for a word as written in a
    language. Of word `n`, `forms[n]` numbers its folded form, `stems[n]` is the hash of its stem (the same on any
    machine), `content[n]` is 1 if it carries a fact and `capital[n]` if it begins with a capital.
    """

    texts: list[Text] = field(default_factory=list)
    words: array[int] = field(default_factory=lambda: array("I"))
    starts: array[int] = field(default_factory=lambda: array("Q", [0]))
    forms: array[int] = field(default_factory=lambda: array("I"))
    stems: array[int] = field(default_factory=lambda: array("I"))
    content: bytearray = field(default_factory=bytearray)
    capital: bytearray = field(default_factory=bytearray)

    def written(self, text: Text, start: int, end: int) -> array[int]:
        """The words of the sentences `start:end` of a text."""
        return self.words[self.starts[text.first + start] : self.starts[text.first + end]]

    def folded(self, text: Text, start: int, end: int) -> list[int]:
        """The numbers of their folded forms."""
        return [self.forms[word] for word in self.written(text, start, end)]


class _Numbers(dict[str, int]):
    """The number of each word of a language as it is written; a new word gets the next one."""

    def __init__(self, reading: Reading, forms: dict[str, int], language: str | None) -> None:
        super().__init__()
        self._reading = reading
        self._forms = forms
        self._language = language
        self._common = function_words(language)

    def __missing__(self, word: str) -> int:
        bare = fold(unelided(word, self._language))
        folded = fold(word)
        self._reading.forms.append(self._forms.setdefault(folded, len(self._forms)))
        self._reading.stems.append(crc32(stem(bare, self._language).encode()))
        self._reading.content.append(bare not in self._common)
        self._reading.capital.append(word[0].isupper())
        self[word] = number = len(self._reading.stems) - 1
        return number


def read_texts(documents: Sequence[Document], progress: Progress) -> Reading:
    """Every block of the documents that is no furniture and holds a word, in order."""
    reading = Reading()
    forms: dict[str, int] = {}
    numbers: dict[str | None, _Numbers] = {}
    for number, document in enumerate(documents):
        progress("reading words", number, len(documents))
        if document.language not in numbers:
            numbers[document.language] = _Numbers(reading, forms, document.language)
        for block in document.blocks:
            if block.kind is not BlockKind.FURNITURE:
                first = len(reading.starts) - 1
                sentences = tuple(_read_sentences(reading, numbers[document.language], document, block))
                if sentences:
                    reading.texts.append(Text(document, number, block, sentences, first))
    progress("reading words", len(documents), len(documents))
    return reading


def _read_sentences(reading: Reading, numbers: _Numbers, document: Document, block: Block) -> Iterator[Sentence]:
    for sentence in _runs(block.sentences) or (Sentence(block.start, block.end),):
        words = WORD.findall(document.text, sentence.start, sentence.end)
        if words:
            reading.words.extend(map(numbers.__getitem__, words))
            reading.starts.append(len(reading.words))
            yield sentence


def _runs(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences, or runs of neighbours where a block has very many: all are compared with all of another block."""
    size = -(-len(sentences) // _MOST_SENTENCES)
    if size <= 1:
        return sentences
    runs = [sentences[start : start + size] for start in range(0, len(sentences), size)]
    return [Sentence(run[0].start, run[-1].end) for run in runs]
