"""Who did it, in the short forms of the press: French-drafted, drafted by France, a text put forward by Paris."""

import re
from collections.abc import Iterator

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.geography import COUNTRIES, PHRASES
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.model import Mention, MentionKind

_PARTICIPLES = frozenset(
    ["led", "built", "made", "run", "held", "written", "drawn", "put", "brought", "sent", "shot", "born"]
)
_PARTICIPLE = re.compile(r"[a-z]{3,}ed")
_MADE = frozenset(["built", "made", "manufactured", "assembled", "produced", "born", "founded", "registered"])
"""What has one place, which says who did it: a ferry built in Japan, or in 1974 in Japan."""
_PARTICLES = frozenset(["up", "forward", "out", "down", "on"])


def agents(sentence: Asserted) -> Iterator[Mention]:
    """The countries named as doing something: `head` is the stem of the participle, `value` the country."""
    words = sentence.words
    for number, word in enumerate(words):
        if not _is_participle(word):
            continue
        before = words[number - 1] if number else None
        if before is not None and sentence.document.text[before.end : word.start] == "-":
            if country := COUNTRIES.get(before.folded):
                yield _agent(sentence, before, word, word, country)
            continue
        if word.folded in _MADE and number + 1 < len(words) and words[number + 1].folded == "in":
            at = number + 2
            if [word.folded for word in words[at + 1 : at + 2]] == ["in"] and words[at].text.isdigit():
                at += 2
            named = list(words[at : at + 2])
            if country := _country(named):
                last = named[1] if country == PHRASES.get(_pair(named)) else named[0]
                yield _agent(sentence, word, last, word, country)
            continue
        at = number + 2 if number + 1 < len(words) and words[number + 1].folded in _PARTICLES else number + 1
        if at < len(words) and words[at].folded == "by":
            named = [one for one in words[at + 1 : at + 5] if one.folded != "the"][:2]
            if country := _country(named):
                last = named[1] if country == PHRASES.get(_pair(named)) else named[0]
                yield _agent(sentence, word, last, word, country)


def _country(named: list[Word]) -> str | None:
    if not named or not named[0].text[0].isupper():
        return None
    return PHRASES.get(_pair(named)) or COUNTRIES.get(named[0].folded)


def _pair(named: list[Word]) -> tuple[str, str]:
    return named[0].folded, named[1].folded if len(named) > 1 else ""


def _is_participle(word: Word) -> bool:
    return word.folded in _PARTICIPLES or _PARTICIPLE.fullmatch(word.folded) is not None


def _agent(sentence: Asserted, first: Word, last: Word, verb: Word, country: str) -> Mention:
    span = Span(sentence.document.id, first.start, last.end)
    return Mention(MentionKind.NAME, span, span, sentence.span, (country,), "agent", verb.stem)
