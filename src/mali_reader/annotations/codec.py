"""Verdicts into records and back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

from mali_reader.annotations.fields import (
    choice_of,
    confidence_of,
    evidence_content,
    evidence_of,
    list_of,
    optional_text,
    target_content,
    target_of,
    text_of,
)
from mali_reader.annotations.jsontext import decode, encode
from mali_reader.annotations.records import CONTEXT, VERSION, Evidence, Judgement, Record, Target, Verdict
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
        id=new_id(after=supersedes),
        annotator=annotator,
        created=now(),
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
    content = {
        "id": verdict.id,
        "type": _TYPE,
        "version": VERSION,
        "annotator": verdict.annotator,
        "created": verdict.created,
        "supersedes": list(verdict.supersedes),
        "undoes": verdict.undoes,
        "target": target_content(verdict.target),
        "verdict": verdict.judgement.value,
        "note": verdict.note,
        "confidence": verdict.confidence,
        "evidence": [evidence_content(item) for item in verdict.evidence],
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
            annotator=text_of(content, "annotator"),
            created=text_of(content, "created"),
            target=target_of(content.get("target")),
            judgement=choice_of(content.get("verdict"), Judgement),
            note=text_of(content, "note", ""),
            confidence=confidence_of(content.get("confidence")),
            evidence=tuple(evidence_of(item) for item in list_of(content.get("evidence"), "evidence")),
            supersedes=record.supersedes,
            undoes=optional_text(content, "undoes"),
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


def now() -> str:
    """This moment, as records tell it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def new_id(after: Sequence[str]) -> str:
    """A new id, which sorts after those ids even where the clock was set back."""
    from uuid_utils import uuid7

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
