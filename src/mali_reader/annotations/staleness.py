"""Whether two wordings of a sentence still say the same: numbers, dates, names, negations."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:/  ]\d+)*")
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions dozen dozens half"
)
_DATES = (
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday today yesterday tomorrow"
)
_NEGATIONS = (
    "no not never none nobody nothing neither nor without cannot denied denies deny "  # English
    "pas jamais aucun aucune sans "  # French
    "nicht kein keine keinen nie niemals ohne "  # German
    "nunca ningún ninguna sin não sem non mai senza"  # Spanish, Portuguese, Italian
)
NUMBER_WORDS = frozenset(_NUMBERS.split())
DATE_WORDS = frozenset(_DATES.split())
NEGATIVE = frozenset(_NEGATIONS.split())
"""Words that tell a number, a date, a negation, in lower case."""


def facts_changed(judged: str, found: str) -> bool:
    """Whether the numbers, dates, names or negations of two wordings differ."""
    return _facts(judged) != _facts(found) or bool(_names(judged, found) or _names(found, judged))


def _facts(text: str) -> Counter[str]:
    numbers = [re.sub(r"[,  ](?=\d{3}\b)", "", number) for number in _NUMBER.findall(text)]
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    told = [word for word in words if word in NUMBER_WORDS or word in DATE_WORDS]
    negations = ["not" for word in words if word in NEGATIVE or word.endswith("n't")]
    return Counter(numbers + told + negations)


def _names(text: str, other: str) -> set[str]:
    """The capitalised words of a text that the other does not have in any case."""
    there = {word.casefold() for word in _WORD.findall(other)}
    return {
        word
        for index, word in enumerate(_WORD.findall(text))
        if word[0].isupper() and word.casefold() not in there and (index or word.isupper())
    }
