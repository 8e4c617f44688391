"""What the screens share that hold a table and a line to filter it by."""

from textual import on
from textual.widgets import Input

from mali_reader.tui.screens.base import BaseScreen
from mali_reader.tui.widgets.filter import FilterInput
from mali_reader.tui.widgets.table import Table

NOTHING = "Nothing holds what you typed; esc shows all again."


class FilteringScreen(BaseScreen):
    """A screen whose rows are those that hold what is typed; `wanted` is that, in words to look for."""

    wanted: tuple[str, ...] = ()

    def show_rows(self) -> None:
        """Show the rows that hold all that is wanted."""
        raise NotImplementedError

    @property
    def mover(self) -> Table:
        return self.query_one(Table)

    def holds(self, text: str) -> bool:
        """Whether a row of that text is one to show."""
        folded = text.casefold()
        return all(word in folded for word in self.wanted)

    def action_filter(self) -> None:
        self.query_one(FilterInput).open()

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        self.wanted = tuple(event.value.casefold().split())
        self.mover.nothing = NOTHING if self.wanted else ""
        self.show_rows()

    @on(Input.Submitted)
    def _filtered(self) -> None:
        self.mover.focus()

    def step_back(self) -> bool:
        open_before = self.query_one(FilterInput).close()
        if open_before:
            self.mover.focus()
        return open_before
