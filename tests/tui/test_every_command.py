"""Every command is tested in every context that it is declared for."""

from pathlib import Path

import pytest

from mali_reader.tui.commands import COMMANDS

HERE = Path(__file__).parent


def test_every_command_is_covered_in_every_context(request: pytest.FixtureRequest) -> None:
    collected = {item.path for item in request.session.items}
    if any(path not in collected for path in HERE.glob("test_*.py")):
        pytest.skip("only part of these tests runs")
    covered = {
        (marker.args[0], context)
        for item in request.session.items
        for marker in item.iter_markers("covers")
        for context in marker.args[1:]
    }
    declared = {(command.id, context) for command in COMMANDS for context in command.contexts}
    assert declared - covered == set()
    assert covered - declared == set()
