"""Verdicts go into the file and come back as they were; what is malformed is told plainly."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from strategies import VERDICTS
from verdicts import TEXT, document, record, verdict

from mali_reader.annotations.codec import make_target, new_verdict, parse_verdict, raw_of, record_of, verdict_record
from mali_reader.annotations.records import CONTEXT, Record, Verdict
from mali_reader.annotations.store import AnnotationStore

SCHEMA = json.loads(files("mali_reader.annotations").joinpath("schema.json").read_text("utf-8"))


@given(VERDICTS)
def test_a_verdict_survives_the_file(said: Verdict) -> None:
    raw = raw_of(verdict_record(said))
    assert b"\n" not in raw
    assert parse_verdict(record_of(raw, 0)) == said


@given(VERDICTS)
def test_the_schema_describes_what_is_written(said: Verdict) -> None:
    row = json.loads(raw_of(verdict_record(said)))
    jsonschema.validate({"_default": {"1": row}}, SCHEMA)


def test_the_schema_allows_what_is_unknown_and_refuses_what_is_wrong(shared: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    good = dict(record().content)
    jsonschema.validate({"_default": {"1": {"type": "poll"}, "2": {**good, "mood": 1}}, "other": {}}, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"_default": {"1": {**good, "verdict": "perhaps"}}}, SCHEMA)


def test_a_target_quotes_its_surroundings() -> None:
    start = TEXT.index("Nobody")
    made = make_target(document(), start, start + 6)
    assert made.exact == "Nobody"
    assert made.prefix + made.exact + made.suffix == TEXT[start - CONTEXT : start + 6 + CONTEXT]
    assert make_target(document(), 0, len(TEXT)).prefix == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, len(TEXT) + 1)])
def test_a_target_outside_of_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        make_target(document(), start, end)


def test_what_supersedes_sorts_later_even_where_the_clock_was_set_back() -> None:
    said = verdict()
    tomorrow = replace(said, id=f"{int(said.id.replace('-', '')[:12], 16) + 86_400_000:012x}"[:8] + said.id[8:])
    assert new_verdict("Ann", said.target, said.judgement, supersedes=[tomorrow.id]).id > tomorrow.id


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("verdict", "perhaps", "perhaps"),
        ("verdict", ["verified"], "verified"),
        ("target", None, "target"),
        ("target", {"document": "a", "exact": "b", "start": 5, "end": 1}, "span"),
        ("target", {"document": "a", "exact": "b", "start": True, "end": 2}, "span"),
        ("target", {"document": "a", "start": 1, "end": 2}, "exact"),
        ("annotator", 5, "annotator"),
        ("note", ["x"], "note"),
        ("evidence", {"url": "x"}, "evidence"),
        ("evidence", ["http://example.org"], "evidence"),
        ("evidence", [{"stance": "supports"}], "url"),
        ("confidence", "high", "confidence"),
        ("confidence", float("nan"), "confidence"),
        ("undoes", 7, "undoes"),
        ("type", "poll", "poll"),
    ],
)
def test_a_malformed_verdict_says_what_is_wrong(field: str, value: object, reason: str) -> None:
    raw = raw_of(Record("", "", "", "", (), 1, {**record().content, field: value}))
    with pytest.raises(ValueError, match=reason) as told:
        parse_verdict(record_of(raw, 0))
    assert "\n" not in str(told.value)


def test_unknown_fields_and_missing_optional_ones_are_no_fault() -> None:
    content = dict(record().content)
    for optional in ("note", "confidence", "evidence", "undoes", "supersedes"):
        del content[optional]
    raw = raw_of(Record("", "", "", "", (), 1, {**content, "mood": "calm"}))
    assert parse_verdict(record_of(raw, 0)).note == ""


def test_a_record_without_its_fields_is_still_a_record(shared: Path) -> None:
    shared.parent.mkdir()
    shared.write_text('{"_default": {"3": {"x": 1}, "4": {"id": 5, "supersedes": "all", "version": "new"}}}')
    records = AnnotationStore(shared).records()
    assert [each.content for each in records] == [{"x": 1}, {"id": 5, "supersedes": "all", "version": "new"}]
    assert [(each.type, each.supersedes, each.version) for each in records] == [("", (), 0), ("", (), 0)]
