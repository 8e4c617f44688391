"""A part of a summary: what to tell of, and what to keep back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mali_reader.annotations.records import Adjudication, Link, Verdict
from mali_reader.review.agreement import agreement
from mali_reader.review.claims import Claim, Status
from mali_reader.summary.model import Difference, Event, Origin, Report, Saying, Summary
from mali_reader.summary.redaction import anonymised, shortened


@dataclass(frozen=True, slots=True)
class Selection:
    """What to tell of; what is empty or None lets everything through.

    `annotators` and `statuses` choose claims, which are told whole; `documents` (ids) and `tags` choose documents,
    together: those that are named or have a tag. `since` and `until` (ISO 8601 dates) keep what was said on these days
    and between them; `known` are the ids of records that were told of before, which are not told of again.
    `longest` is how many code points a quote may have, 0 for positions only.
    """

    statuses: frozenset[Status] = frozenset()
    annotators: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    known: frozenset[str] = frozenset()
    anonymise: bool = False
    longest: int | None = None

    @property
    def timed(self) -> bool:
        """Whether only some of what was said is asked for, by its time."""
        return bool(self.since or self.until or self.known)

    def tells(self, record: str, created: str) -> bool:
        """Whether what was said then, in the record of that id, is told of."""
        day = created[:10]
        return record not in self.known and (self.since or "") <= day and (self.until is None or day <= self.until)


def select(summary: Summary, selection: Selection) -> Summary:
    """The part of a summary that is asked for. `scope` then says in plain words what is missing or changed."""
    if selection == Selection():
        return summary
    chosen = _of_documents(summary, selection) if selection.documents or selection.tags else summary
    chosen = _of_claims(chosen, selection)
    chosen = replace(chosen, scope=(*summary.scope, *_scope(selection)))
    if selection.longest is not None:
        chosen = shortened(chosen, selection.longest)
    return anonymised(chosen) if selection.anonymise else chosen


def _of_documents(summary: Summary, selection: Selection) -> Summary:
    reports = tuple(
        report
        for report in summary.reports
        if report.id in selection.documents or not selection.tags.isdisjoint(report.tags)
    )
    kept = frozenset(report.id for report in reports)
    claims = tuple(claim for claim in summary.claims if not kept.isdisjoint(claim.documents))
    events = tuple(event for event in summary.events if event.document in kept)
    return replace(
        summary,
        reports=reports,
        claims=claims,
        pairs=tuple(pair for pair in summary.pairs if {pair.left, pair.right} <= kept),
        differences=tuple(_differences(summary.differences, kept)),
        copyings=tuple(one for one in summary.copyings if {one.source, one.copy} <= kept),
        origins=tuple(_origins(summary.origins, kept)),
        twins={name: tuple(t for t in twins if t.other.document in kept) for name, twins in summary.twins.items()},
        events=events,
        records=_records(summary, events),
    )


def _of_claims(summary: Summary, selection: Selection) -> Summary:
    claims = tuple(claim for claim in summary.claims if _fits(claim, selection))
    events = summary.events
    if selection.statuses or selection.annotators:
        held = _history(summary, claims)
        events = tuple(event for event in events if event.record in held)
    if selection.timed:
        events = tuple(event for event in events if selection.tells(event.record, event.created))
    names = {claim.id for claim in claims}
    return replace(
        summary,
        reports=tuple(_counted(report, claims) for report in summary.reports),
        claims=claims,
        agreement=summary.agreement and agreement(claims),
        twins={name: twins for name, twins in summary.twins.items() if name in names},
        events=events,
        records=_records(summary, events),
    )


def _fits(claim: Claim, selection: Selection) -> bool:
    people = {verdict.annotator for verdict in claim.verdicts} | {one.annotator for one in claim.adjudications}
    return (
        (not selection.statuses or claim.status in selection.statuses)
        and (not selection.annotators or not selection.annotators.isdisjoint(people))
        and (not selection.timed or any(selection.tells(one.id, one.created) for one in _statements(claim)))
    )


def _statements(claim: Claim) -> list[Verdict | Adjudication | Link]:
    return [*claim.verdicts, *claim.adjudications, *claim.links]


def _history(summary: Summary, claims: Iterable[Claim]) -> Collection[str]:
    """The records behind claims: what is in force, and what that superseded, back to the first."""
    before = {event.record: event.supersedes for event in summary.events}
    waiting = [one.id for claim in claims for one in _statements(claim)]
    held: set[str] = set()
    while waiting:
        record = waiting.pop()
        if record not in held:
            held.add(record)
            waiting.extend(before.get(record, ()))
    return held


def _records(summary: Summary, events: Iterable[Event]) -> tuple[Mapping[str, Any], ...]:
    told = {event.record for event in events}
    return tuple(record for record in summary.records if record.get("id") in told)


def _counted(report: Report, claims: Iterable[Claim]) -> Report:
    here = [claim.status for claim in claims if report.id in claim.documents]
    return replace(report, claims={status: here.count(status) for status in Status})


def _differences(differences: Iterable[Difference], kept: Collection[str]) -> Iterable[Difference]:
    for found in differences:
        sayings = [
            Saying(one.value, tuple(quote for quote in one.quotes if quote.document in kept)) for one in found.values
        ]
        left = tuple(saying for saying in sayings if saying.quotes)
        if len(left) > 1:
            yield replace(found, values=left)


def _origins(origins: Iterable[Origin], kept: Collection[str]) -> Iterable[Origin]:
    for origin in origins:
        if documents := tuple(document for document in origin.documents if document in kept):
            yield replace(origin, documents=documents)


def _scope(selection: Selection) -> Iterable[str]:
    if selection.statuses:
        yield f"Only claims that are {_either(selection.statuses)} are told here."
    if selection.annotators:
        people = "the chosen annotators" if selection.anonymise else _either(selection.annotators)
        yield f"Only claims that {people} judged are told here."
    if selection.documents or selection.tags:
        yield "Only some of the documents are told of here."
    if selection.since is not None:
        yield f"Only what was said since {selection.since} is told here."
    if selection.until is not None:
        yield f"Only what was said until {selection.until} is told here."
    if selection.known:
        yield "Only what is new since an earlier summary is told here."
    if selection.longest is not None:
        yield (
            f"Quotes are cut to {selection.longest} characters."
            if selection.longest
            else "Quotes are left out; places are given."
        )
    if selection.anonymise:
        yield "Annotators' names are replaced by numbers; their notes are as they wrote them."


def _either(names: Iterable[str]) -> str:
    return " or ".join(sorted(names))
