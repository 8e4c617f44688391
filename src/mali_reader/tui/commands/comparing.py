"""What one does with two documents side by side."""

from mali_reader.tui.commands.command import COMPARE, Command


class NextDifference(Command):
    """Go to the next sentence whose words differ."""

    contexts = (COMPARE,)
    key, label, action, in_bar = "right_square_bracket", "next difference", "difference(1)", True


class PreviousDifference(Command):
    """Go to the previous sentence whose words differ."""

    contexts = (COMPARE,)
    key, label, action = "left_square_bracket", "previous difference", "difference(-1)"


class NextPair(Command):
    """Go to the next pair of paragraphs."""

    contexts = (COMPARE,)
    key, label, action, in_bar = "right_curly_bracket,p", "next pair", "pair(1)", True


class PreviousPair(Command):
    """Go to the previous pair of paragraphs."""

    contexts = (COMPARE,)
    key, label, action = "left_curly_bracket,P", "previous pair", "pair(-1)"


class NextCounterpart(Command):
    """Compare with the next document that shares something with the left one."""

    contexts = (COMPARE,)
    key, label, action, in_bar = "greater_than_sign", "next document", "counterpart(1)", True


class PreviousCounterpart(Command):
    """Compare with the previous document that shares something with the left one."""

    contexts = (COMPARE,)
    key, label, action = "less_than_sign", "previous document", "counterpart(-1)"


class OtherSide(Command):
    """Put the cursor on the other side."""

    contexts = (COMPARE,)
    key, label, action, in_bar = "tab,h,l,left,right", "other side", "other_side", True


class Unified(Command):
    """Show the two texts one under the other instead of side by side, and back."""

    contexts = (COMPARE,)
    key, label, action = "t", "unified", "unified"


class RaiseThreshold(Command):
    """Show only pairs of a higher score."""

    contexts = (COMPARE,)
    key, label, action = "plus,equals_sign", "raise the threshold", "threshold(1)"


class LowerThreshold(Command):
    """Show pairs of a lower score too, down to the threshold of the workspace."""

    contexts = (COMPARE,)
    key, label, action = "minus", "lower the threshold", "threshold(-1)"
