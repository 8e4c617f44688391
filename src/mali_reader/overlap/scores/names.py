"""Two texts that share nothing but a name: both spell out one body's full name, and say different things of it."""

from mali_reader.overlap.words.sequences import longest_common_run
from mali_reader.overlap.words.texts import CAPITAL, CONTENT, Reading, Words

_LONG_NAME = 4
"""So many capitalised words (function words aside) make a name that can carry a likeness alone."""
_MOST_WORDS = 2000
"""Longer texts are not asked: whatever they share is more than a name."""
_SMALL = bytes([CONTENT])
"""A content word without a capital parts one name from the next."""
_BESIDE = 0.2
"""With less than this share of the shorter text's other content words in common, the name is all they share."""


class Names:
    """Tells blocks that share nothing but a name. What it learnt of a block serves all pairs that the block is in."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sides: dict[int, _Side] = {}
        self._named: dict[int, bool] = {}

    def are_all_they_share(self, left: int, right: int) -> bool:
        """Whether the longest run of words both blocks hold is a long name, with next to nothing beside it in common.

        Knows names by their capitals, so it never says so of text without them.
        """
        if not self._tells_a_name(left) or self._length(right) > _MOST_WORDS:
            return False
        return _share_only_a_name(self._side(left), self._side(right))

    def _tells_a_name(self, block: int) -> bool:
        """Whether so many capitalised words stand together in a block that is not too long."""
        if block not in self._named:
            flags = self._reading.words.flags[self._reading.place(block)].tobytes()
            many = flags.count(CONTENT | CAPITAL) >= _LONG_NAME and len(flags) <= _MOST_WORDS
            runs = flags.split(_SMALL) if many else ()
            self._named[block] = any(run.count(CONTENT | CAPITAL) >= _LONG_NAME for run in runs)
        return self._named[block]

    def _length(self, block: int) -> int:
        place = self._reading.place(block)
        length: int = place.stop - place.start
        return length

    def _side(self, block: int) -> "_Side":
        if block not in self._sides:
            self._sides[block] = _Side(self._reading.words, self._reading.place(block))
        return self._sides[block]


def _share_only_a_name(one: "_Side", other: "_Side") -> bool:
    enough = _BESIDE * max(min(len(one.content), len(other.content)), 1)
    if len(one.plain & other.content) >= enough:
        return False
    start, to, length = longest_common_run(one.forms, other.forms)
    told = [place for place in range(length) if one.flags[start + place] & CONTENT]
    if len(told) < _LONG_NAME:
        return False
    if not all(one.flags[start + place] & other.flags[to + place] & CAPITAL for place in told):
        return False
    name = {one.stems[start + place] for place in told}
    fewest = min(len(side.content - name) for side in (one, other))
    return len((one.content & other.content) - name) < _BESIDE * max(fewest, 1)


class _Side:
    """The words of a block; of its content words all stems, and those that stand there without a capital."""

    def __init__(self, words: Words, place: slice) -> None:
        self.forms, self.stems, self.flags = (
            column[place].tolist() for column in (words.form, words.stem, words.flags)
        )
        both = list(zip(self.stems, self.flags, strict=True))
        self.content = {stem for stem, flags in both if flags & CONTENT}
        self.plain = {stem for stem, flags in both if flags & (CONTENT | CAPITAL) == CONTENT}
