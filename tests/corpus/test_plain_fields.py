"""Front matter that is read without YAML: as YAML reads it, or not at all."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mali_reader.corpus.plain_fields import plain_fields

LOADERS = [yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)]
SIGNS = st.text(alphabet="ab1Zé :#\"'[],-_&*!|>%@`{}?~.\\/\t\xa0\u2028\x85\ufeff\x07\U0001f600", max_size=12)
NAMES = st.one_of(st.sampled_from(["title", "tags", "published at", "a-b", "null", "1984", "yes", "x" * 2000]), SIGNS)
QUOTED = SIGNS.map(lambda text: f'"{text}"')
VALUES = st.one_of(SIGNS, QUOTED, st.lists(QUOTED, max_size=3).map(lambda some: f"[{', '.join(some)}]"))
LINES = st.one_of(
    st.builds(lambda name, gap, value: f"{name}:{gap}{value}", NAMES, st.sampled_from(["", " ", "  "]), VALUES), SIGNS
)


@settings(max_examples=2000)
@given(st.lists(LINES, max_size=4).map("\n".join))
@example("title: a\ntitle: b")
@example("title:\nauthor: A")
@example("url: https://a.b/c?d=e")
def test_what_it_reads_is_what_yaml_reads(block: str) -> None:
    found = plain_fields(block)
    if found:
        for loader in LOADERS:
            assert yaml.load(block, Loader=loader) == found


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ('sources: ["https://a.b", "c: d"]\ntags: []', {"sources": ["https://a.b", "c: d"], "tags": []}),
        ("title: The 15-0 vote\n\ndate: 2023-06-30\n", {"title": "The 15-0 vote", "date": "2023-06-30"}),
        ('author: "  Ana [x] #1 "', {"author": "  Ana [x] #1 "}),
        ("outlet:", {"outlet": ""}),
    ],
)
def test_plain_lines_are_read(block: str, fields: dict[str, object]) -> None:
    assert plain_fields(block) == fields


@pytest.mark.parametrize(
    "block",
    ["- a", "title: 'a'", "title: |\n  a", "a: &b c", "a: b # c", 'a: "\\n"', "a: b: c", "a: b\n  c", "a:\n- b"],
)
def test_all_else_is_left_to_yaml(block: str) -> None:
    assert plain_fields(block) is None
