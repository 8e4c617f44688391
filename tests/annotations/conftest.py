"""No test of this room touches the outbox of the person who runs it."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def outbox(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of outboxes, for this test alone."""
    folder = tmp_path_factory.mktemp("outbox")
    monkeypatch.setenv("MALI_READER_OUTBOX", str(folder))
    return folder


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Where the shared file of this test is, once somebody writes it."""
    return tmp_path / "annotations" / "annotations.json"
