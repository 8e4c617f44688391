"""A file that was named by mistake is left alone; a damaged annotation file goes on working."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB
from verdicts import record

from mali_reader.annotations import open_database
from mali_reader.annotations.merging import write_annotation_file
from mali_reader.annotations.store import AnnotationStore, Delivery
from mali_reader.errors import MaliReaderError

FOREIGN = {
    "report.md": b"# Ten boats left\n\nRain fell on the port.\n",
    "report.txt": "Zehn Boote verließen den Hafen.\n".encode("latin-1"),
    "page.html": b'<html><script>var x = {"1": {"a": 2}}</script></html>',
    "summary.json": json.dumps({"format": "mali-reader summary", "records": [{"id": "a", "type": "verdict"}]}).encode(),
    "images.json": b'{"info": {"year": 2020}, "images": [{"id": 1}], "annotations": []}',
    "lines.jsonl": b'{"id": "a", "type": "verdict"}\n{"id": "b", "type": "verdict"}\n',
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "list.json": b'[{"id": 1}]',
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_of_another_kind_is_refused_and_nothing_is_written(tmp_path: Path, outbox: Path, name: str) -> None:
    named = tmp_path / name
    named.write_bytes(FOREIGN[name])
    for attempt in (
        lambda: AnnotationStore(named).records(),
        lambda: AnnotationStore(named).add(record()),
        lambda: AnnotationStore(named).deliver(),
        lambda: open_database(named).insert({"a": 1}),
        lambda: open_database(named).all(),
    ):
        with pytest.raises(MaliReaderError, match=name) as told:
            attempt()
        assert "\n" not in str(told.value)
    assert named.read_bytes() == FOREIGN[name]
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert list(outbox.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path, outbox: Path) -> None:
    with pytest.raises(MaliReaderError, match="folder"):
        AnnotationStore(tmp_path).add(record())
    assert list(outbox.iterdir()) == []


def wrecks() -> dict[str, bytes]:
    """What may become of an annotation file, ours or TinyDB's."""
    rows = {str(number): {"id": str(number), "type": "verdict"} for number in range(1, 4)}
    plain = json.dumps({"_default": rows}).encode()
    return {
        "empty": b"",
        "blank": b"\n \n",
        "an empty database": b"{}",
        "an empty table": b'{"_default": {}}',
        "three bytes": b'{"_',
        "TinyDB's": plain,
        "TinyDB's, truncated": plain[:-30],
        "another table of TinyDB": b'{"people": {"1": {"name": "x"}}}',
        "another table of TinyDB, truncated": b'{"people": {"1": {"name": "x"}, "2": {"na',
        "the head is gone": plain[40:],
        "the head is overwritten": b"\x00" * 40 + plain[40:],
        "a row was made a text": b'{"_default": {"1": {"id": "1", "type": "verdict"}, "2": "oops"}}',
        "notes above": b"my notes\n" + plain,
        "conflict markers": b"<<<<<<< mine\n" + plain + b"\n=======\n" + plain + b"\n>>>>>>> theirs\n",
    }


@pytest.mark.parametrize("wreck", wrecks())
def test_a_damaged_annotation_file_of_any_name_goes_on_working(tmp_path: Path, wreck: str) -> None:
    named, added = tmp_path / "shared.txt", record()
    named.write_bytes(wrecks()[wreck])
    before = AnnotationStore(named).records()
    assert AnnotationStore(named).add(added) is Delivery.SHARED
    assert {each.id for each in AnnotationStore(named).records()} == {*(each.id for each in before), added.id}
    with TinyDB(named, access_mode="r") as database:
        assert len(database) == len(before) + 1


def test_where_this_program_wrote_before_garbage_is_damage(tmp_path: Path, outbox: Path) -> None:
    named, first, second = tmp_path / "shared.txt", record(), record()
    AnnotationStore(named).add(first)
    named.write_bytes(b"\x00garbage\xff")
    assert AnnotationStore(named).add(second) is Delivery.SHARED
    assert {each.id for each in AnnotationStore(named).records()} == {first.id, second.id}
    assert [each.read_bytes() for each in tmp_path.glob("*.unreadable-*")] == [b"\x00garbage\xff"]


def test_what_cannot_be_read_is_counted(shared: Path) -> None:
    write_annotation_file(shared, [record(), record()])
    store = AnnotationStore(shared)
    store.records()
    assert store.damage is None
    shared.write_bytes(shared.read_bytes() + b"what is this\nand this\n")
    store.records()
    assert store.damage is not None
    assert store.damage.startswith("2 lines of annotations.json")
    store.add(record())
    store.records()
    assert store.damage is None
