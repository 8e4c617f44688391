"""Regions and directions: which part of Africa a country lies in, which part of a country something happened in."""

import re
from collections.abc import Iterator, Sequence

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.geography import (
    COMPASS,
    CONTINENTS,
    COUNTRIES,
    NAMED_REGIONS,
    PHRASES,
    REALMS,
    SIDES,
)
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.facts.units import singular
from mali_reader.corroboration.model import Mention, MentionKind

_IN_THE = re.compile(r",\s+in\s+the\s+")
_OF_COUNTRY = re.compile(r"\s+of\s+the\s+country\b|\s*[,.;]")

_DETERMINERS = frozenset(["the", "a", "its", "his", "her", "their"])
_PAIRED_WORDS = """
    arm leg hand foot eye ear knee shoulder hip lung kidney side wing engine bank lane wheel door tower breast cheek
    shore rear propeller track carriageway tunnel runway flank tyre tire ankle wrist elbow thigh calf temple
"""
_PAIRED = frozenset(_PAIRED_WORDS.split())

SIDE = "side of "
"""What the unit of a left or right thing begins with."""
LIES = "lies "
"""What the unit of a named place begins with that is told to lie in a part of its country."""


def places(sentence: Asserted) -> Iterator[Mention]:
    """The regions of a sentence that a compass word (or a region's own name) tells.

    `unit` says what a region is a part of, and whether it stands for a country ("the West African nation").
    """
    words = sentence.words
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        if word.folded in COMPASS and following is not None and _close(sentence, word, following):
            whole = CONTINENTS.get(following.folded) or COUNTRIES.get(following.folded)
            joined = PHRASES.get((word.folded, following.folded))
            if whole and not joined:
                yield _region(sentence, words[number : number + 4], 2, COMPASS[word.folded], whole)
            elif following.folded in REALMS and (named := _named_realm(sentence, number + 2)):
                span = Span(sentence.document.id, word.start, following.end)
                value = (COMPASS[word.folded], named)
                yield Mention(MentionKind.PLACE, span, span, sentence.span, value, LIES + named, following.folded)
            elif following.folded == "of" and (named := _named_realm(sentence, number + 1)):
                span = Span(sentence.document.id, word.start, words[number + 2].end)
                value = (COMPASS[word.folded], named)
                yield Mention(MentionKind.PLACE, span, span, sentence.span, value, f"of {named}")
            if before := _in_part_of_country(sentence, number):
                span = Span(sentence.document.id, before.start, word.end)
                value = (COMPASS[word.folded], before.folded)
                yield Mention(MentionKind.PLACE, span, span, sentence.span, value, LIES + before.folded)
        elif word.folded in NAMED_REGIONS and word.text[0].isupper():
            yield _region(sentence, words[number : number + 3], 1, NAMED_REGIONS[word.folded], "region")
        elif word.folded in SIDES and (thing := _thing_of_two_sides(sentence, number)):
            span = Span(sentence.document.id, word.start, thing.end)
            value = (SIDES[word.folded], thing.stem)
            yield Mention(MentionKind.PLACE, span, span, sentence.span, value, SIDE + thing.stem, thing.stem)
        if word.folded in COMPASS and following is not None and following.folded == "and":
            yield from _coordinated(sentence, number)


def _region(sentence: Asserted, words: Sequence[Word], own: int, part: str, whole: str) -> Mention:
    end, realm = words[own - 1], ""
    if len(words) > own and words[own].folded in REALMS and _close(sentence, end, words[own]):
        realm = words[own].folded
        end = words[own]
    unit = "realm" if realm else whole
    span = Span(sentence.document.id, words[0].start, end.end)
    return Mention(MentionKind.PLACE, span, span, sentence.span, (part, whole), unit, realm)


def _named_realm(sentence: Asserted, number: int) -> str:
    """What the realm before a word of that number is called: the western province *of Ruvo*."""
    words = sentence.words[number : number + 2]
    named = len(words) == 2 and words[0].folded == "of" and words[1].text[0].isupper() and _close(sentence, *words)
    return words[1].folded if named else ""


def _thing_of_two_sides(sentence: Asserted, number: int) -> Word | None:
    """What has a left and a right: the *right* engine; not the right moment, and not those who left."""
    words = sentence.words[max(0, number - 1) : number + 2]
    if len(words) < 3 or words[0].folded not in _DETERMINERS:
        return None
    thing = words[2]
    named = (
        thing.content and thing.text.islower() and singular(thing.folded) in _PAIRED and _close(sentence, *words[1:])
    )
    return thing if named else None


def _in_part_of_country(sentence: Asserted, number: int) -> Word | None:
    """The named place that a comma parts from where it lies: Mbeku, in the *south* of the country."""
    words = sentence.words
    word = words[number]
    if number < 3 or not words[number - 3].text[0].isupper() or word.folded.endswith("ern"):
        return None
    told = sentence.document.text[words[number - 3].end : word.start]
    rest = sentence.document.text[word.end : sentence.end]
    return words[number - 3] if _IN_THE.fullmatch(told) and _OF_COUNTRY.match(rest) else None


def _coordinated(sentence: Asserted, number: int) -> Iterator[Mention]:
    """Two directions of one noun: "the desert north and center", which is not quite "the northern and central deserts".

    `value` says which, of what, and whether both directions share the noun.
    """
    words = sentence.words
    if number + 2 >= len(words) or words[number + 2].folded not in COMPASS:
        return
    parts = " ".join(sorted((COMPASS[words[number].folded], COMPASS[words[number + 2].folded])))
    both = words[number + 2].folded.endswith(("ern", "central")) and number + 3 < len(words)
    noun = words[number + 3] if both else words[number - 1] if number else None
    if noun is None or not noun.content or not _close(sentence, *sorted((noun, words[number + 2 * both]), key=_start)):
        return
    first, last = sorted((noun, words[number], words[number + 2]), key=_start)[::2]
    span = Span(sentence.document.id, first.start, last.end)
    value = (parts, "both" if both else "first", noun.stem)
    yield Mention(MentionKind.PLACE, span, span, sentence.span, value, "directions", noun.stem)


def _start(word: Word) -> int:
    return word.start


def _close(sentence: Asserted, one: Word, other: Word) -> bool:
    return not sentence.document.text[one.end : other.start].strip(" \n\t\u00a0-")
