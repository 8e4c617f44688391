"""What is in force, and undoing: any number of steps back, across restarts, and never another person's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from verdicts import TEXT, record, target, verdict

from mali_reader.annotations.codec import new_verdict, verdict_record
from mali_reader.annotations.history import in_force, undo_records
from mali_reader.annotations.records import Judgement, Record, Verdict
from mali_reader.annotations.statements import statement_record

TARGETS = [target(quote) for quote in TEXT.split(". ")]
STEPS = st.lists(
    st.tuples(st.sampled_from(["Ann", "Bea"]), st.integers(0, 2), st.sampled_from(Judgement), st.booleans()),
    max_size=12,
)


def state(records: Sequence[Record]) -> Counter[tuple[str, object, str, str]]:
    return Counter((each.annotator, each.target, each.judgement.value, each.note) for each in in_force(records))


def take(records: list[Record], step: tuple[str, int, Judgement, bool]) -> None:
    """Judge a target; what the person said of it before is superseded."""
    annotator, place, judgement, _ = step
    heads = [each.id for each in in_force(records) if (each.annotator, each.target) == (annotator, TARGETS[place])]
    note = str(len(records))
    records.append(verdict_record(new_verdict(annotator, TARGETS[place], judgement, note, supersedes=heads)))


def undo(records: list[Record], annotator: str) -> bool:
    undoing = undo_records(records, annotator)
    records.extend(map(statement_record, undoing))
    return bool(undoing)


@given(STEPS, STEPS)
def test_as_many_undos_as_steps_give_the_beginning_back(before: list, steps: list) -> None:  # type: ignore[type-arg]
    records: list[Record] = []
    for step in before:
        take(records, step)
    beginning = state(records)
    for _, *step in steps:
        take(records, ("Ann", *step))
    for _ in steps:
        assert undo(records, "Ann")
    assert state(records) == beginning


@given(STEPS)
def test_steps_and_undos_mixed_are_a_stack(steps: list) -> None:  # type: ignore[type-arg]
    records: list[Record] = []
    stack = [state(records)]
    for _, *step, undoes in steps:
        if undoes:
            assert undo(records, "Ann") == (len(stack) > 1)
            del stack[max(1, len(stack) - 1) :]
        else:
            take(records, ("Ann", *step, False))
            stack.append(state(records))
        assert state(records) == stack[-1]


@given(STEPS)
def test_undoing_everything_leaves_nothing_of_ones_own_and_all_of_others(steps: list) -> None:  # type: ignore[type-arg]
    records: list[Record] = []
    for step in steps:
        take(records, step)
    others = {each for each in in_force(records) if each.annotator == "Bea"}
    while undo(records, "Ann"):
        pass
    assert set(in_force(records)) == others
    assert len(records) == len({each.id for each in records})


def test_undo_does_not_look_at_the_order_of_the_records() -> None:
    records = [record(), record("Bea"), record()]
    assert [one.undoes for one in undo_records(reversed(records), "Ann")] == [records[2].id]


def test_nothing_to_undo() -> None:
    assert undo_records([], "Ann") == ()
    assert undo_records([record("Bea")], "Ann") == ()


def test_two_verdicts_of_one_person_from_two_machines_are_both_in_force() -> None:
    first = verdict(note="first")
    heads = [verdict(note=note, supersedes=[first.id]) for note in ("here", "there")]
    assert in_force([verdict_record(each) for each in (first, *heads)]) == tuple(heads)


def test_a_choice_between_two_verdicts_is_undone_in_two_steps() -> None:
    records = [record(note="here"), record(note="there")]
    beginning = state(records)
    records.append(record(note="chosen", supersedes=[each.id for each in records]))
    assert undo(records, "Ann")
    assert undo(records, "Ann")
    assert state(records) == beginning


def test_what_is_withdrawn_or_malformed_is_not_in_force() -> None:
    said = verdict()
    withdrawn = new_verdict("Ann", said.target, Judgement.WITHDRAWN, supersedes=[said.id])
    broken = replace(record(), content={})
    assert in_force([verdict_record(said), verdict_record(withdrawn), broken]) == ()


def test_a_record_of_another_type_supersedes_as_well() -> None:
    said = verdict()
    poll = Record("x", "poll", "Bea", "", (said.id,), 9, {})
    assert in_force([verdict_record(said), poll]) == ()


def test_a_record_that_supersedes_itself_stays() -> None:
    said: Verdict = verdict()
    assert len(in_force([verdict_record(replace(said, supersedes=(said.id,)))])) == 1
