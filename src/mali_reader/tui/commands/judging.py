"""What one does to a claim."""

from mali_reader.tui.commands.command import (
    CLAIMS,
    COMPARE,
    COPIES,
    DISCREPANCIES,
    ORIGINS,
    PASSAGE,
    READER,
    SUMMARY,
    SYNOPSIS,
    Command,
)


class Verify(Command):
    """Say that the claim under the cursor is true, and move on."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "v", "verify", "judge('verified')", True


class Dispute(Command):
    """Say that the claim under the cursor is wrong or doubtful, and move on."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "x", "dispute", "judge('disputed')", True


class AddEvidence(Command):
    """Judge the claim under the cursor with a note and with links to evidence."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "e", "note", "evidence", True


class ShowCopies(Command):
    """See where else the claim under the cursor stands, and confirm or refuse each place."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action, in_bar = "a", "also", "copies", True


class ShowCopiesOfLast(Command):
    """See where else the claim that you judged last stands."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS)
    key, label, action = "A", "last: also where", "copies_of_last"


class ConfirmAll(Command):
    """Say that all places which agree in every number, date, name and negation are the same claim."""

    contexts = (COPIES,)
    key, label, action, in_bar = "a", "confirm all that agree", "confirm_all", True


class ConfirmOne(Command):
    """Say that the place under the cursor is the same claim, and go to the next."""

    contexts = (COPIES,)
    key, label, action, in_bar = "s", "same claim", "link(True)", True


class RefuseOne(Command):
    """Say that the place under the cursor is not the same claim, and go to the next."""

    contexts = (COPIES,)
    key, label, action, in_bar = "n", "not the same", "link(False)", True


class AdjudicateClaim(Command):
    """Decide on a claim that annotators contest, and say on what ground."""

    contexts = (CLAIMS,)
    key, label, action, in_bar = "J", "decide", "adjudicate", True


class DismissDiscrepancy(Command):
    """Say that this is no contradiction, and why; it is hidden then."""

    contexts = (DISCREPANCIES,)
    key, label, action, in_bar = "x", "dismiss", "set_aside", True


class ShowDismissed(Command):
    """Show what was dismissed too, or hide it again."""

    contexts = (DISCREPANCIES,)
    key, label, action, in_bar = "f", "all", "dismissed", True


class ShowDetail(Command):
    """Show all that is known about what is under the cursor, in a window of its own."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS, SYNOPSIS, DISCREPANCIES, ORIGINS)
    key, label, action = "d", "details", "detail"


class CopyText(Command):
    """Copy the text under the cursor to the clipboard."""

    contexts = (READER, COMPARE, PASSAGE, CLAIMS, SUMMARY)
    key, label, action = "y", "copy", "copy"
