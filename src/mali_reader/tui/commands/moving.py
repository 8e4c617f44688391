"""How one moves, on every screen in the same way."""

from mali_reader.tui.commands.command import SCREENS, Command


class MoveDown(Command):
    """Go down: a row, or a sentence."""

    contexts = SCREENS
    key, label, action = "j,down", "down", "move(1)"


class MoveUp(Command):
    """Go up: a row, or a sentence."""

    contexts = SCREENS
    key, label, action = "k,up", "up", "move(-1)"


class PageDown(Command):
    """Go down by a screen."""

    contexts = SCREENS
    key, label, action = "space,pagedown,ctrl+d", "page down", "page(1)"


class PageUp(Command):
    """Go up by a screen."""

    contexts = SCREENS
    key, label, action = "b,pageup,ctrl+u", "page up", "page(-1)"


class GoToTop(Command):
    """Go to the beginning."""

    contexts = SCREENS
    key, label, action = "g,home", "top", "edge(-1)"


class GoToEnd(Command):
    """Go to the end."""

    contexts = SCREENS
    key, label, action = "G,end", "end", "edge(1)"
