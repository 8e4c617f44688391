"""What people linked as the same, drawn together, while what they called different stays apart."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Hashable, Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


Node = TypeVar("Node", bound=_Ordered)


@dataclass(frozen=True, slots=True)
class Edge(Generic[Node]):
    """Somebody's word on two nodes. `name` is unique and says which word is the older one."""

    one: Node
    other: Node
    same: bool
    name: str


def unite(edges: Iterable[Edge[Node]]) -> Mapping[Node, Node]:
    """For each node the one that stands for its set; a set is what a chain of `same` edges joins.

    Two nodes that any edge calls different are in different sets: of the edges whose chain would join them, the
    newest are left out. The order of the edges does not matter, nor which node an edge names first.
    """
    ordered = sorted(edges, key=lambda edge: (edge.name, *sorted((edge.one, edge.other))))
    parent: dict[Node, Node] = {node: node for edge in ordered for node in (edge.one, edge.other)}
    foes: defaultdict[Node, set[Node]] = defaultdict(set)

    def find(node: Node) -> Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for edge in ordered:
        if not edge.same and edge.one != edge.other:
            foes[edge.one].add(edge.other)
            foes[edge.other].add(edge.one)
    for edge in ordered:
        kept, gone = sorted((find(edge.one), find(edge.other)))
        if not edge.same or kept == gone or gone in foes[kept]:
            continue
        parent[gone] = kept
        for foe in foes.pop(gone, ()):
            foes[foe].discard(gone)
            foes[foe].add(kept)
            foes[kept].add(foe)
    return {node: find(node) for node in parent}
