"""Laws of the columns that a width has room for."""

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.tui.widgets.table import GAP, Column, columns_that_fit

others = st.lists(
    st.builds(Column, st.just(""), st.integers(1, 25), st.integers(1, 8)), max_size=7, unique_by=lambda c: c.weight
)


@st.composite
def tables(draw: st.DrawFn) -> list[Column]:
    """Columns of fixed widths and different weights, and one that takes the rest."""
    columns = draw(others)
    columns.insert(draw(st.integers(0, len(columns))), Column("", 0, 9))
    return columns


@given(tables(), st.integers(1, 250))
def test_kept_columns_are_in_order_and_the_free_one_is_always_there(columns: list[Column], width: int) -> None:
    fit = columns_that_fit(columns, width)
    indexes = [index for index, _ in fit]
    assert indexes == sorted(set(indexes))
    assert any(columns[index].width == 0 for index in indexes)
    assert all(wide == columns[index].width for index, wide in fit if columns[index].width)
    assert all(wide >= 1 for _, wide in fit)


@given(tables(), st.integers(GAP + 1, 250))
def test_what_is_kept_fits(columns: list[Column], width: int) -> None:
    assert sum(wide + GAP for _, wide in columns_that_fit(columns, width)) <= width


@given(tables(), st.integers(1, 250))
def test_a_column_goes_only_after_all_lighter_ones(columns: list[Column], width: int) -> None:
    kept = {index for index, _ in columns_that_fit(columns, width)}
    dropped = [columns[index].weight for index in range(len(columns)) if index not in kept]
    assert all(columns[index].weight > max(dropped, default=0) for index in kept)


@given(tables(), st.integers(1, 250), st.integers(0, 50))
def test_more_room_never_shows_fewer_columns(columns: list[Column], width: int, more: int) -> None:
    narrow, wide = (len(columns_that_fit(columns, each)) for each in (width, width + more))
    assert narrow <= wide
