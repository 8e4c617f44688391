"""Nobody's word is overlooked for there being no file at first sight."""

from pathlib import Path

import pytest

from mali_reader.annotations.outbox import ENVIRONMENT, Outbox
from mali_reader.annotations.presence import is_untouched


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of a shared file to which nobody wrote yet."""
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "outbox"))
    (tmp_path / "annotations").mkdir()
    return tmp_path / "annotations" / "annotations.json"


def test_where_nobody_wrote_there_is_nothing_to_read(shared: Path) -> None:
    assert is_untouched(shared)
    assert is_untouched(shared.parent / "elsewhere" / "annotations.json")


def test_the_file_an_outbox_and_a_conflict_copy_are_something_to_read(shared: Path) -> None:
    shared.write_text("{}")
    assert not is_untouched(shared)
    shared.rename(shared.with_name("annotations (Ana's conflicted copy).json"))
    assert not is_untouched(shared)


def test_what_is_not_delivered_yet_is_something_to_read(shared: Path) -> None:
    Outbox(shared).append([(1, b'{"id":"a"}')])
    assert not is_untouched(shared)


def test_what_cannot_be_told_is_not_taken_for_nothing(shared: Path) -> None:
    assert not is_untouched(shared.with_name("long" * 100))
