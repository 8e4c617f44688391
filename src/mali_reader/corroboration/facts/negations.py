"""What is denied: verbs with "not" or "never" before them, and where another document affirms the same."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.model import Mention, MentionKind, Qualifier

DENIED, AFFIRMED = "denied", "affirmed"

_AUXILIARY_WORDS = (
    "is are was were be been has have had do does did will would shall should can could may might must am"
)
_AUXILIARIES = frozenset(_AUXILIARY_WORDS.split())
_NOT = frozenset(["not", "never"])
_CONTRACTED = re.compile(r"(?:n['’]t|\bcannot)\Z", re.I)
_BETWEEN_WORDS = "yet ever even also been be only just otherwise have to"
_BETWEEN = frozenset(_BETWEEN_WORDS.split())
"""May stand between a negation and its verb."""
_TELLING = frozenset(["say", "said", "tell", "told", "have", "do"])
_NO_VERB = frozenset(["only", "just", "necessarily", "all", "every", "so", "as", "because", "always", "until"])
_HEDGE_WORDS = """
    substantive substantively substantial substantially significant significantly material materially meaningful
    meaningfully fundamental fundamentally fully completely entirely wholly
"""
_HEDGES = frozenset(_HEDGE_WORDS.split())
"""What has not changed in any substantive way may have changed a little."""
_IDLE = _HEDGES | {"way", "ways"}
_JOINING = frozenset(["and", "but", "or", "while"])
_OBJECT = 6
HAVE = "have "
"""What the `head` of a thing begins with that somebody has or has not."""
_HAVE = frozenset(["has", "have", "had", "having", "carried", "carries"])
_SOME = frozenset(["a", "an", "its", "his", "her", "their", "the", "some", "two", "several"])
_THING = 3
_PAUSE = re.compile(r"[,;:.!?()–—“”\"]")


def is_negation(word: Word) -> bool:
    """Whether a word denies the verb behind it."""
    return word.folded in _NOT or _CONTRACTED.search(word.text) is not None


def negations(sentence: Asserted) -> Iterator[Mention]:
    """The denials of a sentence: `head` is the stem of the verb, `value` the stems behind it, its object."""
    words = sentence.words
    for number, word in enumerate(words):
        if not is_negation(word):
            continue
        verb = next((at for at in range(number + 1, len(words)) if not _passed_over(words[at])), None)
        if verb is None or words[verb].folded in _NO_VERB or verb - number > 3 or not _is_word(words[verb]):
            continue
        first = number - 1 if number and words[number - 1].folded in _AUXILIARIES else number
        yield _predication(sentence, first, verb, DENIED)
    yield from _lacks(sentence)


def _lacks(sentence: Asserted) -> Iterator[Mention]:
    """What somebody has not: "had no radio" denies having a radio."""
    words = sentence.words
    for number in range(1, len(words)):
        if words[number].folded == "no" and words[number - 1].folded in _HAVE:
            yield from _having(sentence, number, DENIED)


def _having(sentence: Asserted, number: int, unit: str) -> Iterator[Mention]:
    """What is had, behind the determiner of that number: its last noun, with the verb for `head`."""
    words = sentence.words
    run = list(takewhile(lambda word: word.content and word.text.isalpha(), words[number + 1 : number + 1 + _THING]))
    if run and not _PAUSE.search(sentence.document.text[words[number - 1].start : run[-1].end]):
        span = Span(sentence.document.id, words[number - 1].start, run[-1].end)
        value = tuple(sorted({word.stem for word in run}))
        yield Mention(MentionKind.NEGATION, span, span, sentence.span, value, unit, HAVE + run[-1].stem)


def _is_word(word: Word) -> bool:
    return word.text.isalpha() and (word.content or word.folded in _TELLING)


def _passed_over(word: Word) -> bool:
    return word.folded in _BETWEEN or (word.folded.endswith("ly") and len(word.folded) > 4)


def affirmations(sentence: Asserted, verbs: Sequence[str] | frozenset[str]) -> Iterator[Mention]:
    """Where a sentence says without negation one of these verbs (stems)."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.folded in _SOME and number and words[number - 1].folded in _HAVE:
            yield from (had for had in _having(sentence, number, AFFIRMED) if had.head in verbs)
        if word.stem not in verbs:
            continue
        before = words[max(0, number - 4) : number]
        if any(is_negation(one) or one.folded in _LOST for one in before):
            continue
        first = number - 1 if number and words[number - 1].folded in _AUXILIARIES else number
        yield _predication(sentence, first, number, AFFIRMED)


_LOST_WORDS = """
    no without nobody none neither nor deny denied denies refused refuse failed fail declined whether if
    could may might
"""
_LOST = frozenset(_LOST_WORDS.split())
"""Words before a verb that make it no affirmation."""


def _predication(sentence: Asserted, first: int, verb: int, unit: str) -> Mention:
    words = sentence.words
    last = verb
    said: list[Word] = []
    for at in range(verb + 1, min(len(words), verb + 1 + _OBJECT)):
        if _PAUSE.search(sentence.document.text[words[at - 1].end : words[at].start]) or words[at].folded in _JOINING:
            break
        last = at
        said.append(words[at])
    while last > verb and not words[last].content:
        last -= 1
    value = tuple(sorted({word.stem for word in said if word.content and word.folded not in _IDLE}))
    span = Span(sentence.document.id, words[first].start, words[last].end)
    hedged = any(word.folded in _HEDGES for word in words[first : last + 1])
    qualifier = Qualifier.ABOUT if hedged else Qualifier.NONE
    return Mention(MentionKind.NEGATION, span, span, sentence.span, value, unit, words[verb].stem, qualifier)
