"""The shared file as one person sees it: adding, seeing others, trouble told in plain words."""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from tinydb import TinyDB
from verdicts import record, verdict

from mali_reader.annotations.codec import parse_verdict, verdict_record
from mali_reader.annotations.merging import write_annotation_file
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import AnnotationStore, Delivery
from mali_reader.errors import MaliReaderError


def read_ids(store: AnnotationStore) -> set[str]:
    return {each.id for each in store.records()}


def test_looking_creates_nothing(shared: Path) -> None:
    store = AnnotationStore(shared)
    assert store.records() == ()
    assert store.problems() == ()
    assert not store.changed()
    assert not shared.parent.exists()


def test_an_added_verdict_is_there_for_everybody(shared: Path) -> None:
    said = verdict(note="« vu » 🙂 \u202eשלום\r\n")
    assert AnnotationStore(shared).add(verdict_record(said)) is Delivery.SHARED
    assert [parse_verdict(each) for each in AnnotationStore(shared).records()] == [said]


def test_records_come_in_the_order_of_their_ids(shared: Path) -> None:
    made = [record(), record(), record()]
    AnnotationStore(shared).add(*reversed(made))
    assert [each.id for each in AnnotationStore(shared).records()] == [each.id for each in made]


def test_adding_a_record_again_changes_nothing(shared: Path) -> None:
    store, once = AnnotationStore(shared), record()
    store.add(once)
    before = shared.read_bytes()
    assert store.add(once) is Delivery.SHARED
    assert AnnotationStore(shared).add(*store.records()) is Delivery.SHARED
    assert shared.read_bytes() == before


def test_a_change_by_another_is_noticed_once(shared: Path) -> None:
    mine, theirs = AnnotationStore(shared), AnnotationStore(shared)
    mine.records()
    theirs.add(record("Bea"))
    assert mine.changed()
    assert not mine.changed()
    assert len(mine.records()) == 1
    theirs.add(record("Bea"))
    assert len(mine.records()) == 2
    assert not mine.changed()


def test_the_file_is_a_tinydb_with_one_record_a_line(shared: Path) -> None:
    store = AnnotationStore(shared)
    made = [record(), record(), record()]
    for each in made:
        store.add(each)
        assert [line for line in shared.read_text().splitlines() if '"id"' in line]
        json.loads(shared.read_bytes())
    with TinyDB(shared, access_mode="r") as database:
        assert [row["id"] for row in database.all()] == [each.id for each in made]
    for each in made:
        assert sum(each.id in line for line in shared.read_text().splitlines()) == 1


def test_adding_at_the_end_changes_no_other_line(shared: Path) -> None:
    store = AnnotationStore(shared)
    store.add(record())
    before = shared.read_bytes().splitlines()
    store.add(record(), record())
    after = shared.read_bytes().splitlines()
    assert after[: len(before) - 1] == before[:-1]
    assert after[-1] == before[-1]


def test_mode_and_symlink_are_kept(shared: Path, tmp_path: Path) -> None:
    store = AnnotationStore(shared)
    store.add(record())
    shared.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(shared)
    AnnotationStore(link).add(record())
    assert link.is_symlink()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o640
    assert len(read_ids(AnnotationStore(shared))) == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_read_only_folder_keeps_verdicts_locally_until_it_is_not(shared: Path) -> None:
    store, first, second = AnnotationStore(shared), record(), record()
    store.add(first)
    shared.parent.chmod(0o555)
    try:
        assert store.add(second) is Delivery.LOCAL
        assert read_ids(store) == {first.id, second.id}
    finally:
        shared.parent.chmod(0o755)
    assert read_ids(AnnotationStore(shared)) == {first.id, second.id}


def test_a_folder_that_cannot_be_made_keeps_verdicts_locally_until_it_can(tmp_path: Path) -> None:
    in_the_way = tmp_path / "annotations"
    in_the_way.write_text("a file where the folder should be")
    shared, kept = in_the_way / "annotations.json", record()
    assert AnnotationStore(shared).add(kept) is Delivery.LOCAL
    in_the_way.unlink()
    assert read_ids(AnnotationStore(shared)) == {kept.id}
    with TinyDB(shared, access_mode="r") as database:
        assert len(database) == 1


