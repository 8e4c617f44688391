"""What one does in lists, the library and the claims among them, and what enter opens."""

from mali_reader.tui.commands.command import (
    CLAIMS,
    COMPARE,
    COPIES,
    DISCREPANCIES,
    LIBRARY,
    ORIGINS,
    PASSAGE,
    READER,
    Command,
)


class ReadDocument(Command):
    """Read the document under the cursor."""

    contexts = (LIBRARY,)
    key, label, action, in_bar = "enter", "read", "read", True


class ReadThis(Command):
    """Read the sentence under the cursor in its document."""

    contexts = (COMPARE, PASSAGE, COPIES, CLAIMS, DISCREPANCIES)
    key, label, action, in_bar = "enter", "read", "read", True


class OpenOverlap(Command):
    """See the paragraph under the cursor beside its closest counterpart in another document."""

    contexts = (READER,)
    key, label, action, in_bar = "enter", "compare", "open_overlap", True


class FilterRows(Command):
    """Show only rows that hold what you type; Esc shows all again."""

    contexts = (LIBRARY, CLAIMS, DISCREPANCIES, ORIGINS)
    key, label, action, in_bar = "slash", "filter", "filter", True


class SortRows(Command):
    """Sort by the next column."""

    contexts = (LIBRARY,)
    key, label, action, in_bar = "o", "sort", "sort", True


class ReverseRows(Command):
    """Turn the order around."""

    contexts = (LIBRARY,)
    key, label, action = "O", "reverse", "reverse"


class FilterStatus(Command):
    """Show only claims of the next status; after the last, all."""

    contexts = (CLAIMS,)
    key, label, action, in_bar = "f", "by status", "status", True
