"""What a command tells somebody who works blind."""

from pathlib import Path

import pytest
from asking import Run


@pytest.fixture
def contested(run: Run) -> Run:
    """A claim on which two people differ and a third decided, and one that only one of them judged."""
    run("tag", "wire", "13,000 people", "--verdict", "verified", "--note", "as counted", "--as", "ben")
    run("tag", "wire", "13,000 people", "--verdict", "disputed", "--as", "cleo")
    (claim,) = run("claims", "--json").json["claims"]
    run("adjudicate", claim["id"], "--verdict", "verified", "--ground", "the list says so", "--as", "dora")
    run("tag", "wire", "July 2013", "--verdict", "disputed", "--as", "ben")
    return run


@pytest.mark.parametrize("options", [(), ("--json",), ("--history",), ("--history", "--json")], ids=" ".join)
def test_the_records_of_others_are_told_once_a_claim_is_judged(contested: Run, options: tuple[str, ...]) -> None:
    hidden = contested("annotations", "--blind", "--as", "zed", *options)
    assert "--no-blind tells it" in hidden.err
    assert not {"ben", "cleo", "dora", "13,000 people", "July 2013"} & set(hidden.out.replace('"', " ").split())
    assert "as counted" not in hidden.out
    contested("tag", "wire", "13,000 people", "--verdict", "verified", "--as", "zed")
    seen = contested("annotations", "--blind", "--as", "zed", *options).out
    assert all(name in seen for name in ("ben", "cleo", "dora", "zed", "13,000 people"))
    assert "July 2013" not in seen
    assert contested("annotations", "--no-blind", "--as", "zed", *options).out.count("July 2013") == 1


def test_a_check_tells_of_the_file_and_so_of_all_of_it(contested: Run, workspace: Path) -> None:
    report = workspace / "corpus" / "wire.md"
    report.write_text(report.read_text("utf-8").replace("13,000 people", "14,000 people"), "utf-8")
    told = contested("check", "--as", "zed")
    assert told.code == 1
    blind = contested("check", "--as", "zed", "--blind")
    assert (blind.code, blind.out) == (told.code, told.out)
    assert not {"verified", "disputed"} & set(blind.out.split())


def test_a_decision_is_told_apart_from_a_verdict(contested: Run) -> None:
    rows = contested("annotations").out.splitlines()
    (decided,) = [row for row in rows if "decided: verified" in row]
    assert "dora" in decided
    assert sum("verified" in row and "decided" not in row for row in rows) == 1
