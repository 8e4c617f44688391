"""What one does with the summary: choose what it tells of, write it, open what was written."""

from mali_reader.tui.commands.command import SUMMARY, Command


class ExportSummary(Command):
    """Write the summary to a file."""

    contexts = (SUMMARY,)
    key, label, action, in_bar = "e,enter", "export", "export", True


class NextFormat(Command):
    """Preview the summary in the next format."""

    contexts = (SUMMARY,)
    key, label, action, in_bar = "f", "format", "format", True


class FilterSummary(Command):
    """Choose what the summary tells of and what it keeps back; Esc leads to the preview again."""

    contexts = (SUMMARY,)
    key, label, action, in_bar = "slash", "filters", "filters", True


class TellAll(Command):
    """Let the summary tell of everything again."""

    contexts = (SUMMARY,)
    key, label, action = "x", "no filters", "tell_all"


class OpenExport(Command):
    """Open the file that was written last, in the program that your system opens such files with."""

    contexts = (SUMMARY,)
    key, label, action, in_bar = "o", "open the file", "open_export", True
