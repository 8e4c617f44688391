"""What one does to a claim."""

from mali_reader.tui.commands.command import CLAIMS, COMPARE, DISCREPANCIES, PASSAGE, READER, SUMMARY, SYNOPSIS, Command


class Verify(Command):
    """Say that the claim under the cursor is true, and move on."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "v", "verified", "judge('verified')", True


class Dispute(Command):
    """Say that the claim under the cursor is wrong or doubtful, and move on."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "x", "disputed", "judge('disputed')", True


class AddEvidence(Command):
    """Judge the claim under the cursor with a note and with links to evidence."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "e", "evidence", "evidence", True


class Undo(Command):
    """Take back your latest step; again for the one before. It works across restarts too."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "u", "undo", "undo", True


class ShowDetail(Command):
    """Show all that is known about the claim under the cursor, in a window of its own."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS, SYNOPSIS, DISCREPANCIES)
    key, label, action, in_bar = "d", "details", "detail", True


class CopyText(Command):
    """Copy the text under the cursor to the clipboard."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS, SUMMARY)
    key, label, action = "y", "copy", "copy"
