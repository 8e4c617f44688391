"""Uniting copies is the same in any order, any number of times, and loses nothing."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import RECORDS
from verdicts import record

from mali_reader.annotations.codec import raw_of
from mali_reader.annotations.copies import conflict_copies
from mali_reader.annotations.jsontext import canonical
from mali_reader.annotations.layout import put, read, render
from mali_reader.annotations.merging import (
    key_of,
    read_annotation_file,
    unite,
    write_annotation_file,
)
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import AnnotationStore
from mali_reader.errors import MaliReaderError

COLLECTIONS = st.lists(RECORDS, max_size=5)


def said(records: tuple[Record, ...] | list[Record]) -> list[tuple[str, bytes]]:
    return [(each.id, raw_of(each)) for each in records]


def contents(records: tuple[Record, ...] | list[Record]) -> set[bytes]:
    return {canonical(raw_of(each)) for each in records}


@given(COLLECTIONS, COLLECTIONS)
def test_order_does_not_matter(left: list[Record], right: list[Record]) -> None:
    assert said(unite(left, right)) == said(unite(right, left))


@given(COLLECTIONS, COLLECTIONS, COLLECTIONS)
def test_grouping_does_not_matter(one: list[Record], two: list[Record], three: list[Record]) -> None:
    assert said(unite(unite(one, two), three)) == said(unite(one, unite(two, three)))


@given(COLLECTIONS)
def test_repetition_does_not_matter(records: list[Record]) -> None:
    assert said(unite(records, records)) == said(unite(records)) == said(unite(unite(records)))


@given(COLLECTIONS, COLLECTIONS)
def test_nothing_is_lost(left: list[Record], right: list[Record]) -> None:
    assert contents(unite(left, right)) == contents(left) | contents(right)


@given(COLLECTIONS, st.randoms(use_true_random=False))
def test_rows_are_the_same_in_any_order_and_read_back(records: list[Record], dice: random.Random) -> None:
    rows: dict[int, bytes] = {}
    for each in records:
        put(rows, key_of(each), raw_of(each))
    shuffled: dict[int, bytes] = {}
    for each in dice.sample(records, len(records)) + records:
        put(shuffled, key_of(each), raw_of(each))
    assert rows == shuffled
    assert {canonical(raw) for raw in rows.values()} == contents(records)
    data = render({"_default": rows})
    reading = read(data)
    assert reading.tables == {"_default": rows}
    assert not reading.unreadable
    assert render(reading.tables) == data


@given(COLLECTIONS, COLLECTIONS)
def test_files_unite_to_the_same_bytes(left: list[Record], right: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_annotation_file(folder / "left", left)
        write_annotation_file(folder / "right", right)
        copies = [read_annotation_file(folder / each).records for each in ("left", "right", "left")]
        write_annotation_file(folder / "one", unite(*copies))
        write_annotation_file(folder / "other", unite(*reversed(copies)))
        assert (folder / "one").read_bytes() == (folder / "other").read_bytes()
        store = AnnotationStore(folder / "left", outbox=folder / "outbox")
        store.add(*copies[1])
        assert (folder / "left").read_bytes() == (folder / "one").read_bytes()


@given(COLLECTIONS, st.data())
def test_a_file_cut_anywhere_loses_at_most_the_record_that_was_cut(records: list[Record], data: st.DataObject) -> None:
    rows: dict[int, bytes] = {}
    for each in records:
        put(rows, key_of(each), raw_of(each))
    whole = render({"_default": rows})
    cut = data.draw(st.integers(0, len(whole)))
    before = whole[:cut].count(b"\n") - 1
    found = read(whole[:cut]).tables.get("_default", {})
    assert found.items() <= rows.items()
    assert len(found) >= min(before, len(rows))


def test_a_copy_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(MaliReaderError, match="not there"):
        read_annotation_file(tmp_path / "nowhere.json")


def test_a_damaged_copy_gives_its_records_and_its_problems(tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    write_annotation_file(copy, [record(), record()])
    copy.write_bytes(copy.read_bytes() + b"rubbish")
    found = read_annotation_file(copy)
    assert len(found.records) == 2
    assert any("rubbish" in problem for problem in found.problems)


def test_only_copies_of_this_file_are_conflict_copies(tmp_path: Path) -> None:
    for name in (
        "annotations.json",
        "annotations.json.lock",
        "annotations-old.json",
        "notes 2.json",
        "annotations 2.json",
    ):
        (tmp_path / name).write_text("{}")
    assert [each.name for each in conflict_copies(tmp_path / "annotations.json")] == ["annotations 2.json"]
