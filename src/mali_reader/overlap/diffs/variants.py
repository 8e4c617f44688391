"""One passage as each document tells it, against one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from mali_reader.corpus.model import Corpus, Span
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.diffs.side_by_side import sentences_in
from mali_reader.overlap.index import OverlapIndex, facing
from mali_reader.overlap.model import SentencePair


@dataclass(frozen=True, slots=True)
class VariantSentence:
    """A sentence of a variant, the words of it that differ from the base, and whether the base has it at all.

    `left_out` are the places, spans of no length, where the base has words that the variant has not.
    """

    span: Span
    changed: tuple[Span, ...]
    shared: bool
    left_out: tuple[Span, ...] = ()


def variant_sentences(base: Span, member: Span, corpus: Corpus, overlaps: OverlapIndex) -> tuple[VariantSentence, ...]:
    """The sentences of a member of a passage against another one, in order. The base against itself has no changes.

    Raises KeyError for a member of a document that is not in the corpus.
    """
    document = corpus.get(member.document)
    if document is None:
        raise KeyError(member.document)
    spans = sentences_in(document, member)
    if member == base:
        return tuple(VariantSentence(span, (), True) for span in spans)
    aligned = _aligned(base, member, corpus, overlaps)
    found = []
    for span in spans:
        holding = [changes for there, changes in aligned if there.start <= span.start and span.end <= there.end]
        words = tuple(part for changes in holding for change in changes if (part := change.inside(span)))
        places = tuple(
            change for changes in holding for change in changes if span.start <= change.start == change.end <= span.end
        )
        found.append(VariantSentence(span, words, bool(holding), places))
    return tuple(found)


def sentences_left_out(base: Span, member: Span, corpus: Corpus, overlaps: OverlapIndex) -> tuple[Span, ...]:
    """The sentences of the base that correspond to nothing in another member of the passage, in order.

    Raises KeyError for a base of a document that is not in the corpus.
    """
    document = corpus.get(base.document)
    if document is None:
        raise KeyError(base.document)
    told = [pair.left for pair in _pairs(base, member, overlaps)] if member != base else [base]
    return tuple(
        span
        for span in sentences_in(document, base)
        if not any(t.start <= span.start and span.end <= t.end for t in told)
    )


def _pairs(base: Span, member: Span, overlaps: OverlapIndex) -> Sequence[SentencePair]:
    """The sentences that correspond, those of the base on the left."""
    between = overlaps.between(base.document, member.document)
    overlap = next((overlap for overlap in between if {overlap.left, overlap.right} == {base, member}), None)
    return facing(overlap, base.document).sentences if overlap else ()


def _aligned(
    base: Span, member: Span, corpus: Corpus, overlaps: OverlapIndex
) -> Sequence[tuple[Span, tuple[Span, ...]]]:
    """The sentences of the member that correspond to some of the base, each with the spans of its changes."""
    left, right = corpus.get(base.document), corpus.get(member.document)
    if left is None or right is None:
        return ()
    return [
        (pair.right, tuple(change.right for change in word_changes(left, right, pair)))
        for pair in _pairs(base, member, overlaps)
    ]
