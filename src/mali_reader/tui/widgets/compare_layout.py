"""Where two documents go side by side: pairs of blocks, their sentences in rows of two cells. Pure: no colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.diffs.enclosing import enclosing
from mali_reader.overlap.diffs.side_by_side import side_by_side
from mali_reader.overlap.model import Change, Overlap, SentencePair
from mali_reader.tui.widgets.document_layout import Mark
from mali_reader.tui.widgets.shown import ShownText, wrap
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS

LEFT, RIGHT = 0, 1
DIVIDER = 3
POINTER = 2


@dataclass(frozen=True)
class Cell:
    """One side of a row: a span of a document, the words of it that differ, and what people judged in it.

    A changed span of no length is where words are left out.
    """

    document: Document
    span: Span
    changed: tuple[Span, ...]
    marks: tuple[Mark, ...]

    @cached_property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """Where the marks around the differing words begin and end: no bracket or quotation mark loses its partner."""
        whole = self.span.start, self.span.end
        return tuple(enclosing(self.document.text, span.start, span.end, whole) for span in self.changed)

    @cached_property
    def shown(self) -> ShownText:
        """The text as it is shown: differing words between ‹ ›, a sign before what is judged."""
        signs = [(mark.start, SIGN_OF_STATUS[mark.status]) for mark in self.marks]
        signs += [(start, "‹") for start, _ in self.marked]
        signs += [(end, "›") for _, end in self.marked]
        return ShownText(self.document.text, self.span.start, self.span.end, signs)

    def rows(self, width: int) -> list[tuple[int, int]]:
        """The rows of what is shown, as `wrap` makes them; those of the last width are kept."""
        if width not in self._rows:
            self._rows.clear()
            self._rows[width] = wrap(self.shown.string, width)
        return self._rows[width]

    @cached_property
    def _rows(self) -> dict[int, list[tuple[int, int]]]:
        return {}


@dataclass(frozen=True)
class Stop:
    """A row that the cursor stops at: corresponding sentences, or one that stands alone."""

    overlap: int
    cells: tuple[Cell | None, Cell | None]
    pair: SentencePair | None

    @property
    def differs(self) -> bool:
        """Whether words of it differ, or one side of it is missing."""
        return None in self.cells or any(cell.changed for cell in self.cells if cell)

    @property
    def moved(self) -> bool:
        """Whether the corresponding sentence stands in another order."""
        return self.pair is not None and self.pair.moved


def stops_of(
    left: Document,
    right: Document,
    overlaps: Sequence[Overlap],
    changes: Sequence[Sequence[tuple[Change, ...]]],
    marks: tuple[Sequence[Mark], Sequence[Mark]],
) -> tuple[Stop, ...]:
    """Every row of those overlaps. `changes[i][j]` are the changes of the j-th sentence pair of the i-th overlap."""
    stops: list[Stop] = []
    for number, overlap in enumerate(overlaps):
        differing = dict(zip(overlap.sentences, changes[number], strict=True))
        for row in side_by_side(left, right, overlap):
            words = differing.get(row.pair, ()) if row.pair else ()
            cells = (
                _cell(left, row.left, [change.left for change in words], marks[LEFT]),
                _cell(right, row.right, [change.right for change in words], marks[RIGHT]),
            )
            stops.append(Stop(number, cells, row.pair))
    return tuple(stops)


def _cell(document: Document, span: Span | None, changed: Sequence[Span], marks: Sequence[Mark]) -> Cell | None:
    if span is None:
        return None
    return Cell(document, span, tuple(c for c in changed if c.start < c.end), _inside(span, marks))


def _inside(span: Span, marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if span.start <= mark.start < span.end)


def marked_anew(stops: Sequence[Stop], marks: tuple[Sequence[Mark], Sequence[Mark]]) -> tuple[Stop, ...]:
    """The same rows with other verdicts; a cell in which none changed stays what it is."""
    return tuple(
        replace(
            stop, cells=(_marked_anew(stop.cells[LEFT], marks[LEFT]), _marked_anew(stop.cells[RIGHT], marks[RIGHT]))
        )
        for stop in stops
    )


def _marked_anew(cell: Cell | None, marks: Sequence[Mark]) -> Cell | None:
    if cell is None or (inside := _inside(cell.span, marks)) == cell.marks:
        return cell
    return replace(cell, marks=inside)


@dataclass(frozen=True)
class CompareRow:
    """A line: what each side shows of its cell (a range of its shown text), or nothing; `first` of its sentence."""

    stop: int
    parts: tuple[tuple[int, int] | None, tuple[int, int] | None]
    first: bool = False


@dataclass(frozen=True)
class PairRow:
    """A line that names a pair of blocks."""

    overlap: int


Row = CompareRow | PairRow | None


class CompareLayout:
    """The rows of a comparison at a width; `unified` puts the sides one under the other."""

    def __init__(self, stops: Sequence[Stop], width: int, *, unified: bool) -> None:
        self.unified = unified
        self.column = width - POINTER - 1 if unified else (width - DIVIDER) // 2 - POINTER
        self.rows: list[Row] = []
        self.lines: dict[int, tuple[int, int]] = {}
        last = -1
        for number, stop in enumerate(stops):
            if stop.overlap != last:
                self.rows.append(PairRow(stop.overlap))
                last = stop.overlap
            start = len(self.rows)
            self.rows += self._unified(number, stop) if unified else self._aligned(number, stop)
            self.lines[number] = (start, len(self.rows) - 1)
            self.rows.append(None)

    def _aligned(self, number: int, stop: Stop) -> list[Row]:
        left, right = (self._wrapped(cell) for cell in stop.cells)
        height = max(len(left), len(right), 1)
        left += [None] * (height - len(left))
        right += [None] * (height - len(right))
        return [CompareRow(number, parts, not i) for i, parts in enumerate(zip(left, right, strict=True))]

    def _unified(self, number: int, stop: Stop) -> list[Row]:
        left, right = (self._wrapped(cell) for cell in stop.cells)
        return [
            *(CompareRow(number, (part, None), not i) for i, part in enumerate(left)),
            *(CompareRow(number, (None, part), not i) for i, part in enumerate(right)),
        ]

    def _wrapped(self, cell: Cell | None) -> list[tuple[int, int] | None]:
        return [] if cell is None else list(cell.rows(self.column))

    def side_at(self, x: int) -> int:
        """Which side that column of the screen belongs to."""
        return LEFT if self.unified or x < POINTER + self.column + 1 else RIGHT
