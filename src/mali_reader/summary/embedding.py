"""JSON that may stand inside a web page."""

from typing import Any

from mali_reader.display import safe_json

_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def embeddable_json(value: Any) -> str:
    """JSON without a character that ends a script element or that a terminal obeys. Such stand in strings only."""
    return safe_json(value).translate(_MARKUP)
