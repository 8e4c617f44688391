"""Foreign text as it is shown: made safe, with signs put in, wrapped to a width, and with a map back to its offsets."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from rich.cells import cell_len, chop_cells, set_cell_size

from mali_reader.display import visible

Sign = tuple[int, str]
"""An offset in the source, and a character to show before the one that stands there."""

_WORD = re.compile(r"[^ ]+ *")


class ShownText:
    """`text[start:end]` as it is shown, and the way from one to the other. Source offsets are code points of `text`."""

    def __init__(self, text: str, start: int, end: int, signs: Iterable[Sign] = ()) -> None:
        self.start = start
        self.end = end
        put = sorted(signs, key=lambda sign: sign[0])
        self._before = [offset for offset, _ in put]
        self._at = [offset - start + number for number, offset in enumerate(self._before)]
        self.signs: tuple[Sign, ...] = tuple(zip(self._at, (sign for _, sign in put), strict=True))
        """The signs, each with the index where it is shown."""
        pieces, done = [], start
        for offset, sign in put:
            pieces += [visible(text[done:offset]), sign]
            done = offset
        self.string = "".join([*pieces, visible(text[done:end])])

    def to_shown(self, offset: int) -> int:
        """Where the source character at that offset is shown."""
        return offset - self.start + bisect_right(self._before, offset)

    def to_source(self, index: int) -> int:
        """The source offset of what is shown there; for a sign, of the character that it stands before."""
        return min(self.end, self.start + index - bisect_left(self._at, index))

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Where a source span is shown, cut to this text; signs before its first character are not in it."""
        first, last = max(start, self.start), min(end, self.end)
        return (0, 0) if last <= first else (self.to_shown(first), self.to_shown(last - 1) + 1)


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Rows of at most `width` cells, as code point ranges of `text`; breaks at spaces, and inside what is too long.

    The spaces at a break belong to no row. There is always at least one row.
    """
    width = max(1, width)
    rows: list[tuple[int, int]] = []
    first = last = used = 0
    for match in _WORD.finditer(text):
        word = match[0].rstrip(" ")
        start, end = match.start(), match.start() + len(word)
        cells = cell_len(word)
        gap = start - last if last > first else 0
        if last > first and used + gap + cells <= width:
            last, used = end, used + gap + cells
            continue
        if last > first:
            rows.append((first, last))
        first, last, used = start, end, cells
        if cells > width:
            *full, rest = chop_cells(word, width)
            for piece in full:
                rows.append((first, first + len(piece)))
                first += len(piece)
            used = cell_len(rest)
    rows.append((first, last))
    return rows


def cut_to_cells(text: str, width: int) -> str:
    """`text`, cut to that many cells with an ellipsis where it is longer."""
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def index_at_cell(text: str, row: tuple[int, int], cell: int) -> int:
    """The index of the character at that cell of a row; past the end, the row's end."""
    used = 0
    for index in range(*row):
        used += cell_len(text[index])
        if cell < used:
            return index
    return row[1]
