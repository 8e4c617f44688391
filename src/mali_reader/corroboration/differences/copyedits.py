"""Words that one document changed in a sentence of another, where the change is easily missed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.differences.pairing import Difference
from mali_reader.corroboration.differences.wordings import SCALE_OF
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.model import Mention, MentionKind, Relation
from mali_reader.overlap.diffs.diff import WordChange, diff_words
from mali_reader.overlap.model import ChangeOp, Overlap, OverlapKind
from mali_reader.overlap.words.forms import fold, folded_words
from mali_reader.overlap.words.stems import stem

_ALIKE = 0.78
_SPELLINGS = 0.9
_SHORTEST = 6
_AROUND = 2
"""So many words on either side of a change have to be the same."""


def copyedits(
    overlaps: Iterable[Overlap], documents: Mapping[str, Document], said: Mapping[str, Sequence[Asserted]]
) -> Iterator[Difference]:
    """Single words of copied sentences that became another step of one scale (many, most) or a look-alike.

    A look-alike begins with the same letters and is another word (imminent, immediate). Inside quotation marks any
    other word is told: nobody says one thing in two ways at once. `said` has what each document asserts: what stands in
    nothing of that, in a dateline or credit, is told by none.
    """
    for overlap in overlaps:
        left, right = documents[overlap.left.document], documents[overlap.right.document]
        for pair in overlap.sentences:
            if pair.kind is OverlapKind.PARAPHRASE:
                continue
            for change in _exchanges(left.slice(pair.left), right.slice(pair.right), left.language):
                one = _Word(left, pair.left.start + change.left_start, pair.left.start + change.left_end)
                other = _Word(right, pair.right.start + change.right_start, pair.right.start + change.right_end)
                if scale := _scale(one, other):
                    mine, yours = one.mention(scale, said[left.id]), other.mention(scale, said[right.id])
                    if mine and yours:
                        yield Difference(mine, yours, Relation.VARIANT)


@lru_cache(maxsize=1 << 14)
def _exchanges(left: str, right: str, language: str | None) -> Sequence[WordChange]:
    """The words of one sentence that stand in the place of others, between the same words."""
    return [
        change
        for change in diff_words(left, right, language=language)
        if change.op is ChangeOp.REPLACE
        and _last(left[: change.left_start]) == _last(right[: change.right_start])
        and folded_words(left[change.left_end :])[:_AROUND] == folded_words(right[change.right_end :])[:_AROUND]
    ]


def _last(text: str) -> Sequence[str]:
    return folded_words(text)[-_AROUND:]


class _Word(NamedTuple):
    """A changed word (or some) of a document."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @property
    def is_quoted(self) -> bool:
        """Whether it stands between quotation marks, which may have been opened in an earlier sentence."""
        text = self.document.text
        before = text[text.rfind("\n", 0, self.start) + 1 : self.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def mention(self, scale: str, said: Iterable[Asserted]) -> Mention | None:
        """It as one of what the document asserts; None where that does not hold it."""
        span = Span(self.document.id, self.start, self.end)
        around = next((one.span for one in said if one.start <= self.start and self.end <= one.end), None)
        return Mention(MentionKind.WORDING, span, span, around, fold(self.text), scale) if around else None


def _american(word: str) -> str:
    """A folded word as it is spelt in America: colour is color, and organised is organized."""
    return re.sub(r"is(?=e|ing|ation)", "iz", word.replace("our", "or"))


def _are_two(left: str, right: str, language: str | None) -> bool:
    """Whether two folded words are two, and not two spellings or forms of one."""
    if {left, right} & function_words(language):
        return False
    return stem(left, language) != stem(right, language) and JaroWinkler.similarity(left, right) < _SPELLINGS


def _scale(one: _Word, other: _Word) -> str:
    """What two words are steps of; "" where their exchange is mere style."""
    language = one.document.language
    left, right = _american(fold(one.text)), _american(fold(other.text))
    if left in SCALE_OF and SCALE_OF[left] == SCALE_OF.get(right):
        return SCALE_OF[left]
    if not (left.isalpha() and right.isalpha()):
        return ""
    if _are_two(left, right, language) and one.is_quoted and other.is_quoted:
        return "quotation"
    if not (one.text[0].islower() and other.text[0].islower()):
        return ""
    if min(len(left), len(right)) < _SHORTEST or left[:3] != right[:3] or stem(left, language) == stem(right, language):
        return ""
    return "look-alike" if JaroWinkler.similarity(left, right) >= _ALIKE else ""
