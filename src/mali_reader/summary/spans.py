"""The JSON of a place in a document, the same wherever one is told."""

from typing import Any, Protocol

Json = dict[str, Any]


class Place(Protocol):
    """Whatever stands in a document; an orphan has no place there any more."""

    @property
    def document(self) -> str: ...
    @property
    def start(self) -> int | None: ...
    @property
    def end(self) -> int | None: ...


def span_shape(span: Place, text: str) -> Json:
    """A place in a document, with its text."""
    return {"document": span.document, "start": span.start, "end": span.end, "text": text}
