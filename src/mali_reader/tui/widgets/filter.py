"""A line to type into that comes and goes: for filtering rows, for searching a text."""

from textual.widgets import Input


class FilterInput(Input):
    """Hidden until it is opened; closing it empties it."""

    DEFAULT_CSS = """
    FilterInput { display: none; height: 1; border: none; padding: 0 1; background: $surface; }
    FilterInput.-open { display: block; }
    """

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True)

    def open(self) -> None:
        """Show the line and type into it."""
        self.add_class("-open")
        self.screen.set_focus(self)

    def close(self) -> bool:
        """Empty and hide the line; False where it was not open."""
        was_open = self.has_class("-open")
        self.remove_class("-open")
        self.value = ""
        return was_open
