"""The words that differ between two aligned sentences.

A longest common subsequence of folded words (Hyyrö's bit-parallel algorithm, from rapidfuzz), then a clean-up for
the reader: a short run of function words between two edits joins them, and a hyphenated compound is one word.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.model import Change, ChangeOp, SentencePair
from mali_reader.overlap.sequences import Run, matching_runs
from mali_reader.overlap.words import cut, word_matches

_GLUE = frozenset("-‐‑–/.@&_:’'")
_ISLAND = 2
_LONGEST_KEPT = 4000
_INSERT, _DELETE, _REPLACE = ChangeOp.INSERT, ChangeOp.DELETE, ChangeOp.REPLACE


class WordChange(NamedTuple):
    """Words that differ: `left[left_start:left_end]` became `right[right_start:right_end]`, in code points."""

    op: ChangeOp
    left_start: int
    left_end: int
    right_start: int
    right_end: int


_change = partial(tuple.__new__, WordChange)


class _Words:
    """The words of a text: their folded forms, where they stand, which a hyphen or the like ties to the one before."""

    def __init__(self, text: str) -> None:
        self._runs, self.forms, self._others = cut(text)
        self.glued = self._glued() if self._others else frozenset[int]()
        self._begins: Sequence[int] = ()
        self._first: Sequence[int] = ()

    def _glued(self) -> frozenset[int]:
        found = []
        more = 0
        for place, words in self._others.items():
            if len(words) > 1:
                run = self._runs[place]
                gaps = [run[one[1] : other[0]] for one, other in pairwise(_places(run))]
                found += [place + more + number for number, gap in enumerate(gaps, 1) if gap in _GLUE]
            more += len(words) - 1
        return frozenset(found)

    def _count(self) -> None:
        """Count the code points and the words before each run."""
        if self._others:
            sizes = [1] * len(self._runs)
            for place, words in self._others.items():
                sizes[place] = len(words)
            self._first = [*accumulate(sizes, initial=0)]
        self._begins = [*accumulate(map(len, self._runs), initial=0)]

    def places(self, starts: Iterable[int], ends: Iterable[int]) -> list[tuple[int, int]]:
        """The code points from each of the words to before another one; of no words, their place."""
        if not self._begins:
            self._count()
        place, words = self._place, len(self.forms)
        found = []
        for start, end in zip(starts, ends, strict=True):
            if start < end:
                first = place(start)
                found.append(first if end - start == 1 else (first[0], place(end - 1)[1]))
            else:
                at = place(start)[0] if start < words else place(start - 1)[1] if start else 0
                found.append((at, at))
        return found

    def _place(self, number: int) -> tuple[int, int]:
        owner, inside = number, 0
        if self._first:
            owner = bisect_right(self._first, number) - 1
            inside = number - self._first[owner]
        run, at = self._runs[owner], self._begins[owner] + owner
        if run == self.forms[number]:
            return at, at + len(run)
        start, end = _places(run)[inside]
        return at + start, at + end


@lru_cache(maxsize=1 << 12)
def _places(run: str) -> tuple[tuple[int, int], ...]:
    return tuple([match.span() for match in word_matches(run)])


_kept_words = lru_cache(maxsize=4096)(_Words)


def _words(text: str) -> _Words:
    return _kept_words(text) if len(text) <= _LONGEST_KEPT else _Words(text)


_Edit = tuple[int, int, int, int]


def diff_words(left: str, right: str, *, language: str | None = None) -> tuple[WordChange, ...]:
    """What turns the words of `left` into those of `right`, in order; swapping the texts mirrors the answer.

    `language` (two letters; None is English) says which words are too common to part two edits.
    """
    if left == right:
        return ()
    one, other, common = _words(left), _words(right), function_words(language)
    if other.forms < one.forms:
        edits = [(i1, i2, j1, j2) for j1, j2, i1, i2 in _edits(other, one, common)]
    else:
        edits = _edits(one, other, common)
    if not edits:
        return ()
    i1, i2, j1, j2 = zip(*edits, strict=True)
    here, there = one.places(i1, i2), other.places(j1, j2)
    return tuple([
        _change((_INSERT if start == end else _DELETE if to == until else _REPLACE, start, end, to, until))
        for (start, end), (to, until) in zip(here, there, strict=True)
    ])  # fmt: skip


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
    glued = bool(one.glued or other.glued)
    for run in matching_runs(one.forms, other.forms):
        start, to, length = _kept(one, other, common, run) if glued or run[2] <= _ISLAND else run
        if not length and (start < len(one.forms) or to < len(other.forms)):
            continue
        if i < start or j < to:
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
