"""Where words go: data to stdout, narration to stderr. A reader who left early is no error."""

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, TextIO

from mali_reader.display import one_line, safe_json, safe_json_parts
from mali_reader.errors import MaliReaderError
from mali_reader.garbage import uncollected

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PROGRAM = "mali-reader"


class UnprintableError(MaliReaderError):
    """The answer cannot be written to where it was sent."""


def prepare_streams() -> None:
    """Let no character that a terminal's encoding lacks stop a sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def narrate(message: str) -> None:
    """One line for a person, on stderr."""
    try:
        print(f"{PROGRAM}: {one_line(message)}", file=sys.stderr, flush=True)
    except OSError:
        _hush(sys.stderr)


def agreed(question: str) -> bool:
    """Whether the person at the terminal says yes; nobody is asked where there is none."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return True
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def print_json(value: Any) -> None:
    """The one JSON document of a command."""
    print_data(safe_json(value) + "\n")


def in_json(name: str, parts: Iterable[str]) -> Iterator[bytes]:
    """The one JSON document of a command that tells very many things; they never stand in memory all at once.

    Each part holds some of them as `safe_json_rows` writes them.
    """
    return map(_encoded, chain(safe_json_parts(name, parts), ["\n"]))


def print_parts(parts: Iterable[bytes]) -> None:
    """Data on stdout that comes in parts, as `print_data`."""
    with uncollected():
        _print_parts(parts)


def print_data(text: str) -> None:
    """Data on stdout, in UTF-8 and with `\n` whatever the terminal speaks."""
    _print_parts([_encoded(text)])


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _print_parts(parts: Iterable[bytes]) -> None:
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        _write(b"".join(parts).decode("utf-8", "surrogatepass"))
        return
    try:
        sys.stdout.flush()
        for part in parts:
            buffer.write(part)
        buffer.flush()
    except OSError as error:
        _give_up(error)


def print_text(text: str) -> None:
    """Text for a person on stdout, in the terminal's encoding."""
    _write(text if text.endswith("\n") else text + "\n")


def console() -> "Console":
    """A console that parses no markup, links nothing and guesses no colours."""
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def print_rich(*things: "RenderableType") -> bool:
    """Things for a person on stdout: coloured on a terminal, plain elsewhere. False where the reader left."""
    screen = console()
    try:
        with screen.capture() as captured:
            for thing in things:
                screen.print(thing)
    except OSError as error:  # at its end Rich writes nothing to stdout, and a full device refuses even that
        _give_up(error)
        return False
    return _write("\n".join(line.rstrip(" ") for line in captured.get().split("\n")))


def print_in_turn(things: "Iterable[RenderableType]") -> None:
    """The same, each printed before the next is made, until the reader leaves."""
    for thing in things:
        if not print_rich(thing):
            return


def _write(text: str) -> bool:
    if sys.stdout is None:
        return False
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _give_up(error)
        return False
    return True


def _give_up(error: OSError) -> None:
    """Stop printing. Raises UnprintableError, unless it was the reader who left."""
    _hush(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        reason = error.strerror or str(error)
        raise UnprintableError(
            f"the answer cannot be printed to stdout ({reason}); make room or send it elsewhere"
        ) from None


def _hush(stream: TextIO) -> None:
    """What is left in the stream goes nowhere, so that the interpreter's own last flush finds nobody gone."""
    try:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, stream.fileno())
        os.close(sink)
    except (OSError, ValueError):
        return
