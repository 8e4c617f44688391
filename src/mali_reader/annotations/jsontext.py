"""One JSON object as bytes. Exact where speed would round: integers of any size, NaN, lone surrogates."""

import json
from collections.abc import Mapping
from typing import Any

import orjson

_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LONG_INTEGER = b"0" * 19


def encode(content: Mapping[str, Any]) -> bytes:
    """The object on one line. Raises TypeError for what JSON cannot say."""
    try:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8, but it has an escape
        return json.dumps(content, separators=(",", ":")).encode()


def decode(raw: bytes) -> dict[str, Any]:
    """The object of these bytes. Raises ValueError for anything else."""
    try:
        value = json.loads(raw.decode()) if _LONG_INTEGER in raw.translate(_DIGITS) else orjson.loads(raw)
    except ValueError:
        value = _decode_exactly(raw)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def canonical(raw: bytes) -> bytes:
    """The same bytes for the same object, however it is spaced, escaped and ordered."""
    try:
        value = json.loads(raw.decode(), object_pairs_hook=_without_repeated_keys)
        return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
    except (ValueError, RecursionError):
        return raw


def _decode_exactly(raw: bytes) -> Any:
    try:
        return json.loads(raw.decode())
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _without_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        raise ValueError("a key is there twice")
    return content
