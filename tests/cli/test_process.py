"""The program as a process: light to start, quiet when it is stopped, honest about a full disk."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mali_reader.cli import main


def start(*argv: str, **options: object) -> "subprocess.Popen[str]":
    """Start the program."""
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen([sys.executable, "-m", "mali_reader", *argv], env=environment, text=True, **options)  # type: ignore[call-overload,no-any-return]


def ask(*argv: str, **options: object) -> "subprocess.CompletedProcess[str]":
    """Run the program to its end."""
    child = start(*argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    out, err = child.communicate(timeout=60)
    return subprocess.CompletedProcess(argv, child.returncode, out, err)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A corpus that takes a while, and says on stderr when it is read."""
    (tmp_path / "binary.txt").write_bytes(b"\0\xff" * 100)
    for number in range(400):
        words = " ".join(f"word{(number * 7 + at) % 997} and" for at in range(600))
        (tmp_path / f"{number:03}.txt").write_text(f"Report {number}\n\n{words}.\n", "utf-8")
    return tmp_path


def test_an_interrupt_ends_it_with_130_and_no_traceback(many: Path) -> None:
    child = start("-w", str(many), "overlaps", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stderr is not None
    assert "binary.txt" in child.stderr.readline()
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, "", "")


INTERRUPTED_IMPORT = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, *_):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from mali_reader.cli import main
sys.exit(main(["docs"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.parametrize("module", ["mali_reader.cli.running", "argparse", "mali_reader.cli.parser", "orjson"])
def test_an_interrupt_while_the_program_loads_is_as_quiet(workspace: Path, module: str) -> None:
    program = [sys.executable, "-c", INTERRUPTED_IMPORT, module]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    answer = subprocess.run(program, cwd=workspace, env=environment, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr) == (130, "", "")


LAST_WORDS = """
import atexit, sys, threading

def late():
    threading.main_thread().join()
    print("thread")

atexit.register(print, "end")
if sys.argv.pop():
    threading.Thread(target=late).start()
from mali_reader.cli import program
program()
"""


@pytest.mark.parametrize(("waiting", "words"), [("", ["end"]), ("1", ["thread", "end"])])
def test_whoever_waits_for_its_end_has_the_last_word(workspace: Path, waiting: str, words: list[str]) -> None:
    command = [sys.executable, "-c", LAST_WORDS, "-w", str(workspace), "docs", waiting]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert answer.stdout.splitlines()[-len(words) :] == words


def test_a_reader_who_leaves_early_is_no_error(workspace: Path) -> None:
    child = start("-w", str(workspace), "show", "wire", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None and child.stderr is not None
    child.stdout.close()
    err = child.stderr.read()
    assert (child.wait(timeout=30), err) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk that is always full")
def test_an_answer_that_cannot_be_written_is_told(workspace: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        child = start("-w", str(workspace), "docs", stdout=full, stderr=subprocess.PIPE)
        _, err = child.communicate(timeout=30)
    assert child.returncode == 2
    assert err.count("\n") == 1
    assert err.startswith("mali-reader: ")


def test_without_a_terminal_the_application_says_so(workspace: Path) -> None:
    for argv in ([], ["open"], ["open", str(workspace)], ["open", str(workspace / "corpus" / "wire.md")]):
        answer = ask(*argv, cwd=workspace)
        assert answer.returncode == 2
        assert answer.stdout == ""
        assert answer.stderr.count("\n") == 1
        assert "terminal" in answer.stderr


def test_a_terminal_that_knows_few_characters_gets_question_marks(workspace: Path) -> None:
    path = os.pathsep.join(filter(None, sys.path))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "ascii"}
    for argv in (["compare", "wire", "rewrite"], ["docs"], ["check"]):
        command = [sys.executable, "-m", "mali_reader", "-w", str(workspace), *argv]
        answer = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
        assert (answer.returncode, answer.stderr) == (0, b"")
        assert answer.stdout.isascii()


def test_json_is_utf8_whatever_the_terminal_speaks(workspace: Path) -> None:
    path = os.pathsep.join(filter(None, sys.path))
    (workspace / "corpus" / "goita.txt").write_text("Colonel Goïta’s answer\n\nNo.\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "mali_reader", "-w", str(workspace), "show", "goita", "--json"]
    answer = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True)
    assert "Colonel Goïta’s answer" in answer.stdout.decode("utf-8")


def test_a_verdict_outlives_its_process(workspace: Path) -> None:
    argv = ["-w", str(workspace), "tag", "wire", "13,000 people", "--verdict", "verified"]
    child = start(*argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().startswith("verified")
    child.kill()
    child.communicate(timeout=30)
    assert '"verdict":"verified"' in (workspace / "annotations" / "annotations.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("wrong", "cause", "said"),
    [
        (MemoryError(), None, "not enough memory"),
        (
            ImportError("PLEASE READ THIS\n\n- at length"),
            ImportError("cannot map libblas.so"),
            "(cannot map libblas.so)",
        ),
    ],
)
def test_too_little_memory_for_the_work_or_a_library_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    wrong: Exception,
    cause: Exception | None,
    said: str,
) -> None:
    def starve(*_: object) -> None:
        raise wrong from cause

    monkeypatch.setattr("mali_reader.cli.listing.docs", starve)
    assert main(["docs"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1
