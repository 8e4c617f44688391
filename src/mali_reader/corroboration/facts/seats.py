"""Where something is or was done, by what is said just before it: will meet in Batken, a technician in Gdansk."""

import re
from collections.abc import Iterator, Sequence

from mali_reader.corroboration.facts.days import MONTHS, WEEKDAYS
from mali_reader.corroboration.facts.geography import COMPASS, CONTINENTS, COUNTRIES, REALMS, STATES
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.model import Mention, MentionKind

SEAT = "seat"
_PREPOSITIONS = frozenset(["in", "at", "near", "outside"])
_TIME = frozenset([*MONTHS, *WEEKDAYS, "week", "month", "year", "today", "yesterday", "tomorrow", "later", "early"])
_REACH = 5
_LOOSE_WORDS = """
    live say said tell told people based home work city town village place area country state party interest believ
    office
"""
_LOOSE = frozenset(_LOOSE_WORDS.split())
"""Stems of what is in many places."""
_SITE = re.compile(r"\s(?:office|branch|plant|factory|hospital|prison|camp|airport|suburb|store|depot|port)\b")
_OWNER = re.compile(r"['’]s?\b|-")


def seats(sentence: Asserted, names: Sequence[Mention]) -> Iterator[Mention]:
    """The towns and sites of a sentence: `head` is the stem of what is or happens there, `value` the name."""
    words, text = sentence.words, sentence.document.text
    for name in names:
        at = sentence.words_until(name.span.start)
        if at > 1 and words[at - 1].folded == "the" and _SITE.match(text, name.span.end):
            at -= 1
        before = words[at - 1] if at else None
        if (
            before is None
            or before.folded not in _PREPOSITIONS
            or text[before.end : name.span.start] not in (" ", " the ")
        ):
            continue
        if _OWNER.match(text, name.span.end) or not isinstance(name.value, tuple) or _is_large(name.value):
            continue
        around = reversed(words[max(0, at - 1 - _REACH) : at - 1])
        told = (word for word in around if word.content and word.text[0].islower() and word.folded not in _TIME)
        head = next((word.stem for word in told), "")
        if head and head not in _LOOSE:
            yield Mention(MentionKind.PLACE, name.span, name.span, sentence.span, name.value, SEAT, head)


def _is_large(name: tuple[str, ...]) -> bool:
    """Whether a name is that of a country or a part of the world, in which a town may lie."""
    return any(word in some for word in name for some in (COUNTRIES, CONTINENTS, COMPASS, REALMS, STATES))
