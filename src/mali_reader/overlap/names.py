"""Two texts that share nothing but a name: both spell out one body's full name, and say different things of it."""

from mali_reader.overlap.sequences import longest_common_run
from mali_reader.overlap.texts import Reading, Text

_LONG_NAME = 4
"""So many capitalised words (function words aside) make a name that can carry a likeness alone."""
_MOST_WORDS = 2000
"""Longer texts are not asked: whatever they share is more than a name."""
_BESIDE = 0.2
"""With less than this share of the shorter text's other content words in common, the name is all they share."""


def share_only_a_name(reading: Reading, left: Text, right: Text) -> bool:
    """Whether the longest run of words that both texts hold is a long name, with next to nothing beside it in common.

    Knows names by their capitals, so it never says so of text without them.
    """
    words = reading.written(left, 0, len(left.sentences)), reading.written(right, 0, len(right.sentences))
    if max(map(len, words)) > _MOST_WORDS:
        return False
    content = [{reading.stems[word] for word in side if reading.content[word]} for side in words]
    plain = {reading.stems[word] for word in words[0] if reading.content[word] and not reading.capital[word]}
    enough = _BESIDE * max(min(map(len, content)), 1)
    if len(plain & content[1]) >= enough:
        return False
    one, other = ([reading.forms[word] for word in side] for side in words)
    start, to, length = longest_common_run(one, other)
    run = list(zip(words[0][start : start + length], words[1][to : to + length], strict=True))
    told = [pair for pair in run if reading.content[pair[0]]]
    if len(told) < _LONG_NAME or not all(reading.capital[a] and reading.capital[b] for a, b in told):
        return False
    name = {reading.stems[word] for word, _ in told}
    return len((content[0] & content[1]) - name) < _BESIDE * max(min(len(side - name) for side in content), 1)
