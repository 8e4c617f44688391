"""The words that differ between two aligned sentences.

A longest common subsequence of folded words (Hyyrö's bit-parallel algorithm, from rapidfuzz), then a clean-up for
the reader: a short run of function words between two edits joins them, and a hyphenated compound is one word.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.model import Change, ChangeOp, SentencePair
from mali_reader.overlap.sequences import Run, as_signs, matching_runs
from mali_reader.overlap.words import WORD, fold

_PARTED = re.compile(f"({WORD.pattern})")
_GLUE = frozenset("-‐‑–/.@&_:’'")
_ISLAND = 2


@dataclass(frozen=True, slots=True)
class WordChange:
    """Words that differ: `left[left_start:left_end]` became `right[right_start:right_end]`, in code points."""

    op: ChangeOp
    left_start: int
    left_end: int
    right_start: int
    right_end: int


class _Words:
    """The words of a text: where they stand and their folded forms."""

    def __init__(self, text: str) -> None:
        self._pieces = _PARTED.split(text)
        """What stands before the first word, the word, what stands before the next one, and so on."""
        self._ends = list(accumulate(map(len, self._pieces)))
        self.forms = list(map(fold, self._pieces[1::2]))

    def glued(self, number: int) -> bool:
        """Whether a hyphen or the like ties a word to the one before it."""
        return 0 < number < len(self.forms) and self._pieces[2 * number] in _GLUE

    def cut(self, start: int, end: int) -> tuple[int, int]:
        """The code points from word `start` to before word `end`; of no words, their place."""
        if start < end:
            return self._ends[2 * start], self._ends[2 * end - 1]
        if start < len(self.forms):
            return (self._ends[2 * start],) * 2
        return (self._ends[-2] if self.forms else 0,) * 2


_words = lru_cache(maxsize=4096)(_Words)


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
    for run in matching_runs(*as_signs(one.forms, other.forms)):
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
    while edited_before and length and (one.glued(i) or other.glued(j)):
        i, j, length = i + 1, j + 1, length - 1
    while edited_after and length and (one.glued(i + length) or other.glued(j + length)):
        length -= 1
    island = edited_before and edited_after and length <= _ISLAND
    if island and common.issuperset(one.forms[i : i + length]):
        length = 0
    return i, j, length
