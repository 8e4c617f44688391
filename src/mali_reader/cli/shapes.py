"""The JSON of documents' text and of overlaps, as commands give it."""

from collections.abc import Iterable, Sequence

from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.garbage import uncollected
from mali_reader.overlap.model import Change, Overlap, SentencePair
from mali_reader.summary.spans import Json, span_shape


def document_shape(document: Document) -> Json:
    """One document, blocks and sentences."""
    return {
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "blocks": [
            {
                "kind": block.kind.value,
                "start": block.start,
                "end": block.end,
                "text": document.slice(block),
                "sentences": [
                    {"start": sentence.start, "end": sentence.end, "text": document.slice(sentence)}
                    for sentence in block.sentences
                ],
            }
            for block in document.blocks
        ],
    }


@uncollected()
def overlap_shapes(overlaps: Iterable[Overlap], corpus: Corpus) -> list[Json]:
    """Overlaps with their aligned sentences and the words that differ."""
    return [
        {
            "kind": overlap.kind.value,
            "score": overlap.score,
            "left": _span(overlap.left, corpus),
            "right": _span(overlap.right, corpus),
            "sentences": [_sentences(pair, corpus) for pair in overlap.sentences],
        }
        for overlap in overlaps
    ]


def _sentences(pair: SentencePair, corpus: Corpus) -> Json:
    return {
        "kind": pair.kind.value,
        "score": pair.score,
        "moved": pair.moved,
        "left": _span(pair.left, corpus),
        "right": _span(pair.right, corpus),
        "changes": _changes(changes_in(pair, corpus), corpus),
    }


def changes_in(pair: SentencePair, corpus: Corpus) -> Sequence[Change]:
    """The words that differ in an aligned pair of a corpus."""
    from mali_reader.overlap.diff import word_changes

    left, right = corpus.get(pair.left.document), corpus.get(pair.right.document)
    return () if left is None or right is None else word_changes(left, right, pair)


def _changes(changes: Sequence[Change], corpus: Corpus) -> list[Json]:
    return [
        {"op": change.op.value, "left": _span(change.left, corpus), "right": _span(change.right, corpus)}
        for change in changes
    ]


def _span(span: Span, corpus: Corpus) -> Json:
    return span_shape(span, corpus.text_of(span))
