"""Laws of two texts side by side: every sentence once, rows aligned, nothing wider than its column."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mali_reader.corpus.model import BlockKind, Document, Span
from mali_reader.overlap.diffs.side_by_side import side_by_side
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.tui.widgets.compare_layout import (
    POINTER,
    Cell,
    CompareLayout,
    CompareRow,
    PairRow,
    Stop,
    marked_anew,
    stops_of,
)
from mali_reader.tui.widgets.document_layout import Mark

from .making import documents, marks

paragraphs = st.just(BlockKind.PARAGRAPH)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Document, Document, Overlap]:
    """Two documents, and an overlap of their first blocks with some of the sentences paired, in any order."""
    left, right = draw(documents("a", paragraphs)), draw(documents("b", paragraphs))
    here, there = left.blocks[0].sentences, list(right.blocks[0].sentences)
    there = draw(st.permutations(there))
    count = draw(st.integers(0, min(len(here), len(there))))
    chosen = sorted(draw(st.permutations(here))[:count], key=lambda sentence: sentence.start)
    pairs = tuple(
        SentencePair(OverlapKind.EDITED, 0.5, left.span(one), right.span(other), moved=False)
        for one, other in zip(chosen, there, strict=False)
    )
    return left, right, Overlap(OverlapKind.EDITED, 0.5, left.span(left.blocks[0]), right.span(right.blocks[0]), pairs)


@given(cases())
def test_every_sentence_of_both_blocks_appears_exactly_once(case: tuple[Document, Document, Overlap]) -> None:
    left, right, overlap = case
    rows = side_by_side(left, right, overlap)
    assert [row.left for row in rows if row.left] == [left.span(each) for each in left.blocks[0].sentences]
    seen = sorted(row.right for row in rows if row.right)
    assert seen == [right.span(each) for each in right.blocks[0].sentences]
    assert {(row.left, row.right) for row in rows if row.pair} == {(p.left, p.right) for p in overlap.sentences}
    assert all(row.left or row.right for row in rows)


@given(cases(), st.data())
def test_a_pair_of_joined_sentences_is_one_row(case: tuple[Document, Document, Overlap], data: st.DataObject) -> None:
    left, right, _ = case
    here, there = left.blocks[0].sentences, right.blocks[0].sentences
    last = data.draw(st.integers(0, len(here) - 1))
    joined = SentencePair(
        OverlapKind.EDITED, 0.5, Span("a", here[0].start, here[last].end), right.span(there[0]), moved=False
    )
    overlap = Overlap(OverlapKind.EDITED, 0.5, left.span(left.blocks[0]), right.span(right.blocks[0]), (joined,))
    rows = side_by_side(left, right, overlap)
    assert [row.left for row in rows if row.left] == [joined.left, *(left.span(each) for each in here[last + 1 :])]
    assert [row.right for row in rows if row.right] == [right.span(each) for each in there]


def test_a_mark_parts_no_bracket_from_its_partner() -> None:
    text = "Seized in 2021 (again) by them."
    document = Document("a", "a.txt", text, "", "a", ())
    cell = Cell(document, Span("a", 0, len(text)), (Span("a", 10, 21),), ())
    assert cell.shown.string == "Seized in ‹2021 (again)› by them."


def test_where_words_are_left_out_a_mark_holds_nothing() -> None:
    text = "They were informed."
    document = Document("a", "a.txt", text, "", "a", ())
    cell = Cell(document, Span("a", 0, len(text)), (Span("a", 0, 4), Span("a", 10, 10)), ())
    assert cell.shown.string == "‹They› were ‹›informed."


@given(cases(), st.data(), st.integers(20, 120), st.booleans())
def test_rows_cover_every_cell_in_order_and_fit_their_column(
    case: tuple[Document, Document, Overlap], data: st.DataObject, width: int, unified: bool
) -> None:
    left, right, overlap = case
    signs = (data.draw(marks(left)), data.draw(marks(right)))
    stops = stops_of(left, right, [overlap], [[() for _ in overlap.sentences]], signs)
    layout = CompareLayout(stops, width, unified=unified)
    assert [row for row in layout.rows if isinstance(row, PairRow)] == [PairRow(0)]
    for number, stop in enumerate(stops):
        first, last = layout.lines[number]
        rows = [row for row in layout.rows[first : last + 1] if isinstance(row, CompareRow)]
        assert len(rows) == last - first + 1
        assert {row.stop for row in rows} == {number}
        for side, cell in enumerate(stop.cells):
            told = [row.first for row in rows if row.parts[side]]
            assert told == [True, *[False] * (len(told) - 1)][: len(told)]
            assert bool(told) is (cell is not None)
        for side, cell in enumerate(stop.cells):
            parts = [part for row in rows if (part := row.parts[side])]
            string = cell.shown.string if cell else ""
            assert "".join(string[a:b] for a, b in parts).replace(" ", "") == string.replace(" ", "")
            assert all(cell_len(string[a:b]) <= layout.column for a, b in parts)
    assert layout.column + POINTER <= width


@given(cases(), st.integers(20, 120))
def test_columns_belong_to_the_side_that_is_drawn_there(case: tuple[Document, Document, Overlap], width: int) -> None:
    left, right, overlap = case
    layout = CompareLayout(
        stops_of(left, right, [overlap], [[() for _ in overlap.sentences]], ((), ())), width, unified=False
    )
    assert layout.side_at(0) == layout.side_at(POINTER + layout.column - 1) == 0
    assert layout.side_at(width - 1) == layout.side_at(POINTER + layout.column + 3) == 1


@given(cases(), st.data())
def test_other_verdicts_on_the_same_rows_are_as_if_they_had_been_there(
    case: tuple[Document, Document, Overlap], data: st.DataObject
) -> None:
    left, right, overlap = case
    before, after = ((data.draw(marks(left)), data.draw(marks(right))) for _ in range(2))

    def stops(of: tuple[tuple[Mark, ...], tuple[Mark, ...]]) -> tuple[Stop, ...]:
        return stops_of(left, right, [overlap], [[() for _ in overlap.sentences]], of)

    drawn = stops(before)
    CompareLayout(drawn, 60, unified=False)
    anew = marked_anew(drawn, after)
    assert anew == stops(after)
    assert CompareLayout(anew, 60, unified=False).rows == CompareLayout(stops(after), 60, unified=False).rows
