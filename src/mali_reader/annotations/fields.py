"""The fields of records, read with suspicion. What is wrong raises ValueError, which says it in plain words."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from mali_reader.annotations.records import Evidence, Stance, Target

Choice = TypeVar("Choice", bound=StrEnum)


def text_of(content: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """A text, which has to be there unless there is a default."""
    value = content.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a text")
    return value


def optional_text(content: Mapping[str, Any], name: str) -> str | None:
    """A text, or None where it is missing or null."""
    return None if content.get(name) is None else text_of(content, name)


def list_of(value: object, name: str) -> list[Any]:
    """A list; none is an empty one."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{name} is not a list")
    return value


def choice_of(value: Any, choices: type[Choice]) -> Choice:
    """One of the words of an enumeration."""
    try:
        return choices(value)
    except ValueError:
        raise ValueError(f"{value!r} is not one of {', '.join(choices)}") from None


def confidence_of(value: object) -> float | None:
    """A finite number, or None."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("confidence is not a number")
    return value


def target_of(value: object) -> Target:
    """A target."""
    if not isinstance(value, Mapping):
        raise ValueError("it has no target")
    start, end = value.get("start"), value.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ValueError("start and end of its target are not a span")
    return Target(
        document=text_of(value, "document"),
        sha256=text_of(value, "sha256", ""),
        start=start,
        end=end,
        exact=text_of(value, "exact"),
        prefix=text_of(value, "prefix", ""),
        suffix=text_of(value, "suffix", ""),
    )


def target_content(target: Target) -> dict[str, Any]:
    """The JSON of a target."""
    return {
        "document": target.document,
        "sha256": target.sha256,
        "start": target.start,
        "end": target.end,
        "exact": target.exact,
        "prefix": target.prefix,
        "suffix": target.suffix,
    }


def evidence_of(value: object) -> Evidence:
    """A piece of evidence; a stance that is not known gives context."""
    if not isinstance(value, Mapping):
        raise ValueError("a piece of evidence is not an object")
    stance = value.get("stance")
    return Evidence(
        url=text_of(value, "url"),
        stance=Stance(stance) if stance in tuple(Stance) else Stance.CONTEXT,
        archived=optional_text(value, "archived"),
        accessed=optional_text(value, "accessed"),
    )


def evidence_content(evidence: Evidence) -> dict[str, Any]:
    """The JSON of a piece of evidence."""
    return {
        "url": evidence.url,
        "stance": evidence.stance.value,
        "archived": evidence.archived,
        "accessed": evidence.accessed,
    }
