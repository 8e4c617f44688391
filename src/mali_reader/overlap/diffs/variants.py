"""One passage as each document tells it, against one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from mali_reader.corpus.model import Corpus, Span
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.diffs.side_by_side import block_of
from mali_reader.overlap.index import OverlapIndex, facing


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
    block = block_of(document, member)
    spans = [document.span(sentence) for sentence in block.sentences] if block else [member]
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


def _aligned(
    base: Span, member: Span, corpus: Corpus, overlaps: OverlapIndex
) -> Sequence[tuple[Span, tuple[Span, ...]]]:
    """The sentences of the member that correspond to some of the base, each with the spans of its changes."""
    left, right = corpus.get(base.document), corpus.get(member.document)
    overlap = next(
        (o for o in overlaps.between(base.document, member.document) if {o.left, o.right} == {base, member}), None
    )
    if left is None or right is None or overlap is None:
        return ()
    pairs = facing(overlap, base.document).sentences
    changes = (word_changes(left, right, pair) for pair in pairs)
    return [(pair.right, tuple(change.right for change in some)) for pair, some in zip(pairs, changes, strict=True)]
