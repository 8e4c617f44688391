"""Words that one document changed in a sentence of another, where the change is easily missed."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import JaroWinkler

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.model import Mention, MentionKind
from mali_reader.corroboration.pairing import Difference
from mali_reader.corroboration.relations import Relation
from mali_reader.corroboration.wordings import SCALE_OF
from mali_reader.overlap.diff import diff_words
from mali_reader.overlap.model import ChangeOp, Overlap, OverlapKind
from mali_reader.overlap.stems import stem
from mali_reader.overlap.words import WORD, fold

_ALIKE = 0.78
_SHORTEST = 6
_AROUND = 2
"""So many words on either side of a change have to be the same."""


def copyedits(overlaps: Iterable[Overlap], documents: Mapping[str, Document]) -> Iterator[Difference]:
    """Single words of copied sentences that became another step of one scale (many, most) or a look-alike.

    A look-alike begins with the same letters and is another word (imminent, immediate).
    """
    for overlap in overlaps:
        if overlap.left.document not in documents or overlap.right.document not in documents:
            continue
        left, right = documents[overlap.left.document], documents[overlap.right.document]
        for pair in overlap.sentences:
            if pair.kind is OverlapKind.PARAPHRASE:
                continue
            for change in diff_words(left.slice(pair.left), right.slice(pair.right), language=left.language):
                if change.op is not ChangeOp.REPLACE:
                    continue
                here = Span(left.id, pair.left.start + change.left_start, pair.left.start + change.left_end)
                there = Span(right.id, pair.right.start + change.right_start, pair.right.start + change.right_end)
                scale = _scale(left.slice(here), right.slice(there), left.language)
                if scale and _surrounded(left, pair.left, here, right, pair.right, there):
                    yield Difference(
                        _mention(left, here, pair.left, scale),
                        _mention(right, there, pair.right, scale),
                        Relation.VARIANT,
                        1.0,
                    )


def _mention(document: Document, span: Span, sentence: Span, scale: str) -> Mention:
    return Mention(MentionKind.WORDING, span, span, sentence, fold(document.slice(span)), scale)


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


def _surrounded(left: Document, sentence: Span, here: Span, right: Document, other: Span, there: Span) -> bool:
    """Whether the words on both sides of a change are the same."""
    before = _words(left, sentence.start, here.start)[-_AROUND:] == _words(right, other.start, there.start)[-_AROUND:]
    behind = _words(left, here.end, sentence.end)[:_AROUND] == _words(right, there.end, other.end)[:_AROUND]
    return before and behind


def _words(document: Document, start: int, end: int) -> list[str]:
    return [fold(word) for word in WORD.findall(document.text[start:end])]
