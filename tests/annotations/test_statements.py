"""Links, dismissals and adjudications: into the file and back, in force, withdrawn, undone."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import TARGETS, TEXTS, VERDICTS
from verdicts import TEXT, record, target

from mali_reader.annotations.codec import new_verdict, raw_of, record_of
from mali_reader.annotations.history import in_force, standing, undo_records
from mali_reader.annotations.records import Dismissal, Judgement, Link, LinkKind, Record, Statement, Verdict
from mali_reader.annotations.statements import (
    new_adjudication,
    new_dismissal,
    new_link,
    parse_statement,
    statement_record,
    withdrawal,
)

SCHEMA = json.loads(files("mali_reader.annotations").joinpath("schema.json").read_text("utf-8"))
EARLIER = st.lists(st.uuids(version=4).map(str), max_size=2)
LINKS = st.builds(new_link, TEXTS, TARGETS, TARGETS, st.sampled_from(LinkKind), note=TEXTS, supersedes=EARLIER)
DISMISSALS = st.builds(
    new_dismissal, TEXTS, TEXTS, TEXTS, kind=TEXTS, values=st.lists(TEXTS, max_size=3), supersedes=EARLIER
)
ADJUDICATIONS = st.builds(new_adjudication, TEXTS, TARGETS, st.sampled_from(Judgement), TEXTS, supersedes=EARLIER)
STATEMENTS: st.SearchStrategy[Statement] = VERDICTS | LINKS | DISMISSALS | ADJUDICATIONS
QUOTES = TEXT.split(". ")


@settings(deadline=None)
@given(STATEMENTS)
def test_a_statement_survives_the_file(said: Statement) -> None:
    raw = raw_of(statement_record(said))
    assert b"\n" not in raw
    assert parse_statement(record_of(raw, 0)) == said


@settings(deadline=None)
@given(STATEMENTS, st.none() | st.uuids().map(str))
def test_a_withdrawal_survives_the_file(said: Statement, undoes: str | None) -> None:
    back = withdrawal(said, supersedes=(said.id,), undoes=undoes)
    assert back.withdrawn
    assert parse_statement(record_of(raw_of(statement_record(back)), 0)) == back


@settings(deadline=None)
@given(STATEMENTS)
def test_the_schema_describes_what_is_written(said: Statement) -> None:
    rows = [json.loads(raw_of(statement_record(one))) for one in (said, withdrawal(said, supersedes=(said.id,)))]
    jsonschema.validate({"_default": {"1": rows[0], "2": rows[1]}}, SCHEMA)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (new_link("Ann", target(), target(QUOTES[0]), LinkKind.SAME), {"link": "perhaps"}),
        (new_link("Ann", target(), target(QUOTES[0]), LinkKind.SAME), {"targets": []}),
        (new_link("Ann", target(), target(QUOTES[0]), LinkKind.SAME), {"targets": "both"}),
        (new_link("Ann", target(), target(QUOTES[0]), LinkKind.SAME), {"targets": [None, None]}),
        (new_dismissal("Ann", "d-1", "a rounding"), {"dismissal": "perhaps"}),
        (new_dismissal("Ann", "d-1", "a rounding"), {"discrepancy": 1}),
        (new_dismissal("Ann", "d-1", "a rounding"), {"values": [1]}),
        (new_adjudication("Ann", target(), Judgement.VERIFIED, "the log"), {"verdict": "perhaps"}),
        (new_adjudication("Ann", target(), Judgement.VERIFIED, "the log"), {"target": {}}),
        (new_adjudication("Ann", target(), Judgement.VERIFIED, "the log"), {"ground": 1}),
    ],
)
def test_what_is_malformed_says_so_and_is_not_in_force(said: Statement, wrong: dict[str, object]) -> None:
    made = statement_record(said)
    broken = record_of(raw_of(Record("", "", "", "", (), 1, {**made.content, **wrong})), 0)
    with pytest.raises(ValueError, match=made.type) as told:
        parse_statement(broken)
    assert "\n" not in str(told.value)
    assert list(standing([broken])) == []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"_default": {"1": dict(broken.content)}}, SCHEMA)


def test_a_type_that_is_not_known_is_no_statement() -> None:
    with pytest.raises(ValueError, match="poll"):
        parse_statement(Record("x", "poll", "Ann", "", (), 1, {}))


def test_each_sort_is_in_force_until_it_is_withdrawn() -> None:
    said: list[Statement] = [
        new_link("Ann", target(), target(QUOTES[0]), LinkKind.SAME),
        new_dismissal("Ann", "d-1", "a rounding", values=("13,000", "13,289")),
        new_adjudication("Ann", target(), Judgement.DISPUTED, "the log"),
        new_verdict("Ann", target(), Judgement.VERIFIED),
    ]
    records = [statement_record(one) for one in said]
    assert set(standing(records)) == set(said)
    assert in_force(records) == (said[3],)
    for one in said:
        records.append(statement_record(withdrawal(one, supersedes=(one.id,))))
    assert list(standing(records)) == []


def state(records: Sequence[Record]) -> Counter[Statement]:
    """What is in force, whatever record says it."""
    return Counter(replace(one, id="", created="", supersedes=(), undoes=None) for one in standing(records))


def take(records: list[Record], step: int, annotator: str) -> None:
    """One step of some sort; what the person said of that before is superseded."""
    place = target(QUOTES[step % 2])
    earlier = [one.id for one in standing(records) if one.annotator == annotator and of_kind(one, step)]
    note = str(len(records))
    made: Statement
    match step % 4:
        case 0 | 1:
            made = new_verdict(annotator, place, Judgement.VERIFIED, note, supersedes=earlier)
        case 2:
            kind = LinkKind.SAME if step % 3 else LinkKind.DIFFERENT
            made = new_link(annotator, place, target(QUOTES[1]), kind, note=note, supersedes=earlier)
        case _:
            made = new_dismissal(annotator, "d-1", note, supersedes=earlier)
    records.append(statement_record(made))


def of_kind(one: Statement, step: int) -> bool:
    match step % 4:
        case 0 | 1:
            return isinstance(one, Verdict) and one.target == target(QUOTES[step % 2])
        case 2:
            return isinstance(one, Link)
    return isinstance(one, Dismissal)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.booleans(), st.sampled_from(["Ann", "Bea"])), max_size=12))
def test_steps_of_every_sort_and_undos_mixed_are_a_stack(steps: list[tuple[int, bool, str]]) -> None:
    records: list[Record] = []
    stacks = {name: [Counter[Statement]()] for name in ("Ann", "Bea")}

    def own(name: str) -> Counter[Statement]:
        return Counter({one: count for one, count in state(records).items() if one.annotator == name})

    for step, undoes, name in steps:
        if undoes:
            undoing = undo_records(records, name)
            assert len(undoing) == (len(stacks[name]) > 1)
            del stacks[name][max(1, len(stacks[name]) - 1) :]
            records += map(statement_record, undoing)
        else:
            take(records, step, name)
            stacks[name].append(own(name))
        assert {who: own(who) for who in stacks} == {who: stack[-1] for who, stack in stacks.items()}


def test_a_link_is_undone_before_the_verdict_that_came_first() -> None:
    records = [record()]
    linked = new_link("Ann", target(), target(QUOTES[0]), LinkKind.SAME)
    records.append(statement_record(linked))
    (undoing,) = undo_records(records, "Ann")
    assert isinstance(undoing, Link)
    assert (undoing.withdrawn, undoing.undoes, undoing.supersedes) == (True, linked.id, (linked.id,))
    (again,) = undo_records([*records, statement_record(undoing)], "Ann")
    assert isinstance(again, Verdict)


def test_links_of_one_act_are_undone_together_and_only_these() -> None:
    ends = [target(quote) for quote in QUOTES[:3]]
    before = new_link("Ann", target(), ends[0], LinkKind.SAME)
    act = [new_link("Ann", target(), end, LinkKind.SAME, act="together") for end in ends[1:]]
    others = new_link("Bea", target(), ends[2], LinkKind.SAME, act="together")
    records = [statement_record(one) for one in (before, *act, others)]
    undoing = undo_records(records, "Ann")
    assert {one.undoes for one in undoing} == {one.id for one in act}
    records += map(statement_record, undoing)
    assert {one.id for one in standing(records).links} == {before.id, others.id}
    (again,) = undo_records(records, "Ann")
    assert again.undoes == before.id
