"""Work shared out among processes: the same answers, in order, and nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mali_reader.corpus import reader
from mali_reader.corpus.reader import read_corpus
from mali_reader.errors import CancelledError, MaliReaderError
from mali_reader.workers import answers, worker_count


def squared(numbers: list[int]) -> list[int]:
    return [number * number for number in numbers]


def where(_task: list[int]) -> int:
    return os.getpid()


def killed(task: list[int]) -> int:
    """Dies where it can be spared."""
    if os.getpid() != task[0]:
        os._exit(1)
    return os.getpid()


TASKS = [[n, n + 1] for n in range(0, 60, 2)] + [[]] + [[7]]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_the_order_of_the_tasks(workers: int) -> None:
    assert list(answers(squared, iter(TASKS), workers, size=len, alone=4)) == [squared(task) for task in TASKS]


def test_little_work_is_done_here_and_much_is_shared() -> None:
    here, *others = answers(where, TASKS, 2, size=len, alone=2)
    assert here == os.getpid()
    assert {os.getpid()} < {*others}
    assert {*answers(where, TASKS, 2, size=len, alone=1000)} == {os.getpid()}


def test_what_a_worker_that_dies_leaves_is_done_here() -> None:
    tasks = [[os.getpid()]] * 9
    assert list(answers(killed, tasks, 2, size=len, alone=1)) == [os.getpid()] * 9


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_nobody_is_left_when_the_answers_are_not_wanted_any_more() -> None:
    found = answers(where, TASKS * 50, 2, size=len, alone=0)
    processes = {next(found) for _ in range(3)} - {os.getpid()}
    found.close()
    assert processes
    assert not any(map(is_running, processes))


@pytest.mark.parametrize("told", ["0", "two", "-1", "1.5", "65", "²"])
def test_a_wrong_number_of_workers_is_told(told: str) -> None:
    with pytest.raises(MaliReaderError, match="MALI_READER_WORKERS"):
        worker_count({"MALI_READER_WORKERS": told})


def test_the_environment_says_how_many() -> None:
    assert worker_count({"MALI_READER_WORKERS": "3"}) == 3
    assert worker_count({}) >= 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports, one of which cannot be read."""
    for number in range(130):
        words = f"Report {number}\n\nThe ferry no. {number} left at noon. It came back at {number} past one.\n"
        (tmp_path / f"{number}.txt").write_text(words, "utf-8")
    (tmp_path / "empty.txt").touch()
    return tmp_path


def test_a_corpus_read_by_several_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_ALONE", 0)
    assert read_corpus(folder, workers=2) == read_corpus(folder)


def test_reading_by_several_can_be_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_ALONE", 0)

    def stop(_what: str, done: int, _total: int) -> None:
        if done > 100:
            raise CancelledError

    with pytest.raises(CancelledError):
        read_corpus(folder, workers=2, progress=stop)


ENDLESS = """
import os, sys, time
from mali_reader.workers import answers
from tests.test_workers import where
if __name__ == "__main__":
    for process in answers(where, iter(lambda: [1], None), 2, size=len, alone=0):
        print(process, flush=True)
        time.sleep(0.01)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_workers_end_with_who_sent_for_them(sent: signal.Signals) -> None:
    command = [sys.executable, "-c", ENDLESS]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(
        command, start_new_session=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, **pipes
    ) as parent:
        assert parent.stdout is not None and parent.stderr is not None
        processes = {int(parent.stdout.readline()) for _ in range(20)} - {parent.pid}
        (os.killpg if sent is signal.SIGINT else os.kill)(parent.pid, sent)
        parent.stdout.read()
        told = parent.stderr.read()
    assert processes
    assert told.count("Traceback") == (sent is signal.SIGINT)  # the parent's own
    deadline = time.monotonic() + 30
    while any(map(is_running, processes)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, processes))


def test_workers_start_where_an_application_took_the_standard_error() -> None:
    code = """if __name__ == "__main__":
        import io, sys
        from mali_reader.workers import answers
        sys.stderr = type("Taken", (io.StringIO,), {"fileno": lambda self: -1})()
        print([*answers(sorted, [[2, 1]] * 3, 2, size=len, alone=1)])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == str([[1, 2]] * 3), done.stderr
