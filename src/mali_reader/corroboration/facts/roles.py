"""Offices of named people: Foreign Minister Idris Kone; Lucia Ferrante, the deputy head of the department."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.model import Mention, MentionKind

ROLE = "role"
_OFFICE_WORDS = """
    minister secretary president director head chief chairman chairwoman chair mayor governor commander manager editor
    ambassador commissioner prosecutor principal premier
"""
_OFFICES = frozenset(_OFFICE_WORDS.split())
_RANKS = {"deputy": "deputy", "vice": "deputy", "assistant": "deputy", "under": "deputy"}
_PORTFOLIOS = {
    "foreign": "foreign", "external": "foreign", "defence": "defence", "defense": "defence", "interior": "interior",
    "home": "interior", "finance": "finance", "treasury": "finance", "justice": "justice", "health": "health",
    "education": "education", "energy": "energy", "transport": "transport", "environment": "environment",
    "agriculture": "agriculture", "labour": "labour", "labor": "labour", "trade": "trade", "culture": "culture",
    "sports": "sports", "prime": "prime", "economy": "economy", "tourism": "tourism", "fisheries": "fisheries",
}  # fmt: skip
_AT_OTHER_TIMES = frozenset(
    ["former", "ex", "then", "acting", "interim", "outgoing", "incoming", "designate", "elect", "late"]
)
"""Who was director and who is may differ with nothing amiss."""
_DETERMINERS = frozenset(["the", "a", "an", "its", "his", "her", "their", "our"])
_OF = frozenset(["of", "for", "at", "in"])
_LONGEST = 5
_APPOSED = re.compile(r",\s+(?:(?:an?|the|its|his|her|their|our)\s+)?")


def roles(sentence: Asserted, names: Sequence[Mention]) -> Iterator[Mention]:
    """The offices of those named in a sentence.

    `head` is the surname, `value` the office, its rank, its portfolios and words of what it is an office in.
    """
    for name in names:
        for words in (_before(sentence, name.span), _opposed(sentence, name.span), _behind(sentence, name.span)):
            if isinstance(name.value, tuple) and not any(word.folded in _AT_OTHER_TIMES for word in words):
                yield from _role(sentence, words, name, name.value[-1])


def _before(sentence: Asserted, span: Span) -> Sequence[Word]:
    """The words of an office that stands before a name, with or without a comma."""
    at = sentence.words_until(span.start)
    words = sentence.words[max(0, at - _LONGEST) : at]
    if not words or words[-1].folded not in _OFFICES:
        return ()
    text, start = sentence.document.text, span.start
    first = len(words)
    for number, word in reversed([*enumerate(words)]):
        joined = (" ", ", ") if number == len(words) - 1 else (" ", "-")
        if text[word.end : start] not in joined or not (word.content or word.folded in _RANKS):
            break
        first, start = number, word.start
    return words[first:]


def _opposed(sentence: Asserted, span: Span) -> Sequence[Word]:
    """The words of an office that a comma parts from the name: the deputy head of the Air Safety Board, Ian Trench."""
    at = sentence.words_until(span.start)
    words = sentence.words[max(0, at - 2 * _LONGEST) : at]
    text = sentence.document.text
    if not words or text[words[-1].end : span.start] != ", ":
        return ()
    office = max((number for number, word in enumerate(words) if word.folded in _OFFICES), default=None)
    if office is None or office + 1 == len(words) or words[office + 1].folded not in _OF:
        return ()
    first = office
    while (
        first and (words[first - 1].content or words[first - 1].folded in _RANKS) and _close(text, words[first - 1 :])
    ):
        first -= 1
    whole = words[first:]
    return whole if all(_close(text, whole[n:]) for n in range(len(whole) - 1)) else ()


def _close(text: str, words: Sequence[Word]) -> bool:
    """Whether no more than a space or a hyphen parts the first two words."""
    return text[words[0].end : words[1].start] in (" ", "-")


def _behind(sentence: Asserted, span: Span) -> Sequence[Word]:
    """The words of an office that a comma parts from a name before it, and what it is the office of."""
    text = sentence.document.text
    apposed = _APPOSED.match(text, span.end, sentence.end)
    if apposed is None:
        return ()
    at = sentence.words_until(apposed.end())
    words = sentence.words[at : at + 2 * _LONGEST]
    end = next(
        (n for n in range(1, len(words)) if text[words[n - 1].end : words[n].start] not in (" ", "-")), len(words)
    )
    return words[:end] if any(word.folded in _OFFICES for word in words[: min(end, _LONGEST)]) else ()


def _role(sentence: Asserted, words: Sequence[Word], name: Mention, surname: str) -> Iterator[Mention]:
    """The first office that some words name."""
    at = next((number for number, word in enumerate(words) if word.folded in _OFFICES), None)
    if at is None or not all(word.content or word.folded in _RANKS for word in words[:at]):
        return
    of = _what_of(words[at + 1 :])
    told = [*words[:at], *of]
    portfolios = {_PORTFOLIOS[word.folded] for word in told if word.folded in _PORTFOLIOS}
    rank = next((_RANKS[word.folded] for word in words[:at] if word.folded in _RANKS), "")
    known = _PORTFOLIOS.keys() | _RANKS.keys() | {surname}
    body = {word.stem for word in told if word.content and word.folded not in known}
    value = (words[at].folded, rank, " ".join(sorted(portfolios)), " ".join(sorted(body)))
    start, end = min(words[0].start, name.span.start), max((of or words[: at + 1])[-1].end, name.span.end)
    span = Span(sentence.document.id, start, end)
    yield Mention(MentionKind.NAME, span, span, sentence.span, value, ROLE, surname)


def _what_of(words: Sequence[Word]) -> Sequence[Word]:
    """Of the words behind an office, those of what it is the office: of the *emergency department* at the hospital."""
    if not words or words[0].folded not in _OF:
        return ()
    named = words[2:] if len(words) > 1 and words[1].folded in _DETERMINERS else words[1:]
    return tuple(takewhile(lambda word: word.content, named))


def same_office(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """Whether two offices of one person are one; None where they may be two that this person holds.

    A minister of one thing is none of another, and a deputy head is no head. What a report leaves out is no difference.
    """
    if one[0] != other[0]:
        return None
    portfolios, bodies = ([set(side[part].split()) for side in (one, other)] for part in (2, 3))
    if all(portfolios) and not portfolios[0] & portfolios[1]:
        return False
    if all(bodies) and not bodies[0] & bodies[1]:
        return None
    if one[1] == other[1]:
        return True
    return False if portfolios[0] == portfolios[1] else None
