"""The words that differ between two aligned sentences.

A longest common subsequence of folded words (Hyyrö's bit-parallel algorithm, from rapidfuzz), then a clean-up for
the reader: a short run of function words between two edits joins them, and a hyphenated compound is one word.
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.model import Change, ChangeOp, SentencePair
from mali_reader.overlap.sequences import Run, matching_runs
from mali_reader.overlap.words import WORD, folded_words

_GLUE = frozenset("-‐‑–/.@&_:’'")
_ISLAND = 2
_MOST_RUNS = 1 << 16


class WordChange(NamedTuple):
    """Words that differ: `left[left_start:left_end]` became `right[right_start:right_end]`, in code points."""

    op: ChangeOp
    left_start: int
    left_end: int
    right_start: int
    right_end: int


class _Forms(dict[str, tuple[str, ...]]):
    """The folded words of what stands between two spaces: no word holds a space, and such runs come again and again."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        if len(self) >= _MOST_RUNS:
            self.clear()
        self[run] = forms = folded_words(run)
        return forms


_forms = _Forms()


class _Words:
    """The words of a text: their folded forms, where they stand, which a hyphen or the like ties to the one before."""

    def __init__(self, text: str) -> None:
        self._runs = text.split(" ")
        forms = [*map(_forms.__getitem__, self._runs)]
        sizes = [*map(len, forms)]
        self.forms = [*chain.from_iterable(forms)]
        self._first = [*accumulate(sizes, initial=0)]
        """The number of the first word of each run."""
        self._begins = [*accumulate(map(len, self._runs), initial=0)]
        """How many code points stand before each run, without the spaces between runs."""
        self.glued = self._glued(sizes) if max(sizes) > 1 else frozenset[int]()

    def _glued(self, sizes: list[int]) -> frozenset[int]:
        found = []
        for run, first, size in zip(self._runs, self._first, sizes, strict=False):
            if size > 1:
                places = [match.span() for match in WORD.finditer(run)]
                gaps = [run[one[1] : other[0]] for one, other in pairwise(places)]
                found += [first + number for number, gap in enumerate(gaps, 1) if gap in _GLUE]
        return frozenset(found)

    def cut(self, start: int, end: int) -> tuple[int, int]:
        """The code points from word `start` to before word `end`; of no words, their place."""
        if start < end:
            first = self._place(start)
            return first if end - start == 1 else (first[0], self._place(end - 1)[1])
        if start < len(self.forms):
            return (self._place(start)[0],) * 2
        return (self._place(start - 1)[1] if start else 0,) * 2

    def _place(self, number: int) -> tuple[int, int]:
        owner = bisect_right(self._first, number) - 1
        run, begin = self._runs[owner], self._begins[owner] + owner
        if run.isascii() and run.isalpha():
            return begin, begin + len(run)
        matches = islice(WORD.finditer(run), number - self._first[owner], None)
        start, end = next(matches).span()
        return begin + start, begin + end


_words = lru_cache(maxsize=1024)(_Words)


_Edit = tuple[int, int, int, int]


def diff_words(left: str, right: str, *, language: str | None = None) -> tuple[WordChange, ...]:
    """What turns the words of `left` into those of `right`, in order; swapping the texts mirrors the answer.

    `language` (two letters; None is English) says which words are too common to part two edits.
    """
    one, other, common = _words(left), _words(right), function_words(language)
    if other.forms < one.forms:
        edits = [(j1, j2, i1, i2) for i1, i2, j1, j2 in _edits(other, one, common)]
    else:
        edits = _edits(one, other, common)
    changes = []
    for i1, i2, j1, j2 in edits:
        op = ChangeOp.INSERT if i1 == i2 else ChangeOp.DELETE if j1 == j2 else ChangeOp.REPLACE
        changes.append(WordChange(op, *one.cut(i1, i2), *other.cut(j1, j2)))
    return tuple(changes)


def word_changes(left: Document, right: Document, pair: SentencePair) -> tuple[Change, ...]:
    """The whole-word changes inside an aligned pair, ordered by place, as spans of the two documents."""
    changes = diff_words(left.slice(pair.left), right.slice(pair.right), language=left.language)
    at, to = pair.left.start, pair.right.start
    return tuple(
        Change(
            change.op,
            Span(left.id, at + change.left_start, at + change.left_end),
            Span(right.id, to + change.right_start, to + change.right_end),
        )
        for change in changes
    )


def _edits(one: _Words, other: _Words, common: frozenset[str]) -> list[_Edit]:
    edits: list[_Edit] = []
    i = j = 0
    ends = len(one.forms), len(other.forms)
    for run in matching_runs(one.forms, other.forms):
        start, to, length = _kept(one, other, common, run)
        if not length and (start, to) != ends:
            continue
        if (i, j) != (start, to):
            edits.append((i, start, j, to))
        i, j = start + length, to + length
    return edits


def _kept(one: _Words, other: _Words, common: frozenset[str], run: Run) -> Run:
    """What is worth keeping of a run of equal words: nothing tied by a hyphen to an edit, no island."""
    i, j, length = run
    edited_before = i > 0 or j > 0
    edited_after = i + length < len(one.forms) or j + length < len(other.forms)
    if one.glued or other.glued:
        while edited_before and length and (i in one.glued or j in other.glued):
            i, j, length = i + 1, j + 1, length - 1
        while edited_after and length and (i + length in one.glued or j + length in other.glued):
            length -= 1
    island = edited_before and edited_after and length <= _ISLAND
    if island and common.issuperset(one.forms[i : i + length]):
        length = 0
    return i, j, length
