"""Ages, and whose they are: Alan Reid, 61; the 61-year-old captain Alan Reid; Alan Reid, a 61-year-old captain."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mali_reader.corpus.model import Document
from mali_reader.corroboration.facts.names import plain
from mali_reader.corroboration.facts.numerals import Numeral
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.model import Mention, MentionKind

AGE = "age"
_OLD = re.compile(r"[\s-]years?[\s-]old\b|(?<=aged\s\d\d)(?!\s?\d)|(?<=aged\s\d)(?!\s?\d)", re.I)
_BARE = re.compile(
    r"\b[A-Z][\w’'.-]+,\s(\d{1,3})(?=,(?!\d)|\.\s*\Z)"
    r"|\b(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+,\s[^,.;:\d]{1,40},)\s(?:is|was)\s(\d{1,3})(?=[.;]|,(?!\d))"
    r"|\b(?:[Aa]n?|[Tt]he)\s(?:[a-z-]+\s){0,2}[a-z]+,\s(\d{1,3})(?=,\s[^\d\s])"
)
_BEHIND = re.compile(r"\s(?:[\w-]+\s){0,3}")
"""Between an age and its owner's name: a trade or a title."""
_BEFORE = re.compile(
    r",\s(?:(?:an?|the|who\s(?:is|was))\s)?(?:[\w-]+\s){0,2}(?:aged\s)?|\s\(|(?:,\s[^,.;:\d]{1,40},)?\s(?:is|was)\s"
)
"""Between the name of an age's owner and the age."""
_REACH = 60
"""How far back (in code points, and in names) an owner is looked for."""
_NAMED = re.compile(r"([A-Z][\w’'-]+),\s\Z")
"""A surname that opens a sentence is read as a name only here: Reid, 61, was not drunk."""
_AGAIN = re.compile(r"\A(?:The|She (?:is|was)|He (?:is|was))\s\Z")
"""The 61-year-old, or she, at the head of a sentence, is who was named last."""


def bare_ages(sentence: Asserted) -> frozenset[int]:
    """Where a number stands behind a name, between commas: Alan Reid, 61, said."""
    return frozenset([match.start(match.lastindex or 1) for match in _BARE.finditer(sentence.text)])


def age(sentence: Asserted, numeral: Numeral, *, bare: bool) -> Mention | None:
    """The age that a number is; its owner is not known yet."""
    old = _OLD.match(sentence.text, numeral.end)
    if old is None and not bare:
        return None
    return stated(sentence, (numeral.start, old.end() if old else numeral.end), numeral.value, AGE)


def with_owners(mentions: Sequence[Mention], document: Document) -> Iterator[Mention]:
    """Mentions of a document in the order of their places; the `head` of an age becomes its owner's folded name."""
    names = [m for m in mentions if m.kind is MentionKind.NAME and m.unit == "name"]
    for mention in mentions:
        if mention.unit == AGE:
            owner = _owner(mention, names, document.text)
            yield replace(mention, head=" ".join(owner))
        else:
            yield mention


def _owner(mention: Mention, names: Sequence[Mention], text: str) -> tuple[str, ...]:
    start, end = mention.qualified.start, mention.span.end
    at = bisect_left(names, start, key=lambda name: name.span.start)
    last = names[at - 1] if at else None
    behind = names[at] if at < len(names) else None
    if last and start - last.span.end <= _REACH and _BEFORE.fullmatch(text[last.span.end : start]):
        return _words(last)
    if behind and behind.sentence == mention.sentence and _BEHIND.fullmatch(text[end : behind.span.start]):
        return _words(behind)
    said_before = text[max(mention.sentence.start, start - _REACH) : start]
    if named := _NAMED.search(said_before):
        return (plain(named[1]),)
    if _AGAIN.match(said_before):
        recent = reversed(names[max(0, at - _REACH) : at])
        return next((words for name in recent if len(words := _words(name)) > 1), ())
    return ()


def _words(name: Mention) -> tuple[str, ...]:
    return tuple(word for word in name.value if len(word) > 1) if isinstance(name.value, tuple) else ()
