"""Whether two names, offices, places or tallies, which are told in several parts, say the same."""

from mali_reader.corroboration.differences.kinship import Kinship, has_middle_name, kinship, without_initials
from mali_reader.corroboration.facts.persons import HOME, ORIGIN, RANK
from mali_reader.corroboration.facts.roles import ROLE, same_office
from mali_reader.corroboration.facts.seats import SEAT
from mali_reader.corroboration.model import Relation


def relation_of_parts(one: tuple[str, ...], other: tuple[str, ...], unit: str) -> Relation | None:
    """How two values of one unit stand to each other that have parts; None where they cannot be weighed."""
    return _BY_UNIT.get(unit, _regions)(one, other)


def _tallies(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    if "" in (one[0], other[0]):
        counted = other if one[0] == "" else one
        against = counted[0] != "" and counted[1:] != ("0", "0")
        return Relation.CONFLICT if against else Relation.SAME
    if one[:2] != other[:2]:
        return Relation.CONFLICT
    return Relation.SAME if "0" in (one[2], other[2]) or one == other else Relation.CONFLICT


def _regions(one: tuple[str, ...], other: tuple[str, ...]) -> Relation | None:
    if one[-1] != other[-1]:
        return None
    if one == other:
        return Relation.SAME
    return Relation.VARIANT if one[0] in other[0] or other[0] in one[0] else Relation.CONFLICT


def _names(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """A surname alone is the same name as the whole; an initial more, or another spelling, makes a variant."""
    left, right = without_initials(one), without_initials(other)
    if left == right:
        return Relation.SAME if one == other or len(left) < 2 else Relation.VARIANT
    if has_middle_name(left, right):
        return Relation.VARIANT
    if set(left) <= set(right) or set(right) <= set(left):
        return Relation.SAME
    if kinship(one, other) is Kinship.ONE_NAME:
        return Relation.VARIANT
    strangers = min(len(left), len(right)) > 1 and not set(left) & set(right)
    return Relation.CONFLICT if strangers else Relation.VARIANT


def _agents(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    return Relation.SAME if one == other else Relation.CONFLICT


def _roles(one: tuple[str, ...], other: tuple[str, ...]) -> Relation | None:
    same = same_office(one, other)
    return None if same is None else Relation.SAME if same else Relation.CONFLICT


def _directions(one: tuple[str, ...], other: tuple[str, ...]) -> Relation | None:
    if one[-1] != other[-1]:
        return None
    if one[0] != other[0]:
        return Relation.CONFLICT
    return Relation.SAME if one == other else Relation.VARIANT


def _ranks(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    """A general may be a lieutenant general; a commander is no commodore."""
    if one == other:
        return Relation.SAME
    return Relation.VARIANT if one[-1] == other[-1] else Relation.CONFLICT


def _towns(one: tuple[str, ...], other: tuple[str, ...]) -> Relation:
    return Relation.SAME if set(one) & set(other) else Relation.CONFLICT


_BY_UNIT = {
    "directions": _directions, "tally": _tallies, "name": _names, "agent": _agents, ROLE: _roles, RANK: _ranks,
    ORIGIN: _towns, HOME: _towns, SEAT: _towns,
}  # fmt: skip
