"""Whether two dates, each a stretch of days, can be one."""

from datetime import date

from mali_reader.corroboration.model import Days, Mention, Relation, Weekday

_YEAR = 365.25


def relation_of_dates(one: Mention, other: Mention) -> Relation | None:
    """How two dates stand to each other; None where they cannot be weighed against each other."""
    left, right = one.value, other.value
    if isinstance(left, str) or isinstance(right, str):
        return _relative(left, right)
    if isinstance(left, Weekday) or isinstance(right, Weekday) or "weekday" in one.unit + other.unit:
        return _weekdays(left, right, sure="weekday" not in (one.unit, other.unit))
    if not isinstance(left, Days) or not isinstance(right, Days):
        return None
    if "yearless" in one.unit or "yearless" in other.unit:
        left = _in_the_year_of(left, right)
    related = _stretches(left, right)
    return None if related is Relation.VARIANT and "relative" in (one.unit, other.unit) else related


def _stretches(left: Days, right: Days) -> Relation:
    if (left.first, left.last) == (right.first, right.last):
        return Relation.SAME
    if left.last < right.first or right.last < left.first:
        return Relation.CONFLICT
    end_of_stretch = left.last == right.last and (left.vague or right.vague) and _day(left, right)
    return Relation.SAME if end_of_stretch or (left.vague and right.vague) else Relation.VARIANT


def _in_the_year_of(days: Days, other: Days) -> Days:
    """Days moved by whole years to where they lie nearest to others."""
    years = round((other.first - days.first) / _YEAR)
    first = date.fromordinal(days.first)
    length = days.last - days.first
    moved = date(first.year + years, first.month, min(first.day, 28)).toordinal() + max(0, first.day - 28)
    return Days(moved, moved + length, days.vague)


def _day(left: Days, right: Days) -> bool:
    return left.first == left.last or right.first == right.last


def _relative(left: object, right: object) -> Relation | None:
    """Times told from a day that is not known: "last week" and "last month"; "this month" and a day of some month."""
    if not isinstance(left, str) or not isinstance(right, str):
        told, days = (left, right) if isinstance(left, str) else (right, left)
        return _of_unknown_day(str(told), days) if isinstance(days, Days) else None
    if left == right:
        return Relation.SAME
    (which, unit), (other_which, other_unit) = left.split(" ", 1), right.split(" ", 1)
    if unit == other_unit or (which == other_which and which != "this"):
        return Relation.CONFLICT
    return Relation.VARIANT if which == other_which else None


def _of_unknown_day(told: str, days: Days) -> Relation | None:
    length = days.last - days.first
    if told.endswith("month") and length == 0:
        return Relation.VARIANT
    return Relation.CONFLICT if told == "this year" and length >= 364 else None


def _weekdays(left: object, right: object, *, sure: bool) -> Relation | None:
    """Weekdays are told by their name alone: "on Saturday" may look back or ahead.

    Days more than a week apart differ only where it is sure from which day the writers looked.
    """
    numbers = []
    for value in (left, right):
        if isinstance(value, Weekday):
            numbers.append(value.number)
        elif isinstance(value, Days) and value.first == value.last:
            numbers.append((value.first - 1) % 7)
        else:
            return None
    if isinstance(left, Days) and isinstance(right, Days) and abs(left.first - right.first) > 7:
        return Relation.CONFLICT if sure else None
    return Relation.SAME if numbers[0] == numbers[1] else Relation.CONFLICT
