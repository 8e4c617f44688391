"""In what time so many are counted or so much is paid: visitors a month, euros per year, daily."""

import re

from mali_reader.corroboration.facts.sentences import Asserted

_RATE = re.compile(
    r"\s+(?:(?:a|an|per|each|every)\s+|(?=[a-z]+ly\b))(year|annual|month|week|day|dai|night|hour)(?:ly)?"
    r"\b(?!\s+(?:ago|later|earlier|before|after|old))",
    re.I,
)
_WHOLE = {"annual": "year", "dai": "day"}


def rate_behind(sentence: Asserted, end: int) -> str:
    """In what time so many are counted or so much is paid, as their unit ends with it: ":a year".

    120,000 visitors a year are no more than 10,000 a month: the two are never weighed against each other.
    """
    rate = _RATE.match(sentence.text, end)
    if rate is None:
        return ""
    time = rate[1].lower()
    return f":a {_WHOLE.get(time, time)}"
