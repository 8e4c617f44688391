"""The words that differ between two aligned sentences.

A longest common subsequence of folded words (Hyyrö's bit-parallel algorithm, from rapidfuzz), then a clean-up for
the reader: a short run of function words between two edits joins them, and a hyphenated compound is one word.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.model import Change, ChangeOp, SentencePair
from mali_reader.overlap.words.cut import cut, words_of
from mali_reader.overlap.words.forms import fold, word_matches
from mali_reader.overlap.words.sequences import Run, matching_runs

_ISLAND = 2
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
    """The words of `text[begin:end]`: their folded forms, where they stand, which are tied to the one before.

    What stands before and after is the same in another text, and parted from these words by a space.
    """

    def __init__(self, text: str, begin: int, end: int) -> None:
        self._text, self._begin, self._end = text, begin, end
        self._runs, self.forms, self._owners, self.tied, self._others = cut(text[begin:end])

    def places(self, starts: Iterable[int], ends: Iterable[int]) -> list[tuple[int, int]]:
        """The code points from each of the words to before another one; of no words, their place."""
        begins = [*accumulate(map(len, self._runs), initial=self._begin)]
        place, words = self._place, len(self.forms)
        found = []
        for start, end in zip(starts, ends, strict=True):
            if start < words:
                at, until = place(begins, start)
            else:
                at = until = self._after
            if start == end:
                until = at
            elif start + 1 < end:
                until = place(begins, end - 1)[1]
            found.append((at, until))
        return found

    def _place(self, begins: Sequence[int], number: int) -> tuple[int, int]:
        owner = self._owners[number]
        run, at = self._runs[owner], begins[owner] + owner
        if run == self.forms[number]:
            return at, at + len(run)
        several = self._others.get(owner)
        word = several[number - bisect_left(self._owners, owner)] if several else words_of(run)[0]
        return at + word.start, at + word.end

    @property
    def _after(self) -> int:
        """Where words stand that follow all of these: at the next word, else after the last one."""
        following = next(word_matches(self._text, self._end), None)
        if following:
            return following.start()
        return max((match.end() for match in word_matches(self._text, 0, self._end)), default=0)

    def next_form(self) -> str | None:
        """The folded form of the word after all of these."""
        following = next(word_matches(self._text, self._end), None)
        return following and fold(following.group())


_Edit = tuple[int, int, int, int]


def diff_words(left: str, right: str, *, language: str | None = None) -> tuple[WordChange, ...]:
    """What turns the words of `left` into those of `right`, in order; swapping the texts mirrors the answer.

    `language` (two letters; None is English) says which words are too common to part two edits.
    """
    if left == right:
        return ()
    one, other = _apart(left, right)
    common = function_words(language)
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


def _apart(left: str, right: str) -> tuple[_Words, _Words]:
    """The words without those that both texts begin and end with, which need no comparison."""
    begin = left.rfind(" ", 0, Prefix.similarity(left, right)) + 1
    alike = Postfix.similarity(left[begin:], right[begin:])
    end = left.find(" ", len(left) - alike)
    if end >= 0:
        one, other = _Words(left, begin, end), _Words(right, begin, end + len(right) - len(left))
        if not _slides(one, other):
            return one, other
    return _Words(left, begin, len(left)), _Words(right, begin, len(right))


def _slides(one: _Words, other: _Words) -> bool:
    """Whether what one side has more could as well be said to stand further on, in what both end with."""
    shorter, longer = sorted((one.forms, other.forms), key=len)
    size = len(shorter)
    return len(longer) > size and longer[:size] == shorter and longer[size] == one.next_form()


def _edits(one: _Words, other: _Words, common: frozenset[str]) -> list[_Edit]:
    edits: list[_Edit] = []
    i = j = 0
    tied = bool(one.tied or other.tied)
    for run in matching_runs(one.forms, other.forms):
        start, to, length = _kept(one, other, common, run) if tied or run[2] <= _ISLAND else run
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
    if one.tied or other.tied:
        while edited_before and length and (i in one.tied or j in other.tied):
            i, j, length = i + 1, j + 1, length - 1
        while edited_after and length and (i + length in one.tied or j + length in other.tied):
            length -= 1
    island = edited_before and edited_after and length <= _ISLAND
    if island and common.issuperset(one.forms[i : i + length]):
        length = 0
    return i, j, length
