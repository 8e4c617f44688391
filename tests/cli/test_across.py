"""What stands between the documents, and what people decide about it, from the command line."""

import io
import json
import sys
from pathlib import Path

import pytest
from asking import FullDisk, Run

from mali_reader.cli.waiting import told

SPAN = {"document", "start", "end", "text"}
MISSION = "The mission was deployed in {} 2013 to help carry out a peace plan."
JULY, APRIL = ("wire", MISSION.format("July")), ("papers/rewrite", MISSION.format("April"))


def texts(workspace: Path) -> dict[str, str]:
    corpus = workspace / "corpus"
    files = (path for path in corpus.rglob("*") if path.is_file())
    return {path.relative_to(corpus).with_suffix("").as_posix(): path.read_text("utf-8") for path in files}


def judge(run: Run, place: tuple[str, str], verdict: str = "verified", name: str = "ana") -> dict[str, str]:
    return run("tag", *place, "--verdict", verdict, "--as", name, "--json").json


def test_synopsis_gives_passages_with_members_documents_and_origins(run: Run, workspace: Path) -> None:
    text = texts(workspace)
    passages = run("synopsis", "--json").json["passages"]
    assert passages
    assert len({passage["id"] for passage in passages}) == len(passages)
    for passage in passages:
        assert passage["documents"] == len({member["document"] for member in passage["members"]}) == 2
        assert 1 <= passage["origins"] <= 2
        for member in passage["members"]:
            assert member.keys() >= SPAN
            assert member["text"] == text[member["document"]][member["start"] : member["end"]]


def test_discrepancies_give_values_with_every_place(run: Run, workspace: Path) -> None:
    text = texts(workspace)
    found = run("discrepancies", "--json").json["discrepancies"]
    said = {frozenset(value["value"] for value in one["values"]) for one in found}
    assert any(any("13,000" in v for v in some) and any("15,000" in v for v in some) for some in said)
    for one in found:
        assert one["severity"] in {"conflict", "variant"}
        assert one["kind"] in {"number", "date", "money", "name", "place", "negation", "wording"}
        assert len(one["values"]) > 1
        for span in (span for value in one["values"] for span in value["spans"]):
            assert span.keys() == SPAN
            assert span["text"] == text[span["document"]][span["start"] : span["end"]]


def test_origins_give_every_document_once_below_the_one_it_took_text_from(run: Run, workspace: Path) -> None:
    families = run("origins", "--json").json["origins"]
    every = [one for family in families for one in family["documents"]]
    assert sorted(one["document"] for one in every) == sorted(texts(workspace))
    origin = {one["id"]: one["origin"] for one in run("docs", "--json").json["documents"]}
    for family in families:
        assert {origin[one["document"]] for one in family["documents"]} == {family["origin"]}
        pairs = {frozenset((one["source"], one["copy"])) for one in family["dependences"]}
        for one in family["documents"]:
            assert one["above"] is None or frozenset((one["above"], one["document"])) in pairs
        for one in family["dependences"]:
            assert one["directed"] == (one["told"] is not None)


def test_what_tells_a_direction_has_one_word_on_the_screen_and_here(run: Run, workspace: Path) -> None:
    head = "---\nsource: Harbour News\ndate: 2023-05-02\n---\n"
    story = [
        f"The harbour master of {town} counted {count} boats on Tuesday, and wrote each of them into his book."
        for town, count in (("Norrby", 12), ("Tarn", 31), ("Ostvik", 47), ("Lund", 58), ("Brenn", 64), ("Soly", 90))
    ]
    for name, paragraphs in (("whole", story), ("brief", story[:3])):
        (workspace / "corpus" / f"{name}.md").write_text(head + "\n\n".join(paragraphs) + "\n", "utf-8")
    taken = [one for family in run("origins", "--json").json["origins"] for one in family["dependences"]]
    assert {one["told"] for one in taken if one["copy"] == "whole"} == {"containment"}
    assert "told by length" in " ".join(run("origins").out.split())


