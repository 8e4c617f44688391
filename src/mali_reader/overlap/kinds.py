"""How two texts say the same thing: in the same words, with changes, in other words."""

from rapidfuzz.distance import Indel

from mali_reader.overlap.model import OverlapKind

VERBATIM_RUN = 12
EDITED_RATIO = 0.39


def kind_of(left: list[str], right: list[str]) -> OverlapKind:
    """The kind of two sequences of folded words.

    Verbatim: the same words, or a common run of `VERBATIM_RUN`. Edited: words in common, in order, as a share of
    all words (2 x common / both) of `EDITED_RATIO`. Else a paraphrase.
    """
    if left == right or longest_run(left, right) >= VERBATIM_RUN:
        return OverlapKind.VERBATIM
    if word_ratio(left, right) >= EDITED_RATIO:
        return OverlapKind.EDITED
    return OverlapKind.PARAPHRASE


def word_ratio(left: list[str], right: list[str]) -> float:
    """Twice the longest common subsequence as a share of all words, 0 to 1."""
    return Indel.normalized_similarity(left, right)


def longest_run(left: list[str], right: list[str]) -> int:
    """How many words the longest common run of consecutive words holds."""
    best = 0
    ends: dict[int, int] = {}
    places: dict[str, list[int]] = {}
    for place, word in enumerate(right):
        places.setdefault(word, []).append(place)
    for word in left:
        ends = {place: ends.get(place - 1, 0) + 1 for place in places.get(word, ())}
        best = max(best, max(ends.values(), default=0))
    return best
