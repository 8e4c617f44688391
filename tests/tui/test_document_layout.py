"""Laws of where the text of a document goes."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mali_reader.corpus.model import BlockKind
from mali_reader.tui.widgets.document_layout import GUTTER, DocumentLayout, FoldRow, TextRow, WrapCache

from .making import all_sentences, documents, marks

widths = st.integers(GUTTER + 4, 120)


@given(st.data(), widths, st.booleans())
def test_every_sentence_has_lines_and_every_line_shows_what_it_says(
    data: st.DataObject, width: int, folded: bool
) -> None:
    document = data.draw(documents())
    layout = DocumentLayout(document, data.draw(marks(document)), width, folded=folded, cache={})
    shown_blocks = [b for b in document.blocks if not (folded and b.kind is BlockKind.FURNITURE)]
    for block in shown_blocks:
        for sentence in block.sentences:
            first, last = layout.lines_of(sentence.start, sentence.end)
            rows = [layout.rows[line] for line in range(first, last + 1)]
            assert all(isinstance(row, TextRow) and layout.block(row) == block for row in rows)
    for row in layout.rows:
        if isinstance(row, TextRow):
            assert cell_len(layout.shown(row.block).string[row.start : row.end]) <= width - GUTTER


@given(st.data(), widths)
def test_the_cell_where_a_character_is_shown_leads_back_to_it(data: st.DataObject, width: int) -> None:
    document = data.draw(documents())
    layout = DocumentLayout(document, data.draw(marks(document)), width, folded=False, cache={})
    for start, end in all_sentences(document):
        for offset in range(start, end):
            if not document.text[offset].strip():
                continue
            line = layout.lines_of(offset, offset + 1)[0]
            row = layout.rows[line]
            assert isinstance(row, TextRow)
            shown = layout.shown(row.block)
            index = shown.to_shown(offset)
            if cell_len(shown.string[index]):
                x = GUTTER + sum(cell_len(char) for char in shown.string[row.start : index])
                assert layout.offset_at(x, line) == offset


@given(st.data(), widths)
def test_folding_hides_furniture_and_says_how_much(data: st.DataObject, width: int) -> None:
    document = data.draw(documents())
    layout = DocumentLayout(document, (), width, folded=True, cache={})
    hidden = sum(block.kind is BlockKind.FURNITURE for block in document.blocks)
    assert sum(row.blocks for row in layout.rows if isinstance(row, FoldRow)) == hidden
    kinds = {layout.block(row).kind for row in layout.rows if isinstance(row, TextRow)}
    assert BlockKind.FURNITURE not in kinds


@given(st.data(), widths)
def test_a_layout_from_the_cache_is_the_one_made_anew(data: st.DataObject, width: int) -> None:
    document = data.draw(documents())
    cache: WrapCache = {}
    for _ in range(3):
        wanted = data.draw(marks(document))
        again = DocumentLayout(document, wanted, width, folded=False, cache=cache)
        assert again.rows == DocumentLayout(document, wanted, width, folded=False, cache={}).rows
