"""The shared file as a TinyDB: what TinyDB promises, except that nothing ever leaves the file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from mali_reader.annotations import open_database
from mali_reader.errors import MaliReaderError


def test_opening_creates_nothing(shared: Path) -> None:
    with open_database(shared) as database:
        assert database.all() == []
        assert database.tables() == set()
    assert not shared.parent.exists()


def test_documents_are_inserted_found_and_updated(shared: Path) -> None:
    with open_database(shared) as database:
        assert database.insert({"a": 1, "b": [1, {"c": "é"}]}) == 1
        assert database.insert_multiple({"a": number} for number in (2, 3)) == [2, 3]
        assert database.insert(Document({"a": 9}, doc_id=77)) == 77
        assert database.update({"seen": True}, where("a") > 1) == [2, 3, 77]
        assert database.upsert({"a": 1, "new": 1}, Query().a == 1) == [1]
        assert database.get(doc_id=1) == {"a": 1, "b": [1, {"c": "é"}], "new": 1}
        assert [row.doc_id for row in database.search(where("seen") == True)] == [2, 3, 77]  # noqa: E712
        assert len(database) == 4
    with TinyDB(shared) as plain:
        assert len(plain) == 4


def test_tables_live_side_by_side(shared: Path) -> None:
    with open_database(shared) as database:
        database.table("links").insert({"x": 1})
        database.insert({"y": 1})
        database.table('odd "name"\n').insert({"z": 1})
        assert database.tables() == {"_default", "links", 'odd "name"\n'}
    again = open_database(shared)
    assert again.table("links").all() == [{"x": 1}]
    assert again.table('odd "name"\n').all() == [{"z": 1}]
    json.loads(shared.read_bytes())


def test_what_another_wrote_is_seen_at_once(shared: Path) -> None:
    mine, theirs = open_database(shared), open_database(shared)
    mine.insert({"a": 1})
    assert mine.search(where("a") == 1) == [{"a": 1}]
    theirs.insert({"a": 1})
    assert len(mine.search(where("a") == 1)) == 2
    assert mine.insert({"a": 3}) == 3


def test_a_failed_update_leaves_no_trace(shared: Path) -> None:
    def spoil(document: dict[str, object]) -> None:
        document["a"] = "spoiled"
        raise RuntimeError

    database = open_database(shared)
    database.insert({"a": 1})
    before = shared.read_bytes()
    with pytest.raises(RuntimeError):
        database.update(spoil)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        database.update({"a": object()})
    assert database.all() == [{"a": 1}]
    assert shared.read_bytes() == before


def test_changing_what_was_found_changes_nothing_in_the_file(shared: Path) -> None:
    database = open_database(shared)
    database.insert({"a": [1]})
    database.all()[0]["a"].append(2)
    assert database.all() == [{"a": [1]}]


def test_an_insert_leaves_other_lines_as_they_are(shared: Path) -> None:
    database = open_database(shared)
    shared.parent.mkdir()
    shared.write_text('{"_default":{\n "1":{ "n": 1.10, "n": 2 }\n}}\n')
    database.insert({"a": 1})
    database.update({"a": 2}, doc_ids=[2])
    assert '"1":{ "n": 1.10, "n": 2 }' in shared.read_text()


@pytest.mark.parametrize(
    "remove",
    [
        lambda database: database.remove(where("a") == 1),
        lambda database: database.remove(doc_ids=[1]),
        lambda database: database.truncate(),
        lambda database: database.drop_tables(),
        lambda database: database.drop_table("_default"),
    ],
)
def test_nothing_is_ever_removed(shared: Path, remove) -> None:  # type: ignore[no-untyped-def]
    database = open_database(shared)
    remove(database)
    database.insert({"a": 1})
    with pytest.raises(MaliReaderError, match="supersede"):
        remove(database)
    assert database.all() == [{"a": 1}]


def test_importing_the_package_loads_neither_tinydb_nor_anything_heavy() -> None:
    code = (
        "import sys, mali_reader.annotations; print(*[m for m in ('tinydb', 'orjson', 'filelock') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
