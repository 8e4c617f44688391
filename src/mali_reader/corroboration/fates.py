"""What befell those who are counted: killed, hurt, in a critical state, missing, saved, held, made homeless."""

import re
from itertools import takewhile

from mali_reader.corroboration.qualifiers import qualifier_before
from mali_reader.corroboration.sentences import Asserted, Word
from mali_reader.corroboration.units import FATES

_REACH = 3
_ENDS = frozenset(["and", "or", "but", "while", "killing", "injuring", "wounding"])
"""Words behind which others are told of: it hit hundreds, killing twelve."""
_ASIDE = re.compile(r",\s(?!and\b|or\b|but\b)[^,.;:]{1,60},")
"""What stands between commas behind a noun: 84 people, ten of them children, were killed."""


def fate_beside(sentence: Asserted, start: int, end: int, reach: int = _REACH) -> str:
    """What befell those who are counted from `start` to `end` of a sentence, as their unit ends with it: ":dead".

    It is told by the counted words themselves, by those just behind them or, of a verb, just before; `reach` says how
    many words away. "" where they tell nothing.
    """
    counted, behind = _words(sentence, start, end), _behind(sentence, end, reach)
    aside = _ASIDE.match(sentence.text, end)
    beyond = _behind(sentence, aside.end(), reach) if aside and not _told(behind) else []
    first = sentence.words_until(sentence.start + qualifier_before(sentence.text, start)[1])
    before = sentence.words[max(0, first - reach) : first]
    fate = _told([*counted, *behind, *beyond, *reversed(before)])
    return fate and f":{fate}"


def _words(sentence: Asserted, start: int, end: int) -> tuple[Word, ...]:
    first, last = (sentence.words_until(sentence.start + position) for position in (start, end))
    return sentence.words[first:last]


def _behind(sentence: Asserted, position: int, reach: int) -> list[Word]:
    first = sentence.words_until(sentence.start + position)
    return list(takewhile(lambda word: word.folded not in _ENDS, sentence.words[first : first + reach]))


def _told(words: list[Word]) -> str:
    return next((FATES[word.folded] for word in words if word.folded in FATES), "")
