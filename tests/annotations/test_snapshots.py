"""Adding to what is known of a file gives the bytes that writing all of it anew would."""

from hypothesis import example, given
from hypothesis import strategies as st

from mali_reader.annotations.layout import DEFAULT_TABLE, Rows, absorb, put, read, render
from mali_reader.annotations.snapshots import Snapshot, change, take

ROWS = st.dictionaries(
    st.integers(1, 300), st.integers(0, 3).map(lambda number: b'{"id":"%d"}' % number), min_size=1, max_size=130
)
FEW = st.dictionaries(
    st.integers(1, 400), st.integers(0, 3).map(lambda number: b'{"id":"%d"}' % number), min_size=1, max_size=4
)


def united(rows: Rows, added: Rows) -> Rows:
    """Both, in order."""
    all_of_it = dict(rows)
    for key, raw in added.items():
        put(all_of_it, key, raw)
    return dict(sorted(all_of_it.items()))


@given(ROWS, st.lists(FEW, max_size=5))
@example({1: b"{}"}, [{2: b"{}"}, {4: b"{}"}, {3: b"{}"}, {1: b"[]"}])
def test_each_change_gives_the_bytes_of_the_whole(rows: Rows, steps: list[Rows]) -> None:
    data = render({DEFAULT_TABLE: rows})
    now = take(data, None, Snapshot())
    for added in steps:
        changes = absorb(now.rows, added.items())
        before, rows = now, united(rows, added)
        if changes:
            now = change(now, {DEFAULT_TABLE: changes}, now)
        written = b"".join(now.parts)
        assert written == render({DEFAULT_TABLE: rows})
        assert now.rows == rows
        assert list(now.rows) == sorted(rows)
        assert take(written, None, before).reading == read(written)


def test_a_file_whose_keys_are_spelt_in_another_way_is_not_cut_in_the_middle() -> None:
    data = b'{"_default":{\n "1":{"a":1}\n,"0005":{"a":5}\n,"7":{"a":7}\n}}\n'
    now = take(data, None, Snapshot())
    after = change(now, {DEFAULT_TABLE: {4: b'{"a":4}'}}, now)
    written = b"".join(after.parts)
    assert read(written).unreadable == ()
    assert read(written).tables[DEFAULT_TABLE] == {key: b'{"a":%d}' % key for key in (1, 4, 5, 7)}
