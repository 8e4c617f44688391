"""The small words beside a number that change what is claimed."""

import re

from mali_reader.corroboration.model import Qualifier

_BEFORE = {
    Qualifier.FLOOR: (
        r"at\s+least|more\s+than|over|upwards?\s+of|no\s+(?:fewer|less)\s+than|in\s+excess\s+of|a\s+minimum\s+of"
    ),
    Qualifier.CEILING: (
        r"at\s+most|up\s+to|no\s+more\s+than|as\s+(?:many|much)\s+as|a\s+maximum\s+of|fewer\s+than|less\s+than|under"
    ),
    Qualifier.NEARLY: r"nearly|almost|close\s+to|just\s+under|just\s+short\s+of|not\s+quite",
    Qualifier.ABOUT: (
        r"about|around|roughly|approximately|some|an\s+estimated|circa|nearly\s+or|more\s+or\s+less|or\s+so|"
        r"estimated|believed\s+to\s+be|in\s+the\s+region\s+of"
    ),
    Qualifier.RISEN: r"(?:rose|risen|climbed|grew|grown|increased|jumped)\s+(?:on\s+\w+\s+)?to",
}
_ANY = "|".join(rf"(?P<{qualifier.name}>{words})" for qualifier, words in _BEFORE.items() if qualifier)
_ENDING = re.compile(rf"\b(?:{_ANY})(?:\s+(?:the|a|an|its|their|his|her))?\s+[*_“\"'(]*\Z", re.I)
_REACH = 40


def qualifier_before(text: str, position: int) -> tuple[Qualifier, int]:
    """The qualifier that ends just before a position of a text, and where it starts (the position if none does)."""
    reach = max(0, position - _REACH)
    match = _ENDING.search(text[reach:position])
    if match is None:
        return Qualifier.NONE, position
    name = next(name for name, found in match.groupdict().items() if found)
    return Qualifier[name], reach + match.start()
