"""What a report says of a named person beside an office: a rank, a country, a home town."""

import re
from collections.abc import Iterator, Sequence

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.geography import COUNTRIES, PHRASES, STATES
from mali_reader.corroboration.facts.names import plain
from mali_reader.corroboration.facts.roles import ROLE
from mali_reader.corroboration.facts.sentences import Asserted, Word, ends_with
from mali_reader.corroboration.model import Mention, MentionKind

RANK, ORIGIN, HOME = "held rank", "native country", "home town"
OF_PERSONS = frozenset([ROLE, RANK, ORIGIN, HOME])
"""Units of what is told of one person, wherever it is told."""

_SHORT = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "cmdr": "commander",
    "adm": "admiral", "sgt": "sergeant", "cpl": "corporal", "brig": "brigadier", "insp": "inspector",
    "supt": "superintendent", "det": "detective",
}  # fmt: skip
_RANKS = frozenset([*_SHORT.values(), "commodore", "marshal", "constable", "ensign"])
_ANY_RANK = "|".join(rank.title() for rank in (*_SHORT, *_RANKS))
_RANKED = re.compile(rf"(?:\b(?:{_ANY_RANK})\b(?:\.?\s|-))+\Z")
_NO_RANK = re.compile(r"\b(?:attorney|secretary|solicitor|inspector|surgeon|director|governor)[\s-]\Z", re.I)
"""A Secretary General and an Attorney General command nobody."""
_MOST = 3
_REACH = 12
_FROM = re.compile(r",?\s(?:\d{1,3},\s(?:of|from)|from)\s(?=[A-Z])|,\s(?:an?|the)\s(?:[\w-]+\s){1,4}from\s(?=[A-Z])")
"""Between a name and a home: Peter Hallam, 46, from Sheffield; Peter Hallam, a guide from Sheffield."""
_LEADING = frozenset(["", "former", "young", "retired", "of", "from"])
"""The word before a country that tells where somebody is from: a *former* Danish minister, a minister *of* Denmark."""
_APPOSED = re.compile(r",\s(?:\d{1,3},\s)?(?:who\s(?:is|was)\s)?(?:(?:an?|the)\s)?")
_TOWN = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?")


def persons(sentence: Asserted, names: Sequence[Mention]) -> Iterator[Mention]:
    """The ranks, countries and home towns of those named in full: `head` is the name, `value` what is told."""
    for name in names:
        if not isinstance(name.value, tuple) or len(name.value) < 2:
            continue
        at = sentence.words_until(name.span.start)
        yield from _rank(sentence.document.text, name)
        yield from _origin(sentence, sentence.words[:at], name)
        yield from _home(sentence, name)


def _rank(text: str, name: Mention) -> Iterator[Mention]:
    """The rank before a name; a full stop in it may have been taken for the end of a sentence."""
    start = name.span.start
    found = ends_with(_RANKED, text, start)
    if found is None or ends_with(_NO_RANK, text, found.start()):
        return
    words = re.findall(r"[a-z]+", found[0].lower())
    ranks = tuple(_SHORT.get(word, word) for word in words)
    begin = max(found.start(), name.sentence.start)
    yield _told(name, Span(name.span.document, begin, name.span.end), ranks, RANK)


def _origin(sentence: Asserted, before: Sequence[Word], name: Mention) -> Iterator[Mention]:
    """The country before a name and a trade, or behind the name: the Norwegian diplomat Eva Sandmo."""
    start = name.span.start
    for word in reversed(before[-_MOST - 1 :]):
        if sentence.document.text[word.end : start] != " ":
            return
        if _is_country(sentence, word):
            if start < name.span.start:
                span = Span(name.span.document, word.start, name.span.end)
                yield _told(name, span, (COUNTRIES[word.folded],), ORIGIN)
            return
        if not word.text.islower() or not word.content:
            return
        start = word.start


def _home(sentence: Asserted, name: Mention) -> Iterator[Mention]:
    text, end = sentence.document.text, sentence.end
    if (come := _FROM.match(text, name.span.end, end)) and (town := _TOWN.match(text, come.end(), end)):
        words = tuple(plain(word) for word in town[0].split())
        country = PHRASES.get((words[0], words[-1])) or COUNTRIES.get(words[0])
        if STATES.intersection(words):
            return
        span = Span(name.span.document, name.span.start, town.end())
        yield _told(name, span, (country,) if country else words, ORIGIN if country else HOME)
        return
    apposed = _APPOSED.match(text, name.span.end, end)
    if apposed is None:
        return
    first = sentence.words_until(apposed.end())
    previous = ""
    for word in sentence.words[first : first + _REACH]:
        if _is_country(sentence, word):
            if previous in _LEADING:
                span = Span(name.span.document, name.span.start, word.end)
                yield _told(name, span, (COUNTRIES[word.folded],), ORIGIN)
            return
        if text[word.end : word.end + 1] in (",", ".", ";"):
            return
        previous = word.folded


def _is_country(sentence: Asserted, word: Word) -> bool:
    owner = sentence.document.text[word.end : word.end + 1] in ("'", "’", "-")
    return word.folded in COUNTRIES and word.text[0].isupper() and not owner


def _told(name: Mention, span: Span, value: tuple[str, ...], unit: str) -> Mention:
    owner = " ".join(name.value) if isinstance(name.value, tuple) else ""
    return Mention(MentionKind.NAME, span, span, name.sentence, value, unit, owner)
