"""Every command a person can give, declared once.

Bindings, the bar of keys, the command palette, help, `mali-reader keys` and the documentation all derive from here.
A command's docstring is its help. Nothing here imports Textual, so that listing the keys stays light.
"""

from typing import ClassVar

EVERYWHERE = "everywhere"
LIBRARY = "library"
READER = "reader"
COMPARE = "compare"
CLAIMS = "claims"
SUMMARY = "summary"


class Command:
    """What a key does. `in_bar` says whether the bar of keys at the bottom may show it, in the order of declaration."""

    contexts: ClassVar[tuple[str, ...]] = (EVERYWHERE,)
    key: ClassVar[str]
    label: ClassVar[str]
    action: ClassVar[str]
    in_bar: ClassVar[bool] = False
    id: ClassVar[str]
    context: ClassVar[str]

    def __init_subclass__(cls) -> None:
        words = [""]
        for char in cls.__name__:
            words.extend([char.lower()] if char.isupper() else [words.pop() + char])
        cls.id = "-".join(filter(None, words))
        cls.context = ", ".join(cls.contexts)

    @classmethod
    def help(cls) -> str:
        """What the command does, in one sentence or two."""
        return " ".join((cls.__doc__ or "").split())


class Verify(Command):
    """Say that the claim under the cursor is true, and move on."""

    contexts = (READER, COMPARE, CLAIMS)
    key, label, action, in_bar = "v", "verified", "judge('verified')", True


class Dispute(Command):
    """Say that the claim under the cursor is wrong or doubtful, and move on."""

    contexts = (READER, COMPARE, CLAIMS)
    key, label, action, in_bar = "x", "disputed", "judge('disputed')", True


class AddEvidence(Command):
    """Judge the claim under the cursor with a note and with links to evidence."""

    contexts = (READER, COMPARE, CLAIMS)
    key, label, action, in_bar = "e", "evidence", "evidence", True


class Undo(Command):
    """Take back your latest step; again for the one before. It works across restarts too."""

    contexts = (READER, COMPARE, CLAIMS)
    key, label, action, in_bar = "u", "undo", "undo", True


class ReadDocument(Command):
    """Read the document under the cursor."""

    contexts = (LIBRARY,)
    key, label, action, in_bar = "enter", "read", "read", True


class OpenOverlap(Command):
    """See the paragraph under the cursor beside its closest counterpart in another document."""

    contexts = (READER,)
    key, label, action, in_bar = "enter", "compare", "open_overlap", True


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


class ReadThis(Command):
    """Read the sentence under the cursor in its document."""

    contexts = (COMPARE, CLAIMS)
    key, label, action, in_bar = "enter", "read in full", "read", True


class FilterRows(Command):
    """Show only rows that hold what you type; Esc shows all again."""

    contexts = (LIBRARY, CLAIMS)
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


class ExportSummary(Command):
    """Write the summary to a file."""

    contexts = (SUMMARY,)
    key, label, action, in_bar = "e,enter", "export", "export", True


class NextFormat(Command):
    """Preview the summary in the next format."""

    contexts = (SUMMARY,)
    key, label, action, in_bar = "f", "format", "format", True


class ShowDetail(Command):
    """Show all that is known about the claim under the cursor, in a window of its own."""

    contexts = (READER, COMPARE, CLAIMS)
    key, label, action, in_bar = "d", "details", "detail", True


class MoveDown(Command):
    """Go down: a row, or a sentence."""

    contexts = (LIBRARY, READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "j,down", "down", "move(1)"


class MoveUp(Command):
    """Go up: a row, or a sentence."""

    contexts = (LIBRARY, READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "k,up", "up", "move(-1)"


class PageDown(Command):
    """Go down by a screen."""

    contexts = (LIBRARY, READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "space,pagedown,ctrl+d", "page down", "page(1)"


class PageUp(Command):
    """Go up by a screen."""

    contexts = (LIBRARY, READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "b,pageup,ctrl+u", "page up", "page(-1)"


class GoToTop(Command):
    """Go to the beginning."""

    contexts = (LIBRARY, READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "g,home", "top", "edge(-1)"


class GoToEnd(Command):
    """Go to the end."""

    contexts = (LIBRARY, READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "G,end", "end", "edge(1)"


class CopyText(Command):
    """Copy the text under the cursor to the clipboard."""

    contexts = (READER, COMPARE, CLAIMS, SUMMARY)
    key, label, action = "y", "copy", "copy"


class ShowLibrary(Command):
    """Go to the list of documents."""

    key, label, action = "1", "library", "app.show('library')"


class ShowClaims(Command):
    """Go to the claims that people judged."""

    key, label, action, in_bar = "2", "claims", "app.show('claims')", True


class ShowSummary(Command):
    """Go to the summary, to preview and export it."""

    key, label, action, in_bar = "3", "summary", "app.show('summary')", True


class StepBack(Command):
    """End what is going on (work, a search, a selection), else go back to the screen before."""

    key, label, action = "escape", "back", "app.step_back"


class FindOverlaps(Command):
    """Look for overlaps again, after the search was stopped."""

    key, label, action = "r", "find overlaps", "app.find_overlaps"


class ChangeTheme(Command):
    """Choose other colours."""

    key, label, action = "ctrl+t", "theme", "app.change_theme"


class Help(Command):
    """Show every key of this screen and what the signs mean."""

    key, label, action, in_bar = "question_mark", "help", "app.help", True


class Quit(Command):
    """Leave. Everything is saved already."""

    key, label, action = "q", "quit", "app.quit"


COMMANDS: tuple[type[Command], ...] = tuple(Command.__subclasses__())


def commands_of(context: str) -> tuple[type[Command], ...]:
    """The commands declared for that context, in order of declaration."""
    return tuple(command for command in COMMANDS if context in command.contexts)


_SHOWN = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "equals_sign": "=",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def shown_key(keys: str, *, every: bool = False) -> str:
    """Keys as a person reads them: the first alternative, or every one."""
    names = [_SHOWN.get(key, key.replace("ctrl+", "^")) for key in keys.split(",")]
    return " ".join(names) if every else names[0]