def test_a_dismissed_discrepancy_is_hidden_and_shown_with_name_and_reason_if_asked(run: Run) -> None:
    before = run("discrepancies", "--json").json["discrepancies"]
    chosen = before[0]
    record = run("dismiss", chosen["id"], "--reason", "two seasons", "--json").json["record"]
    assert run("discrepancies", "--json").json["discrepancies"] == before[1:]
    every = {one["id"]: one for one in run("discrepancies", "--all", "--json").json["discrepancies"]}
    assert every.keys() == {one["id"] for one in before}
    (dismissal,) = every[chosen["id"]]["dismissed"]
    assert (dismissal["annotator"], dismissal["reason"], dismissal["record"]) == ("ana", "two seasons", record)
    assert "two seasons" in run("discrepancies", "--all").out
    assert run("withdraw", record).code == 0
    assert run("discrepancies", "--json").json["discrepancies"] == before


def test_what_was_dismissed_is_still_told_where_it_is_found_no_more(run: Run, workspace: Path) -> None:
    chosen = run("discrepancies", "--json").json["discrepancies"][0]
    run("dismiss", chosen["id"], "--reason", "two seasons")
    (workspace / "corpus" / "papers" / "rewrite.txt").write_text("Cotton prices rose again.\n", "utf-8")
    assert run("discrepancies", "--json").json == {"discrepancies": []}
    (lost,) = run("discrepancies", "--all", "--json").json["discrepancies"]
    assert lost["id"] == chosen["id"]
    assert [value["value"] for value in lost["values"]] == [value["value"] for value in chosen["values"]]
    assert "two seasons" in run("discrepancies", "--all").out


def test_linked_quotes_are_one_claim_until_the_link_is_withdrawn(run: Run) -> None:
    mine = judge(run, JULY)
    linked = run("link", *JULY, *APRIL, "--json").json
    assert linked["claims"] == [mine["claim"]]
    (claim,) = run("claims", "--json").json["claims"]
    assert [place["document"] for place in claim["appearances"]] == ["wire", "papers/rewrite"]
    assert claim["origins"] in {1, 2}
    assert judge(run, APRIL, "disputed", "ben")["claim"] == claim["id"]
    assert [one["status"] for one in run("claims", "--json").json["claims"]] == ["contested"]
    assert run("withdraw", linked["record"]).code == 0
    assert [one["status"] for one in run("claims", "--json").json["claims"]] == ["disputed", "verified"]


def test_what_is_called_different_stays_apart(run: Run) -> None:
    judge(run, JULY)
    run("link", *JULY, *APRIL, "--as", "ben")
    answer = run("link", *JULY, *APRIL, "--different", "--note", "another month")
    assert "not the same" in answer.out
    assert len(run("claims", "--json").json["claims"][0]["appearances"]) == 1


def test_an_adjudication_settles_a_contested_claim(run: Run) -> None:
    claim = judge(run, JULY)["claim"]
    refused = run("adjudicate", claim, "--verdict", "verified", "--ground", "the archive")
    assert refused.code == 2
    assert "contests" in refused.err
    judge(run, JULY, "disputed", "ben")
    decided = run("adjudicate", claim, "--verdict", "verified", "--ground", "the archive", "--as", "cy", "--json").json
    assert decided["claim"] == claim
    (settled,) = run("claims", "--status", "verified", "--json").json["claims"]
    assert settled["id"] == claim
    assert "archive" in run("claims").out
    assert run("withdraw", decided["record"], "--as", "cy").code == 0
    assert [one["status"] for one in run("claims", "--json").json["claims"]] == ["contested"]


def test_agreement_tells_how_far_people_agree_and_on_what_they_do_not(run: Run) -> None:
    empty = run("agreement", "--json").json
    assert (empty["claims"], empty["annotators"], empty["percent"], empty["alpha"], empty["pairs"]) == (
        0,
        [],
        None,
        None,
        [],
    )
    for place in (JULY, APRIL):
        judge(run, place)
    judge(run, JULY, "verified", "ben")
    contested = judge(run, APRIL, "disputed", "ben")["claim"]
    found = run("agreement", "--json").json
    assert (found["claims"], found["annotators"], found["percent"]) == (2, ["ana", "ben"], 50.0)
    (pair,) = found["pairs"]
    assert (pair["annotators"], pair["claims"], pair["disagreements"]) == (["ana", "ben"], 2, [contested])
    assert [one["id"] for one in found["disagreements"]] == [contested]
    assert contested in run("agreement").out


