"""Two texts that share nothing but a name: both spell out one body's full name, and say different things of it."""

from mali_reader.overlap.function_words import function_words
from mali_reader.overlap.kinds import longest_common_run
from mali_reader.overlap.stems import stem
from mali_reader.overlap.words import WORD, fold

_LONG_NAME = 4
"""So many capitalised words (function words aside) make a name that can carry a likeness alone."""
_BESIDE = 0.2
"""With less than this share of the shorter text's other content words in common, the name is all they share."""


def share_only_a_name(left: str, right: str, language: str | None) -> bool:
    """Whether the longest run of words that both texts hold is a long name, with next to nothing beside it in common.

    Knows names by their capitals, so it never says so of text without them.
    """
    written = WORD.findall(left), WORD.findall(right)
    one, other = ([fold(word) for word in words] for words in written)
    start, to, length = longest_common_run(one, other)
    common = function_words(language)
    run = one[start : start + length]
    told = [place for place, word in enumerate(run) if word not in common]
    if len(told) < _LONG_NAME or not all(
        written[0][start + place][0].isupper() and written[1][to + place][0].isupper() for place in told
    ):
        return False
    beside = [
        {stem(word, language) for word in words if word not in common and word not in run} for words in (one, other)
    ]
    return len(beside[0] & beside[1]) < _BESIDE * max(min(map(len, beside)), 1)
