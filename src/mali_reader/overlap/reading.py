"""Read documents into words, several processes at a time where there is much to read."""

from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from threading import Lock
from typing import NamedTuple
from zlib import crc32

import numpy as np

from mali_reader.corpus.blocks import FURNITURE, Blocks
from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document
from mali_reader.garbage import uncollected
from mali_reader.overlap.stems import stem, unelided
from mali_reader.overlap.texts import CAPITAL, CONTENT, Integers, Words, joined
from mali_reader.overlap.words import fold, gram, words_in
from mali_reader.progress import Progress
from mali_reader.workers import answers, worker_count

_MOST_SENTENCES = 200
_BATCH = 1_000_000
"""So many code points are read at once."""
_MANY = 10_000_000
"""To read fewer takes hardly longer than to start workers."""
_LONGEST_KEPT = 64


class _Text(NamedTuple):
    """What is read of a document."""

    text: str
    language: str | None
    blocks: Blocks


@uncollected()
def read_words(documents: Sequence[Document], progress: Progress) -> Words:
    """Every block of the documents that is no furniture and holds a word, in order."""
    batches = list(_batches(documents))
    workers = worker_count() if sum(len(document.text) for document in documents) > _MANY else 1
    tasks = ([_text(documents[number]) for number in batch] for batch in batches)
    parts, read = [], 0
    try:
        with closing(answers(_read, tasks, workers, size=_size, alone=0)) as answered:
            for batch, words in zip(batches, answered, strict=True):
                progress("reading words", read, len(documents))
                read += len(batch)
                parts.append(words)
    finally:
        _reader.cache_clear()
    progress("reading words", read, len(documents))
    return joined(parts, [len(batch) for batch in batches])


def _batches(documents: Sequence[Document]) -> Iterator[range]:
    start = size = 0
    for number, document in enumerate(documents):
        size += len(document.text)
        if size >= _BATCH:
            yield range(start, number + 1)
            start, size = number + 1, 0
    if start < len(documents):
        yield range(start, len(documents))


def _text(document: Document) -> _Text:
    return _Text(document.text, document.language, Blocks.of(document.blocks))


def _size(texts: Sequence[_Text]) -> int:
    return sum(len(text.text) for text in texts)


def _read(texts: Sequence[_Text]) -> Words:
    with _ONE_AT_A_TIME:
        return _reader().read(texts)


_ONE_AT_A_TIME = Lock()


@cache
def _reader() -> "_Reader":
    """The reader of this process: what it learnt of a word serves all texts of one language."""
    return _Reader()


class _Reader:
    """The words met so far: the hashes of each, its flags, and which of them each run of signs between spaces holds."""

    def __init__(self) -> None:
        self.form, self.stem, self.flags = array("I"), array("I"), bytearray()
        self.ends = array("I", [0])
        self._vocabularies: dict[str | None, _Vocabulary] = {}

    def _vocabulary(self, language: str | None) -> "_Vocabulary":
        if language not in self._vocabularies:
            self._vocabularies[language] = _Vocabulary(self, language)
        return self._vocabularies[language]

    def read(self, texts: Sequence[_Text]) -> Words:
        """The words of some texts."""
        runs, ends = array("I"), array("Q", [0])
        blocks, sentences = array("I"), array("I")
        for text in texts:
            number = self._vocabulary(text.language).__getitem__
            for place, (kind, places) in enumerate(text.blocks.rows()):
                if kind == FURNITURE:
                    continue
                bounds = _bounded(places[1:-1]) or places
                blocks.extend((place, len(bounds) // 2))
                sentences.extend(bounds)
                for start, end in zip(bounds[::2], bounds[1::2], strict=True):
                    # No word holds white space, so what stands between spaces can be looked up whole.
                    runs.extend(map(number, text.text[start:end].split()))
                    ends.append(len(runs))
        counted = [len(text.blocks.kinds) - text.blocks.kinds.count(FURNITURE) for text in texts]
        document = np.repeat(np.arange(len(texts), dtype=np.int32), counted)
        return self._words(document, _pairs(blocks), _pairs(sentences), np.array(runs), np.array(ends, dtype=np.int64))

    def _words(self, document: Integers, blocks: Integers, places: Integers, runs: Integers, ends: Integers) -> Words:
        known = np.array(self.ends)
        first, count = known[runs], known[runs + 1] - known[runs]
        before = np.concatenate([[0], np.cumsum(count, dtype=np.int64)])
        word = np.repeat(first - before[:-1], count) + np.arange(before[-1])
        size = np.diff(before[ends])
        start, end = places
        block, sentences = blocks
        owner = np.repeat(np.arange(len(block)), sentences)
        held = np.bincount(owner[size > 0], minlength=len(block)).astype(np.int32)
        kept = held > 0
        return Words(
            document[kept], block[kept], held[kept],
            start[size > 0], end[size > 0], size[size > 0].astype(np.int32),
            np.array(self.form, dtype=np.uint32)[word], np.array(self.stem, dtype=np.uint32)[word],
            np.array(self.flags, dtype=np.uint8)[word],
        )  # fmt: skip


def _bounded(places: "array[int]") -> "array[int]":
    """The places of sentences, or those of runs of neighbours where there are very many: all are compared with all."""
    size = -(-len(places) // (2 * _MOST_SENTENCES))
    if size <= 1:
        return places
    starts, ends = places[:: 2 * size], places[2 * size - 1 :: 2 * size]
    if len(ends) < len(starts):
        ends.append(places[-1])
    return array("I", [place for run in zip(starts, ends, strict=True) for place in run])


def _pairs(places: "array[int]") -> Integers:
    return np.array(places, dtype=np.int32).reshape(-1, 2).T


class _Vocabulary(dict[str, int]):
    """The number of each run of signs between spaces in one language; a new one gets the next number."""

    def __init__(self, reader: _Reader, language: str | None) -> None:
        super().__init__()
        self._reader = reader
        self._language = language
        self._common = function_words(language)
        self._of_letters = cache(self._read)

    def __missing__(self, run: str) -> int:
        reader = self._reader
        words = (run,) if run.isascii() and run.isalpha() else words_in(run)
        for place, word in enumerate(words):
            plain = word.isascii() and word.isalpha()
            form, stemmed, content = self._of_letters(word.lower()) if plain else self._read(word, gram(words, place))
            reader.form.append(form)
            reader.stem.append(stemmed)
            reader.flags.append(content + word[0].isupper() * CAPITAL)
        reader.ends.append(len(reader.form))
        number = len(reader.ends) - 2
        if len(run) <= _LONGEST_KEPT:
            self[run] = number
        return number

    def _read(self, word: str, whole: str = "") -> tuple[int, int, int]:
        """The hash of a word's form, that of its stem, and whether it carries a fact; stem and fact are of `whole`, if
        that is told."""
        bare = fold(unelided(whole or word, self._language))
        return _hash(fold(word)), _hash(stem(bare, self._language)), (bare not in self._common) * CONTENT


def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
