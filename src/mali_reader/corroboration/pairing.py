"""Which mentions of two documents speak of one thing and differ on it.

A mention is first explained by what agrees with it: where the other document says the same anywhere, nothing there
contradicts it, unless the two stand in the same place of a copied sentence. Of what is left, the pair that is nearest
on both sides is taken, if there is evidence enough that both speak of one thing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.model import Mention, MentionKind
from mali_reader.corroboration.relations import Relation, comparable, relation

_ENOUGH = {Relation.CONFLICT: 0.4, Relation.VARIANT: 0.35}
_COPIED, _PLACE, _HEAD, _SAME_VALUE, _UNIQUE = 0.35, 0.08, 0.1, 0.15, 0.2
_CLOSE_VALUE = 0.3
_CLOSE = 1.15
_LARGE = 1000
_IN_PLACE = 4
_SOME_CONTEXT = 0.15
_AGREES = 0.05


@dataclass(frozen=True, slots=True)
class Difference:
    """Two mentions of different documents that speak of one thing, and how they stand to each other."""

    one: Mention
    other: Mention
    relation: Relation
    strength: float


class Pairing:
    """Finds the differences between documents, given their surroundings and what is aligned."""

    def __init__(self, contexts: Contexts, alignment: Alignment) -> None:
        self._contexts = contexts
        self._alignment = alignment

    def differences(self, ones: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Difference]:
        """What the mentions of two documents differ on."""
        found = [
            Difference(one, other, related, 0.0)
            for one in ones
            for other in others
            if comparable(one, other) and (related := relation(one, other)) is not None
        ]
        agreeing = [pair for pair in found if pair.relation is Relation.SAME]
        explained = {
            mention
            for pair in agreeing
            if self._contexts.affinity(pair.one, pair.other) >= _AGREES or _telling(pair.one)
            for mention in (pair.one, pair.other)
        }
        apart = [pair for pair in found if pair.relation is not Relation.SAME]
        weighed = [Difference(p.one, p.other, p.relation, self.strength(p, apart, explained)) for p in apart]
        best: dict[Mention, float] = {}
        for pair in weighed:
            for mention in (pair.one, pair.other):
                best[mention] = max(best.get(mention, 0.0), pair.strength)
        for pair in weighed:
            enough = pair.strength >= _ENOUGH[pair.relation]
            if enough and pair.strength == best[pair.one] == best[pair.other]:
                yield pair

    def strength(self, pair: Difference, apart: Sequence[Difference], explained: set[Mention]) -> float:
        """How strong the evidence is that two mentions speak of one thing."""
        one, other = pair.one, pair.other
        flank = self._contexts.flank(one, other)
        copied = self._alignment.closeness(one, other)
        if (one in explained or other in explained) and not (flank >= _IN_PLACE and copied == 1.0):
            return 0.0
        affinity = self._contexts.affinity(one, other)
        if one.unit == other.unit == "realm":
            return 1.0
        strength = affinity + _PLACE * min(flank, _IN_PLACE)
        strength += _COPIED * copied * min(1.0, affinity / _SOME_CONTEXT)
        if one.kind is MentionKind.DATE:
            alone = sum(p.relation is Relation.VARIANT and (p.one == one or p.other == other) for p in apart) == 1
            return strength + (_UNIQUE if pair.relation is Relation.VARIANT and alone else 0.0)
        if one.head and one.head == other.head:
            strength += _HEAD
        return strength + _nearness(one, other)


def _nearness(one: Mention, other: Mention) -> float:
    """The prior that numbers of one unit which are nearly the same are meant to be the same."""
    if not isinstance(one.value, float) or not isinstance(other.value, float):
        return 0.0
    low, high = sorted((one.value, other.value))
    if low == high:
        return _SAME_VALUE
    if not low or high / low >= _CLOSE or one.unit in ("time", "percent", "$"):
        return 0.0
    return _CLOSE_VALUE if high >= _LARGE else _SAME_VALUE if one.head and one.head == other.head else 0.0


def _telling(mention: Mention) -> bool:
    """Whether a value is rare enough that to say it twice is to agree: not a small number or a mere year."""
    return not isinstance(mention.value, float) or mention.value >= 100
