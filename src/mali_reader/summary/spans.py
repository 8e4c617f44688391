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
    return place_shape(span.document, span.start, span.end, text)


def place_shape(document: str, start: int | None, end: int | None, text: str) -> Json:
    """The same, of a place that is told in numbers."""
    return {"document": document, "start": start, "end": end, "text": text}
