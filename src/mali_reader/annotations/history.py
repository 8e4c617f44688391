"""What is in force, and what undoing takes. Pure functions over records."""

from collections.abc import Iterable, Iterator

from mali_reader.annotations.codec import new_verdict, parse_verdict
from mali_reader.annotations.records import Judgement, Record, Verdict


def in_force(records: Iterable[Record]) -> tuple[Verdict, ...]:
    """The verdicts that no record supersedes and that withdraw nothing, ordered by id.

    Where one person has two on one target (made on two machines), both are there. What is malformed is left out.
    """
    records = tuple(records)
    superseded = {earlier for record in records for earlier in record.supersedes if earlier != record.id}
    heads = _verdicts(record for record in records if record.id not in superseded)
    return tuple(sorted((head for head in heads if head.judgement is not Judgement.WITHDRAWN), key=_order))


def undo_record(records: Iterable[Record], annotator: str) -> Verdict | None:
    """The record that takes back the annotator's latest step that was not taken back yet, or None.

    It restores what the step superseded, or withdraws what the step said where it superseded nothing. A step that
    superseded several records takes as many undos, each restoring one. Other people's records are never touched.
    """
    own = sorted((each for each in _verdicts(records) if each.annotator == annotator), key=_order)
    by_id = {verdict.id: verdict for verdict in own}
    undone: dict[str, int] = {}
    for verdict in own:
        if verdict.undoes:
            undone[verdict.undoes] = undone.get(verdict.undoes, 0) + 1
    for step in reversed(own):
        if step.undoes:
            continue
        before = [by_id[earlier] for earlier in step.supersedes if earlier in by_id and earlier != step.id]
        already = undone.get(step.id, 0)
        if already < max(1, len(before)):
            return _undo(step, before[already] if before else None, own, is_first=not already)
    return None


def _undo(step: Verdict, before: Verdict | None, own: list[Verdict], is_first: bool) -> Verdict:
    said = before or step
    return new_verdict(
        annotator=step.annotator,
        target=said.target,
        judgement=before.judgement if before else Judgement.WITHDRAWN,
        note=before.note if before else "",
        evidence=before.evidence if before else (),
        confidence=before.confidence if before else None,
        supersedes=_heads(step, own) if is_first else (step.id,),
        undoes=step.id,
    )


def _heads(step: Verdict, own: list[Verdict]) -> tuple[str, ...]:
    """The annotator's records that carry the step on today and that nothing of theirs supersedes: itself, or what
    restored it."""
    carriers = {step.id}
    superseded: set[str] = set()
    for verdict in own:
        if carriers.intersection(verdict.supersedes):
            superseded.update(verdict.supersedes)
            carriers.add(verdict.id)
    return tuple(sorted(carriers - superseded))


def _verdicts(records: Iterable[Record]) -> Iterator[Verdict]:
    for record in records:
        try:
            yield parse_verdict(record)
        except ValueError:
            continue


def _order(verdict: Verdict) -> str:
    return verdict.id
