"""Colleagues' files, and what is wrong with one's own."""

import json
import shutil
from pathlib import Path

import pytest
from asking import Run


@pytest.fixture
def colleague(run: Run, workspace: Path, tmp_path: Path) -> Path:
    """The annotation file of somebody who worked on a copy."""
    copy = tmp_path / "copy"
    shutil.copytree(workspace, copy)
    for quote in ("13,000 people", "July 2013"):
        run("tag", "wire", quote, "--verdict", "disputed", "--as", "ben", workspace=copy)
    return copy / "annotations" / "annotations.json"


def ids(run: Run) -> list[str]:
    """Every record's id."""
    return [record["id"] for record in run("annotations", "--history", "--json").json["records"]]


def test_merging_adds_what_is_missing_once(run: Run, colleague: Path) -> None:
    mine = run("tag", "wire", "13,000 people", "--verdict", "verified", "--json").json["record"]
    assert run("merge", str(colleague), "--json").json == {"records": 3, "added": 2, "conflicts": 0}
    once = ids(run)
    assert mine in once
    assert run("merge", str(colleague), str(colleague), "--json").json == {"records": 3, "added": 0, "conflicts": 0}
    assert ids(run) == once
    assert run("claims", "--status", "contested", "--json").json["claims"]


def test_merging_elsewhere_leaves_the_workspace_alone(
    run: Run, workspace: Path, colleague: Path, tmp_path: Path
) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    own = workspace / "annotations" / "annotations.json"
    before = own.read_bytes()
    out = tmp_path / "all.json"
    assert run("merge", str(own), str(colleague), "-o", str(out), "--json").json["records"] == 3
    first = out.read_bytes()
    assert run("merge", str(colleague), str(own), "-o", str(out), "--json").json == {
        "records": 3,
        "added": 0,
        "conflicts": 0,
    }
    assert out.read_bytes() == first
    assert own.read_bytes() == before


def test_rivals_are_counted_as_conflicts(run: Run, workspace: Path, tmp_path: Path) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    copy = tmp_path / "copy"
    shutil.copytree(workspace, copy)
    run("tag", "wire", "13,000 people", "--verdict", "disputed")
    run("tag", "wire", "13,000 people", "--verdict", "verified", "--note", "again", workspace=copy)
    merged = run("merge", str(copy / "annotations" / "annotations.json"), "--json").json
    assert merged == {"records": 3, "added": 1, "conflicts": 1}
    assert len(run("annotations", "--json").json["records"]) == 2


def test_what_is_no_annotation_file_is_refused(run: Run, workspace: Path, colleague: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\nNothing of the kind.\n", "utf-8")
    for argv in ([str(tmp_path / "notes.md")], [str(tmp_path / "missing.json")], [str(tmp_path)]):
        answer = run("merge", str(colleague), *argv)
        assert answer.code == 2, argv
        assert answer.err.count("\n") == 1
    answer = run("merge", str(colleague), "-o", str(tmp_path / "notes.md"))
    assert answer.code == 2
    assert (tmp_path / "notes.md").read_text("utf-8").startswith("# Notes")
    assert ids(run) == []


def test_all_is_well(run: Run) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    assert run("check", "--json").json == {"ok": True, "problems": []}
    assert run("check").code == 0


def test_claims_that_changed_or_vanished_are_found(run: Run, workspace: Path) -> None:
    stale = run(
        "tag", "wire", "giving 13,000 people six months to leave the country", "--verdict", "verified", "--json"
    )
    gone = run("tag", "rewrite", "Traders blamed the rain, and the rain only.", "--verdict", "verified", "--json").json
    wire = workspace / "corpus" / "wire.md"
    wire.write_text(wire.read_text("utf-8").replace("13,000", "14,000"), "utf-8")
    rewrite = workspace / "corpus" / "papers" / "rewrite.txt"
    rewrite.write_text(rewrite.read_text("utf-8").replace("Traders blamed the rain, and the rain only.", ""), "utf-8")
    answer = run("check", "--json")
    assert answer.code == 1
    assert answer.json["ok"] is False
    found = {problem["kind"]: problem for problem in answer.json["problems"]}
    assert found.keys() == {"stale", "orphan"}
    assert found["stale"]["records"] == [stale.json["record"]]
    assert found["orphan"]["claim"] == gone["claim"]
    told = run("check")
    assert told.code == 1
    assert told.out.count("\n") == 2
    both = [f"giving {number} people six months to leave the country" for number in ("13,000", "14,000")]
    assert [found["stale"]["quote"], found["stale"]["text"]] == both
    assert all(text in told.out for text in both)
    (claim,) = (c for c in run("claims", "--json").json["claims"] if c["id"] == stale.json["claim"])
    assert [(place["quote"], place["text"], place["stale"]) for place in claim["appearances"]] == [(*both, True)]
    assert both[0] in " ".join(run("claims").out.split())


def test_a_report_that_was_renamed_and_edited_is_pointed_to_and_never_taken_for_another(
    run: Run, workspace: Path
) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    wire = workspace / "corpus" / "wire.md"
    wire.rename(wire.with_name("renamed.md"))
    assert run("check").code == 0
    wire.with_name("renamed.md").write_text(wire.with_name("renamed.md").read_text("utf-8") + "\nMore.\n", "utf-8")
    (problem,) = run("check", "--json").json["problems"]
    assert problem["kind"] == "orphan"
    assert "it stands in renamed:" in problem["message"]
    wire.with_name("renamed.md").rename(wire)
    assert run("check").code == 0
    wire.unlink()
    (problem,) = run("check", "--json").json["problems"]
    assert "put it back" in problem["message"]


def test_records_that_say_nothing_are_found_and_kept(
    run: Run, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    monkeypatch.setenv("MALI_READER_OUTBOX", str(tmp_path / "of somebody else"))
    file = workspace / "annotations" / "annotations.json"
    file.write_text(file.read_text("utf-8").replace('"verdict":"verified"', '"verdict":"perhaps"'), "utf-8")
    answer = run("check", "--json")
    assert answer.code == 1
    assert [problem["kind"] for problem in answer.json["problems"]] == ["record"]
    assert "perhaps" in json.dumps(run("annotations", "--history", "--json").json)
    assert run("annotations", "--json").json["records"] == []


def test_a_damaged_file_is_told_and_the_rest_of_it_works(run: Run, workspace: Path) -> None:
    for quote in ("13,000 people", "July 2013"):
        run("tag", "wire", quote, "--verdict", "verified")
    file = workspace / "annotations" / "annotations.json"
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join(["<<<<<<< mine", *lines, ">>>>>>> theirs"]), "utf-8")
    answer = run("check", "--json")
    assert answer.code == 1
    assert {problem["kind"] for problem in answer.json["problems"]} == {"file"}
    assert len(run("claims", "--json").json["claims"]) == 2
