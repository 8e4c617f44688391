"""A new workspace."""

import shutil
import tomllib
from pathlib import Path

import pytest
from asking import Run

from mali_reader.overlap.scores.calibration import DEFAULT_THRESHOLD


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_an_empty_workspace_waits_for_reports(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "new"
    answer = run("init", str(folder), "--json", workspace=None)
    assert answer.code == 0
    assert answer.json["workspace"] == str(folder.resolve())
    assert (folder / "corpus").is_dir()
    assert (folder / "annotations").is_dir()
    assert (folder / ".gitattributes").read_text("utf-8") == "annotations/*.json merge=union\n"
    assert run("docs", workspace=folder).code == 2
    (folder / "corpus" / "one.txt").write_text("One\n\nA report.\n", "utf-8")
    assert run("docs", workspace=folder).code == 0


def test_every_example_in_the_settings_holds_when_it_is_taken_up(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), workspace=None)
    file = tmp_path / "new" / "mali-reader.toml"
    assert run("paths", workspace=tmp_path / "new").code == 0
    taken_up = [line.removeprefix("# ") for line in file.read_text("utf-8").splitlines() if "=" in line or "[" in line]
    file.write_text("\n".join(taken_up), "utf-8")
    assert run("paths", "--json", workspace=tmp_path / "new").json["annotator"] == "ana"
    keys = {key["id"]: key["key"] for key in run("keys", "--json", workspace=tmp_path / "new").json["keys"]}
    assert keys["verify"] == "v"


def test_the_sample_shows_something_at_once(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sample"
    assert run("init", str(folder), "--sample", workspace=None).code == 0
    assert len(run("docs", "--json", workspace=folder).json["documents"]) >= 7
    assert run("overlaps", "--json", workspace=folder).json["overlaps"]
    assert run("check", workspace=folder).code == 0


@pytest.mark.parametrize("there", ["corpus", "annotations", "mali-reader.toml"])
def test_a_workspace_is_never_written_over(run: Run, tmp_path: Path, there: str) -> None:
    folder = tmp_path / "mine"
    place = folder / there
    (place if not place.suffix else place.parent).mkdir(parents=True)
    ((place / "a.json") if place.is_dir() else place).write_text("# mine", "utf-8")
    before = tree(folder)
    answer = run("init", str(folder), "--sample", workspace=None)
    assert answer.code == 2
    assert there in answer.err
    assert answer.err.count("\n") == 1
    assert tree(folder) == before


def test_other_files_stay_as_they_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("*.txt text\n", "utf-8")
    (tmp_path / "README").write_text("mine", "utf-8")
    answer = run("init", str(tmp_path), workspace=None)
    assert answer.code == 0
    assert "merge=union" in answer.err
    assert (tmp_path / ".gitattributes").read_text("utf-8") == "*.txt text\n"
    assert (tmp_path / "README").read_text("utf-8") == "mine"


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    for place in ("file", "file/below"):
        answer = run("init", str(tmp_path / place), workspace=None)
        assert answer.code == 2
        assert answer.err.count("\n") == 1
    assert (tmp_path / "file").read_text("utf-8") == "mine"


def test_a_new_workspace_at_an_old_place_holds_no_old_verdicts(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "demo"
    report = "Flood\n\nThe river rose by two metres overnight.\n"
    run("init", str(place), workspace=None)
    (place / "corpus" / "report.txt").write_text(report, "utf-8")
    run("--as", "ana", "tag", "report", "The river rose", "--verdict", "verified", workspace=place)
    assert run("annotations", "--json", workspace=place).json["records"]
    shutil.rmtree(place)
    assert "put aside" in run("init", str(place), workspace=None).err
    (place / "corpus" / "report.txt").write_text(report, "utf-8")
    assert run("annotations", "--json", workspace=place).json["records"] == []


def test_the_settings_that_are_shown_name_the_default_threshold(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path / "new"), workspace=None)
    shown = (tmp_path / "new" / "mali-reader.toml").read_text("utf-8")
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    for text in (shown, readme):
        (line,) = [line for line in text.splitlines() if "threshold = " in line]
        assert tomllib.loads(line.strip("# "))["threshold"] == DEFAULT_THRESHOLD
        assert "default" in line
