"""Opposites in other words: accepted and rejected, rose and fell, guilty and acquitted, armed and unarmed."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.negations import AFFIRMED, DENIED, is_negation
from mali_reader.corroboration.facts.sentences import Asserted, Word, ends_with
from mali_reader.corroboration.model import Mention, MentionKind
from mali_reader.overlap.words.irregular_verbs import BASE_FORM

_VERBS = """
    accept approv endors adopt embrac welcom support back favour favor / reject oppos veto rebuff condemn
    |rise increas climb grow jump gain surg / fall decreas drop shrink plung tumbl sink
    |win / lose|convict / acquit exoner|uphold / overturn quash|confirm / deni|resum / suspend halt
    |allow permit / ban forbid prohibit|surviv / die perish|strengthen / weaken|widen / narrow|tighten / loosen eas
    |rais / lower cut reduc|prais / criticis critic|improv / worsen deterior|extend / shorten
"""
_STATES = """
    drunk / sober|accident / deliber intent|legal / illeg unlaw|empti / full crowd|asleep / awak
    |conscious / unconsci|intact / damag|volunt voluntari / forc involuntari|success / fail|alon / accompani
"""
_CHANGING = frozenset(["rise", "strengthen", "widen", "improv"])
"""What is done to nothing: shares rise, storms strengthen."""


_Axis = tuple[str, bool]
"""What an opposite is called by, and whether its first side is meant."""


def _axes(told: str) -> dict[str, _Axis]:
    found: dict[str, _Axis] = {}
    for axis in told.replace("\n", " ").split("|"):
        sides = [side.split() for side in axis.split("/")]
        found |= {stem: (sides[0][0], side is sides[0]) for side in sides for stem in side}
    return found


_STANCE = "opposite accept"
_AXIS_OF_VERB, _AXIS_OF_STATE = _axes(_VERBS), _axes(_STATES)
_UN = re.compile(r"\bun([a-z]{3,}(?:ed|able|ible|ful|al|ar|ary)|safe|fair|clear|known|aware|hurt|harmed)\b", re.I)
_BE = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "stayed", "seemed"]
)
_AUXILIARY = _BE | frozenset(
    ["has", "have", "had", "did", "does", "do", "will", "would", "to", "can", "could", "should", "may", "might", "must"]
)
_UNREAL_WORDS = """
    if whether unless could would should may might nobody none neither refused refuse failed declined wants wanted urged
    asked hoped expected threatened likely
