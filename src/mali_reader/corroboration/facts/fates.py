"""What befell those who are counted: killed, hurt, in a critical state, missing, saved, held, made homeless."""

import re
from itertools import takewhile

from mali_reader.corroboration.facts.geography import COUNTRIES
from mali_reader.corroboration.facts.names import is_shouted
from mali_reader.corroboration.facts.qualifiers import qualifier_before
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.facts.units import FATES, singular, unit_of

_REACH = 3
_ENDS = frozenset(["and", "or", "but", "while", "killing", "injuring", "wounding", "kills", "injures", "wounds"])
"""Words behind which others are told of: it hit hundreds, killing twelve."""
_AUXILIARIES = frozenset(["is", "are", "was", "were", "has", "have", "had", "be", "been", "being", "got", "also"])
_LABELS = "flight boeing airbus route road highway unit battalion article section room platform bus train line number"
_NUMBERED = frozenset(_LABELS.split())
"""What has a number for its name: nobody is counted in "Flight 370 was lost"."""
_ASIDE = re.compile(r",\s(?!and\b|or\b|but\b)[^,.;:]{1,60},")
"""What stands between commas behind a noun: 84 people, ten of them children, were killed."""


def fate_beside(sentence: Asserted, start: int, end: int, reach: int = _REACH, *, of_them: bool = False) -> str:
    """What befell those who are counted from `start` to `end` of a sentence, as their unit ends with it: ":dead".

    It is told by the counted words themselves, by those just behind them or, of a verb, just before; `reach` says how
    many words away. What stands before is not of a part of those told of there (`of_them`). "" where nothing is told.
    """
    counted, behind = _words(sentence, start, end), _behind(sentence, end, reach)
    aside = _ASIDE.match(sentence.text, end)
    beyond = _behind(sentence, aside.end(), reach) if aside and not _told(behind) else []
    first = sentence.words_until(sentence.start + qualifier_before(sentence.text, start)[1])
    if first and sentence.words[first - 1].folded in _NUMBERED:
        return ""
    before = () if of_them else sentence.words[max(0, first - reach) : first]
    fate = _told([*counted, *behind, *beyond, *reversed(before)])
    return fate and f":{fate}"


def counted_in(sentence: Asserted, start: int, end: int, noun: str) -> str:
    """The unit of what is counted from `start` to `end` of a sentence by a folded noun: ":dead" and its like included.

    Whom something befell, and who is called by a country's name, are people: 58 Palestinians died, 12 others were hurt.
    """
    unit = unit_of(noun)
    by_country = singular(noun) in COUNTRIES and _is_name(sentence, noun)
    whoever = singular(noun) == "other" or (_is_name(sentence, noun) and not is_shouted(sentence))
    if unit == "people" or by_country or whoever:
        fate = fate_beside(sentence, start, end)
        if unit == "people" or by_country or fate:
            return "people" + fate
    return unit


def _is_name(sentence: Asserted, noun: str) -> bool:
    """Whether a folded noun has a capital wherever it stands in a sentence: Houses burn, 12 houses are lost."""
    written = [word.text for word in sentence.words if word.folded == noun]
    return bool(written) and all(map(str.istitle, written))


def _words(sentence: Asserted, start: int, end: int) -> tuple[Word, ...]:
    first, last = (sentence.words_until(sentence.start + position) for position in (start, end))
    return sentence.words[first:last]


def _behind(sentence: Asserted, position: int, reach: int) -> list[Word]:
    first = sentence.words_until(sentence.start + position)
    near = takewhile(lambda word: word.folded not in _ENDS, sentence.words[first : first + reach + len(_AUXILIARIES)])
    return [word for word in near if word.folded not in _AUXILIARIES][:reach]


def _told(words: list[Word]) -> str:
    return next((FATES[word.folded] for word in words if word.folded in FATES), "")
