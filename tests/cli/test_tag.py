"""Judging from the command line: which words are meant, and what becomes of the verdict."""

import json
from pathlib import Path

import pytest
from asking import FullDisk, Run

from mali_reader.cli.quotes import find_quote
from mali_reader.corpus.model import Document


def document(text: str) -> Document:
    """A document of nothing but text."""
    return Document(id="report", path="report.txt", text=text, sha256="", title="Report", blocks=())


def judged(workspace: Path) -> list[dict[str, object]]:
    """The records in the shared file, as any program reads them."""
    file = workspace / "annotations" / "annotations.json"
    return list(json.loads(file.read_text("utf-8"))["_default"].values()) if file.exists() else []


def test_a_verdict_is_in_the_file_and_names_its_place(run: Run, workspace: Path) -> None:
    answer = run("tag", "wire", "13,000 people", "--verdict", "disputed", "--note", "13,289", "--json")
    (record,) = judged(workspace)
    text = (workspace / "corpus" / "wire.md").read_text("utf-8")
    assert answer.code == 0
    assert answer.json["document"] == "wire"
    assert text[answer.json["start"] : answer.json["end"]] == "13,000 people"
    assert (record["id"], record["verdict"], record["note"]) == (answer.json["record"], "disputed", "13,289")
    assert record["annotator"] == "ana"


def test_a_person_gets_one_line(run: Run) -> None:
    answer = run("tag", "wire", "13,000 people", "--verdict", "verified")
    assert answer.out.count("\n") == 1
    assert "13,000 people" in answer.out
    assert answer.err == ""


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("He said “no”.", 'said "no"', "said “no”"),
        ("until\nSeptember\u00a030", "until September 30", "until\nSeptember\u00a030"),
        ("vote 15–0", "15-0", "15–0"),
        ("Mali’s envoy", "Mali's  envoy", "Mali’s envoy"),
        ("(a*b)+ [sic]", "(a*b)+ [sic]", "(a*b)+ [sic]"),
    ],
)
def test_quotes_are_found_however_they_were_typed(text: str, quote: str, found: str) -> None:
    span = find_quote(document(f"Before. {text} After."), quote)
    assert document(f"Before. {text} After.").slice(span) == found


def test_the_letter_comes_before_the_folded_form() -> None:
    span = find_quote(document('“no” and then "no"'), '"no"')
    assert span.start == 14


def test_of_several_one_has_to_be_named(run: Run, workspace: Path) -> None:
    answer = run("tag", "papers/rewrite", "Sikasso", "--verdict", "verified")
    assert answer.code == 2
    assert "2 times" in answer.err
    assert "--occurrence" in answer.err
    assert judged(workspace) == []
    starts = [
        run("tag", "papers/rewrite", "Sikasso", "--verdict", "verified", "--occurrence", n, "--json").json["start"]
        for n in "12"
    ]
    text = (workspace / "corpus" / "papers" / "rewrite.txt").read_text("utf-8")
    assert starts == [text.index("Sikasso"), text.rindex("Sikasso")]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["nowhere to be found", "--verdict", "verified"], "is not in wire"),
        (["  ", "--verdict", "verified"], "empty"),
        (["Mali", "--verdict", "verified", "--occurrence", "99"], "99"),
        (["Mali", "--verdict", "verified", "--occurrence", "0"], "--occurrence"),
        (["Mali", "--verdict", "maybe"], "maybe"),
        (["13,000 people"], "--verdict"),
        (["13,000 people", "--verdict", "verified", "--evidence", "javascript:alert(1)"], "--evidence"),
        (["13,000 people", "--verdict", "verified", "--evidence", "https://a.org/\x1b]52;c;x\x07"], "--evidence"),
        (["13,000 people", "--verdict", "verified", "--as", "  "], "name"),
        (["13,000 people", "--verdict", "verified", "--note", "\udcff"], "note"),
    ],
)
def test_what_cannot_be_judged_leaves_nothing_behind(run: Run, workspace: Path, options: list[str], said: str) -> None:
    answer = run("tag", "wire", *options)
    assert answer.code == 2
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert answer.out == ""
    assert judged(workspace) == []


def test_a_verdict_is_taken_back_only_by_whose_it_is(run: Run) -> None:
    record = run("tag", "wire", "13,000 people", "--verdict", "verified", "--json").json["record"]
    assert run("withdraw", record, "--as", "ben").code == 2
    taken_back = run("withdraw", record, "--json")
    assert taken_back.code == 0
    assert taken_back.json["record"] != record
    assert run("annotations", "--json").json == {"records": []}
    assert run("withdraw", record).code == 2
    assert len(run("annotations", "--history", "--json").json["records"]) == 2


def test_a_file_that_cannot_be_written_leaves_the_verdict_in_the_outbox(
    run: Run, workspace: Path, full_disk: FullDisk
) -> None:
    with full_disk():
        answer = run("tag", "wire", "13,000 people", "--verdict", "verified", "--json")
        assert answer.code == 3
        assert answer.json["record"]
        assert "not yet in" in answer.err
        assert judged(workspace) == []
    assert [r["id"] for r in run("annotations", "--json").json["records"]] == [answer.json["record"]]
    assert [record["id"] for record in judged(workspace)] == [answer.json["record"]]


def test_evidence_may_name_the_day_on_which_it_was_seen(run: Run) -> None:
    link = "https://example.org/count"
    evidence = ("--evidence", f"{link} 2023-07-01", "--evidence", "doi:10.1000/x")
    run("tag", "wire", "13,000 people", "--verdict", "verified", *evidence)
    (record,) = run("annotations", "--json").json["records"]
    seen = {one["url"]: one["accessed"] for one in record["evidence"]}
    assert seen[link] == "2023-07-01"
    assert seen["doi:10.1000/x"] > "2023-07-01"
    for wrong in ("2023-07-01", f"{link} 2023-02-30", f"{link} yesterday", " "):
        answer = run("tag", "wire", "13,000 people", "--verdict", "verified", "--evidence", wrong)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), wrong
