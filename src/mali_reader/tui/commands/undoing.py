"""How one takes back what one did. Declared behind what is done more often: a narrow bar shows that first."""

from mali_reader.tui.commands.command import CLAIMS, COMPARE, COPIES, DISCREPANCIES, PASSAGE, READER, Command


class Undo(Command):
    """Take back your latest step; again for the one before. It works across restarts too."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS, COPIES, DISCREPANCIES)
    key, label, action, in_bar = "u", "undo", "undo", True
