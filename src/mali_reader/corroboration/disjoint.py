"""Disjoint sets: what is joined, step by step, belongs together (Galler and Fischer 1964, paths halved)."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class DisjointSets(Generic[Member]):
    """Sets that have no member in common. Whoever is not joined to another is a set alone."""

    def __init__(self) -> None:
        self._parent: dict[Member, Member] = {}

    def find(self, member: Member) -> Member:
        """The member that stands for the set of another."""
        parent = self._parent
        above = parent.setdefault(member, member)
        while above is not member:
            parent[member] = member = parent[above]
            above = parent[member]
        return member

    def join(self, one: Member, other: Member) -> bool:
        """Unites the sets of two members; False where they were one set before."""
        first, second = self.find(one), self.find(other)
        self._parent[second] = first
        return first is not second

    def sets(self) -> list[list[Member]]:
        """The sets, each in the order in which its members were met first."""
        found: defaultdict[Member, list[Member]] = defaultdict(list)
        for member in self._parent:
            found[self.find(member)].append(member)
        return list(found.values())
