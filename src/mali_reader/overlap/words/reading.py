"""Read documents into words. What a word is to the engine is found out once for each run of signs between spaces."""

from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from zlib import crc32

import numpy as np

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document
from mali_reader.garbage import give_back, uncollected
from mali_reader.overlap.rows.sparse import Rows
from mali_reader.overlap.rows.threads import in_order
from mali_reader.overlap.words.forms import fold, gram, words_in
from mali_reader.overlap.words.runs import Keys, Runs, runs_of
from mali_reader.overlap.words.stems import meaning, unelided
from mali_reader.overlap.words.texts import CAPITAL, CONTENT, Words, joined
from mali_reader.progress import Progress

_BATCH = 500_000
"""So many code points are read at once."""
_SLOT_BITS = 20


@uncollected()
def read_words(documents: Sequence[Document], progress: Progress) -> Words:
    """Every block of the documents that is no furniture and holds a word, in order."""
    batches = [documents[some] for some in _batches(documents)]
    reader = _Reader()
    parts, read = [], 0
    for batch, runs in zip(batches, in_order(runs_of, batches), strict=True):
        progress("reading words", read, len(documents))
        parts.append(reader.read(batch, runs))
        read += len(batch)
    progress("reading words", read, len(documents))
    words = joined(parts, [len(batch) for batch in batches])
    del parts
    give_back()
    return words


def _batches(documents: Sequence[Document]) -> Iterator[slice]:
    start = size = 0
    for number, document in enumerate(documents):
        size += len(document.text)
        if size >= _BATCH:
            yield slice(start, number + 1)
            start, size = number + 1, 0
    if start < len(documents):
        yield slice(start, len(documents))


class _Reader:
    """The words met so far: the hashes of each, its flags, and which of them each run of signs between spaces holds."""

    def __init__(self) -> None:
        self._form, self._stem, self._flags = array("I"), array("I"), bytearray()
        self._ends = array("I", [0])
        self._languages: dict[str | None, _Language] = {}
        self._keys = np.zeros(1 << _SLOT_BITS, dtype=np.uint64)
        self._numbers = np.zeros(1 << _SLOT_BITS, dtype=np.int32)
        self._others: dict[int, int] = {}

    def read(self, documents: Sequence[Document], runs: Runs) -> Words:
        """The words of those documents, given their runs."""
        numbers = self._numbered(runs, documents)
        ends = np.array(self._ends)
        first, count = ends[numbers], ends[numbers + 1] - ends[numbers]
        before = np.concatenate([[0], np.cumsum(count, dtype=np.int64)])
        word = np.repeat(first - before[:-1], count) + np.arange(before[-1])
        size = np.diff(before[np.cumsum(runs.size)], prepend=0)
        told = size > 0
        held = np.bincount(np.repeat(np.arange(len(runs.block)), runs.sentences)[told], minlength=len(runs.block))
        kept = held > 0
        return Words(
            runs.document[kept].astype(np.int32),
            runs.block[kept].astype(np.int32),
            held[kept].astype(np.int32),
            runs.start[told].astype(np.int32),
            runs.end[told].astype(np.int32),
            size[told].astype(np.int32),
            np.array(self._form, dtype=np.uint32)[word],
            np.array(self._stem, dtype=np.uint32)[word],
            np.array(self._flags, dtype=np.uint8)[word],
        )

    def _numbered(self, runs: Runs, documents: Sequence[Document]) -> Rows:
        """The number of each run. One look into a table tells most of them; the others are asked for once for all."""
        slots = (runs.keys >> np.uint64(64 - _SLOT_BITS)).astype(np.intp)
        numbers = self._numbers[slots]
        missed = np.flatnonzero(self._keys[slots] != runs.keys)
        keys, places, again = np.unique(runs.keys[missed], return_index=True, return_inverse=True)
        found = np.array([self._others.get(key, -1) for key in keys.tolist()], dtype=np.int32)
        new = np.flatnonzero(found < 0)
        asked = missed[places[new]]
        found[new] = np.arange(len(new)) + len(self._ends) - 1
        owners = np.searchsorted(runs.offsets, runs.begins[asked], side="right") - 1
        columns = (runs.begins[asked], runs.ends[asked], owners)
        for begin, end, owner in zip(*[column.tolist() for column in columns], strict=True):
            self._learn(runs.text[begin:end], documents[owner].language)
        self._keep(keys[new], slots[asked], found[new])
        numbers[missed] = found[again]
        return numbers

    def _keep(self, keys: Keys, slots: Rows, numbers: Rows) -> None:
        """Keep the numbers of keys, which are in order, as their slots are: one to a slot, the others elsewhere."""
        free = self._keys[slots] == 0
        free[1:] &= slots[1:] != slots[:-1]
        self._keys[slots[free]], self._numbers[slots[free]] = keys[free], numbers[free]
        self._others.update(zip(keys[~free].tolist(), numbers[~free].tolist(), strict=True))

    def _learn(self, run: str, language: str | None) -> None:
        """Learn the words of a run, which gets the next number."""
        if language not in self._languages:
            self._languages[language] = _Language(language)
        for form, stemmed, flags in self._languages[language].words(run):
            self._form.append(form)
            self._stem.append(stemmed)
            self._flags.append(flags)
        self._ends.append(len(self._form))


class _Language:
    """What the words of one language are to the engine."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self._common = function_words(language)
        self._of_letters = cache(self._read)

    def words(self, run: str) -> Iterator[tuple[int, int, int]]:
        """Of each word of a run of signs between spaces the hash of its form, that of its stem, and its flags."""
        words = (run,) if run.isascii() and run.isalpha() else words_in(run)
        for place, word in enumerate(words):
            plain = word.isascii() and word.isalpha()
            form, stemmed, content = self._of_letters(word.lower()) if plain else self._read(word, gram(words, place))
            yield form, stemmed, content + word[0].isupper() * CAPITAL

    def _read(self, word: str, whole: str = "") -> tuple[int, int, int]:
        """The hash of a word's form, that of its stem, and whether it carries a fact; stem and fact are of `whole`, if
        that is told."""
        bare = fold(unelided(whole or word, self._language))
        return _hash(fold(word)), _hash(meaning(bare, self._language)), (bare not in self._common) * CONTENT


def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
