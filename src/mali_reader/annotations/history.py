"""What is in force, and what undoing takes. Pure functions over records."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from mali_reader.annotations.records import Adjudication, Dismissal, Link, Record, Statement, Verdict
from mali_reader.annotations.statements import parse_statement, renewed, withdrawal


@dataclass(frozen=True, slots=True)
class InForce:
    """What people say now, each sort ordered by id."""

    verdicts: tuple[Verdict, ...] = ()
    links: tuple[Link, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    adjudications: tuple[Adjudication, ...] = ()

    def __iter__(self) -> Iterator[Statement]:
        yield from self.verdicts
        yield from self.links
        yield from self.dismissals
        yield from self.adjudications


def standing(records: Iterable[Record]) -> InForce:
    """What no record supersedes and what withdraws nothing.

    Where one person says two things of one target (on two machines), both are there. What is malformed is left out.
    """
    records = tuple(records)
    superseded = {earlier for record in records for earlier in record.supersedes if earlier != record.id}
    heads = _statements(record for record in records if record.id not in superseded)
    found = sorted((head for head in heads if not head.withdrawn), key=_order)
    return InForce(
        tuple(each for each in found if isinstance(each, Verdict)),
        tuple(each for each in found if isinstance(each, Link)),
        tuple(each for each in found if isinstance(each, Dismissal)),
        tuple(each for each in found if isinstance(each, Adjudication)),
    )


def in_force(records: Iterable[Record]) -> tuple[Verdict, ...]:
    """The verdicts in force, ordered by id."""
    return standing(records).verdicts


def last_written(records: Iterable[Record]) -> dict[str, datetime]:
    """When each annotator wrote last, in UTC by their own clock, the latest first. Records without a time count not."""
    last: dict[str, datetime] = {}
    for record in records:
        if record.annotator and (then := _time(record.created)) is not None:
            last[record.annotator] = max(then, last.get(record.annotator, then))
    return dict(sorted(last.items(), key=lambda item: (item[1], item[0]), reverse=True))


def undo_records(records: Iterable[Record], annotator: str) -> tuple[Statement, ...]:
    """What takes back the annotator's latest step that was not taken back yet; empty where there is none.

    It restores what the step superseded, or withdraws what the step said where it superseded nothing. A step that
    superseded several records takes as many undos, each restoring one. Links that were made in one act are one step.
    Other people's records are never touched.
    """
    own = sorted((each for each in _statements(records) if each.annotator == annotator), key=_order)
    acts = {each.id: each.act for each in own if isinstance(each, Link)}
    taken: list[Statement] = []
    while (back := _undo_latest(own)) is not None:
        act = acts.get(back.undoes or "")
        if taken and act != acts.get(taken[0].undoes or ""):
            break
        taken.append(back)
        own.append(back)
        if act is None:
            break
    return tuple(taken)


def _undo_latest(own: list[Statement]) -> Statement | None:
    """What takes back the latest of one person's statements, in order, that was not taken back yet."""
    by_id = {statement.id: statement for statement in own}
    undone = Counter(statement.undoes for statement in own if statement.undoes)
    for step in reversed(own):
        if step.undoes:
            continue
        before = [by_id[earlier] for earlier in step.supersedes if earlier in by_id and earlier != step.id]
        already = undone[step.id]
        if already < max(1, len(before)):
            return _undo(step, before[already] if before else None, own, is_first=not already)
    return None


def _undo(step: Statement, before: Statement | None, own: list[Statement], is_first: bool) -> Statement:
    supersedes = _heads(step, own) if is_first else (step.id,)
    if before is None:
        return withdrawal(step, supersedes=supersedes, undoes=step.id)
    return renewed(before, supersedes=supersedes, undoes=step.id)


def _heads(step: Statement, own: list[Statement]) -> tuple[str, ...]:
    """The annotator's records that carry the step on today and that nothing of theirs supersedes: itself, or what
    restored it."""
    carriers = {step.id}
    superseded: set[str] = set()
    for statement in own:
        if carriers.intersection(statement.supersedes):
            superseded.update(statement.supersedes)
            carriers.add(statement.id)
    return tuple(sorted(carriers - superseded))


def _time(created: str) -> datetime | None:
    try:
        then = datetime.fromisoformat(created)
        return then.replace(tzinfo=UTC) if then.tzinfo is None else then.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _statements(records: Iterable[Record]) -> Iterator[Statement]:
    for record in records:
        try:
            yield parse_statement(record)
        except ValueError:
            continue


def _order(statement: Statement) -> str:
    return statement.id
