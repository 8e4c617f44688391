"""How two texts say the same thing: in the same words, with changes, in other words."""

from collections.abc import Hashable, Sequence

from rapidfuzz.distance import Indel

from mali_reader.overlap.model import OverlapKind

_VERBATIM_RUN = 12
_EDITED_SHARE = 0.36
_PHRASE = 2


def kind_of(left: Sequence[Hashable], right: Sequence[Hashable]) -> OverlapKind:
    """The kind of two sequences of folded words.

    Verbatim: the same words, or a common run of 12. Edited: .36 or more of the shorter side stands, in order, in common
    runs of two words or more; single words in common are what paraphrases share as well. Else a paraphrase.
    """
    runs = [block.size for block in Indel.opcodes(left, right).as_matching_blocks()]
    if left == right or (sum(runs) >= _VERBATIM_RUN and _share_a_run(left, right, _VERBATIM_RUN)):
        return OverlapKind.VERBATIM
    shared = sum(size for size in runs if size >= _PHRASE)
    if shared >= _EDITED_SHARE * max(min(len(left), len(right)), 1):
        return OverlapKind.EDITED
    return OverlapKind.PARAPHRASE


def _share_a_run(left: Sequence[Hashable], right: Sequence[Hashable], length: int) -> bool:
    runs = {tuple(left[start : start + length]) for start in range(len(left) - length + 1)}
    return any(tuple(right[start : start + length]) in runs for start in range(len(right) - length + 1))


def longest_common_run(left: Sequence[Hashable], right: Sequence[Hashable]) -> tuple[int, int, int]:
    """Where the longest run of words that both hold starts in each, and its length; the first one of several."""
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
