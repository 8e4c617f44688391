"""Days, months and years: which days a date names."""

import calendar
import re
from datetime import date

from mali_reader.corroboration.model import Days

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_ONES = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)}
ORDINALS |= {f"twenty-{word}": 20 + number for word, number in tuple(ORDINALS.items())[:9]}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

_PARTS_OF_MONTH = {"early": (1, 10), "beginning": (1, 10), "mid": (10, 20), "middle": (10, 20), "late": (20, 31)}
_PARTS_OF_YEAR = {
    "early": (1, 4),
    "beginning": (1, 3),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (10, 12),
}


def day(year: int, month: int, number: int) -> Days | None:
    """One day, or None where the calendar has no such day."""
    try:
        ordinal = date(year, month, number).toordinal()
    except ValueError:
        return None
    return Days(ordinal, ordinal)


def month(year: int, number: int, part: str = "") -> Days:
    """A month, or its early, mid or late part. The end of a month is its last ten days, softly."""
    last = calendar.monthrange(year, number)[1]
    first_day, last_day = _PARTS_OF_MONTH.get("late" if part == "end" else part, (1, last))
    first = date(year, number, first_day).toordinal()
    return Days(first, date(year, number, min(last_day, last)).toordinal(), vague=bool(part))


def year(number: int, part: str = "") -> Days:
    """A year, or its early, mid or late part, softly."""
    first, last = _PARTS_OF_YEAR.get(part, (1, 12))
    end = calendar.monthrange(number, last)[1]
    return Days(date(number, first, 1).toordinal(), date(number, last, end).toordinal(), vague=bool(part))


def last_day_of(days: Days) -> Days:
    """The last day of a stretch."""
    return Days(days.last, days.last)


def nearest_year(reference: date, number: int, on: int = 15, *, ahead: bool = False) -> int:
    """The year in which a day and month lie nearest to a reference; what is no deadline ahead rather behind it."""
    years = [one for one in (reference.year - 1, reference.year, reference.year + 1) if 1 <= one <= 9998]

    def distance(one: int) -> float:
        days = date(one, number, min(on, 28)).toordinal() - reference.toordinal()
        return abs(days) * (1.5 if (days < 0) == ahead else 1)

    return min(years, key=distance)


def nearest_weekday(reference: date, number: int) -> Days:
    """The last such weekday up to the reference, which is what a report of that day means by it."""
    ordinal = reference.toordinal() - (reference.weekday() - number) % 7
    return Days(ordinal, ordinal)


def day_number(written: str) -> int | None:
    """The number of a day of the month, in figures or as an ordinal in words ("third of"); None where it is neither."""
    figures = re.match(r"\d+", written)
    return int(figures[0]) if figures else ORDINALS.get(written.lower().partition(" ")[0])


def month_number(word: str) -> int | None:
    """The number of a month's full or short English name."""
    name = re.sub(r"\W", "", word).lower()
    return MONTHS.get(name) or SHORT_MONTHS.get(name)