def test_where_nothing_can_be_written_one_line_says_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    store = AnnotationStore(in_the_way / "annotations.json", outbox=in_the_way / "outbox")
    with pytest.raises(MaliReaderError, match="nothing was saved") as told:
        store.add(record())
    assert "\n" not in str(told.value)


def test_a_folder_in_place_of_the_file_is_told_in_one_line(shared: Path) -> None:
    shared.mkdir(parents=True)
    with pytest.raises(MaliReaderError, match=r"annotations\.json"):
        AnnotationStore(shared).records()
    assert len(AnnotationStore(shared).problems()) == 1


def test_a_record_that_left_the_file_comes_back_from_its_author(shared: Path) -> None:
    store = AnnotationStore(shared)
    store.add(record())
    old = shared.read_bytes()
    store.add(record())
    shared.write_bytes(old)
    assert len(AnnotationStore(shared).records()) == 2
    assert len(json.loads(shared.read_bytes())["_default"]) == 2


def test_what_a_newer_version_wrote_is_kept_byte_for_byte(shared: Path) -> None:
    line = (
        ',"9":{ "version": 7,"id":"x","type":"poll", "huge":123456789012345678901234567890,'
        ' "f":1.10,"n":"\\ud800\\u0041"}'
    )
    store = AnnotationStore(shared)
    store.add(record())
    shared.write_text(shared.read_text().replace("}}\n", f"{line}\n}}}}\n"))
    AnnotationStore(shared).add(record())
    assert line[1:] in shared.read_text()
    found = next(each for each in AnnotationStore(shared).records() if each.id == "x")
    assert (found.type, found.version, found.content["huge"]) == ("poll", 7, 123456789012345678901234567890)
    assert any("newer version" in problem for problem in store.problems())


GARBAGE = [
    b"\xff\xfe\x00garbage",
    b'{"_default": {"1": {"id": "cut o',
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"<html>Sign in to the cafe's network</html>",
    b"null",
    b"\x00" * 5000,
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda garbage: repr(garbage[:12]))
def test_garbage_is_set_aside_and_told_never_lost(shared: Path, garbage: bytes) -> None:
    shared.parent.mkdir()
    shared.write_bytes(garbage)
    store = AnnotationStore(shared)
    assert store.records() == ()
    assert any("cannot be read" in problem for problem in store.problems())
    assert shared.read_bytes() == garbage
    assert store.add(record()) is Delivery.SHARED
    assert len(json.loads(shared.read_bytes())["_default"]) == 1
    asides = [each for each in shared.parent.iterdir() if "unreadable" in each.name]
    assert len(asides) == 1
    assert garbage.endswith(asides[0].read_bytes())
    assert not garbage.removesuffix(asides[0].read_bytes()).strip(b'{ "_default:')
    assert any(asides[0].name in problem for problem in store.problems())


