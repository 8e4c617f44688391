"""Documents, verdicts and writing processes for the tests of this room."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.records import Judgement, Record, Target, Verdict
from mali_reader.corpus.model import Document

WRITER = Path(__file__).with_name("writer.py")
TEXT = "The mission said at least 13,000 people were there on June 30. Nobody was hurt. It ends on December 31."


def document(text: str = TEXT, identity: str = "wire/first") -> Document:
    """A document of this text, without blocks."""
    return Document(identity, f"{identity}.md", text, hashlib.sha256(text.encode()).hexdigest(), "Title", ())


def target(quote: str = "Nobody was hurt.", text: str = TEXT) -> Target:
    """The target of a quote."""
    start = text.index(quote)
    return make_target(document(text), start, start + len(quote))


def verdict(annotator: str = "Ann", note: str = "", supersedes: Sequence[str] = ()) -> Verdict:
    """A new verdict of somebody."""
    return new_verdict(annotator, target(), Judgement.VERIFIED, note, supersedes=supersedes)


def record(annotator: str = "Ann", note: str = "", supersedes: Sequence[str] = ()) -> Record:
    """The record of a new verdict of somebody."""
    return verdict_record(verdict(annotator, note, supersedes))


def start_writer(
    shared: Path, outbox: Path, count: int, *options: str, under: Sequence[str] = ()
) -> "subprocess.Popen[str]":
    """A process that adds so many verdicts and prints `DELIVERY ID` for each once it is acknowledged.

    It says on stderr when it begins; `under` is a command that runs it.
    """
    return subprocess.Popen(
        [*under, sys.executable, str(WRITER), str(shared), str(count), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "MALI_READER_OUTBOX": str(outbox)},
    )


def acknowledged(output: str) -> set[str]:
    """The ids that a writer was told are kept; a last line that it had no time to finish does not count."""
    return {line.split()[1] for line in output.splitlines(keepends=True) if line.endswith("\n")}
