"""Choosing a span by the keyboard: one end moves by words, the other stays."""

import re
from dataclasses import dataclass, replace

_WORD = re.compile(r"\w(?:[\w'’.,-]*\w)?|[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """A span of a text, `start` to `end` in code points, and which end moves."""

    start: int
    end: int
    at_end: bool = True

    def swapped(self) -> "Selection":
        """The same span, with the other end to move."""
        return replace(self, at_end=not self.at_end)

    def moved(self, step: int, text: str, bounds: tuple[int, int]) -> "Selection":
        """The moving end a word further (or back), inside `bounds`; the span never gets empty."""
        words = [match.span() for match in _WORD.finditer(text, *bounds)]
        if self.at_end:
            ends = [end for _, end in words if end > self.start]
            new = _beyond(ends, self.end, step)
            return self if new is None else replace(self, end=new)
        starts = [start for start, _ in words if start < self.end]
        new = _beyond(starts, self.start, step)
        return self if new is None else replace(self, start=new)


def whole_words(start: int, end: int, text: str, bounds: tuple[int, int]) -> tuple[int, int]:
    """The span widened to whole words, inside `bounds`."""
    touched = [m.span() for m in _WORD.finditer(text, *bounds) if m.start() < end and m.end() > start]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _beyond(places: list[int], here: int, step: int) -> int | None:
    further = [place for place in places if (place > here if step > 0 else place < here)]
    if not further:
        return None
    return further[0] if step > 0 else further[-1]
