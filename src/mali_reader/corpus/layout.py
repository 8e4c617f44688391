"""Text into runs: the lines that belong together, and what markup says of them.

Three layouts occur, often in one file: paragraphs set off by blank lines, one paragraph a line, and paragraphs whose
lines were broken at a width. A line end is held for a mere break where the next word would not have fitted.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

_NARROWEST, _WIDEST = 40, 120
"""Between how many columns text is broken by machines and typists."""
_LONGEST_WORD = 16
"""What counts of a word that would not have fitted: scripts without spaces make whole lines of one."""
_LONGEST_HEADING = 150

_DECORATION = re.compile(r"[-=_*~#|:+.•·–—\s]{3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=[^#\s])")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"[-*+•‣◦][ \t]+(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[.)][ \t]+(?=\S)")
_FENCE = re.compile(r"`{3,}|~{3,}")


class Shape(Enum):
    """What markup says of a run."""

    PLAIN = auto()
    HEADING = auto()
    ITEM = auto()
    QUOTE = auto()
    CODE = auto()


class Run(NamedTuple):
    """Lines that belong together: `text[start:end]` without the marker and the white space around it."""

    start: int
    end: int
    shape: Shape = Shape.PLAIN


class _Line(NamedTuple):
    content: str
    start: int
    indent: int
    gap: bool
    """Whether the line above it is blank or decoration, or there is none."""


def runs_of(text: str, start: int = 0, *, markdown: bool) -> tuple[Run, ...]:
    """The runs of `text[start:]`, in order and disjoint, none of them blank.

    Left out are heading, list and quote markers before a run, underlines, and lines of nothing but decoration. A
    quoted paragraph of several lines is one run, which holds the markers of all lines but its first. Quotes, numbered
    items and code fences are heeded in Markdown alone.
    """
    lines = list(_lines(text, start))
    width = _wrap_width(lines)
    runs: list[Run] = []
    previous: _Line | None = None
    fenced_until = -1
    for line, closes_at in zip(lines, _fences(lines) if markdown else (None,) * len(lines), strict=True):
        if line.start < fenced_until:
            continue
        if closes_at is not None:
            runs.append(Run(line.start, closes_at, Shape.CODE))
            fenced_until, previous = closes_at, None
            continue
        if _DECORATION.fullmatch(line.content):
            if previous and not line.gap and _underlines(line, previous, runs[-1]):
                runs[-1] = runs[-1]._replace(shape=Shape.HEADING)
            previous = None
            continue
        run = _run(line, markdown)
        if run is None:
            previous = None
        elif previous and not line.gap and _continues(line, run.shape, previous, runs[-1], width):
            runs[-1] = runs[-1]._replace(end=run.end)
            previous = line
        else:
            runs.append(run)
            previous = line
    return tuple(runs)


def _lines(text: str, start: int) -> Iterator[_Line]:
    gap = True
    for raw in text[start:].split("\n"):
        if content := raw.strip():
            indent = len(raw) - len(raw.lstrip())
            yield _Line(content, start + indent, indent, gap)
            gap = _DECORATION.fullmatch(content) is not None
        else:
            gap = True
        start += len(raw) + 1


def _fences(lines: list[_Line]) -> list[int | None]:
    """For each line where the code fence ends that it opens, or None. A fence that nothing closes is no fence."""
    ends: list[int | None] = [None] * len(lines)
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line.content)
        if fence is None:
            continue
        if opened is None:
            opened = number, fence[0]
        elif fence[0].startswith(opened[1]) and fence.end() == len(line.content):
            ends[opened[0]] = line.start + len(line.content)
            opened = None
    return ends


def _run(line: _Line, markdown: bool) -> Run | None:
    """What a line is when it stands alone; None for a quote marker with nothing behind it."""
    end = line.start + len(line.content)
    if heading := _HEADING.match(line.content):
        unclosed = line.content.rstrip("#")
        if unclosed[-1].isspace():
            end = line.start + len(unclosed.rstrip())
        return Run(line.start + heading.end(), end, Shape.HEADING)
    if markdown and (quote := _QUOTE.match(line.content)):
        blank = len(line.content) - len(line.content[quote.end() :].lstrip())
        return Run(line.start + blank, end, Shape.QUOTE) if blank < len(line.content) else None
    if item := _BULLET.match(line.content) or (markdown and _NUMBER.match(line.content)) or None:
        return Run(line.start + item.end(), end, Shape.ITEM)
    return Run(line.start, end)


def _underlines(line: _Line, previous: _Line, run: Run) -> bool:
    return (
        _UNDERLINE.fullmatch(line.content) is not None
        and run.shape is Shape.PLAIN
        and run.start == previous.start
        and len(previous.content) <= _LONGEST_HEADING
        and not previous.content.endswith((".", ";", ","))
    )


def _continues(line: _Line, shape: Shape, previous: _Line, run: Run, width: int) -> bool:
    if Shape.QUOTE in (shape, run.shape):
        return shape is run.shape
    if shape is Shape.ITEM and run.shape is Shape.PLAIN and _NUMBER.match(line.content):
        return not line.content.startswith("1") and _breaks_softly(previous, line, width)
    if shape is not Shape.PLAIN or run.shape is Shape.HEADING:
        return False
    if line.indent > previous.indent:
        return run.shape is Shape.ITEM
    return _breaks_softly(previous, line, width)


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the lines were broken, in code points, or 0 where line ends are paragraph ends.

    Broken text shows in lines that go on in lower case and in lines that the next word would have made too long.
    """
    breaks = [
        (above, below)
        for above, below in pairwise(lines)
        if not below.gap and len(above.content) <= _WIDEST and len(below.content) <= _WIDEST
    ]
    carried = [len(above.content) for above, below in breaks if _goes_on(below)]
    width = max(carried, default=0)
    if width < _NARROWEST:
        return 0
    long = [(above, below) for above, below in breaks if 2 * len(above.content) > width]
    full = sum(_is_full(above, below, width) for above, below in long)
    return width if 3 * len(carried) >= len(long) and 4 * full >= 3 * len(long) else 0


def _breaks_softly(above: _Line, below: _Line, width: int) -> bool:
    if not width or len(below.content) > _WIDEST:
        return False
    return _is_full(above, below, width) or (_goes_on(below) and 2 * len(above.content) > width)


def _is_full(above: _Line, below: _Line, width: int) -> bool:
    first_word = below.content[: _LONGEST_WORD + 1].split(None, 1)[0]
    return 20 * (len(above.content) + 1 + len(first_word)) > 17 * width


def _goes_on(line: _Line) -> bool:
    return line.content[0].isalpha() and not line.content[0].isupper()
