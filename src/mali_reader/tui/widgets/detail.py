"""The margin: what is known about the claim under the cursor."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from mali_reader.display import one_line, visible_lines


@dataclass(frozen=True)
class Line:
    """A line of the margin: a sign with its look, and what it says. Both are made safe here."""

    text: str
    sign: str = ""
    look: str = ""
    strong: bool = False


class Detail(VerticalScroll, can_focus=False):
    """A few lines about one claim, wrapped, scrolling where they are many."""

    DEFAULT_CSS = """
    Detail { background: $surface; padding: 0 1; scrollbar-size-vertical: 1; }
    Detail Static { width: 1fr; }
    """
    ALLOW_SELECT = False

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        pieces: list[tuple[str, str]] = []
        for line in lines:
            if line.sign:
                pieces.append((f"{line.sign} ", line.look))
            pieces.append((visible_lines(line.text) + "\n", "bold" if line.strong else "" if line.sign else "$quiet"))
        self.query_one(Static).update(Content.assemble(*pieces))
        self.scroll_home(animate=False)


def quoted(text: str, width: int = 160) -> Line:
    """A quotation as the heading of the margin."""
    return Line(f"“{one_line(text, width)}”", strong=True)
