"""Every record in the course of time, with what superseded it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from mali_reader.annotations.records import Adjudication, Dismissal, Link, Record, Statement, Verdict
from mali_reader.annotations.statements import parse_statement
from mali_reader.summary.model import Event


def find_events(records: Sequence[Record]) -> tuple[Event, ...]:
    """One event for each record, oldest first."""
    after: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        for earlier in record.supersedes:
            if earlier != record.id:
                after[earlier].append(record.id)
    events = (replace(_event(record), superseded_by=tuple(sorted(after[record.id]))) for record in records)
    return tuple(sorted(events, key=lambda event: (event.created, event.record)))


def _event(record: Record) -> Event:
    event = Event(record.id, record.created, record.annotator, record.type, supersedes=record.supersedes)
    try:
        statement = parse_statement(record)
    except ValueError:
        return event
    told = _told(event, statement)
    return replace(told, judgement="withdrawn") if statement.withdrawn else told


def _told(event: Event, said: Statement) -> Event:
    match said:
        case Verdict():
            return _about(event, said.judgement, said.target.document, said.target.exact, said.note)
        case Link():
            return _about(event, said.kind, said.one.document, f"{said.one.exact} / {said.other.exact}", said.note)
        case Dismissal():
            return _about(event, "dismissed", None, " / ".join(said.values), said.reason)
        case Adjudication():
            return _about(event, said.judgement, said.target.document, said.target.exact, said.ground)


def _about(event: Event, judgement: str, document: str | None, quote: str, note: str) -> Event:
    return replace(event, judgement=str(judgement), document=document, quote=quote, note=note)
