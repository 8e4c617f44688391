"""Columns of numbers that are told part by part."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.overlap.rows.columns import Column

_PART = st.lists(st.integers(0, 2**40), max_size=5)


@given(st.lists(_PART, max_size=5), st.integers(0, 3))
def test_all_that_is_told_is_kept_in_order(parts: list[list[int]], spare: int) -> None:
    column = Column(sum(map(len, parts)) + spare, np.uint8)
    for part in parts:
        column.add(np.array(part, dtype=np.min_scalar_type(max(part, default=0))))
    assert column.whole().tolist() == [number for part in parts for number in part]
