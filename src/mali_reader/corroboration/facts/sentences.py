"""The sentences of a document that assert something, with the words in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import BlockKind, Document, Sentence, Span
from mali_reader.overlap.words.forms import fold, word_matches, words_in
from mali_reader.overlap.words.irregular_verbs import BASE_FORM
from mali_reader.overlap.words.stems import stem

_DATELINE = re.compile(r"\W*[A-Z][A-Z.' ]{2,}(?:,[^()\n–—]{1,40}?)?\s*(?:\([^()\n]{1,40}\))?\s*(?:--|[-–—])\s")
_CREDIT = re.compile(r"\W{0,4}(?:by|reporting by|written by|photo|image|picture|source|updated|published)\b", re.I)
_LONGEST_CREDIT = 20
_COMMON_WORDS = """
    since when while where what how why because although though until till during among within without against whether
    more most less least much many some any each every other another such own same only just even still yet very
    nearly almost around roughly approximately including according told tell tells saying now already due
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""English words that tell nothing of what a number or date is about."""
_REACH = 100
_POSSESSIVE = re.compile(r"['’][sS]\Z")


class Word(NamedTuple):
    """A word: its place in the document, as written, folded, and its stem."""

    start: int
    end: int
    text: str
    folded: str
    stem: str
    content: bool


class Form(NamedTuple):
    """A word wherever it stands: as written without a possessive's ending, folded, its stem, whether it tells much."""

    text: str
    folded: str
    stem: str
    content: bool


@dataclass(frozen=True)
class Asserted:
    """A sentence (or a title) of a document. `start` and `end` leave the dateline out."""

    document: Document
    start: int
    end: int
    kind: BlockKind

    @cached_property
    def text(self) -> str:
        """Its text; position `i` of it is position `start + i` of the document."""
        return self.document.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.document.id, self.start, self.end)

    @property
    def is_headline(self) -> bool:
        """Whether it is a title or a heading."""
        return self.kind in (BlockKind.TITLE, BlockKind.HEADING)

    def words_until(self, position: int) -> int:
        """How many of its words begin before a position of the document."""
        return bisect_left(self.words, position, key=lambda word: word.start)

    @property
    def forms(self) -> list[Form]:
        """Its words in order, wherever they stand: several times as quick as `words`, and nothing is held on to."""
        language = self.document.language
        return [_form(found, language) for found in words_in(self.document.text[self.start : self.end])]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        found = []
        for match in word_matches(self.text):
            form = _form(match[0], self.document.language)
            start = self.start + match.start()
            found.append(Word(start, start + len(form[0]), *form))
        return tuple(found)


@lru_cache(maxsize=1 << 17)
def _form(found: str, language: str | None) -> Form:
    written = _POSSESSIVE.sub("", found) or found
    folded = fold(written)
    content = folded not in function_words(language) and folded not in _COMMON
    base = BASE_FORM.get(folded, folded) if language in (None, "en") else folded
    return Form(written, folded, stem(base, language), content)


def ends_with(pattern: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
    """What a pattern that ends with `\\Z` finds just before a position of a text, not far back."""
    return pattern.search(text, max(0, position - _REACH), position)


def asserted(document: Document) -> Iterator[Asserted]:
    """Every sentence of the blocks that are no furniture; bylines, credits and datelines are left out."""
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        for number, part in enumerate(block.sentences or (Sentence(block.start, block.end),)):
            text = document.slice(part)
            if _CREDIT.match(text) and len(text.split()) <= _LONGEST_CREDIT:
                continue
            dateline = _DATELINE.match(text) if number == 0 else None
            start = part.start + (dateline.end() if dateline else 0)
            if start < part.end:
                yield Asserted(document, start, part.end, block.kind)
