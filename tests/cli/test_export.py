"""Exports: the same bytes for the same input, over nothing unless asked, whole or not at all."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from asking import Run

from mali_reader.summary.formats import FORMATS, find_format

BUILT = [form.name for form in FORMATS]


@pytest.fixture
def tagged(run: Run, workspace: Path) -> Run:
    """A workspace with verdicts in it."""
    desk = '[claimreview]\nname = "The Desk"\nurl = "https://desk.example.org/"\n'
    (workspace / "mali-reader.toml").write_text(desk, "utf-8")
    run("tag", "wire", "13,000 people", "--verdict", "verified", "--note", "as counted in April")
    run("tag", "wire", "13,000 people", "--verdict", "disputed", "--as", "ben", "--evidence", "https://example.org/c")
    run("tag", "rewrite", "April 2013", "--verdict", "disputed", "--note", "July 2013")
    return run


@pytest.mark.parametrize("form", BUILT)
def test_a_file_holds_what_stdout_shows_and_the_same_every_time(tagged: Run, tmp_path: Path, form: str) -> None:
    file = tmp_path / "summary.out"
    assert tagged("export", "--format", form, "-o", str(file)).code == 0
    first = file.read_bytes()
    if not find_format(form).zipped:
        assert tagged("export", "--format", form).out == first.decode()
        assert first.endswith(b"\n")
    assert tagged("export", "--format", form, "-o", str(file), "--force").code == 0
    assert file.read_bytes() == first


def test_markdown_tells_disputes_first_and_every_verdict(tagged: Run) -> None:
    told = tagged("export", "--format", "md").out
    order = [told.index(part) for part in ("## Open disputes", "Contested (1)", "Disputed (1)", "## Documents")]
    assert order == sorted(order)
    for part in (
        "as counted in April",
        "<https://example.org/c>",
        "July 2013",
        "**ana**",
        "**ben**",
        "> 13,000 people",
    ):
        assert part in told


def test_claimreview_asks_who_answers_for_it(tagged: Run, workspace: Path, tmp_path: Path) -> None:
    told = tagged("export", "--format", "claimreview").json["@graph"]
    assert {one["author"]["name"] for one in told} == {"The Desk"}
    (workspace / "mali-reader.toml").unlink()
    answer = tagged("export", "--format", "claimreview", "-o", str(tmp_path / "x.json"))
    assert answer.code == 2
    assert "[claimreview]" in answer.err
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "x.json").exists()


def test_a_zipped_format_needs_a_file(tagged: Run) -> None:
    answer = tagged("export", "--format", "qdpx")
    assert (answer.code, answer.out) == (2, "")
    assert "-o" in answer.err


def test_json_holds_records_that_others_can_take_up(tagged: Run) -> None:
    told = tagged("export", "--format", "json").json
    assert told["records"] == tagged("annotations", "--history", "--json").json["records"]
    assert told["claims"] == tagged("claims", "--json").json["claims"]
    assert told["documents"] == tagged("docs", "--json").json["documents"]
    listed = [(o["kind"], o["score"], o["left"], o["right"]) for pair in told["pairs"] for o in pair["overlaps"]]
    found = [(o["kind"], o["score"], o["left"], o["right"]) for o in tagged("overlaps", "--json").json["overlaps"]]
    assert sorted(map(str, listed)) == sorted(map(str, found))


def test_jsonl_is_one_record_a_line(tagged: Run) -> None:
    lines = tagged("export", "--format", "jsonl").out.splitlines()
    assert list(map(json.loads, lines)) == tagged("annotations", "--history", "--json").json["records"]


def test_a_date_is_put_in_where_it_is_asked_for(tagged: Run) -> None:
    assert "2023-07-04" in tagged("export", "--date", "2023-07-04").out.split("## ")[0]
    assert tagged("export", "--format", "json", "--date", "2023-07-04").json["date"] == "2023-07-04"
    assert tagged("export", "--format", "json").json["date"] is None


def test_nothing_is_written_over_unless_asked(tagged: Run, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("somebody's work", "utf-8")
    answer = tagged("export", "-o", str(file))
    assert answer.code == 2
    assert "--force" in answer.err
    assert answer.err.count("\n") == 1
    assert file.read_text("utf-8") == "somebody's work"
    file.chmod(0o640)
    assert tagged("export", "-o", str(file), "--force").code == 0
    assert file.read_text("utf-8").startswith("# mali")
    assert file.stat().st_mode & 0o777 == 0o640


def test_the_format_follows_the_file_name(tagged: Run, tmp_path: Path) -> None:
    tagged("export", "-o", str(tmp_path / "all.json"))
    assert json.loads((tmp_path / "all.json").read_text("utf-8"))["documents"]
    tagged("export", "-o", str(tmp_path / "table.csv"))
    assert (tmp_path / "table.csv").read_text("utf-8").startswith("claim,status,")
    tagged("export", "-o", str(tmp_path / "tables.zip"))
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert set(archive.namelist()) == {"claims.csv", "verdicts.csv", "appearances.csv"}


@pytest.mark.parametrize("name", ["summary.docx", "summary", "summary.md.bak"])
def test_an_ending_that_stands_for_no_format_needs_one_named(tagged: Run, tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    answer = tagged("export", "-o", str(place))
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert name in answer.err
    assert all(ending in answer.err for form in FORMATS for ending in (form.extension, form.archive) if ending)
    assert not place.exists()
    assert tagged("export", "-o", str(place), "--format", "md").code == 0
    assert place.read_text("utf-8").startswith("# mali")


def test_places_that_take_no_file_are_told(tagged: Run, workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "dangling.md").symlink_to(tmp_path / "gone" / "nowhere")
    for place in (
        tmp_path,
        tmp_path / "missing" / "summary.md",
        tmp_path / "dangling.md",
        workspace / "corpus" / "wire.md" / "x.md",
        workspace / "annotations" / "annotations.json",
    ):
        before = place.read_bytes() if place.is_file() else None
        answer = tagged("export", "--format", "md", "-o", str(place), "--force")
        assert answer.code == 2, place
        assert answer.err.count("\n") == 1
        assert before == (place.read_bytes() if place.is_file() else None)


@pytest.mark.parametrize("form", ["file", "link to it", "its folder by another name"])
def test_no_report_is_written_over(tagged: Run, workspace: Path, tmp_path: Path, form: str) -> None:
    report = workspace / "corpus" / "papers" / "rewrite.txt"
    place = report
    if form == "link to it":
        place = tmp_path / "summary.md"
        place.symlink_to(report)
    elif form == "its folder by another name":
        (tmp_path / "elsewhere").symlink_to(report.parent)
        place = tmp_path / "elsewhere" / report.name
    before = report.read_bytes()
    answer = tagged("export", "--format", "md", "-o", str(place), "--force")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert place.name in answer.err
    assert report.read_bytes() == before


def test_a_failed_write_leaves_nothing_half_done(tagged: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out" / "summary.md"
    file.parent.mkdir()
    file.write_text("before", "utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = tagged("export", "-o", str(file), "--force")
    assert answer.code == 2
    assert "No space left" in answer.err
    assert file.read_text("utf-8") == "before"
    assert list(file.parent.iterdir()) == [file]


def test_with_json_stdout_is_one_json_document(tagged: Run, tmp_path: Path) -> None:
    answer = tagged("export", "-o", str(tmp_path / "s.md"), "--json")
    assert answer.json == {"format": "md", "file": str((tmp_path / "s.md").resolve())}
    assert tagged("export", "--format", "md", "--json").code == 2
    assert tagged("export", "--format", "json", "--json").json["documents"]


def test_a_summary_among_the_reports_is_warned_of(tagged: Run, workspace: Path) -> None:
    answer = tagged("export", "-o", str(workspace / "corpus" / "summary.md"))
    assert answer.code == 0
    assert "among the reports" in answer.err


def test_a_part_of_the_summary_is_asked_for_by_options(tagged: Run) -> None:
    def claims(*options: str) -> list[str]:
        return [claim["wording"] for claim in tagged("export", "--format", "json", *options).json["claims"]]

    assert claims("--status", "contested") == ["13,000 people"]
    assert claims("--status", "contested", "--status", "disputed") == claims()
    assert claims("--annotator", "ben") == ["13,000 people"]
    assert claims("--document", "rewrite") == ["April 2013"]
    assert claims("--tag", "council") == ["13,000 people"]
    assert claims("--since", "9999-01-01") == []
    told = tagged("export", "--anonymise", "--quote-at-most", "4").out
    assert "ana" not in told.split("## ")[1]
    assert "13,000" not in told
    assert "> 13,0…" in told


def test_wrong_options_are_told(tagged: Run) -> None:
    for options in (
        ["--status", "odd"],
        ["--document", "nowhere"],
        ["--tag", "nothing"],
        ["--since", "yesterday"],
        ["--annotator", "Nobodyx"],
        ["--since", "2023-06-30", "--until", "2023-06-29"],
        ["--quote-at-most", "0"],
        ["--quote-at-most", "3", "--positions-only"],
    ):
        answer = tagged("export", *options)
        assert (answer.code, answer.out) == (2, ""), options
        assert answer.err.count("\n") == 1


def test_an_earlier_export_says_what_is_new_since(tagged: Run, tmp_path: Path) -> None:
    for name in ("before.json", "before.jsonl", "before.jsonld", "before.qdpx", "before.zip"):
        assert tagged("export", "-o", str(tmp_path / name)).code == 0
    tagged("tag", "wire", "six months", "--verdict", "disputed", "--as", "zoe")
    for name in ("before.json", "before.jsonl", "before.jsonld", "before.qdpx", "before.zip"):
        told = tagged("export", "--format", "json", "--since", str(tmp_path / name)).json
        assert [claim["wording"] for claim in told["claims"]] == ["six months"]
        assert [record["annotator"] for record in told["records"]] == ["zoe"]
        assert "new since" in " ".join(told["scope"])
    assert tagged("export", "--since", str(tmp_path)).code == 2


def test_days_after_and_before_choose_what_was_said(tagged: Run) -> None:
    def claims(*options: str) -> int:
        return len(tagged("export", "--format", "json", *options).json["claims"])

    assert claims("--until", "2000-01-01") == 0
    assert claims("--since", "2000-01-01", "--until", "9999-12-31") == claims()


@pytest.mark.parametrize("form", ["json", "w3c", "claimreview", "csl"])
def test_formats_that_are_json_are_the_one_document_of_json(tagged: Run, form: str) -> None:
    assert tagged("export", "--format", form, "--json").out == tagged("export", "--format", form).out


@pytest.mark.parametrize("form", ["md", "html", "csv", "jsonl", "bibtex", "qdpx"])
def test_other_formats_say_what_to_do_instead(tagged: Run, form: str) -> None:
    answer = tagged("export", "--format", form, "--json")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "-o" in answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_where_the_room_ends_nothing_is_left_behind(tagged: Run, workspace: Path, tmp_path: Path) -> None:
    import resource

    folder = tmp_path / "small"
    folder.mkdir()
    child = subprocess.run(
        [sys.executable, "-m", "mali_reader", "-w", str(workspace), "export", "-o", str(folder / "summary.html")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert (child.returncode, child.stderr.count("\n")) == (2, 1)
    assert "summary.html cannot be written" in child.stderr
    assert list(folder.iterdir()) == []
