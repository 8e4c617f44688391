"""Whether two mentions say the same, the same in another precision, or what cannot both be true."""

from functools import lru_cache

from mali_reader.corroboration.differences.numbers import relation_of_numbers
from mali_reader.corroboration.differences.stretches import relation_of_dates
from mali_reader.corroboration.differences.tuples import relation_of_parts
from mali_reader.corroboration.facts.persons import OF_PERSONS
from mali_reader.corroboration.model import Mention, MentionKind, Relation


def sort_of(mention: Mention) -> str:
    """Only mentions of one sort are weighed against each other: people with people, dollars with dollars."""
    if mention.kind is MentionKind.DATE:
        return "date"
    if mention.kind is MentionKind.NEGATION or mention.unit == "agent":
        return f"{mention.kind} {mention.head}"
    if mention.unit in OF_PERSONS:
        return f"{mention.unit} {mention.head}"
    unit = mention.unit.partition(":")[0]
    return f"{mention.kind} {unit.removeprefix('vague ').removeprefix('half ')}"


def comparable(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one sort, and tell neither of different fates nor of a beginning and an end."""
    return sort_of(one) == sort_of(other) and compatible(one.unit, other.unit)


@lru_cache(maxsize=1 << 14)
def compatible(one: str, other: str) -> bool:
    """Whether the units of two mentions of one sort tell neither of different fates nor of a beginning and an end."""
    fates = {one.partition(":")[2], other.partition(":")[2]} - {""}
    ends = {word for unit in (one, other) for word in ("deadline", "onset") if word in unit}
    return len(fates) < 2 and len(ends) < 2


def relation(one: Mention, other: Mention) -> Relation | None:
    """How two comparable mentions stand to each other; None where they cannot be weighed against each other."""
    if one.kind is MentionKind.DATE:
        return relation_of_dates(one, other)
    if one.kind is MentionKind.NEGATION:
        return _denials(one, other)
    if isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return relation_of_parts(one.value, other.value, one.unit)
    if isinstance(one.value, float) and isinstance(other.value, float):
        return relation_of_numbers(one, other)
    return Relation.SAME if one.value == other.value else Relation.VARIANT


def _denials(one: Mention, other: Mention) -> Relation:
    """A denial with a hedge denies less than one without."""
    if one.unit != other.unit:
        return Relation.CONFLICT
    return Relation.SAME if one.qualifier is other.qualifier else Relation.VARIANT
