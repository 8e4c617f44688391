"""Read documents into words, several processes at a time where there is much to read."""

from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from threading import Lock
from typing import NamedTuple
from zlib import crc32

import numpy as np

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Block, BlockKind, Document, Sentence
from mali_reader.garbage import uncollected
from mali_reader.overlap.stems import stem, unelided
from mali_reader.overlap.texts import CAPITAL, CONTENT, Integers, Words, joined
from mali_reader.overlap.words import WORD, fold, gram
from mali_reader.progress import Progress
from mali_reader.workers import answers, worker_count

_MOST_SENTENCES = 200
_BATCH = 1_000_000
"""So many code points are read at once."""
_MANY = 10_000_000
"""To read fewer takes hardly longer than to start workers."""
_LONGEST_KEPT = 64


class _Text(NamedTuple):
    """What is read of a document: of each block its place among all and how many sentences, and where these stand."""

    text: str
    language: str | None
    blocks: "array[int]"
    sentences: "array[int]"


@uncollected()
def read_words(documents: Sequence[Document], progress: Progress) -> Words:
    """Every block of the documents that is no furniture and holds a word, in order."""
    batches = list(_batches(documents))
    workers = worker_count() if sum(len(document.text) for document in documents) > _MANY else 1
    tasks = ([_laid_out(documents[number]) for number in batch] for batch in batches)
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


def _laid_out(document: Document) -> _Text:
    blocks, places = array("I"), array("I")
    for place, block in enumerate(document.blocks):
        if block.kind is not BlockKind.FURNITURE:
            sentences = _bounded(block.sentences) or (block,)
            blocks.extend((place, len(sentences)))
            for sentence in sentences:
                places.append(sentence.start)
                places.append(sentence.end)
    return _Text(document.text, document.language, blocks, places)


def _bounded(sentences: Sequence[Sentence]) -> Sequence[Sentence | Block]:
    """The sentences, or runs of neighbours where a block has very many: all are compared with all of another block."""
    size = -(-len(sentences) // _MOST_SENTENCES)
    if size <= 1:
        return sentences
    runs = [sentences[start : start + size] for start in range(0, len(sentences), size)]
    return [Sentence(run[0].start, run[-1].end) for run in runs]


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
        for text in texts:
            number = self._vocabulary(text.language).__getitem__
            places = iter(text.sentences)
            for start, end in zip(places, places, strict=True):
                # No word holds white space, so what stands between spaces can be looked up whole.
                runs.extend(map(number, text.text[start:end].split()))
                ends.append(len(runs))
        return self._words(texts, np.array(runs), np.array(ends, dtype=np.int64))

    def _words(self, texts: Sequence[_Text], runs: Integers, ends: Integers) -> Words:
        known = np.array(self.ends)
        first, count = known[runs], known[runs + 1] - known[runs]
        before = np.concatenate([[0], np.cumsum(count, dtype=np.int64)])
        word = np.repeat(first - before[:-1], count) + np.arange(before[-1])
        size = np.diff(before[ends])
        start, end = _pairs([text.sentences for text in texts])
        block, sentences = _pairs([text.blocks for text in texts])
        document = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text.blocks) // 2 for text in texts])
        owner = np.repeat(np.arange(len(block)), sentences)
        held = np.bincount(owner[size > 0], minlength=len(block)).astype(np.int32)
        kept = held > 0
        return Words(
            document[kept], block[kept], held[kept],
            start[size > 0], end[size > 0], size[size > 0].astype(np.int32),
            np.array(self.form, dtype=np.uint32)[word], np.array(self.stem, dtype=np.uint32)[word],
            np.array(self.flags, dtype=np.uint8)[word],
        )  # fmt: skip


def _pairs(arrays: "Sequence[array[int]]") -> Integers:
    whole = np.concatenate([np.zeros(0, dtype=np.int32), *arrays]).astype(np.int32, copy=False)
    return whole.reshape(-1, 2).T


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
        words = (run,) if run.isascii() and run.isalpha() else WORD.findall(run)
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
