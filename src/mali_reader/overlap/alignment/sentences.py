"""Which sentences of two blocks correspond, in any order, one to one or one to several neighbours."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import sqrt
from operator import itemgetter
from typing import NamedTuple

from mali_reader.overlap.scores.calibration import DIGITS, least_log_odds, log_odds, probability

Vector = dict[int, float]
_GAIN = 2.0
"""A neighbouring sentence joins a pair when it adds this much to the log-odds."""


class SentenceTerms:
    """The weighted terms of a sentence or a run of them: all, and those of the content words; and their squares."""

    __slots__ = ("content", "content_square", "terms", "terms_square")

    def __init__(self, terms: Vector, content: Vector) -> None:
        self.terms = terms
        self.content = content
        self.terms_square = _square(terms)
        self.content_square = _square(content)


def together(sentences: Sequence[SentenceTerms]) -> SentenceTerms:
    """The terms of a run of sentences."""
    if len(sentences) == 1:
        return sentences[0]
    return SentenceTerms(_sum(one.terms for one in sentences), _sum(one.content for one in sentences))


def _square(vector: Vector) -> float:
    return sum([value * value for value in vector.values()])


class Pair(NamedTuple):
    """Sentences `left_start:left_end` and `right_start:right_end` (end excluded) correspond."""

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    score: float
    moved: bool = False


Side = Callable[[int, int], SentenceTerms]
_Scored = tuple[float, tuple[int, int, int, int]]


class Similarity:
    """The log-odds that runs of sentences of two blocks say the same thing.

    `single` holds those of single sentences, all of the first left one first; those of longer runs come from the
    weighted terms of sentences `start` to before `end` of each side, which are asked for when needed.
    """

    def __init__(self, single: Sequence[float], left: Side, right: Side, *, title: bool) -> None:
        self.single = single
        self._left = left
        self._right = right
        self._title = float(title)

    def __call__(self, left_start: int, left_end: int, right_start: int, right_end: int) -> float:
        one, other = self._left(left_start, left_end), self._right(right_start, right_end)
        terms = _cosine(one.terms, other.terms, one.terms_square * other.terms_square)
        content = _cosine(one.content, other.content, one.content_square * other.content_square)
        return round(log_odds(terms, content, content, self._title), DIGITS)


def _sum(vectors: Iterable[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for term, value in vector.items():
            total[term] = total.get(term, 0.0) + value
    return total


def _cosine(one: Vector, other: Vector, squares: float) -> float:
    if len(other) < len(one):
        one, other = other, one
    dot = sum([value * other[term] for term, value in one.items() if term in other])
    return dot / sqrt(squares) if dot else 0.0


def align(left: int, right: int, similarity: Similarity, least: float) -> tuple[Pair, ...]:
    """Pairs of the `left` sentences of one block and the `right` of the other, ordered by the left side.

    Greedy by similarity; ties go to the earlier sentences. Each sentence is in one pair at most. Where none is as
    probable as `least`, the best pair stands alone.
    """
    floor = least_log_odds(least)
    probable = sorted([(-score, place) for place, score in enumerate(similarity.single) if score >= floor])
    while probable and probability(-probable[-1][0]) < least:
        probable.pop()
    if not probable:
        best = max(similarity.single)
        probable = [(-best, similarity.single.index(best))]
    free_left, free_right = set(range(left)), set(range(right))
    pairs: list[_Scored] = []
    for score, place in probable:
        i, j = divmod(place, right)
        if i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            pairs.append((-score, (i, i + 1, j, j + 1)))
    if free_left or free_right:
        pairs = [_grow(pair, similarity, free_left, free_right) for pair in pairs]
    pairs.sort(key=itemgetter(1))
    moved = _moved([runs[2] for _, runs in pairs])
    return tuple([Pair(*runs, probability(score), how) for (score, runs), how in zip(pairs, moved, strict=True)])


def _grow(pair: _Scored, similarity: Similarity, free_left: set[int], free_right: set[int]) -> _Scored:
    """The pair with the neighbours that only together say what the other side says."""
    while True:
        score, (a, b, c, d) = pair
        longer = []
        if d - c == 1:
            longer += [(a - 1, b, c, d)] * (a - 1 in free_left) + [(a, b + 1, c, d)] * (b in free_left)
        if b - a == 1:
            longer += [(a, b, c - 1, d)] * (c - 1 in free_right) + [(a, b, c, d + 1)] * (d in free_right)
        best = max(((similarity(*runs), runs) for runs in longer), default=pair)
        if best[0] < score + _GAIN:
            return pair
        pair = best
        free_left.difference_update(range(*pair[1][:2]))
        free_right.difference_update(range(*pair[1][2:]))


def _moved(starts: Sequence[int]) -> list[bool]:
    """Which of these places of the right side stand outside the longest run that keeps its order."""
    if all(one < other for one, other in pairwise(starts)):
        return [False] * len(starts)
    tails: list[int] = []
    lengths = []
    for start in starts:
        place = bisect_left(tails, start)
        tails[place : place + 1] = [start]
        lengths.append(place + 1)
    wanted, last, result = len(tails), float("inf"), []
    for start, length in zip(reversed(starts), reversed(lengths), strict=True):
        in_order = length == wanted and start < last
        if in_order:
            wanted, last = wanted - 1, start
        result.append(not in_order)
    return result[::-1]
