"""Verdicts into records and back."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from uuid_utils import uuid7

from mali_reader.annotations.jsontext import decode, encode
from mali_reader.annotations.records import (
    CONTEXT,
    VERSION,
    Evidence,
    Judgement,
    Record,
    Stance,
    Target,
    Verdict,
)
from mali_reader.corpus.model import Document

_TYPE = "verdict"


def make_target(document: Document, start: int, end: int) -> Target:
    """What is needed to find `document.text[start:end]` again. Raises ValueError for a span that is not in it."""
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"{start} to {end} is not a span of {document.id}, which has {len(document.text)} characters")
    return Target(
        document=document.id,
        sha256=document.sha256,
        start=start,
        end=end,
        exact=document.text[start:end],
        prefix=document.text[max(0, start - CONTEXT) : start],
        suffix=document.text[end : end + CONTEXT],
    )


def new_verdict(  # noqa: PLR0917 (most callers give three)
    annotator: str,
    target: Target,
    judgement: Judgement,
    note: str = "",
    evidence: Sequence[Evidence] = (),
    supersedes: Sequence[str] = (),
    undoes: str | None = None,
    confidence: float | None = None,
) -> Verdict:
    """A verdict made now. Its id sorts after the ids of what it supersedes, even where the clock was set back."""
    return Verdict(
        id=_new_id(after=supersedes),
        annotator=annotator,
        created=datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        target=target,
        judgement=judgement,
        note=note,
        confidence=confidence,
        evidence=tuple(evidence),
        supersedes=tuple(supersedes),
        undoes=undoes,
    )


def verdict_record(verdict: Verdict) -> Record:
    """The record that says this verdict."""
    target = verdict.target
    content = {
        "id": verdict.id,
        "type": _TYPE,
        "version": VERSION,
        "annotator": verdict.annotator,
        "created": verdict.created,
        "supersedes": list(verdict.supersedes),
        "undoes": verdict.undoes,
        "target": {
            "document": target.document,
            "sha256": target.sha256,
            "start": target.start,
            "end": target.end,
            "exact": target.exact,
            "prefix": target.prefix,
            "suffix": target.suffix,
        },
        "verdict": verdict.judgement.value,
        "note": verdict.note,
        "confidence": verdict.confidence,
        "evidence": [
            {"url": item.url, "stance": item.stance.value, "archived": item.archived, "accessed": item.accessed}
            for item in verdict.evidence
        ],
    }
    return Record(
        id=verdict.id,
        type=_TYPE,
        annotator=verdict.annotator,
        created=verdict.created,
        supersedes=verdict.supersedes,
        version=VERSION,
        content=content,
    )


def parse_verdict(record: Record) -> Verdict:
    """The verdict of a record. Unknown fields are passed over. Raises ValueError, which says what is wrong."""
    content = record.content
    if record.type != _TYPE:
        raise ValueError(f"{record.id} is of type {record.type!r}, not a verdict")
    try:
        return Verdict(
            id=record.id,
            annotator=_text(content, "annotator"),
            created=_text(content, "created"),
            target=_target(content.get("target")),
            judgement=_judgement(content.get("verdict")),
            note=_text(content, "note", ""),
            confidence=_confidence(content.get("confidence")),
            evidence=tuple(_evidence(item) for item in _list(content.get("evidence"), "evidence")),
            supersedes=record.supersedes,
            undoes=_optional_text(content, "undoes"),
        )
    except ValueError as error:
        raise ValueError(f"verdict {record.id}: {error}") from None


def record_of(raw: bytes, key: int) -> Record:
    """The record of one row of the file; what is missing is empty, a missing id is made of the row's key."""
    content = decode(raw)
    identity = content.get("id")
    version = content.get("version")
    supersedes = content.get("supersedes")
    return Record(
        id=identity if isinstance(identity, str) and identity else _id_of_key(key),
        type=_text_or_nothing(content.get("type")),
        annotator=_text_or_nothing(content.get("annotator")),
        created=_text_or_nothing(content.get("created")),
        supersedes=tuple(each for each in supersedes if isinstance(each, str)) if isinstance(supersedes, list) else (),
        version=version if isinstance(version, int) else 0,
        content=content,
        raw=raw,
    )


def raw_of(record: Record) -> bytes:
    """The bytes of a record: those it was read from, else new ones."""
    return record.raw or encode(record.content)


def _new_id(after: Sequence[str]) -> str:
    made = str(uuid7())
    latest = max(after, default="")
    if made > latest:
        return made
    try:
        milliseconds = UUID(latest).int >> 80
    except ValueError:
        return made
    return str(UUID(int=(milliseconds + 1) << 80 | uuid7().int & (1 << 80) - 1))


def _id_of_key(key: int) -> str:
    return str(UUID(int=key)) if 0 <= key < 1 << 128 else str(key)


def _text_or_nothing(value: object) -> str:
    return value if isinstance(value, str) else ""


def _text(content: Mapping[str, Any], name: str, default: str | None = None) -> str:
    value = content.get(name, default)
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a text")
    return value


def _optional_text(content: Mapping[str, Any], name: str) -> str | None:
    return None if content.get(name) is None else _text(content, name)


def _list(value: object, name: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{name} is not a list")
    return value


def _judgement(value: object) -> Judgement:
    try:
        return Judgement(value)  # type: ignore[arg-type]
    except ValueError:
        raise ValueError(f"{value!r} is not one of {', '.join(Judgement)}") from None


def _confidence(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("confidence is not a number")
    return value


def _target(value: object) -> Target:
    if not isinstance(value, Mapping):
        raise ValueError("it has no target")
    start, end = value.get("start"), value.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ValueError("start and end of its target are not a span")
    return Target(
        document=_text(value, "document"),
        sha256=_text(value, "sha256", ""),
        start=start,
        end=end,
        exact=_text(value, "exact"),
        prefix=_text(value, "prefix", ""),
        suffix=_text(value, "suffix", ""),
    )


def _evidence(value: object) -> Evidence:
    if not isinstance(value, Mapping):
        raise ValueError("a piece of evidence is not an object")
    stance = value.get("stance")
    return Evidence(
        url=_text(value, "url"),
        stance=Stance(stance) if stance in tuple(Stance) else Stance.CONTEXT,
        archived=_optional_text(value, "archived"),
        accessed=_optional_text(value, "accessed"),
    )
