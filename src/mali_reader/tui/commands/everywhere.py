"""What one does anywhere."""

from mali_reader.tui.commands.command import Command


class ShowLibrary(Command):
    """Go to the list of documents."""

    key, label, action, in_bar = "1", "library", "app.show('library')", True


class ShowClaims(Command):
    """Go to the claims that people judged."""

    key, label, action, in_bar = "2", "claims", "app.show('claims')", True


class ShowSummary(Command):
    """Go to the summary, to preview and export it."""

    key, label, action, in_bar = "3", "summary", "app.show('summary')", True


class ShowSynopsis(Command):
    """Go to the synopsis: passages down, documents across."""

    key, label, action, in_bar = "4", "synopsis", "app.show('synopsis')", True


class ShowDiscrepancies(Command):
    """Go to the discrepancies: where documents contradict each other."""

    key, label, action, in_bar = "5", "discrepancies", "app.show('discrepancies')", True


class ShowOrigins(Command):
    """Go to the origins: who copied whom."""

    key, label, action, in_bar = "6", "origins", "app.show('origins')", True


class StepBack(Command):
    """End what is going on (work, a search, a selection), else go back to the screen before."""

    key, label, action = "escape", "back", "app.step_back"


class FindOverlaps(Command):
    """Look for overlaps again, after the search was stopped; read the reports anew, after some changed on disk."""

    key, label, action = "r", "read anew", "app.find_overlaps"


class ToggleBlind(Command):
    """Hide what others say of a claim until you judged it yourself, or show it again."""

    key, label, action = "B", "blind", "app.toggle_blind"


class ChangeTheme(Command):
    """Choose other colours."""

    key, label, action = "ctrl+t", "theme", "app.change_theme"


class Quit(Command):
    """Leave. Everything is saved already."""

    key, label, action, in_bar = "q", "quit", "app.quit", True


class Help(Command):
    """Show every key of this screen and what the signs mean."""

    key, label, action, in_bar = "question_mark", "help", "app.help", True
