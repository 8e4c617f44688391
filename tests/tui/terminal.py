"""The program in a pseudo-terminal: what it sends, byte by byte, and what that shows."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect
import pyte

COLUMNS, LINES = 100, 30
PATIENCE = 20.0
_SEQUENCE = re.compile(
    r"\x1b\[(?P<csi>[<-?]?)[0-9;:]*(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<string>[\]PX^_])(?P<number>[0-9]*)"
    r"|\x1b(?P<other>.)",
    re.DOTALL,
)


class Terminal:
    """A running program and everything that it sent."""

    def __init__(self, folder: Path, *options: str, size: tuple[int, int] = (COLUMNS, LINES), **named: str) -> None:
        self.sent = b""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        environ = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        environ |= named
        environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "mali_reader", "--workspace", str(folder), "--as", "ana", *options],
            dimensions=size[::-1],
            env=environ,
            timeout=PATIENCE,
            cwd=str(folder),
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what was sent; False once the program has ended."""
        try:
            some = self._child.read_nonblocking(1 << 16, seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.sent += some
        self._stream.feed(some)
        return True

    @property
    def text(self) -> str:
        """What is on the screen, white space folded."""
        return " ".join(" ".join(self.screen.display).split())

    def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        end = time.monotonic() + PATIENCE
        while text not in self.text:
            if time.monotonic() > end or not self.read():
                raise AssertionError(f"not on the screen: {text!r}\n" + "\n".join(self.screen.display))

    def press(self, keys: str) -> None:
        """Send keys one after another, and take in what comes of each."""
        for key in keys:
            self._child.send(key)
            end = time.monotonic() + (0.5 if key == "\x1b" else 0.1)
            while time.monotonic() < end:
                self.read(0.02)

    def leave(self, keys: str = "q") -> int | None:
        """Send keys that end the program; its exit code."""
        self._child.send(keys)
        return self.ended()

    def ended(self) -> int | None:
        """Wait until the program ends; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < end, "it never ended"
        self._child.wait()
        return self._child.exitstatus

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    def falls_silent(self, seconds: float = 1.0) -> None:
        """Wait until nothing was sent for a while."""
        end, before = time.monotonic() + PATIENCE, -1
        while len(self.sent) != before and time.monotonic() < end:
            before, pause = len(self.sent), time.monotonic() + seconds
            while time.monotonic() < pause and self.read():
                pass

    def at_once(self, keys: str, seconds: float = 0.3) -> None:
        """Send keys in one write, and take in for a while what comes of them."""
        self._child.send(keys)
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.read(0.02):
            pass

    @property
    def said(self) -> str:
        """What was sent, as text."""
        return self.sent.decode("utf-8", "surrogateescape")

    @property
    def sequences(self) -> set[tuple[str, ...]]:
        """The kinds of escape sequence that were sent."""
        return {tuple(part or "" for part in match.groups()) for match in _SEQUENCE.finditer(self.said)}

    @property
    def controls(self) -> set[str]:
        """The control characters that were sent."""
        return {char for char in self.said if ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0}
