"""Places in an order, in words: the second-largest city, his third term, the fourth day."""

import re
from collections.abc import Iterator

from mali_reader.corroboration.facts.counted import run_after
from mali_reader.corroboration.facts.days import ORDINALS
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.facts.units import IN_ORDER, singular
from mali_reader.corroboration.model import Mention

_WORD = "second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_RANK = re.compile(rf"\b(?:(?P<word>{_WORD})|(?P<figure>\d\d?)(?:nd|rd|th))[\s-]+(?P<most>most\s+\w+|[a-z]{{2,}}est)\b")
_ORDER = re.compile(rf"\b(?P<word>{_WORD})\s+(?=[a-z])(?![a-z]+est\b|most\b)")
_FIRST_TO = re.compile(
    r"\b(?P<one>(?:one|some|among)\s+(?:of\s+)?)?the\s+(?:first|earliest)\s+(?:[\w.]+\s+){0,4}?"
    r"to\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b"
)
FIRST_TO = "first" + IN_ORDER
_IDLE = frozenset(["half", "person", "thought", "hand", "parti", "chanc", "place", "look"])


def _firsts(sentence: Asserted) -> Iterator[Mention]:
    """Who was the first to do something, and who was one of the first."""
    for match in _FIRST_TO.finditer(sentence.text):
        verb = sentence.words[sentence.words_until(sentence.start + match.start("verb"))]
        value = 2.0 if match["one"] else 1.0
        yield stated(sentence, (match.start(), match.end("verb")), value, FIRST_TO, verb.stem)


def ordinals(sentence: Asserted) -> Iterator[Mention]:
    """The places in an order that a sentence tells in words."""
    yield from _firsts(sentence)
    for match in _RANK.finditer(sentence.text):
        run = run_after(sentence, match.end())
        rank = float(ORDINALS[match["word"]] if match["word"] else match["figure"])
        end = run[-1].end - sentence.start if run else match.end()
        unit = re.sub(r"\s+", " ", match["most"]) + IN_ORDER
        yield stated(sentence, (match.start(), end), rank, unit, run[-1].stem if run else "")
    for match in _ORDER.finditer(sentence.text):
        noun = next(iter(run_after(sentence, match.end())), None)
        if noun is not None and noun.stem not in _IDLE and noun.text[0].islower():
            place = (match.start(), noun.end - sentence.start)
            yield stated(sentence, place, float(ORDINALS[match["word"]]), singular(noun.folded) + IN_ORDER, noun.stem)
