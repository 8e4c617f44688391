import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.sparse import csgraph

from mali_reader.overlap.scores.copies import connected_components

_COUNT = 30
_LINKS = st.lists(st.tuples(st.integers(0, _COUNT - 1), st.integers(0, _COUNT - 1)), max_size=60)


@given(_LINKS)
def test_what_is_joined_is_what_scipy_says(pairs: list[tuple[int, int]]) -> None:
    links = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    found = connected_components(links[:, 0], links[:, 1], _COUNT)
    graph = sparse.coo_array((np.ones(len(links)), (links[:, 0], links[:, 1])), shape=(_COUNT, _COUNT))
    _, expected = csgraph.connected_components(graph, directed=False)
    firsts = {label: int(np.flatnonzero(expected == label)[0]) for label in set(expected.tolist())}
    assert found.tolist() == [firsts[label] for label in expected.tolist()]


def test_a_long_chain_is_one() -> None:
    order = np.random.default_rng(0).permutation(20_000)
    assert not connected_components(order[:-1], order[1:], len(order)).any()