"""
_UNREAL = frozenset(_UNREAL_WORDS.split())
"""Words before a verb that make it nothing that happened."""
_BEFORE, _BEHIND = 6, 6
_PAUSE = re.compile(r"[,;:.!?()–—“”\"]")
_APPOSITION = re.compile(r",[^,;:.]{1,60},\s*\Z")
"""What stands between a subject and its verb: the dam, ten miles off, did not break."""
_RELATIVE = frozenset(["which", "who", "that"])
_JOINING = frozenset(["and", "but", "or", "while", "after", "before", "because", "although"])


class Side(NamedTuple):
    """Where a sentence puts somebody or something on one side of two opposites.

    `mention` has the axis for `head` and the side for `unit`, `word` is the stem that says so; `doer` and `done` are
    the stems of who did it and of what it was done to, or what was so, the nearest first.
    """

    mention: Mention
    word: str
    doer: tuple[str, ...]
    done: tuple[str, ...]

    @property
    def is_stance(self) -> bool:
        """Whether one may take this side and another the other, with nothing amiss."""
        return self.mention.head == _STANCE

    @property
    def changes(self) -> bool:
        """Whether it is told of its doer alone."""
        return self.mention.head in _CHANGING


def undone(text: str) -> frozenset[str]:
    """The words of a text that it has with "un" before them: armed, of unarmed."""
    return frozenset([found[1].lower() for found in _UN.finditer(text)])


def sides(sentence: Asserted, undone: Collection[str]) -> Iterator[Side]:
    """What a sentence says that has an opposite; `undone` are words that have "un" before them somewhere."""
    words = sentence.words
    for number, word in enumerate(words):
        if (told := _AXIS_OF_VERB.get(word.stem)) and _is_verb(words, number):
            yield from _of_verb(sentence, number, told)
        elif told := _AXIS_OF_STATE.get(word.stem):
            yield from _of_state(sentence, number, told)
        elif word.folded in undone:
            yield from _of_state(sentence, number, (word.folded, True))
        elif word.folded.startswith("un") and word.folded[2:] in undone:
            yield from _of_state(sentence, number, (word.folded[2:], False))


def _is_verb(words: Sequence[Word], number: int) -> bool:
    word = words[number]
    past = word.folded.endswith("ed") or BASE_FORM.get(word.folded, word.folded) != word.folded
    return past or (number > 0 and words[number - 1].folded in _AUXILIARY)


def _of_verb(sentence: Asserted, number: int, axis: _Axis) -> Iterator[Side]:
    before, behind = _before(sentence, number), _behind(sentence, number)
    if any(word.folded in _UNREAL for word in before):
        return
    subject = _content(reversed(before))
    if any(word.folded in _BE for word in before[-3:]):
        by = next((at for at, word in enumerate(behind, start=1) if word.folded == "by"), len(behind))
        yield _side(sentence, number, axis, _content(behind[by:]), subject)
    elif subject:  # who "he" is, nothing tells
        yield _side(sentence, number, axis, subject, _content(behind))


def _of_state(sentence: Asserted, number: int, axis: _Axis) -> Iterator[Side]:
    """What is said to be so: the unarmed *observers*; the *observers* will be armed."""
    words, word = sentence.words, sentence.words[number]
    before = _before(sentence, number)
    if any(one.folded in _UNREAL for one in before):
        return
    if any(one.folded in _BE for one in before[-2:]):
        yield _side(sentence, number, axis, (), _content(reversed(before)))
    elif number + 1 < len(words):
        thing = words[number + 1]
        if thing.content and thing.text.islower() and sentence.document.text[word.end : thing.start] == " ":
            yield _side(sentence, number, axis, (), (thing.stem,))


def _before(sentence: Asserted, number: int) -> Sequence[Word]:
    """The words of a clause before a word of that number; what commas set off between is passed over."""
    words, text = sentence.words, sentence.document.text
    verb = number
    while verb and (words[verb - 1].folded in _AUXILIARY or is_negation(words[verb - 1])):
        verb -= 1
    last = verb
    if last and words[last - 1].folded in _RELATIVE:
        last -= 1
    if apposed := ends_with(_APPOSITION, sentence.text, words[last].start - sentence.start):
        last = sentence.words_until(sentence.start + apposed.start())
    first = last
    while first and last - first < _BEFORE and words[first - 1].folded not in _JOINING:
        if first < last and _PAUSE.search(text[words[first - 1].end : words[first].start]):
            break
        first -= 1
    return words[first:last] + words[verb:number]


def _behind(sentence: Asserted, number: int) -> Sequence[Word]:
    words = sentence.words
    last = number + 1
    while last < len(words) and last - number <= _BEHIND and words[last].folded not in _JOINING:
        if _PAUSE.search(sentence.document.text[words[last - 1].end : words[last].start]):
            break
        last += 1
    return words[number + 1 : last]


def _content(words: Iterator[Word] | Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.stem for word in words if word.content and word.text.isalpha())


def _side(sentence: Asserted, number: int, axis: _Axis, doer: tuple[str, ...], done: tuple[str, ...]) -> Side:
    words = sentence.words
    negated = any(map(is_negation, words[max(0, number - 3) : number]))
    unit = AFFIRMED if axis[1] is not negated else DENIED
    first = number - 1 if number and words[number - 1].folded in _AUXILIARY else number
    last = number + len(tuple(takewhile(lambda word: word.content, _behind(sentence, number)[:2])))
    span = Span(sentence.document.id, words[first].start, words[last].end)
    mention = Mention(MentionKind.NEGATION, span, span, sentence.span, (), unit, f"opposite {axis[0]}")
    return Side(mention, words[number].stem, doer, done)
