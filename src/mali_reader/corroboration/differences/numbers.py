"""Whether two numbers say the same, the same in another precision, or what cannot both be true."""

import math
from functools import cache

from mali_reader.corroboration.differences.kinship import Kinship, kinship
from mali_reader.corroboration.facts.ages import AGE
from mali_reader.corroboration.facts.clocks import CLOCK, HALF_A_DAY, HALF_CLOCK
from mali_reader.corroboration.facts.geography import COUNTRIES
from mali_reader.corroboration.facts.units import FIGHTING, INTERVAL, NOT_FIGHTING, singular
from mali_reader.corroboration.facts.vague_counts import LARGEST, VAGUE
from mali_reader.corroboration.model import Mention, Qualifier, Relation
from mali_reader.overlap.words.stems import stem

MEASURES = frozenset(
    {"time", "length", "distance", "speed", "area", "weight", "volume", "power", "temperature", "percent"}
)
_SAME_MEASURE = 0.06
"""Converted and rounded lengths differ by so much without saying anything else."""
_SAME_DEGREES = 0.6
_ROUNDED = 0.05
_OPEN_ENDED = 0.5
"""A number so far above a floor (or below a ceiling) is no longer what that floor was said of."""


def relation_of_numbers(one: Mention, other: Mention) -> Relation | None:
    """How two numbers of one sort stand to each other; None where they cannot be weighed against each other."""
    low, high = sorted((float(one.value), float(other.value)))  # type: ignore[arg-type]
    if CLOCK in one.unit:
        return _clocks(one, other)
    if one.unit == AGE and not _one_owner(one, other):
        return None
    if "people" in one.unit and one.head != other.head and {one.head, other.head} <= _peoples():
        return None
    if one.unit.startswith(VAGUE) or other.unit.startswith(VAGUE):
        return (_vague_times if "time" in one.unit else _vague_counts)(one, other)
    apart = (high - low) / max(abs(high), abs(low)) if high != low else 0.0
    if apart <= 1e-9 or (_measure(one.unit) and _is_rounding(one, other, apart)):
        return _of_one_number(one, other)
    lower, upper = (one, other) if one.value == low else (other, one)
    return _bounds(lower, upper, apart)


@cache
def _peoples() -> frozenset[str]:
    """The stems of what people of a country are called: nine Italians are no more and no fewer than seven Japanese."""
    return frozenset([stem(name, "en") for name in COUNTRIES])


def _one_owner(one: Mention, other: Mention) -> bool:
    """Whether two ages may be one person's: a surname alone may be anybody's of that name."""
    owners = tuple(one.head.split()), tuple(other.head.split())
    contained = set(owners[0]) <= set(owners[1]) or set(owners[1]) <= set(owners[0])
    return contained or kinship(*owners) is Kinship.ONE_NAME


def _measure(unit: str) -> bool:
    return unit.partition(":")[0] in MEASURES


def _is_rounding(one: Mention, other: Mention, apart: float) -> bool:
    """Whether two measures are one, converted or rounded: 12 kilometres and 13 kilometres, though, are two."""
    if "temperature" in one.unit:
        return one.scale != other.scale and abs(float(one.value) - float(other.value)) <= _SAME_DEGREES  # type: ignore[arg-type]
    if apart > _SAME_MEASURE:
        return False
    if one.scale != other.scale or Qualifier.ABOUT in (one.qualifier, other.qualifier):
        return True
    figures = {_figures(float(m.value) / m.scale) for m in (one, other)}  # type: ignore[arg-type]
    return one.unit not in ("time", INTERVAL, "percent") and len(figures) > 1


def _clocks(one: Mention, other: Mention) -> Relation | None:
    """Times of day, in one time zone. Where one writer left out which half of the day is meant, either may be."""
    if one.head != other.head:
        return None
    day = HALF_A_DAY if HALF_CLOCK in (one.unit, other.unit) else 2 * HALF_A_DAY
    same = (float(one.value) - float(other.value)) % day == 0  # type: ignore[arg-type]
    return Relation.SAME if same else Relation.CONFLICT


def _bounds(lower: Mention, upper: Mention, apart: float) -> Relation:
    """How two different numbers stand to each other: a floor that the other is above, a rounding, or neither.

    Two floors contradict each other, but for those of a toll that rises: at least 31 dead and at least 34.
    """
    qualifiers = (lower.qualifier, upper.qualifier)
    floor = lower.qualifier is Qualifier.FLOOR and (upper.qualifier is not Qualifier.FLOOR or "people:" in lower.unit)
    if floor and _is_cut(float(lower.value), float(upper.value)):  # type: ignore[arg-type]
        return Relation.SAME
    if (apart <= _ROUNDED or Qualifier.ABOUT in qualifiers) and _rounds_to(lower, upper):
        return Relation.VARIANT
    if lower.unit == "percent" and is_shortened(lower, upper):
        return Relation.VARIANT
    above = (Qualifier.CEILING, Qualifier.RISEN)
    ceiling = upper.qualifier in above and lower.qualifier not in above
    return Relation.VARIANT if apart < _OPEN_ENDED and (floor or ceiling) else Relation.CONFLICT


