"""Words that one document changed in a sentence of another, where the change is easily missed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

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
_SHORTEST = 6
_AROUND = 2
"""So many words on either side of a change have to be the same."""


def copyedits(overlaps: Iterable[Overlap], documents: Mapping[str, Document]) -> Iterator[Difference]:
    """Single words of copied sentences that became another step of one scale (many, most) or a look-alike.

    A look-alike begins with the same letters and is another word (imminent, immediate).
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
                    scale = _scale(one.text, other.text, left.language)
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

    def mention(self, scale: str) -> Mention:
        span = Span(self.document.id, self.sentence.start + self.start, self.sentence.start + self.end)
        return Mention(MentionKind.WORDING, span, span, self.sentence, fold(self.text), scale)


def _scale(one: str, other: str, language: str | None) -> str:
    """What two words are steps of; "" where their exchange is mere style."""
    left, right = fold(one), fold(other)
    if left in SCALE_OF and SCALE_OF[left] == SCALE_OF.get(right):
        return SCALE_OF[left]
    if not (left.isalpha() and right.isalpha() and one[0].islower() and other[0].islower()):
        return ""
    if min(len(left), len(right)) < _SHORTEST or left[:3] != right[:3] or stem(left, language) == stem(right, language):
        return ""
    return "look-alike" if JaroWinkler.similarity(left, right) >= _ALIKE else ""
