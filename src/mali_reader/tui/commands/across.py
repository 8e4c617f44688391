"""What one does with what stands between documents: passages, discrepancies, origins."""

from mali_reader.tui.commands.command import DISCREPANCIES, ORIGINS, PASSAGE, SYNOPSIS, Command


class OpenPassage(Command):
    """See how each document tells the passage, one under the other."""

    contexts = (SYNOPSIS,)
    key, label, action, in_bar = "enter", "variants", "open", True


class NextColumns(Command):
    """Show the documents further right."""

    contexts = (SYNOPSIS,)
    key, label, action, in_bar = "greater_than_sign,right,l", "more documents", "columns(1)", True


class PreviousColumns(Command):
    """Show the documents further left."""

    contexts = (SYNOPSIS,)
    key, label, action = "less_than_sign,left,h", "documents before", "columns(-1)"


class OrderColumns(Command):
    """Put the documents in order of their origins, or of their dates."""

    contexts = (SYNOPSIS,)
    key, label, action, in_bar = "o", "by date or origin", "order", True


class ChooseBase(Command):
    """Compare all variants with the one under the cursor."""

    contexts = (PASSAGE,)
    key, label, action, in_bar = "m", "compare with this", "base", True


class NextVariant(Command):
    """Go to the next document's telling."""

    contexts = (PASSAGE,)
    key, label, action, in_bar = "right_square_bracket", "next variant", "variant(1)", True


class PreviousVariant(Command):
    """Go to the previous document's telling."""

    contexts = (PASSAGE,)
    key, label, action = "left_square_bracket", "previous variant", "variant(-1)"


class NextPlace(Command):
    """Go to the next place that says one of the values."""

    contexts = (DISCREPANCIES,)
    key, label, action, in_bar = "right_square_bracket,tab,l,right", "next place", "place(1)", True


class PreviousPlace(Command):
    """Go to the previous place that says one of the values."""

    contexts = (DISCREPANCIES,)
    key, label, action = "left_square_bracket,shift+tab,h,left", "previous place", "place(-1)"


class ComparePlaces(Command):
    """See the document in hand beside one that says another value."""

    contexts = (DISCREPANCIES,)
    key, label, action, in_bar = "c", "compare", "compare", True


class OpenEvidence(Command):
    """See what the two documents share, side by side."""

    contexts = (ORIGINS,)
    key, label, action, in_bar = "enter", "evidence", "evidence", True


class NextKin(Command):
    """Go to the next document that the one under the cursor shares text with."""

    contexts = (ORIGINS,)
    key, label, action, in_bar = "right_square_bracket,tab,l,right", "next evidence", "kin(1)", True


class PreviousKin(Command):
    """Go to the previous document that the one under the cursor shares text with."""

    contexts = (ORIGINS,)
    key, label, action = "left_square_bracket,shift+tab,h,left", "previous evidence", "kin(-1)"
