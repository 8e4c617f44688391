"""The JSON of a document's text, as commands give it."""

from mali_reader.corpus.model import Document
from mali_reader.summary.spans import Json


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