def test_documents_tell_their_origin(run: Run) -> None:
    documents = run("docs", "--json").json["documents"]
    known = {document["id"] for document in documents}
    assert all(document["origin"] in known for document in documents)


def test_every_decision_is_listed_with_the_verdicts_and_in_the_history(run: Run, workspace: Path) -> None:
    judge(run, JULY)
    run("link", *JULY, *APRIL)
    run("dismiss", run("discrepancies", "--json").json["discrepancies"][0]["id"], "--reason", "two seasons")
    types = [record["type"] for record in run("annotations", "--json").json["records"]]
    assert types == ["verdict", "link", "dismissal"]
    assert run("annotations").out.count("ana") == 3
    assert run("check").code == 0
    file = workspace / "annotations" / "annotations.json"
    file.write_text(file.read_text("utf-8").replace('"link":"same"', '"link":"perhaps"'), "utf-8")
    problems = run("check", "--json").json["problems"]
    assert any("perhaps" in problem["message"] for problem in problems)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["dismiss", "d-none", "--reason", "why"], "d-none"),
        (["dismiss", "d-none"], "--reason"),
        (["link", *JULY, "papers/rewrite", "nowhere to be found"], "nowhere"),
        (["link", *JULY, *JULY], "same place"),
        (["link", *JULY, "papers/rewrite", "Sikasso"], "--other-occurrence"),
        (["link", *JULY, *APRIL, "--note", "\udcff"], "note"),
        (["adjudicate", "c-none", "--verdict", "verified", "--ground", "why"], "c-none"),
        (["adjudicate", "c-none", "--verdict", "maybe", "--ground", "why"], "maybe"),
    ],
)
def test_what_cannot_be_decided_leaves_nothing_behind(run: Run, workspace: Path, command: list[str], said: str) -> None:
    answer = run(*command)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert not (workspace / "annotations" / "annotations.json").exists()


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_dismissal_and_an_adjudication_need_a_reason(run: Run, reason: str) -> None:
    chosen = run("discrepancies", "--json").json["discrepancies"][0]
    assert run("dismiss", chosen["id"], "--reason", reason).code == 2
    claim = judge(run, JULY)["claim"]
    judge(run, JULY, "disputed", "ben")
    assert run("adjudicate", claim, "--verdict", "verified", "--ground", reason).code == 2


def test_a_decision_that_only_reaches_the_outbox_says_so(run: Run, workspace: Path, full_disk: FullDisk) -> None:
    with full_disk():
        answer = run("link", *JULY, *APRIL, "--json")
    assert answer.code == 3
    assert "not yet in" in answer.err
    assert [r["id"] for r in run("annotations", "--json").json["records"]] == [answer.json["record"]]
    file = json.loads((workspace / "annotations" / "annotations.json").read_text("utf-8"))
    assert [record["type"] for record in file["_default"].values()] == ["link"]


@pytest.mark.parametrize("command", ["synopsis", "discrepancies --all", "origins", "agreement"])
def test_people_get_text_within_eighty_columns_and_no_progress_in_a_pipe(run: Run, command: str) -> None:
    judge(run, JULY)
    answer = run(*command.split())
    assert answer.code == 0
    assert answer.out.strip()
    assert max(map(len, answer.out.splitlines())) <= 80
    assert answer.err == ""


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_told_on_a_terminal_and_gone_at_the_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mali_reader.cli.waiting._PATIENCE", 0.0)
    monkeypatch.setattr("mali_reader.cli.waiting._PAUSE", 0.0)
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with told() as progress:
        progress("comparing\x1b[2J facts", 1, 3)
    assert "1 of 3" in screen.getvalue()
    assert "\x1b[2J" not in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")
