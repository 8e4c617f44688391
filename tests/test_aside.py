"""Work done by a copy of a process: the same answer, and nobody left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a system on which processes are copied")

PRELUDE = """
import json, os, signal, sys, threading, time
from pathlib import Path
from mali_reader import aside as module
from mali_reader.aside import aside

class Load:
    def read_text(self, _):
        return f"0.0 0.0 0.0 {running}/99 1"

module._LOAD = Load()
os.cpu_count = lambda: 2
running = 1
trace, done = Path(sys.argv.pop(1)), []

def work():
    trace.write_text(str(os.getpid()))

def tell():
    try:
        os.waitpid(-1, os.WNOHANG)
        left = True
    except ChildProcessError:
        left = False
    by = trace.read_text() if trace.exists() else ""
    print(json.dumps({"by another": by not in ("", str(os.getpid())), "done here": len(done), "left": left}))
"""
ANOTHER, NOBODY = {"by another": True, "left": False}, {"by another": False, "left": False}


def run(program: str, *argv: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a process of its own, which has no threads."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **environ}
    command = [sys.executable, "-c", PRELUDE + program, *argv]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)


def told(trace: Path, program: str, **environ: str) -> Any:
    answer = run(program, str(trace / "trace"), **environ)
    assert answer.stderr == ""
    return json.loads(answer.stdout)


def test_another_process_works_while_this_one_does_something_else(tmp_path: Path) -> None:
    endless = "def meanwhile():\n    while True:\n        yield time.sleep(0.01)\naside(work, meanwhile())\ntell()"
    assert told(tmp_path, endless) == ANOTHER | {"done here": 0}
    short = "aside(lambda: (time.sleep(0.5), work()), map(done.append, 'abc')); tell()"
    assert told(tmp_path, short) == ANOTHER | {"done here": 3}


@pytest.mark.parametrize(
    "work", ["lambda: 1 / 0", "lambda: os.kill(os.getpid(), signal.SIGKILL)", "lambda: sys.exit(3)"]
)
def test_one_that_fails_does_so_quietly(tmp_path: Path, work: str) -> None:
    assert told(tmp_path, f"aside({work}, []); tell()") == NOBODY | {"done here": 0}


def test_what_stops_this_process_stops_the_other(tmp_path: Path) -> None:
    program = "try: aside(lambda: time.sleep(1000), map(lambda _: 1 / 0, 'a'))\nexcept ZeroDivisionError: tell()"
    assert told(tmp_path, program) == NOBODY | {"done here": 0}


def test_an_interrupt_while_only_the_other_works_stops_both(tmp_path: Path) -> None:
    program = """
first, begun = os.getpid(), trace.with_name("begun")

def stop_the_first():
    while not begun.exists():
        time.sleep(0.01)
    os.kill(first, signal.SIGINT)
    time.sleep(1000)

try:
    aside(stop_the_first, map(Path.touch, [begun]))
except KeyboardInterrupt:
    tell()
"""
    assert told(tmp_path, program) == NOBODY | {"done here": 0}


def test_children_that_nobody_waits_for_are_no_trouble(tmp_path: Path) -> None:
    program = "signal.signal(signal.SIGCHLD, signal.SIG_IGN); aside(work, map(done.append, 'a')); tell()"
    assert told(tmp_path, program)["by another"]


@pytest.mark.parametrize(
    ("hindrance", "environ"),
    [
        ("running = 2", {}),
        ("running = 'nonsense'", {}),
        ("threading.Thread(target=time.sleep, args=[1], daemon=True).start()", {}),
        ("pass", {"MALI_READER_WORKERS": "1"}),
    ],
)
def test_nothing_is_done_where_that_is_not_safe_or_no_help(
    tmp_path: Path, hindrance: str, environ: dict[str, str]
) -> None:
    program = f"{hindrance}\naside(work, map(done.append, 'a')); tell()"
    assert told(tmp_path, program, **environ) == NOBODY | {"done here": 0}


COUNTING_COPIES = """
from mali_reader.cli import main
running = int(sys.argv.pop(1))
fork, copies = os.fork, []
os.fork = lambda: (copies.append(1), fork())[1]
main()
sys.stdout.flush()
print(len(copies), file=sys.stderr)
"""


@pytest.mark.parametrize("command", ["discrepancies", "synopsis"])
def test_the_answer_is_the_one_of_a_single_process(tmp_path: Path, command: str) -> None:
    first = "Twelve soldiers died on Friday in Mali. The mission had 13,000 people there, who leave in June."
    second = first.replace("Twelve", "Fifteen").replace("13,000", "15,000")
    for name, text in (("one", first), ("two", second)):
        (tmp_path / f"{name}.txt").write_text(f"The mission ends\n\n{text}\n", "utf-8")
    answers = []
    for running, copies in (("1", "1\n"), ("2", "0\n"), ("1", "0\n")):
        kept = {"MALI_READER_CACHE": str(tmp_path / running), "MALI_READER_WORKERS": "2"}
        answer = run(COUNTING_COPIES, "", running, "--corpus", str(tmp_path), command, "--json", **kept)
        assert answer.stderr == copies
        answers.append(answer.stdout)
    assert len(set(answers)) == 1
    assert {"discrepancies": "15,000", "synopsis": '"differs": true'}[command] in answers[0]