def _rounds_to(one: Mention, other: Mention) -> bool:
    """Whether one of two numbers is the other in fewer figures."""
    values = (float(one.value), float(other.value))  # type: ignore[arg-type]
    figures = [_figures(value) for value in values]
    if figures[0] == figures[1]:
        return False
    rough, exact = sorted(zip(figures, values, strict=True))
    if exact[1] < (10 if Qualifier.ABOUT in (one.qualifier, other.qualifier) else 100):
        return False
    step = 10 ** (math.floor(math.log10(exact[1])) - rough[0] + 1)
    return bool(abs(rough[1] - exact[1]) < step)


def is_shortened(one: Mention, other: Mention) -> bool:
    """Whether one of two near numbers is the other cut or rounded to fewer figures, two or more: 16 and 16.8."""
    low, high = sorted((float(one.value), float(other.value)))  # type: ignore[arg-type]
    if high - low > _ROUNDED * high:
        return False
    short, whole = sorted((f"{value:.2f}".replace(".", "").strip("0") for value in (low, high)), key=len)
    length = len(short)
    if not 2 <= length < len(whole):
        return False
    return int(short) in (int(whole[:length]), int(whole[:length]) + (whole[length] >= "5"))


def _is_cut(low: float, high: float) -> bool:
    """Whether the lower number is the higher one cut to fewer figures: more than 70 of 76, more than 200 of 214."""
    figures, exact = _figures(low), _figures(high)
    if figures >= exact or low < 10:
        return False
    return high - low < math.pow(10, math.floor(math.log10(high)) - figures + 1)


def _figures(value: float) -> int:
    """How many figures a number has before its trailing zeros."""
    return len(f"{value:.0f}".rstrip("0")) if value >= 1 else 1


def _of_one_number(one: Mention, other: Mention) -> Relation:
    """How two mentions of one number stand to each other. More than half is not less than half."""
    if one.unit == "percent" and {one.qualifier, other.qualifier} == {Qualifier.FLOOR, Qualifier.CEILING}:
        return Relation.CONFLICT
    return max(_qualifiers(one.qualifier, other.qualifier), _counted(one, other))


def _qualifiers(one: Qualifier, other: Qualifier) -> Relation:
    loose = {Qualifier.NONE, Qualifier.ABOUT, Qualifier.RISEN}
    if one is other or {one, other} <= loose or {one, other} <= {Qualifier.NEARLY, *loose}:
        return Relation.SAME
    if {one, other} == {Qualifier.NEARLY, Qualifier.FLOOR}:
        return Relation.CONFLICT
    return Relation.VARIANT


def _counted(one: Mention, other: Mention) -> Relation:
    """As many civilians as elsewhere fighters is not the same."""
    heads = singular(one.head), singular(other.head)
    for head, against in (heads, heads[::-1]):
        if head in FIGHTING and against in NOT_FIGHTING:
            return Relation.CONFLICT
    return Relation.SAME


def _vague_times(one: Mention, other: Mention) -> Relation:
    if one.unit == other.unit:
        return Relation.SAME if one.value == other.value else Relation.CONFLICT
    vague, exact = (one, other) if one.unit == "vague time" else (other, one)
    times = float(exact.value) / float(vague.value)  # type: ignore[arg-type]
    return Relation.SAME if 2 <= times < 12 else Relation.VARIANT


def _vague_counts(one: Mention, other: Mention) -> Relation | None:
    """Hundreds are no thousands, nor are they 40; dozens may be scores. People and protesters may not be the same."""
    fates = {mention.unit.partition(":")[2] for mention in (one, other)}
    if len(fates) > 1 or (one.head != other.head and not any(fates)):
        return None
    low, high = sorted((float(one.value), float(other.value)))  # type: ignore[arg-type]
    if one.unit == other.unit:
        return Relation.SAME if high < 2 * low else Relation.CONFLICT
    vague, exact = (one, other) if one.unit.startswith(VAGUE) else (other, one)
    times = float(exact.value) / float(vague.value)  # type: ignore[arg-type]
    return None if 1 <= times <= LARGEST else Relation.CONFLICT
