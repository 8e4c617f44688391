"""What a command loads: nothing heavy before it is needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ["textual", "rich", "numpy", "scipy", "rapidfuzz", "tinydb", "nupunkt"]
FINDERS = [
    *("numpy", "scipy", "nupunkt", "Stemmer", "yaml", "multiprocessing"),
    *("mali_reader.corpus.cutting", "mali_reader.overlap.words.texts", "mali_reader.corroboration.discrepancies"),
]
JUDGEMENTS = [
    "mali_reader.annotations.layout",
    "mali_reader.annotations.store",
    "mali_reader.review.claims",
    "mali_reader.summary.model",
]
LOADED = """
import io, json, sys
from mali_reader.cli import main
out, sys.stdout = sys.stdout, io.StringIO()
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=out)
"""


def loaded(*argv: str, **environ: str) -> set[str]:
    """The packages and modules that a process holds after a command."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **environ}
    command = [sys.executable, "-c", LOADED, *argv]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    code, names = json.loads(answer.stdout)
    assert code == 0, answer.stderr
    return set(names)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace of two reports."""
    (tmp_path / "corpus").mkdir()
    for name in ("one", "two"):
        (tmp_path / "corpus" / f"{name}.txt").write_text("A title\n\nThe council voted on Friday to end it.\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [["--help"], ["--version"], ["docs", "--help"], ["keys", "--json"], ["paths", "--json"], ["themes", "--json"]],
    ids=" ".join,
)
def test_what_needs_no_corpus_loads_nothing_heavy(command: list[str], tmp_path: Path) -> None:
    assert not loaded(*command, MALI_READER_WORKSPACE=str(tmp_path)).intersection(HEAVY)


@pytest.mark.parametrize(
    "command", [["docs"], ["compare", "one", "two"], ["claims"], ["check"], ["export"]], ids=" ".join
)
def test_no_command_but_the_application_loads_textual(command: list[str], workspace: Path, tmp_path: Path) -> None:
    names = loaded("-w", str(workspace), *command, MALI_READER_OUTBOX=str(tmp_path / "outbox"))
    assert "textual" not in names


def test_judging_needs_no_numbers(workspace: Path, tmp_path: Path) -> None:
    outbox = {"MALI_READER_OUTBOX": str(tmp_path / "outbox"), "MALI_READER_ANNOTATOR": "ana"}
    tagging = loaded("-w", str(workspace), "tag", "one", "Friday", "--verdict", "verified", **outbox)
    reading = loaded("-w", str(workspace), "claims", "--json", **outbox)
    assert not {"numpy", "scipy", "rich"} & (tagging | reading)


@pytest.mark.parametrize("command", ["docs", "overlaps", "discrepancies", "synopsis", "origins"])
def test_what_is_known_is_told_without_what_found_it(command: str, workspace: Path, tmp_path: Path) -> None:
    (workspace / "corpus" / "one.txt").write_text(
        "---\ntitle: 'One'\n---\nThe council voted on Friday to end it.\n", "utf-8"
    )
    kept = {"MALI_READER_CACHE": str(tmp_path / "kept"), "MALI_READER_OUTBOX": str(tmp_path / "outbox")}
    kept["MALI_READER_WORKERS"] = "1"  # or another process loads what this one needs no more
    first, again = (loaded("-w", str(workspace), command, "--json", **kept) for _ in range(2))
    assert {"numpy", "yaml", "mali_reader.corpus.cutting"} <= first
    assert again.isdisjoint(FINDERS)


@pytest.mark.parametrize(
    "command", [["overlaps"], ["discrepancies"], ["synopsis"], ["origins"], ["show", "one"]], ids=" ".join
)
def test_what_a_machine_found_is_told_without_what_people_judged(
    command: list[str], workspace: Path, tmp_path: Path
) -> None:
    told = loaded("-w", str(workspace), *command, "--json", MALI_READER_OUTBOX=str(tmp_path / "outbox"))
    assert told.isdisjoint(JUDGEMENTS)


def test_a_few_reports_in_utf_8_need_no_guess_at_an_encoding_and_no_workers(workspace: Path, tmp_path: Path) -> None:
    told = {"MALI_READER_CACHE": "off", "MALI_READER_OUTBOX": str(tmp_path / "outbox")}
    for_many = ["charset_normalizer", "multiprocessing", "concurrent"]
    assert loaded("-w", str(workspace), "docs", **told).isdisjoint(for_many)
    (workspace / "corpus" / "old.txt").write_text("“Où?” she asked; nobody answered.", "cp1252")
    assert "charset_normalizer" in loaded("-w", str(workspace), "docs", **told)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs the threads of a process told in /proc")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two processors, for which libraries start threads")
def test_a_few_reports_are_compared_in_one_thread(workspace: Path, tmp_path: Path) -> None:
    told = {"MALI_READER_CACHE": "off", "MALI_READER_OUTBOX": str(tmp_path / "outbox")}
    code = "import os, sys; from mali_reader.cli import main; main(); print(len(os.listdir('/proc/self/task')))"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    environment |= {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **told}
    command = [sys.executable, "-c", code, "-w", str(workspace), "overlaps"]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert answer.stdout.splitlines()[-1] == "1"


def test_nothing_is_locked_to_read_annotations(workspace: Path, tmp_path: Path) -> None:
    own = {"MALI_READER_OUTBOX": str(tmp_path / "outbox"), "MALI_READER_ANNOTATOR": "ana"}
    tagging = loaded("-w", str(workspace), "tag", "one", "Friday", "--verdict", "verified", **own)
    reading = loaded("-w", str(workspace), "claims", "--json", **own)
    assert "filelock" in tagging - reading
