"""What becomes of the application when its terminal is unfit, goes away, or somebody ends it from outside."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from mali_reader.settings import load_settings
from mali_reader.workspace import Workspace

from .terminal import PATIENCE, Terminal

pytestmark = pytest.mark.xdist_group("terminal")

LEAVE_THE_OTHER_SCREEN = "\x1b[?1049l"


def judged(folder: Path) -> int:
    """How many records the shared file holds."""
    return len(Workspace(load_settings(workspace=str(folder), annotator="ana", environ={})).records())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name)
def test_a_signal_ends_it_in_order(folder: Path, number: signal.Signals) -> None:
    with Terminal(folder) as terminal:
        terminal.sees("4 overlaps")
        terminal.at_once("\rvvx")
        terminal.sees("3 of")
        terminal.signal(number)
        assert terminal.ended() == 128 + number
        assert LEAVE_THE_OTHER_SCREEN in terminal.said
    assert judged(folder) == 3


def test_it_ends_with_a_terminal_that_sends_no_signal(folder: Path) -> None:
    parent, child = os.openpty()
    environ = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, "-m", "mali_reader", "--workspace", str(folder), "--as", "ana"]
    process = subprocess.Popen(program, stdin=child, stdout=child, stderr=child, env=environ)
    os.close(child)
    sent, end = b"", time.monotonic() + PATIENCE
    while b"4 overlaps" not in sent and time.monotonic() < end:
        sent += os.read(parent, 1 << 16)
    os.write(parent, b"\rv")
    while b"saved" not in sent and not judged(folder) and time.monotonic() < end:
        sent += os.read(parent, 1 << 16)
    os.close(parent)
    try:
        assert process.wait(PATIENCE) == 128 + signal.SIGHUP
    finally:
        process.kill()


def test_a_dumb_terminal_is_refused_in_one_line(folder: Path) -> None:
    with Terminal(folder, TERM="dumb") as terminal:
        assert terminal.ended() == 2
        (line,) = terminal.said.strip().splitlines()
        assert line.startswith("mali-reader: ")
        assert "TERM" in line


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_what_is_no_terminal_is_refused_in_one_line(folder: Path, stream: str) -> None:
    parent, child = os.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), child)
    streams[stream] = subprocess.PIPE
    program = [sys.executable, "-m", "mali_reader", "--workspace", str(folder), "--as", "ana"]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(program, env=environ, **streams)  # type: ignore[call-overload]
    os.close(child)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    said = err if stream == "stderr" else os.read(parent, 1 << 16)
    os.close(parent)
    assert b"needs a terminal" in said
    assert not out
