"""Long lists come back as they were packed, and what is none is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader import long_lists
from mali_reader.long_lists import packed, unpacked


@given(st.lists(st.recursive(st.integers(-9, 9) | st.text(max_size=3), st.lists, max_leaves=5)), st.integers(1, 4))
def test_what_is_packed_comes_back(rows: list[object], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_lists, "_AT_ONCE", at_once)
        assert list(unpacked(packed(rows))) == rows


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]\n5", b"[1", b"[1]\nnull"])
def test_what_is_no_list_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        list(unpacked(data))
