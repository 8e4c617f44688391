"""Documents that copied one another, as trees: each below the one that it took most from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mali_reader.corpus.model import Document
from mali_reader.corroboration.disjoint import DisjointSets
from mali_reader.corroboration.model import Dependence

DEEPEST = 12
"""Rails of so many levels are kept; a chain of a thousand copies needs no more to be read."""


class Branch(NamedTuple):
    """A document in the tree of its origin.

    `above` is the document that it hangs on and `through` the dependence that joins the two, both None at the top.
    `depth` counts from 0 there. `rails` has, for each of the innermost levels, whether that level goes on below this
    document; the last one is its own.
    """

    document: str
    origin: str
    above: str | None = None
    through: Dependence | None = None
    depth: int = 0
    rails: tuple[bool, ...] = ()


class Family(NamedTuple):
    """The documents of one origin, from the top down, and every dependence of each."""

    branches: tuple[Branch, ...]
    dependences: Mapping[str, tuple[Dependence, ...]]

    @property
    def origin(self) -> str:
        """The id of the document that all go back to."""
        return self.branches[0].origin


def find_families(
    documents: Sequence[Document], dependences: Iterable[Dependence], origin: Mapping[str, str]
) -> tuple[Family, ...]:
    """One family for each origin, those of many documents first, then by date. Every document stands in one, once.

    A document hangs below the source that gave it most, and where nothing tells a direction below the nearest of its
    kin. A second source of a copy hangs below that copy (Kruskal's spanning tree, the best sources first).
    """
    dated = {document.id: (document.published or "9999", document.id) for document in documents}
    known = [one for one in dependences if one.source in dated and one.copy in dated]
    joined = _spanning(known)
    of: defaultdict[str, list[Dependence]] = defaultdict(list)
    for one in sorted(known, key=_strength):
        of[one.source].append(one)
        of[one.copy].append(one)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for document in dated:
        members[origin.get(document, document)].append(document)
    found = []
    for root, some in members.items():
        branches = _from(root if root in dated else min(some), joined, dated, root)
        found.append(Family(branches, {name: tuple(of[name]) for name in some if name in of}))
    return tuple(sorted(found, key=lambda family: (-len(family.branches), dated[family.branches[0].document])))


def _strength(dependence: Dependence) -> tuple[bool, float, str, str]:
    return not dependence.directed, -dependence.share, dependence.source, dependence.copy


def _spanning(dependences: Sequence[Dependence]) -> Mapping[str, Sequence[tuple[str, Dependence]]]:
    """The dependences that join each family without a circle: each copy's best source, then what else is near."""
    best: dict[str, Dependence] = {}
    for one in sorted(dependences, key=_strength):
        if one.directed:
            best.setdefault(one.copy, one)
    chosen = {(one.source, one.copy) for one in best.values()}
    families = DisjointSets[str]()
    joined: defaultdict[str, list[tuple[str, Dependence]]] = defaultdict(list)
    for one in sorted(
        dependences, key=lambda one: ((one.source, one.copy) not in chosen, one.directed, _strength(one))
    ):
        if families.join(one.source, one.copy):
            joined[one.source].append((one.copy, one))
            joined[one.copy].append((one.source, one))
    return joined


def _from(
    top: str,
    joined: Mapping[str, Sequence[tuple[str, Dependence]]],
    dated: Mapping[str, tuple[str, str]],
    origin: str,
) -> tuple[Branch, ...]:
    """A tree from its top down, those of one level by date."""
    found: list[Branch] = []
    waiting = [Branch(top, origin)]
    while waiting:
        branch = waiting.pop()
        found.append(branch)
        below = [(name, one) for name, one in joined.get(branch.document, ()) if name != branch.above]
        below.sort(key=lambda item: dated[item[0]], reverse=True)
        for number, (name, one) in enumerate(below):
            rails = (*branch.rails, number > 0)[-DEEPEST:]
            waiting.append(Branch(name, origin, branch.document, one, branch.depth + 1, rails))
    return tuple(found)
