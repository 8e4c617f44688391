"""A pseudo-terminal, and a process of one's own."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pexpect

MARK = "~~~~ next ~~~~"
SEVERAL = f"""
import json, sys
from mali_reader.cli import main
for argv in json.loads(sys.argv[1]):
    main(argv)
    print({MARK!r}, flush=True)
"""


def on_a_terminal(workspace: Path, *argv: str, **environ: str) -> bytes:
    """Every byte that a command writes to a terminal of 80 columns. It has to succeed."""
    return _spawn(["-m", "mali_reader", "-w", str(workspace), *argv], environ)


def one_after_another(workspace: Path, commands: Sequence[Sequence[str]]) -> list[bytes]:
    """Every byte that each command writes to a terminal of 80 columns, run in one process."""
    asked = json.dumps([[*argv, "-w", str(workspace)] for argv in commands])
    return _spawn(["-c", SEVERAL, asked], {}).split(f"{MARK}\r\n".encode())[:-1]


def _spawn(arguments: list[str], environ: dict[str, str]) -> bytes:
    child = pexpect.spawn(sys.executable, arguments, dimensions=(200, 80), env={**environment(), **environ}, timeout=60)
    written: bytes = child.read()
    child.close()
    assert child.exitstatus == 0, written
    return written


def environment() -> dict[str, str]:
    """The environment of a terminal with colours, in which this very program is found."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    return {**kept, "TERM": "xterm-256color", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
