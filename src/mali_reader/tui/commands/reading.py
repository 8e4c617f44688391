"""What one does in one document."""

from mali_reader.tui.commands.command import LIBRARY, READER, Command


class NextOverlap(Command):
    """Go to the next paragraph that another document shares."""

    contexts = (READER,)
    key, label, action, in_bar = "right_square_bracket", "next overlap", "overlap(1)", True


class PreviousOverlap(Command):
    """Go to the previous paragraph that another document shares."""

    contexts = (READER,)
    key, label, action = "left_square_bracket", "previous overlap", "overlap(-1)"


class NextUnreviewed(Command):
    """Go to the next sentence that nobody judged; while a search is on, to its next match."""

    contexts = (READER,)
    key, label, action, in_bar = "n", "next unreviewed", "next_unreviewed(1)", True


class PreviousUnreviewed(Command):
    """Go to the previous sentence that nobody judged; while a search is on, to its previous match."""

    contexts = (READER,)
    key, label, action = "N", "previous unreviewed", "next_unreviewed(-1)"


class SelectSpan(Command):
    """Choose a span other than a sentence: move its end by words, swap ends with o, then judge it. Esc lets go."""

    contexts = (READER,)
    key, label, action, in_bar = "s", "select words", "select", True


class FoldFurniture(Command):
    """Show or fold menus, cookie notices, teasers and other furniture of the page."""

    contexts = (READER,)
    key, label, action = "f", "furniture", "toggle_furniture"


class SearchText(Command):
    """Search the text of the document; n and N then go from match to match, Esc ends it."""

    contexts = (READER,)
    key, label, action, in_bar = "slash", "search", "search", True


class CompareDocument(Command):
    """See the document side by side with the one that it shares most with."""

    contexts = (LIBRARY, READER)
    key, label, action, in_bar = "c", "compare all", "compare", True


class NextDocument(Command):
    """Read the next document."""

    contexts = (READER,)
    key, label, action = "greater_than_sign", "next document", "document(1)"


class PreviousDocument(Command):
    """Read the previous document."""

    contexts = (READER,)
    key, label, action = "less_than_sign", "previous document", "document(-1)"
