"""Which mentions of two documents speak of one thing and differ on it.

A mention is first explained by what agrees with it: where the other document says the same anywhere, nothing there
contradicts it, unless the two stand in the same place of a copied sentence. Of what is left, the pair that is nearest
on both sides is taken, if there is evidence enough that both speak of one thing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.model import Days, Mention, MentionKind, Weekday
from mali_reader.corroboration.relations import Relation, comparable, relation
from mali_reader.corroboration.units import GENERIC

_ENOUGH = {Relation.CONFLICT: 0.4, Relation.VARIANT: 0.35}
_COPIED, _PLACE, _HEAD, _SAME_VALUE, _UNIQUE = 0.35, 0.08, 0.1, 0.15, 0.2
_EVENT = 0.1
_CLOSE_VALUE = 0.3
_AGENT = 0.25
_LOOSE_AGENT_STEMS = "led lead back support base own run held made make sponsor train arm fund suppli"
_LOOSE_AGENTS = frozenset(_LOOSE_AGENT_STEMS.split())
"""Stems of what many do of many things in one report; two texts, though, are seldom drafted."""
_CLOSE = 1.15
_LARGE = 1000
_IN_PLACE = 4
_SOME_CONTEXT = 0.15
_AGREES = 0.05
_LITTLE_CONTEXT = 0.1
_WEEKDAY_AGREES = 0.2
_MONTH = 31
_SEVERAL = 3
_RARE = 100


@dataclass(frozen=True, slots=True)
class Difference:
    """Two mentions of different documents that speak of one thing, and how they stand to each other."""

    one: Mention
    other: Mention
    relation: Relation
    strength: float


class Pairing:
    """Finds the differences between documents, given their surroundings and what is aligned."""

    def __init__(self, contexts: Contexts, alignment: Alignment, stated: Mapping[str, Sequence[Mention]]) -> None:
        """`stated` has the mentions of each document, to know which values several documents give."""
        self._carriers = Counter(
            value for some in stated.values() for value in {m.value for m in some if "deadline" in m.unit}
        )
        self._contexts = contexts
        self._alignment = alignment

    def differences(self, ones: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Difference]:
        """What the mentions of two documents differ on."""
        found = [
            Difference(one, other, related, 0.0)
            for one in ones
            for other in others
            if one.kind is not MentionKind.NAME
            and comparable(one, other)
            and (related := relation(one, other)) is not None
        ]
        agreeing = [pair for pair in found if pair.relation is Relation.SAME]
        explained = {
            mention
            for pair in agreeing
            if self._contexts.affinity(pair.one, pair.other) >= _agreement(pair.one, pair.other)
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
        if one.unit == other.unit == "agent":
            return affinity + copied + (0.0 if one.head in _LOOSE_AGENTS else _AGENT)
        strength = affinity + _PLACE * min(flank, _IN_PLACE)
        shared = min(1.0, affinity / _SOME_CONTEXT)
        strength += _COPIED * copied * shared
        if one.kind is MentionKind.DATE:
            strength += _EVENT if one.head and one.head == other.head else 0.0
            strength += _date_nearness(one, other) if affinity >= _LITTLE_CONTEXT else 0.0
            strength += self._odd_deadline(one, other) if affinity > 0 else 0.0
            alone = sum(p.relation is Relation.VARIANT and (p.one == one or p.other == other) for p in apart) == 1
            return strength + (_UNIQUE * shared if pair.relation is Relation.VARIANT and alone else 0.0)
        if one.head and one.head == other.head and one.head not in GENERIC:
            strength += _HEAD
        return strength + _nearness(one, other)

    def _odd_deadline(self, one: Mention, other: Mention) -> float:
        """The prior that a deadline is meant which several documents give, where one gives another day close by."""
        if not isinstance(one.value, Days) or not isinstance(other.value, Days):
            return 0.0
        if "deadline" not in one.unit or "deadline" not in other.unit:
            return 0.0
        fewest, most = sorted((self._carriers[one.value], self._carriers[other.value]))
        near = abs(one.value.last - other.value.last) <= _MONTH
        return _ENOUGH[Relation.CONFLICT] if near and fewest == 1 and most >= _SEVERAL else 0.0


def _is_typed(mention: Mention) -> bool:
    """Whether a mention is weighed here: spellings, denials and wordings have rules of their own."""
    return mention.kind in (MentionKind.NUMBER, MentionKind.DATE, MentionKind.MONEY, MentionKind.PLACE) or (
        mention.unit == "agent"
    )


def _nearness(one: Mention, other: Mention) -> float:
    """The prior that numbers of one unit which are nearly the same are meant to be the same."""
    if one.unit == other.unit == "tally":
        return _CLOSE_VALUE
    if not isinstance(one.value, float) or not isinstance(other.value, float):
        return 0.0
    low, high = sorted((one.value, other.value))
    if low == high:
        return _SAME_VALUE
    if not low or high / low >= _CLOSE or one.unit in ("time", "percent", "$"):
        return 0.0
    return _CLOSE_VALUE if high >= _LARGE else _SAME_VALUE if one.head and one.head == other.head else 0.0


def _date_nearness(one: Mention, other: Mention) -> float:
    """The prior that dates of one event are meant to be the same which differ in one part: day, month or year."""
    if not isinstance(one.value, Days) or not isinstance(other.value, Days):
        return 0.0
    left, right = date.fromordinal(one.value.first), date.fromordinal(other.value.first)
    lengths = one.value.last - one.value.first, other.value.last - other.value.first
    parts = [left.year != right.year, left.month != right.month]
    if max(lengths) == 0:
        parts.append(left.day != right.day)
    alike = one.head and one.head == other.head and max(lengths) <= _MONTH and (min(lengths) > 0) == (max(lengths) > 0)
    return _SAME_VALUE if alike and sum(parts) == 1 else 0.0


def _agreement(one: Mention, other: Mention) -> float:
    """How much surroundings must have in common for an equal value to be agreement: little, if the value is rare."""
    if is_rare(one) and is_rare(other):
        return 0.0
    return _WEEKDAY_AGREES if isinstance(one.value, Weekday) or isinstance(other.value, Weekday) else _AGREES


def is_rare(mention: Mention) -> bool:
    """Whether a value is rare enough for two that are equal to be no chance: no small number, no mere year."""
    if isinstance(mention.value, Days):
        return (
            mention.value.last - mention.value.first <= _MONTH
            and "weekday" not in mention.unit
            and mention.unit != "relative"
        )
    return isinstance(mention.value, tuple) or (isinstance(mention.value, float) and mention.value >= _RARE)
