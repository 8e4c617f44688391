"""The JSON export keeps to its published schema."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from telling import OVERLAPS, VERDICTS, A, B, C, found, summarise

from mali_reader.summary.as_json import render_json

SCHEMA = json.loads(files("mali_reader.summary").joinpath("summary.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def told(*args: Any, **known: Any) -> Any:
    """A summary's JSON."""
    return json.loads(render_json(summarise(*args, **known)))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_summaries_keep_to_the_schema() -> None:
    VALIDATOR.validate(told((A, B, C), OVERLAPS, VERDICTS, findings=found()))
    VALIDATOR.validate(told((A,)))
    VALIDATOR.validate(told((A,), (), VERDICTS))


@pytest.mark.parametrize("name", SCHEMA["required"])
def test_the_schema_tells_when_something_is_missing(name: str) -> None:
    value = told((A, B, C), OVERLAPS, VERDICTS, findings=found())
    del value[name]
    assert not VALIDATOR.is_valid(value)


def test_what_a_machine_found_stands_apart() -> None:
    value = told((A, B, C), OVERLAPS, VERDICTS, findings=found())
    assert value["suggestions"]["copies"] == [{"source": "a", "copy": "c", "directed": True, "share": 0.75}]
    assert [one["documents"] for one in value["suggestions"]["origins"]] == [["a", "c"], ["b"]]
    assert [v["value"] for v in value["suggestions"]["discrepancies"][0]["values"]] == ["Ten", "Ten men"]
    assert value["claims"] == told((A, B, C), OVERLAPS, VERDICTS)["claims"]
