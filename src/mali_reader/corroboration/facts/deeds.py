"""What happened at a time: the verb nearest to it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.sentences import Word
from mali_reader.overlap.words.irregular_verbs import BASE_FORM

_REACH = 8
_AUXILIARY_WORDS = "to will would shall should may might can could must did does do"
_AUXILIARY = frozenset(_AUXILIARY_WORDS.split())
_PAST = BASE_FORM.keys() | {"put", "set", "cut", "hit", "left", "born", "found"}


def deed_at(words: Sequence[Word], span: Span) -> str:
    """The stem of what is told of a time: the nearest word before it, else behind it, that looks like a verb."""
    first = bisect_left(words, span.start, key=lambda word: word.start)
    last = bisect_left(words, span.end, key=lambda word: word.start)
    before = range(first - 1, max(-1, first - 1 - _REACH), -1)
    behind = range(last, min(len(words), last + _REACH))
    for number in chain(before, behind):
        word = words[number]
        told = word.content and word.text[0].islower()
        if told and _is_verb(word.folded, words[number - 1].folded if number else ""):
            return word.stem
    return ""


def _is_verb(word: str, previous: str) -> bool:
    return word in _PAST or previous in _AUXILIARY or (len(word) > 4 and word.endswith("ed"))
