"""What is denied: verbs with "not" or "never" before them, and where another document affirms the same."""

import re
from collections.abc import Iterator, Sequence

from mali_reader.corpus.model import Span
from mali_reader.corroboration.model import Mention, MentionKind
from mali_reader.corroboration.sentences import Asserted, Word

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
_OBJECT = 6
_PAUSE = re.compile(r"[,;:.!?()–—“”\"]")


def negations(sentence: Asserted) -> Iterator[Mention]:
    """The denials of a sentence: `head` is the stem of the verb, `value` the stems behind it, its object."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.folded not in _NOT and not _CONTRACTED.search(word.text):
            continue
        verb = next((at for at in range(number + 1, len(words)) if not _passed_over(words[at])), None)
        if verb is None or words[verb].folded in _NO_VERB or verb - number > 3 or not _is_word(words[verb]):
            continue
        first = number - 1 if number and words[number - 1].folded in _AUXILIARIES else number
        yield _predication(sentence, first, verb, DENIED)


def _is_word(word: Word) -> bool:
    return word.text.isalpha() and (word.content or word.folded in _TELLING)


def _passed_over(word: Word) -> bool:
    return word.folded in _BETWEEN or (word.folded.endswith("ly") and len(word.folded) > 4)


def affirmations(sentence: Asserted, verbs: Sequence[str] | frozenset[str]) -> Iterator[Mention]:
    """Where a sentence says without negation one of these verbs (stems)."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.stem not in verbs:
            continue
        before = words[max(0, number - 4) : number]
        if any(one.folded in _NOT or _CONTRACTED.search(one.text) or one.folded in _LOST for one in before):
            continue
        first = number - 1 if number and words[number - 1].folded in _AUXILIARIES else number
        yield _predication(sentence, first, number, AFFIRMED)


_LOST_WORDS = "no without nobody none neither nor deny denied denies refused refuse failed fail declined whether if"
_LOST = frozenset(_LOST_WORDS.split())
"""Words before a verb that make it no affirmation."""


def _predication(sentence: Asserted, first: int, verb: int, unit: str) -> Mention:
    words = sentence.words
    last = verb
    said: list[Word] = []
    for at in range(verb + 1, min(len(words), verb + 1 + _OBJECT)):
        if _PAUSE.search(sentence.document.text[words[at - 1].end : words[at].start]):
            break
        last = at
        said.append(words[at])
    while last > verb and not words[last].content:
        last -= 1
    value = tuple(sorted({word.stem for word in said if word.content}))
    span = Span(sentence.document.id, words[first].start, words[last].end)
    return Mention(MentionKind.NEGATION, span, span, sentence.span, value, unit, words[verb].stem)
