"""Devices, pipes and sockets in the place of a file: refused with nothing opened, so that nothing waits or is lost."""

import os
import signal
import socket
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import Run

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files")
PATIENCE = 30
"""Seconds until what waits for ever is interrupted."""


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Who opens a pipe fails, and does not wait for ever."""
    before = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("it waits for ever"))
    yield
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(params=["pipe", "socket", "device", "link to a pipe"])
def special(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that is none."""
    monkeypatch.chdir(tmp_path)
    place = Path("special.md")
    if request.param == "socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(place))
            yield place
        return
    if request.param == "device":
        try:
            os.mknod(place, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        except PermissionError:
            pytest.skip("needs the right to make devices")
    elif request.param == "pipe":
        os.mkfifo(place)
    else:
        os.mkfifo("pipe")
        place.symlink_to("pipe")
    yield place


@pytest.mark.parametrize(
    "command",
    [
        ("claims",),
        ("annotations",),
        ("check",),
        ("docs",),
        ("tag", "wire", "13,000 people", "--verdict", "verified"),
    ],
    ids=lambda command: command[0],
)
def test_the_annotations_are_an_ordinary_file(run: Run, special: Path, command: tuple[str, ...]) -> None:
    refused(run, special, *command, "--annotations", str(special))


@pytest.mark.parametrize("command", [("merge",), ("merge", "-o"), ("export", "--force", "-o")], ids=" ".join)
def test_nothing_is_united_from_them_and_nothing_written_over_them(
    run: Run, workspace: Path, special: Path, command: tuple[str, ...]
) -> None:
    (workspace / "own.json").write_text('{"_default":{"1":{"id":"a","type":"verdict"}}}', "utf-8")
    own = (str(workspace / "own.json"),) if command == ("merge", "-o") else ()
    refused(run, special, *command, str(special), *own)


def refused(run: Run, special: Path, *argv: str) -> None:
    before = special.stat()
    signal.alarm(PATIENCE)
    answer = run(*argv)
    signal.alarm(0)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert special.name in answer.err
    assert (special.stat().st_ino, special.stat().st_mode) == (before.st_ino, before.st_mode)
    assert not list(special.parent.glob(".*"))


def test_what_another_program_says_can_be_taken_in(run: Run, workspace: Path, tmp_path: Path) -> None:
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    exported = tmp_path / "all.json"
    run("export", "-o", str(exported))
    (workspace / "annotations" / "annotations.json").unlink()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cp", str(exported), str(pipe)]):
        answer = run("import", str(pipe), "--json")
    assert answer.json["records"] == 1


def test_a_device_is_not_taken_in(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "device"
    try:
        os.mknod(place, 0o666 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("needs the right to make devices")
    answer = run("import", str(place))
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "device" in answer.err
