"""Which sentences assert something that can be checked: a number, a date, a sum, a name, a place, a negation.

Told by signs alone, so that every sentence of ten thousand documents is looked at in seconds; `corroboration.facts`
reads the same facts exactly, and far more slowly.
"""

import re
from collections.abc import Iterator

from mali_reader.annotations.staleness import DATE_WORDS, NEGATIVE, NUMBER_WORDS
from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Sentence
from mali_reader.corroboration.model import MentionKind

_DIGIT = re.compile(r"\d")
_MONEY = re.compile(r"[$€£¥₹]")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶĹĽŁŃŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽΆΑ-ΩЀ-ЯԱ-Ֆ]\w*")
_NUMBERS = NUMBER_WORDS - {"half", "second"}
_DATES = DATE_WORDS - {"may", "march"}
_NAMED_DATES = frozenset(word.capitalize() for word in DATE_WORDS)


def checkable_sentences(document: Document) -> Iterator[tuple[Sentence, tuple[MentionKind, ...]]]:
    """The sentences of a document's paragraphs that assert something checkable, in order, and what sorts of fact.

    A word that begins a sentence is a name where the document has it with a capital inside one too.
    """
    common = function_words(document.language)
    read = [
        (sentence, *_signs(document.slice(sentence), common))
        for block in document.paragraphs
        for sentence in block.sentences
    ]
    names = frozenset(name for _, _, inside, _ in read for name in inside)
    for sentence, kinds, inside, first in read:
        if inside or first in names:
            kinds.add(MentionKind.NAME)
        if kinds:
            yield sentence, tuple(kind for kind in MentionKind if kind in kinds)


def _signs(text: str, common: frozenset[str]) -> tuple[set[MentionKind], set[str], str]:
    """What a sentence tells without doubt, the names inside it, and the capitalised word that it begins with."""
    words = _WORD.findall(text.casefold())
    told = set(words)
    capitals = _CAPITAL.findall(text)
    begins = bool(capitals and words and capitals[0].casefold().startswith(words[0]))
    inside = {name for name in capitals[begins:] if name.casefold() not in common}
    dates = inside & _NAMED_DATES
    kinds = {
        kind
        for kind, is_told in (
            (MentionKind.NUMBER, _DIGIT.search(text) or not told.isdisjoint(_NUMBERS)),
            (MentionKind.MONEY, _MONEY.search(text)),
            (MentionKind.DATE, dates or not told.isdisjoint(_DATES)),
            (MentionKind.NEGATION, not told.isdisjoint(NEGATIVE) or "n't" in text or "n’t" in text),
        )
        if is_told
    }
    return kinds, inside - dates, capitals[0] if begins else ""
