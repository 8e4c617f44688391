"""Words that one document changed in a sentence of another, where the change is easily missed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.model import Mention, MentionKind
from mali_reader.corroboration.pairing import Difference
from mali_reader.corroboration.relations import Relation
from mali_reader.corroboration.wordings import SCALE_OF
from mali_reader.overlap.diff import diff_words
from mali_reader.overlap.model import ChangeOp, Overlap, OverlapKind
from mali_reader.overlap.stems import stem
from mali_reader.overlap.words import fold, folded_words

_ALIKE = 0.78
_SPELLINGS = 0.9
_SHORTEST = 6
_AROUND = 2
"""So many words on either side of a change have to be the same."""


def copyedits(overlaps: Iterable[Overlap], documents: Mapping[str, Document]) -> Iterator[Difference]:
    """Single words of copied sentences that became another step of one scale (many, most) or a look-alike.

    A look-alike begins with the same letters and is another word (imminent, immediate). Inside quotation marks any
    other word is told: nobody says one thing in two ways at once.
    """
    for overlap in overlaps:
        left, right = documents[overlap.left.document], documents[overlap.right.document]
        for pair in overlap.sentences:
            if pair.kind is OverlapKind.PARAPHRASE:
                continue
            for change in diff_words(left.slice(pair.left), right.slice(pair.right), language=left.language):
                if change.op is ChangeOp.REPLACE:
                    one = _Word(left, pair.left, change.left_start, change.left_end)
                    other = _Word(right, pair.right, change.right_start, change.right_end)
                    quoted = one.is_quoted and other.is_quoted
                    scale = _scale(one.text, other.text, left.language, quoted=quoted)
                    if scale and one.before == other.before and one.behind == other.behind:
                        yield Difference(one.mention(scale), other.mention(scale), Relation.VARIANT)


class _Word(NamedTuple):
    """A changed word (or some) of a sentence; `start` and `end` count from the sentence's start."""

    document: Document
    sentence: Span
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.slice(self.sentence)[self.start : self.end]

    @property
    def before(self) -> tuple[str, ...]:
        return folded_words(self.document.slice(self.sentence)[: self.start])[-_AROUND:]

    @property
    def behind(self) -> tuple[str, ...]:
        return folded_words(self.document.slice(self.sentence)[self.end :])[:_AROUND]

    @property
    def is_quoted(self) -> bool:
        """Whether it stands between quotation marks, which may have been opened in an earlier sentence."""
        text, place = self.document.text, self.sentence.start + self.start
        before = text[text.rfind("\n", 0, place) + 1 : place]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def mention(self, scale: str) -> Mention:
        span = Span(self.document.id, self.sentence.start + self.start, self.sentence.start + self.end)
        return Mention(MentionKind.WORDING, span, span, self.sentence, fold(self.text), scale)


def _american(word: str) -> str:
    """A folded word as it is spelt in America: colour is color, and organised is organized."""
    return re.sub(r"is(?=e|ing|ation)", "iz", word.replace("our", "or"))


def _are_two(left: str, right: str, language: str | None) -> bool:
    """Whether two folded words are two, and not two spellings or forms of one."""
    if not (left.isalpha() and right.isalpha()) or {left, right} & function_words(language):
        return False
    return stem(left, language) != stem(right, language) and JaroWinkler.similarity(left, right) < _SPELLINGS


def _scale(one: str, other: str, language: str | None, *, quoted: bool) -> str:
    """What two words are steps of; "" where their exchange is mere style."""
    left, right = _american(fold(one)), _american(fold(other))
    if left in SCALE_OF and SCALE_OF[left] == SCALE_OF.get(right):
        return SCALE_OF[left]
    if quoted and _are_two(left, right, language):
        return "quotation"
    if not (left.isalpha() and right.isalpha() and one[0].islower() and other[0].islower()):
        return ""
    if min(len(left), len(right)) < _SHORTEST or left[:3] != right[:3] or stem(left, language) == stem(right, language):
        return ""
    return "look-alike" if JaroWinkler.similarity(left, right) >= _ALIKE else ""
