"""Every command a person can give, declared once.

Bindings, the bar of keys, the command palette, help, `mali-reader keys` and the documentation all derive from here.
A command's docstring is its help. Nothing here imports Textual, so that listing the keys stays light. The order in
which commands are declared is the order in which the bar of keys shows them.
"""

from mali_reader.tui.commands import across, comparing, everywhere, exporting, judging, moving, reading, rows, undoing
from mali_reader.tui.commands.command import (
    CLAIMS,
    COMPARE,
    COPIES,
    DISCREPANCIES,
    EVERYWHERE,
    LIBRARY,
    ORIGINS,
    PASSAGE,
    READER,
    SUMMARY,
    SYNOPSIS,
    Command,
)
from mali_reader.tui.commands.keys import shown_key

__all__ = [
    "CLAIMS", "COMMANDS", "COMPARE", "COPIES", "DISCREPANCIES", "EVERYWHERE", "LIBRARY", "ORIGINS", "PASSAGE", "READER",
    "SUMMARY", "SYNOPSIS",
    "Command", "commands_of", "shown_key",
]  # fmt: skip

GROUPS = (judging, rows, undoing, exporting, reading, comparing, across, moving, everywhere)
COMMANDS: tuple[type[Command], ...] = tuple(
    command
    for group in GROUPS
    for command in vars(group).values()
    if isinstance(command, type) and issubclass(command, Command) and command is not Command
)


def commands_of(context: str) -> tuple[type[Command], ...]:
    """The commands declared for that context, in order of declaration."""
    return tuple(command for command in COMMANDS if context in command.contexts)
