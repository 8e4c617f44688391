"""Every command of the contract answers, and what it answers holds together."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from asking import Run

SPAN = {"document", "start", "end", "text"}


def texts(workspace: Path) -> dict[str, str]:
    """The text of every document by its id."""
    corpus = workspace / "corpus"
    files = (path for path in corpus.rglob("*") if path.is_file())
    return {path.relative_to(corpus).with_suffix("").as_posix(): path.read_text("utf-8") for path in files}


def test_docs_tells_what_is_known_of_each_report(run: Run) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "disputed")
    rewrite, wire = run("docs", "--json").json["documents"]
    assert rewrite["id"] == "papers/rewrite"
    assert rewrite["path"] == "papers/rewrite.txt"
    assert wire["title"] == "Council votes to end the mission"
    assert wire["published"] == "2023-06-30"
    assert wire["sources"] == ["https://example.org/wire/1"]
    assert wire["tags"] == ["mali", "council"]
    assert wire["language"] == "en"
    assert wire["paragraphs"] == 2
    assert rewrite["published"] is None
    assert wire["overlaps"] == rewrite["overlaps"] >= 2
    assert (wire["claims"], wire["verified"], wire["disputed"]) == (1, 0, 1)
    assert len(wire["sha256"]) == 64
    assert wire["words"] > 40


def test_show_cuts_a_document_into_blocks_and_sentences(run: Run, workspace: Path) -> None:
    shown = run("show", "papers/rewrite", "--json").json
    text = shown["text"]
    assert text == texts(workspace)["papers/rewrite"]
    assert [block["kind"] for block in shown["blocks"]] == ["title", "paragraph", "paragraph", "paragraph"]
    for block in shown["blocks"]:
        assert block["text"] == text[block["start"] : block["end"]]
        for sentence in block["sentences"]:
            assert sentence["text"] == text[sentence["start"] : sentence["end"]]
            assert block["start"] <= sentence["start"] < sentence["end"] <= block["end"]
        assert all(one["end"] <= other["start"] for one, other in pairwise(block["sentences"]))


def test_overlaps_give_spans_that_hold_their_text(run: Run, workspace: Path) -> None:
    text = texts(workspace)
    found = run("overlaps", "--json").json["overlaps"]
    assert len(found) >= 2
    assert len({(str(o["left"]), str(o["right"])) for o in found}) == len(found)
    for overlap in found:
        assert overlap["kind"] in {"verbatim", "edited", "paraphrase"}
        assert overlap["left"]["document"] < overlap["right"]["document"]
        for part in (overlap, *overlap["sentences"], *(c for s in overlap["sentences"] for c in s["changes"])):
            assert 0 <= part.get("score", 0) <= 1
            assert part.get("op", "replace") in {"replace", "delete", "insert"}
            for side in (part["left"], part["right"]):
                assert side.keys() == SPAN
                assert side["text"] == text[side["document"]][side["start"] : side["end"]]


def test_the_words_that_differ_are_named(run: Run) -> None:
    found = run("compare", "wire", "rewrite", "--json").json["overlaps"]
    changes = {(c["left"]["text"], c["right"]["text"]) for o in found for s in o["sentences"] for c in s["changes"]}
    assert {("15,000", "13,000"), ("April", "July")} <= changes


def test_overlaps_are_narrowed_by_document_kind_and_score(run: Run) -> None:
    every = run("overlaps", "--json").json["overlaps"]
    assert run("overlaps", "wire", "--json").json["overlaps"] == every
    for kind in ("verbatim", "edited", "paraphrase"):
        of_kind = run("overlaps", "--kind", kind, "--json").json["overlaps"]
        assert of_kind == [overlap for overlap in every if overlap["kind"] == kind]
    strongest = max(overlap["score"] for overlap in every)
    strong = run("overlaps", "--min-score", str(strongest), "--json").json["overlaps"]
    assert strong == [overlap for overlap in every if overlap["score"] == strongest]
    assert len(run("overlaps", "--min-score", "0.01", "--json").json["overlaps"]) >= len(every)


def test_claims_carry_appearances_and_verdicts(run: Run) -> None:
    told = ["--note", "13,289 in April", "--evidence", "https://example.org/count", "--evidence", "doi:10.1234/abc"]
    mine = run("tag", "wire", "13,000 people", "--verdict", "verified", "--json", *told).json
    yours = run("tag", "wire", "13,000 people", "--verdict", "disputed", "--as", "ben", "--json").json
    (claim,) = run("claims", "--json").json["claims"]
    assert claim["id"] == mine["claim"] == yours["claim"]
    assert claim["status"] == "contested"
    assert claim["origins"] == 1
    (place,) = claim["appearances"]
    assert {key: place[key] for key in ("document", "start", "end")} == {
        k: mine[k] for k in ("document", "start", "end")
    }
    assert place["text"] == claim["wording"] == "13,000 people"
    assert place["anchor"]
    assert [(v["record"], v["annotator"], v["verdict"]) for v in claim["verdicts"]] == [
        (mine["record"], "ana", "verified"),
        (yours["record"], "ben", "disputed"),
    ]
    assert claim["verdicts"][0]["note"] == "13,289 in April"
    assert [e["url"] for e in claim["verdicts"][0]["evidence"]] == ["https://example.org/count", "doi:10.1234/abc"]
    assert claim["verdicts"][0]["created"]
    assert run("claims", "--status", "contested", "--json").json["claims"] == [claim]
    assert run("claims", "--status", "verified", "--json").json == {"claims": []}


def test_annotations_are_those_in_force_or_every_record(run: Run) -> None:
    first = run("tag", "wire", "13,000 people", "--verdict", "verified", "--json").json["record"]
    second = run("tag", "wire", "13,000 people", "--verdict", "disputed", "--json").json["record"]
    assert [r["id"] for r in run("annotations", "--json").json["records"]] == [second]
    history = run("annotations", "--history", "--json").json["records"]
    assert [r["id"] for r in history] == [first, second]
    assert {"id", "type", "annotator", "created", "supersedes"} <= history[1].keys()
    assert history[1]["supersedes"] == [first]


def test_keys_paths_and_themes_are_listed(run: Run, workspace: Path) -> None:
    keys = run("keys", "--json").json["keys"]
    assert {"id", "key", "label", "context", "help"} <= keys[0].keys()
    assert len({key["id"] for key in keys}) == len(keys)
    assert all(key["help"] for key in keys)
    themes = run("themes", "--json").json["themes"]
    assert all(theme["name"] and theme["description"] for theme in themes)
    paths = run("paths", "--json").json
    assert paths["workspace"] == str(workspace.resolve())
    assert paths["corpus"] == str((workspace / "corpus").resolve())
    assert paths["annotator"] == "ana"
    for command in ("keys", "paths", "themes"):
        assert run(command).out.strip()


def test_keys_are_those_that_the_workspace_chose(run: Run, workspace: Path) -> None:
    (workspace / "mali-reader.toml").write_text('[keys]\nverify = "V"\n', "utf-8")
    chosen = {key["id"]: key["key"] for key in run("keys", "--json").json["keys"]}
    assert chosen["verify"] == "V"


@pytest.mark.parametrize(
    "command",
    ["docs", "show wire", "overlaps", "compare wire rewrite", "claims", "annotations --history", "check", "keys"],
)
def test_people_get_text_within_eighty_columns(run: Run, command: str) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified", "--note", "a note " * 30)
    answer = run(*command.split())
    assert answer.code == 0
    assert answer.out.strip()
    assert max(map(len, answer.out.splitlines())) <= 80
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.out)


@pytest.mark.parametrize("columns", ["40", "60"])
def test_ids_of_keys_stay_whole_however_narrow_it_is(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    words = run("keys").out.split()
    assert {key["id"] for key in run("keys", "--json").json["keys"]} <= set(words)
