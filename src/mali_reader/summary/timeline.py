"""Every record in the course of time, with what superseded it."""

from collections import defaultdict
from collections.abc import Sequence

from mali_reader.annotations.records import Adjudication, Dismissal, Link, Record, Statement, Target, Verdict
from mali_reader.annotations.statements import parse_statement
from mali_reader.summary.model import Event


def find_events(records: Sequence[Record]) -> tuple[Event, ...]:
    """One event for each record, oldest first."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        for earlier in record.supersedes:
            if earlier != record.id:
                after[earlier].append(record.id)
    events = (_event(record, tuple(sorted(after[record.id]))) for record in records)
    return tuple(sorted(events, key=lambda event: (event.created, event.record)))


def _event(record: Record, superseded_by: tuple[str, ...]) -> Event:
    try:
        statement = parse_statement(record)
    except ValueError:
        return Event(record.id, record.created, record.annotator, record.type, superseded_by=superseded_by)
    judgement, target, quote, note = _said(statement)
    return Event(
        record=record.id,
        created=record.created,
        annotator=record.annotator,
        type=record.type,
        judgement="withdrawn" if statement.withdrawn else judgement,
        document=target.document if target else None,
        quote=quote,
        note=note,
        superseded_by=superseded_by,
    )


def _said(statement: Statement) -> tuple[str, Target | None, str, str]:
    """What a statement says, of which target, in which words, and why."""
    match statement:
        case Verdict():
            return statement.judgement.value, statement.target, statement.target.exact, statement.note
        case Link():
            return (
                statement.kind.value,
                statement.one,
                f"{statement.one.exact} / {statement.other.exact}",
                statement.note,
            )
        case Dismissal():
            return "dismissed", None, " / ".join(statement.values), statement.reason
        case Adjudication():
            return statement.judgement.value, statement.target, statement.target.exact, statement.ground
