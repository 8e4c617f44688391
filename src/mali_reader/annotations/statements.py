"""Links, dismissals and adjudications into records and back, and any statement whatever its type."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mali_reader.annotations.codec import new_id, now, parse_verdict, verdict_record
from mali_reader.annotations.fields import choice_of, list_of, optional_text, target_content, target_of, text_of
from mali_reader.annotations.records import (
    VERSION,
    Adjudication,
    Dismissal,
    Judgement,
    Link,
    LinkKind,
    Record,
    Statement,
    Target,
    Verdict,
)

_DISMISSED, _WITHDRAWN = "dismissed", "withdrawn"


def new_link(
    annotator: str,
    one: Target,
    other: Target,
    kind: LinkKind,
    *,
    note: str = "",
    supersedes: Sequence[str] = (),
    act: str | None = None,
) -> Link:
    """A link made now."""
    return Link(new_id(supersedes), annotator, now(), one, other, kind, note, tuple(supersedes), act=act)


def new_dismissal(
    annotator: str,
    discrepancy: str,
    reason: str,
    *,
    kind: str = "",
    values: Sequence[str] = (),
    supersedes: Sequence[str] = (),
) -> Dismissal:
    """A dismissal made now."""
    made = new_id(supersedes)
    return Dismissal(
        made, annotator, now(), discrepancy, reason, kind, tuple(values), withdrawn=False, supersedes=tuple(supersedes)
    )


def new_adjudication(
    annotator: str, target: Target, judgement: Judgement, ground: str, *, supersedes: Sequence[str] = ()
) -> Adjudication:
    """An adjudication made now."""
    return Adjudication(new_id(supersedes), annotator, now(), target, judgement, ground, tuple(supersedes))


def renewed(statement: Statement, *, supersedes: Sequence[str], undoes: str | None = None) -> Statement:
    """The same said again now, in place of what it supersedes."""
    alone = replace(statement, act=None) if isinstance(statement, Link) else statement
    return replace(alone, id=new_id(supersedes), created=now(), supersedes=tuple(supersedes), undoes=undoes)


def withdrawal(statement: Statement, *, supersedes: Sequence[str], undoes: str | None = None) -> Statement:
    """What takes a statement back, in place of what it supersedes."""
    emptied: Statement
    match statement:
        case Verdict():
            emptied = replace(statement, judgement=Judgement.WITHDRAWN, note="", evidence=(), confidence=None)
        case Link():
            emptied = replace(statement, kind=LinkKind.WITHDRAWN, note="")
        case Dismissal():
            emptied = replace(statement, withdrawn=True, reason="")
        case Adjudication():
            emptied = replace(statement, judgement=Judgement.WITHDRAWN, ground="")
    return renewed(emptied, supersedes=supersedes, undoes=undoes)


def statement_record(statement: Statement) -> Record:
    """The record that says this."""
    said: dict[str, Any]
    match statement:
        case Verdict():
            return verdict_record(statement)
        case Link():
            said = {
                "targets": [target_content(statement.one), target_content(statement.other)],
                "link": statement.kind.value,
                "note": statement.note,
            }
            said |= {} if statement.act is None else {"act": statement.act}
            return _record("link", statement, said)
        case Dismissal():
            said = {
                "discrepancy": statement.discrepancy,
                "kind": statement.kind,
                "values": list(statement.values),
                "dismissal": _WITHDRAWN if statement.withdrawn else _DISMISSED,
                "reason": statement.reason,
            }
            return _record("dismissal", statement, said)
        case Adjudication():
            said = {
                "target": target_content(statement.target),
                "verdict": statement.judgement.value,
                "ground": statement.ground,
            }
            return _record("adjudication", statement, said)


def parse_statement(record: Record) -> Statement:
    """What a record says. Unknown fields are passed over. Raises ValueError, which says what is wrong."""
    if record.type == "verdict":
        return parse_verdict(record)
    parse = _PARSERS.get(record.type)
    if parse is None:
        raise ValueError(f"{record.id} is of type {record.type!r}, which this version does not know")
    try:
        return parse(record)
    except ValueError as error:
        raise ValueError(f"{record.type} {record.id}: {error}") from None


def _record(kind: str, statement: Statement, said: Mapping[str, Any]) -> Record:
    content = {
        "id": statement.id,
        "type": kind,
        "version": VERSION,
        "annotator": statement.annotator,
        "created": statement.created,
        "supersedes": list(statement.supersedes),
        "undoes": statement.undoes,
        **said,
    }
    return Record(statement.id, kind, statement.annotator, statement.created, statement.supersedes, VERSION, content)


def _link(record: Record) -> Link:
    content = record.content
    targets = list_of(content.get("targets"), "targets")
    if len(targets) != 2:
        raise ValueError("its targets are not two")
    return Link(
        id=record.id,
        annotator=text_of(content, "annotator"),
        created=text_of(content, "created"),
        one=target_of(targets[0]),
        other=target_of(targets[1]),
        kind=choice_of(content.get("link"), LinkKind),
        note=text_of(content, "note", ""),
        supersedes=record.supersedes,
        undoes=optional_text(content, "undoes"),
        act=optional_text(content, "act"),
    )


def _dismissal(record: Record) -> Dismissal:
    content = record.content
    values = list_of(content.get("values"), "values")
    if not all(isinstance(value, str) for value in values):
        raise ValueError("one of its values is not a text")
    said = content.get("dismissal")
    if said not in (_DISMISSED, _WITHDRAWN):
        raise ValueError(f"{said!r} is not one of {_DISMISSED}, {_WITHDRAWN}")
    return Dismissal(
        id=record.id,
        annotator=text_of(content, "annotator"),
        created=text_of(content, "created"),
        discrepancy=text_of(content, "discrepancy"),
        reason=text_of(content, "reason", ""),
        kind=text_of(content, "kind", ""),
        values=tuple(values),
        withdrawn=said == _WITHDRAWN,
        supersedes=record.supersedes,
        undoes=optional_text(content, "undoes"),
    )


def _adjudication(record: Record) -> Adjudication:
    content = record.content
    return Adjudication(
        id=record.id,
        annotator=text_of(content, "annotator"),
        created=text_of(content, "created"),
        target=target_of(content.get("target")),
        judgement=choice_of(content.get("verdict"), Judgement),
        ground=text_of(content, "ground", ""),
        supersedes=record.supersedes,
        undoes=optional_text(content, "undoes"),
    )


_PARSERS: dict[str, Callable[[Record], Statement]] = {
    "link": _link,
    "dismissal": _dismissal,
    "adjudication": _adjudication,
}
KNOWN_TYPES = ("verdict", *_PARSERS)
"""The types of records that this version interprets."""
