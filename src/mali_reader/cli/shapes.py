"""The JSON of documents' text and of overlaps, as commands give it."""

from collections.abc import Iterable, Iterator

from mali_reader.corpus.model import Corpus, Document
from mali_reader.overlap.model import Overlap, SentencePair
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


def overlap_shapes(overlaps: Iterable[Overlap], corpus: Corpus) -> Iterator[Json]:
    """Overlaps with their aligned sentences and the words that differ. Raises KeyError for those of other documents."""
    from mali_reader.overlap.diff import diff_words

    documents = {document.id: document for document in corpus}

    def sentences(pair: SentencePair, left: Document, right: Document) -> Json:
        here, there = left.slice(pair.left), right.slice(pair.right)
        start, to = pair.left.start, pair.right.start
        return {
            "kind": pair.kind.value,
            "score": pair.score,
            "moved": pair.moved,
            "left": span_shape(pair.left, here),
            "right": span_shape(pair.right, there),
            "changes": [
                {
                    "op": op.value,
                    "left": {"document": left.id, "start": start + a, "end": start + b, "text": here[a:b]},
                    "right": {"document": right.id, "start": to + c, "end": to + d, "text": there[c:d]},
                }
                for op, a, b, c, d in diff_words(here, there, language=left.language)
            ],
        }

    for overlap in overlaps:
        left, right = documents[overlap.left.document], documents[overlap.right.document]
        yield {
            "kind": overlap.kind.value,
            "score": overlap.score,
            "left": span_shape(overlap.left, left.slice(overlap.left)),
            "right": span_shape(overlap.right, right.slice(overlap.right)),
            "sentences": [sentences(pair, left, right) for pair in overlap.sentences],
        }
