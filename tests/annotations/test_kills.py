"""A writer that dies at any call it makes leaves a whole file, and loses nothing that it was told is kept."""

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType

import pytest
from verdicts import record

from mali_reader.annotations.merging import write_annotation_file
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import AnnotationStore, Delivery

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ON_DISK = {"open", "write", "writelines", "flush", "fsync", "replace", "unlink", "close", "fchmod", "mkdir", "acquire"}


def add_and_die(store: AnnotationStore, added: Record, at: int, anywhere: bool) -> str:
    """Add a record in another process that is killed before so many calls; what it was told, or "" if it died."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        calls = 0

        def count(frame: FrameType, event: str, called: object) -> None:
            nonlocal calls
            if event == "c_call" and (anywhere or getattr(called, "__name__", "") in ON_DISK):
                calls += 1
                if calls == at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        delivery = store.add(added)
        sys.setprofile(None)
        os.write(writer, delivery.name.encode())
        os._exit(0)
    os.close(writer)
    with open(reader) as told:  # noqa: PTH123
        answer = told.read()
    os.waitpid(child, 0)
    return answer


def kill_everywhere(folder: Path, anywhere: bool) -> None:
    at, answer = 0, ""
    while answer != Delivery.SHARED.name:
        at += 1
        shared, added = folder / str(at) / "annotations.json", record()
        earlier = [record("Earlier") for _ in range(3)]
        write_annotation_file(shared, earlier)
        store = AnnotationStore(shared)
        store.records()
        answer = add_and_die(store, added, at, anywhere)
        kept = {each.id for each in [*earlier, *([added] if answer else [])]}
        assert kept <= {row["id"] for row in json.loads(shared.read_bytes())["_default"].values()}
        assert kept <= {each.id for each in AnnotationStore(shared).records()}
        AnnotationStore(shared).add(record())
        assert {each.name for each in shared.parent.iterdir()} == {shared.name, f"{shared.name}.lock"}
    assert at > 10


def test_a_writer_killed_at_any_call_to_the_disk(tmp_path: Path) -> None:
    kill_everywhere(tmp_path, anywhere=False)


@pytest.mark.slow
def test_a_writer_killed_at_any_call_at_all(tmp_path: Path) -> None:
    kill_everywhere(tmp_path, anywhere=True)
