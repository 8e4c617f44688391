"""Every record in the course of time, with what superseded it."""

from collections import defaultdict
from collections.abc import Sequence

from mali_reader.annotations.codec import parse_verdict
from mali_reader.annotations.records import Record
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
        verdict = parse_verdict(record)
    except ValueError:
        return Event(record.id, record.created, record.annotator, record.type, superseded_by=superseded_by)
    return Event(
        record=verdict.id,
        created=verdict.created,
        annotator=verdict.annotator,
        type=record.type,
        judgement=verdict.judgement.value,
        document=verdict.target.document,
        quote=verdict.target.exact,
        note=verdict.note,
        superseded_by=superseded_by,
    )
