"""Plain text of any length to scroll through: safe, wrapped, headings a little louder than the rest."""

from typing import ClassVar

from rich.segment import Segment

from mali_reader.display import visible
from mali_reader.tui.widgets.lines import Lines
from mali_reader.tui.widgets.shown import wrap


class TextView(Lines):
    """A text, a line a paragraph."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text--heading", "text--quote", "text--text"}

    def __init__(self) -> None:
        super().__init__()
        self._paragraphs: list[str] = []
        self._rows: list[tuple[int, int, int]] = []

    def show(self, text: str) -> None:
        """Show another text from its beginning."""
        self._paragraphs = [visible(line) for line in text.split("\n")]
        self.reflow()
        self.scroll_home(animate=False)

    def lay_out(self, width: int) -> int:
        self._rows = []
        for number, paragraph in enumerate(self._paragraphs):
            indent = min(len(paragraph) - len(paragraph.lstrip(" ")), width // 2)
            (_, end), *others = wrap(paragraph, width - indent)
            self._rows.append((number, 0, end))
            self._rows.extend((number, start, last) for start, last in others)
        return len(self._rows)

    def draw_line(self, line: int) -> list[Segment]:
        number, start, end = self._rows[line]
        paragraph = self._paragraphs[number]
        look = "heading" if paragraph.startswith("#") else "quote" if paragraph.startswith(">") else "text"
        return [Segment(paragraph[start:end], self.look(f"text--{look}"))]

    def move(self, step: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=step, animate=False)

    def page(self, step: int) -> None:
        """Scroll by screens."""
        self.scroll_relative(y=step * max(1, self.size.height - 2), animate=False)

    def edge(self, step: int) -> None:
        """Scroll to the beginning or the end."""
        if step > 0:
            self.scroll_end(animate=False)
        else:
            self.scroll_home(animate=False)