def damaged(shared: Path, damage: str) -> tuple[list[Record], bytes]:
    made = [record(note=str(number)) for number in range(6)]
    write_annotation_file(shared, made)
    lines = shared.read_bytes().splitlines(keepends=True)
    match damage:
        case "truncated":
            data = b"".join(lines)[: -len(lines[-2]) // 2 - 3]
        case "line cut":
            data = b"".join([*lines[:3], lines[3][:100], b"\n", *lines[4:]])
        case "garbage between":
            data = b"".join([*lines[:3], b"what is this\n", *lines[3:]])
        case "invalid bytes":
            data = b"".join([*lines[:3], lines[3].replace(b'"note":"', b'"note":"\xe9t\xe9 '), *lines[4:]])
        case "windows line ends":
            data = b"".join(lines).replace(b"\n", b"\r\n")
        case "byte order mark":
            data = b"\xef\xbb\xbf" + b"".join(lines)
        case "line twice":
            data = b"".join([*lines[:3], lines[2], *lines[3:]])
        case "pretty printed":
            data = json.dumps(json.loads(b"".join(lines)), indent=4).encode()
        case "tinydb's own layout":
            data = json.dumps(json.loads(b"".join(lines))).encode()
        case "tinydb's own layout, truncated":
            data = json.dumps(json.loads(b"".join(lines))).encode()[:-200]
        case _:
            raise AssertionError(damage)
    shared.write_bytes(data)
    return made, data


@pytest.mark.parametrize(
    ("damage", "lost"),
    [
        ("truncated", 1),
        ("line cut", 1),
        ("garbage between", 0),
        ("invalid bytes", 0),
        ("windows line ends", 0),
        ("byte order mark", 0),
        ("line twice", 0),
        ("pretty printed", 0),
        ("tinydb's own layout", 0),
        ("tinydb's own layout, truncated", 1),
    ],
)
def test_a_damaged_file_gives_every_record_that_is_whole(shared: Path, damage: str, lost: int) -> None:
    made, _ = damaged(shared, damage)
    store = AnnotationStore(shared)
    assert len(store.records()) == len(made) - lost
    assert bool(store.problems()) == (
        damage in {"truncated", "line cut", "garbage between", "invalid bytes"} or lost > 0
    )
    store.add(record())
    assert len(json.loads(shared.read_bytes())["_default"]) == len(made) - lost + 1
    assert read_ids(AnnotationStore(shared)) >= {each.id for each in made[: 6 - lost] if not lost}


def test_two_different_records_of_one_id_are_both_kept_and_told(shared: Path) -> None:
    one = record(note="one")
    other = Record(one.id, one.type, one.annotator, one.created, (), 1, {**one.content, "note": "other"})
    store = AnnotationStore(shared)
    store.add(one)
    store.add(other)
    assert sorted(each.content["note"] for each in AnnotationStore(shared).records()) == ["one", "other"]
    assert any(one.id in problem for problem in store.problems())


CONFLICT_COPIES = [
    "annotations.sync-conflict-20240131-120000-ABCDEF7.json",
    "annotations (Bea's conflicted copy 2024-01-31).json",
    "annotations 2.json",
]


@pytest.mark.parametrize("name", CONFLICT_COPIES)
def test_conflict_copies_are_united_told_and_left(shared: Path, name: str) -> None:
    store = AnnotationStore(shared)
    store.add(record())
    copy = shared.with_name(name)
    write_annotation_file(copy, [record("Bea")])
    before = copy.read_bytes()
    assert len(store.records()) == 2
    assert len(json.loads(shared.read_bytes())["_default"]) == 2
    assert copy.read_bytes() == before
    assert any(name in problem for problem in store.problems())


def git(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *who, *arguments], cwd=folder, check=False, capture_output=True)


@pytest.mark.parametrize("attributes", ["*.json merge=union\n", ""])
def test_git_merges_two_branches_without_losing_a_record(tmp_path: Path, attributes: str) -> None:
    shared = tmp_path / "annotations.json"
    write_annotation_file(shared, [record("Before")])
    (tmp_path / ".gitattributes").write_text(attributes)
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "base")
    git(tmp_path, "checkout", "-b", "other")
    for branch in ("other", "main"):
        git(tmp_path, "checkout", branch)
        AnnotationStore(shared, outbox=tmp_path / branch).add(*(record(branch) for _ in range(10)))
        git(tmp_path, "commit", "-a", "-m", branch)
    merged = git(tmp_path, "merge", "other")
    if attributes:
        assert merged.returncode == 0
        assert len(json.loads(shared.read_bytes())["_default"]) == 21
    else:
        assert b"<<<<<<<" in shared.read_bytes()
    store = AnnotationStore(shared)
    assert len(store.records()) == 21
    store.add(record())
    assert len(json.loads(shared.read_bytes())["_default"]) == 22
    assert b"<<<<<<<" not in shared.read_bytes()
