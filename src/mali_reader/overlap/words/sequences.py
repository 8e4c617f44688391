"""What two sequences of words have in common. Where order matters they are strings, one sign a word."""

from collections.abc import Hashable, Sequence

from rapidfuzz.distance import Indel

_LARGE = 100_000_000
"""The alignment takes a bit for each word of one side and each of the other; more than so many are not spent."""

_SHORT = 500
"""In texts of so many words, searching for each run of words is faster than listing them."""

Run = tuple[int, int, int]
"""Where a run of equal words starts in each sequence, and its length."""


def matching_runs(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Run]:
    """A longest common subsequence, as runs in order; the last one is empty and stands at both ends.

    Hyyrö's bit-parallel algorithm (2004), from rapidfuzz. Of sequences too large for it, the common start and end.
    """
    if len(left) * len(right) > _LARGE:
        return _common_ends(left, right)
    return [(block.a, block.b, block.size) for block in Indel.editops(left, right).as_matching_blocks()]


def _common_ends(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Run]:
    shorter = min(len(left), len(right))
    start = next((place for place in range(shorter) if left[place] != right[place]), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if left[-1 - place] != right[-1 - place]), rest)
    ends = (len(left) - end, len(right) - end, end)
    return [run for run in ((0, 0, start), ends) if run[2]] + [(len(left), len(right), 0)]


def share_a_run(left: str, right: str, length: int) -> bool:
    """Whether both hold the same `length` words in a row."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) <= _SHORT:
        return any(left[start : start + length] in right for start in range(len(left) - length + 1))
    runs = {left[start : start + length] for start in range(len(left) - length + 1)}
    return any(right[start : start + length] in runs for start in range(len(right) - length + 1))


def longest_common_run(left: Sequence[Hashable], right: Sequence[Hashable]) -> Run:
    """The longest run of words that both hold; the first one of several, empty if there is none."""
    places: dict[Hashable, list[int]] = {}
    for place, word in enumerate(right):
        places.setdefault(word, []).append(place)
    best = (0, 0, 0)
    ends: dict[int, int] = {}
    for start, word in enumerate(left):
        ends = {place: ends.get(place - 1, 0) + 1 for place in places.get(word, ())}
        for place, length in ends.items():
            if length > best[2]:
                best = (start - length + 1, place - length + 1, length)
    return best
