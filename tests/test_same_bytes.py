"""The same corpus gives the same bytes, whatever else differs between two runs."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

COMMANDS = ("overlaps", "synopsis")
RUN = """
import sys
from mali_reader.cli import main
from mali_reader.corpus import reader
if __name__ == "__main__":
    reader._ALONE = 0  # even a small corpus is shared out among the workers there are
    sys.exit(main(sys.argv[1:]))
"""
FACTS = (
    "The harbour bridge in Velda was closed on Monday after engineers found cracks in two of its cables.",
    "Mayor Irma Tolland urged all {n} commuters to use the ferry until the repairs have been completed.",
    "The repairs will cost {n} million crowns and take six weeks, the council said in a statement on Tuesday.",
    "A union of fishermen demanded an inquiry into why nobody had looked at the cables since 2009.",
)
REWRITTEN = (
    "Engineers found cracks in two cables of the harbour bridge, and Velda closed it on Monday.",
    "Until repairs have been completed, commuters were urged to use the ferry, Mayor Irma Tolland said.",
    "On Tuesday the council said that repairs will take six weeks and cost {n} million crowns.",
    "An inquiry into why the cables had not been looked at since 2009 was demanded by fishermen.",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Thirty reports that copy and rewrite one another."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(30):
        told = [(FACTS, REWRITTEN)[(number >> place) % 2][place] for place in range(4)][number % 3 :]
        text = "\n\n".join(sentence.format(n=40 + number % 5) for sentence in told)
        (folder / f"{number * 7 % 30:02}-report.txt").write_text(f"Report {number}\n\n{text}\n", "utf-8")
    return folder


def start(corpus: Path, cache: Path | str, command: str, **environ: str) -> subprocess.Popen[bytes]:
    told = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "MALI_READER_WORKERS": "1", **environ}
    run = [sys.executable, "-c", RUN, "--corpus", str(corpus), command, "--json"]
    return subprocess.Popen(run, env={**os.environ, "MALI_READER_CACHE": str(cache), **told}, stdout=subprocess.PIPE)


def answered(*running: subprocess.Popen[bytes]) -> Iterator[bytes]:
    for process in running:
        yield process.communicate(timeout=240)[0]
        assert process.returncode == 0


def answers(corpus: Path, cache: Path | str, **environ: str) -> list[bytes]:
    return [*answered(*(start(corpus, cache, command, **environ) for command in COMMANDS))]


def rearranged(corpus: Path) -> None:
    """Every file is made anew under another name, last ones first, and then called as before."""
    for file in sorted(corpus.iterdir(), reverse=True):
        data = file.read_bytes()
        file.unlink()
        (corpus / f"moved-{file.name}").write_bytes(data)
    for file in sorted(corpus.iterdir(), key=lambda file: file.name[::-1]):
        file.rename(corpus / file.name.removeprefix("moved-"))


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def garbled(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 40)


def test_order_seed_workers_and_cache_change_no_byte(corpus: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = answers(corpus, "off")
    assert all(len(told) > 1000 for told in first)
    assert answers(corpus, cache, PYTHONHASHSEED="1", MALI_READER_WORKERS="2") == first
    rearranged(corpus)
    assert answers(corpus, "off", PYTHONHASHSEED="2", MALI_READER_WORKERS="3") == first
    damages: tuple[Callable[[Path], None], ...] = (truncated, garbled)
    for damage in damages:
        damage(cache / "answers.sqlite3")
        assert answers(corpus, cache) == first
    (cache / "answers.sqlite3").unlink()
    at_once = [start(corpus, cache, command) for command in COMMANDS * 2]
    assert [*answered(*at_once)] == first * 2
