"""What people link as the same is one; what they call different is not, whatever chain would join it."""

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.review.linking import Edge, unite

EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=20).map(
    lambda drawn: [Edge(one, other, same, f"{number:03}") for number, (one, other, same) in enumerate(drawn)]
)


def sets(edges: list[Edge[int]]) -> set[frozenset[int]]:
    root = unite(edges)
    return {frozenset(node for node in root if root[node] == one) for one in root.values()}


@given(EDGES, st.randoms())
def test_neither_order_nor_direction_matters(edges: list[Edge[int]], random: object) -> None:
    turned = [Edge(edge.other, edge.one, edge.same, edge.name) for edge in edges]
    random.shuffle(turned)  # type: ignore[attr-defined]
    assert unite(turned) == unite(edges)


@given(EDGES)
def test_what_is_called_different_is_never_one(edges: list[Edge[int]]) -> None:
    root = unite(edges)
    assert all(root[edge.one] != root[edge.other] for edge in edges if not edge.same and edge.one != edge.other)


@given(EDGES)
def test_without_a_different_word_a_chain_is_one(edges: list[Edge[int]]) -> None:
    same = [edge for edge in edges if edge.same]
    root = unite(same)
    assert all(root[edge.one] == root[edge.other] for edge in same)
    joined = {node: {node} for node in root}
    for edge in same:
        together = joined[edge.one] | joined[edge.other]
        joined.update(dict.fromkeys(together, together))
    assert sets(same) == {frozenset(one) for one in joined.values()}


@given(EDGES)
def test_one_stands_for_each_set(edges: list[Edge[int]]) -> None:
    root = unite(edges)
    assert all(root[one] == one for one in root.values())


def test_of_a_chain_that_would_join_what_differs_the_newest_link_gives_way() -> None:
    edges = [Edge(1, 2, True, "a"), Edge(2, 3, True, "b"), Edge(1, 3, False, "c")]
    assert sets(edges) == {frozenset({1, 2}), frozenset({3})}
