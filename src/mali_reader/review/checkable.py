"""Which sentences assert something that can be checked: a number, a date, a sum, a name, a place, a negation.

Told by signs alone, so that every sentence of ten thousand documents is looked at in seconds; `corroboration.mentions`
reads the same facts exactly, a thousand times slower.
"""

import re
from collections.abc import Iterator

from mali_reader.annotations.staleness import DATE_WORDS, NEGATIVE, NUMBER_WORDS
from mali_reader.corpus.model import Document, Sentence
from mali_reader.corroboration.model import MentionKind
from mali_reader.overlap.function_words import function_words
from mali_reader.overlap.words import fold

_SIGN = re.compile(r"(?P<money>[$€£¥₹])|(?P<number>\d)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)")
_AMBIGUOUS = frozenset(["may", "march", "half", "second"])
"""Tell a date or number only where they are written as a name is, or not at all."""


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
    names = frozenset().union(*(inside for _, _, inside, _ in read)) if read else frozenset()
    for sentence, kinds, inside, first in read:
        if inside or first in names:
            kinds.add(MentionKind.NAME)
        if kinds:
            yield sentence, tuple(kind for kind in MentionKind if kind in kinds)


def _signs(text: str, common: frozenset[str]) -> tuple[set[MentionKind], set[str], str]:
    """What a sentence tells without doubt, the capitalised words inside it, and its first word."""
    kinds: set[MentionKind] = set()
    names: set[str] = set()
    first = ""
    for match in _SIGN.finditer(text):
        if match.lastgroup != "word":
            kinds.add(MentionKind(match.lastgroup or ""))
            continue
        word = match[0]
        folded = fold(word)
        if not first:
            first = word
        elif word[0].isupper() and folded not in common:
            if folded in DATE_WORDS:
                kinds.add(MentionKind.DATE)
            else:
                names.add(word)
            continue
        if folded in NEGATIVE or (folded.endswith("nt") and word[-2] in "'’"):
            kinds.add(MentionKind.NEGATION)
        elif folded in _AMBIGUOUS:
            continue
        elif folded in NUMBER_WORDS:
            kinds.add(MentionKind.NUMBER)
        elif folded in DATE_WORDS:
            kinds.add(MentionKind.DATE)
    return kinds, names, first
