"""Dates as reports write them, turned into the days that they name.

What a report leaves out is taken from the date it was published: the year nearest to it, the last such weekday before
it, the month before it. Without that date, a weekday stays a weekday and "last month" a length of time gone by.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.facts import days as cal
from mali_reader.corroboration.facts.deeds import deed_at
from mali_reader.corroboration.facts.sentences import Asserted, asserted, ends_with
from mali_reader.corroboration.model import Days, Mention, MentionKind, Value, Weekday

_MONTH = rf"(?:{'|'.join(cal.MONTHS)}|(?:{'|'.join(cal.SHORT_MONTHS)})\b\.?)"
_CENTURY = r"(?:1[5-9]|20)"
_YEAR = rf"{_CENTURY}\d\d(?![\d,.]\d|\w)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAY_IN_WORDS = "|".join(sorted(cal.ORDINALS, key=len, reverse=True))
_WEEKDAY = "|".join(cal.WEEKDAYS)
_PART = (
    r"(?:(?P<part>early|mid|late)[\s-]+(?:in\s+)?"
    r"|the\s+(?P<part_of>beginning|middle|end|last\s+days?|first\s+days)\s+of\s+)"
)
_DATE = re.compile(
    rf"\b(?=[\w-])(?:(?P<iso>{_CENTURY}\d\d-\d\d-\d\d)\b"
    rf"|{_PART}?(?:(?P<month>{_MONTH})(?![\w])"
    rf"(?:\s+(?P<day>{_DAY})(?![\w,.]*\d*%)\b(?!\s*(?:{_MONTH})\b))?(?:(?:,?\s+(?:of\s+)?|,)(?P<year>{_YEAR}))?"
    rf"|(?P<year_only>{_YEAR}))"
    rf"|(?:the\s+)?(?P<day_first>{_DAY}(?:\s+of)?|(?:{_DAY_IN_WORDS})\s+of)\s+(?P<month_after>{_MONTH})(?!\w)(?:,?\s+(?P<year_after>{_YEAR}))?"
    rf"|(?P<weekday>{_WEEKDAY})\b(?!s)"
    rf"|(?P<which>last|this|next|earlier\s+this|later\s+this)\s+(?P<unit>week|month|year)\b"
    rf"|(?P<ago>[\w-]{{1,40}})\s+(?P<ago_unit>day|week|month|year)s?\s+ago\b"
    rf"|(?P<deictic>yesterday|tomorrow)\b(?!['’]))",
    re.I,
)
_YEARS = ("year", "year_after", "year_only", "iso")
"""The groups that hold a year."""
_FOUR_FIGURES = re.compile(r"\d{4}")
_TIME_WORD = re.compile(
    r"\b(?:in|since|by|until|till|from|during|of|through|after|before|between|and|to|early|late|mid|dating|back|as|far"
    r"|year|for|around|throughout|the|summer|spring|fall|autumn|winter|election)"
    r"[\s-]+(?:\w+\s+)?[(“\"'*_]*\Z",
    re.I,
)
_UNTIL = re.compile(r"\b(?:until|till|by|before|through|to|up\s+to)\s+\Z", re.I)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|due|scheduled|expected|planned|(?:is|are|set)\s+to)\b[^.;,]{0,60}\Z", re.I
)
_DEADLINE = re.compile(r"\b(?:until|till|by|before|no\s+later\s+than|deadline\s+(?:of|for|is|was))\s+\Z", re.I)
_ONSET = re.compile(r"\b(?:since|ever\s+since|starting|beginning)\s+\Z", re.I)
_ENDS = {"deadline": _DEADLINE, "onset": _ONSET}
"""What lasts until a date, and what has lasted since."""
_YEARLY = re.compile(r"\b(?:every|each)\s+\Z", re.I)
_BEFORE_MONTH = re.compile(r"\b(?:in|of|since|by|until|last|this|next)\s+\Z", re.I)
_MAY = re.compile(r"may|march|mar|sun|sat", re.I)


def dates(sentence: Asserted, published: date | None, near: date | None = None) -> Iterator[Mention]:
    """The dates of a sentence.

    `published` is the day from which the writer looks. Where it is None, `near` still tells the year that a report
    left out, and about which Friday it means.
    """
    text = sentence.text
    for match in _DATE.finditer(text):
        value = _value(match, text, published, near)
        if value is None:
            continue
        start, end = match.start(), match.end()
        span = Span(sentence.document.id, sentence.start + start, sentence.start + end)
        unit = _precision(match, text, published or near, known=published is not None)
        yield Mention(MentionKind.DATE, span, span, sentence.span, value, unit, deed_at(sentence.words, span))


def reference_date(document: Document) -> date | None:
    """The day on which a document was published: from its front matter, else its byline or dateline."""
    if document.published:
        try:
            told = date.fromisoformat(document.published)
        except ValueError:
            return None
        return told if told.year in _WRITTEN else None
    first = next((part.start for part in asserted(document)), 0)
    for place, day in _days_at_head(document.text[: first + _HEAD]):
        if not any(part.start <= place < part.end for part in asserted(document)):
            return date.fromordinal(day)
    return None


@lru_cache(maxsize=1 << 12)
def _days_at_head(head: str) -> tuple[tuple[int, int], ...]:
    """Where the head of a document names days with their year, and which, as ordinals."""
    return tuple((match.start(), day) for match, day in _full_days(head) if not match["year_only"])


def full_days(sentence: Asserted) -> Iterator[int]:
    """The days that a sentence names with their year, as ordinals."""
    return (day for _, day in _full_days(sentence.text))


def _full_days(text: str) -> Iterator[tuple[re.Match[str], int]]:
    if not _FOUR_FIGURES.search(text):
        return
    for match in _DATE.finditer(text):
        if any(match[name] for name in _YEARS):
            value = _value(match, text, None)
            if isinstance(value, Days) and value.first == value.last:
                yield match, value.first


_SOME_DAY = date(2001, 7, 1)
"""From where to look for a year that nothing tells. Dates without a year are compared by day and month alone."""
_HEAD = 600
_WRITTEN = range(1000, 9000)
"""Years in which a report may have been published: 0001-01-01 and 9999-12-31 are what programs put for no date."""


def _value(match: re.Match[str], text: str, reference: date | None, near: date | None = None) -> Value | None:
    if match["iso"]:
        try:
            ordinal = date.fromisoformat(match["iso"]).toordinal()
        except ValueError:
            return None
        return Days(ordinal, ordinal)
    if match["weekday"]:
        number = cal.WEEKDAYS[match["weekday"].lower()]
        around = reference or near
        return cal.nearest_weekday(around, number) if around else Weekday(number)
    if match["which"] or match["ago"] or match["deictic"]:
        return _relative(match, reference)
    return _absolute(match, text, reference or near)


def _absolute(match: re.Match[str], text: str, reference: date | None) -> Value | None:
    until = ends_with(_UNTIL, text, match.start()) is not None
    ahead = until or ends_with(_AHEAD, text, match.start()) is not None
    part = re.sub(r"\s+", " ", (match["part"] or match["part_of"] or "").lower())
    name = match["month"] or match["month_after"]
    told_year = match["year"] or match["year_after"] or match["year_only"]
    if name is None:
        if not part and not ends_with(_TIME_WORD, text, match.start()) and not _stands_alone(match, text):
            return None
        return _ended(cal.year(int(told_year), _short(part)), part, until=until)
    number = cal.month_number(name)
    figure = cal.day_number(match["day"] or match["day_first"] or "")
    if number is None or (not figure and not told_year and not part and not _is_month(match, text)):
        return None
    on = figure or 15
    year = int(told_year) if told_year else cal.nearest_year(reference or _SOME_DAY, number, on, ahead=ahead)
    if figure:
        return cal.day(year, number, on)
    return _ended(cal.month(year, number, _short(part)), part, until=until)


def _ended(days: Days, part: str, *, until: bool) -> Days:
    """The end of a stretch is its last day where something lasts or has to be done until then."""
    whole = part == "last day" or (part == "end" and until)
    return cal.last_day_of(days) if whole else days


def _short(part: str) -> str:
    return {"last days": "late", "last day": "late", "first days": "early"}.get(part, part)


def _is_month(match: re.Match[str], text: str) -> bool:
    """Whether a lone month name is one: capitalised, and for "May" and "March" behind a preposition."""
    name = match["month"]
    if name is None or not name[0].isupper() or name.endswith(".") or ends_with(_YEARLY, text, match.start()):
        return False
    if _MAY.fullmatch(name):
        return ends_with(_BEFORE_MONTH, text, match.start()) is not None
    return True


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether four figures without a preposition are a year: set off by brackets or commas."""
    before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 1]
    return before in (" (", ", ") and after in (")", ",")


def _relative(match: re.Match[str], reference: date | None) -> Value | None:
    if reference is None:
        if match["which"]:
            return re.sub(r"\s+", " ", f"{match['which'].split()[-1]} {match['unit']}".lower())
        return None
    if match["deictic"]:
        shift = {"yesterday": -1, "tomorrow": 1}[match["deictic"].lower()]
        return _around(reference + timedelta(shift), 0)
    if match["ago"]:
        from mali_reader.corroboration.facts.numerals import numerals

        count = 1.0 if match["ago"].lower() in ("a", "one") else next((n.value for n in numerals(match["ago"])), None)
        if count is None or not 0 < count < 200:
            return None
        length = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[match["ago_unit"].lower()]
        return _around(reference - timedelta(round(count * length)), round(length / 2))
    shift = {"last": -1, "next": 1}.get(match["which"].split()[0].lower(), 0)
    return _shifted(reference, match["unit"].lower(), shift)


def _around(middle: date, either_way: int) -> Days:
    return Days(middle.toordinal() - either_way, middle.toordinal() + either_way, vague=either_way > 0)


def _shifted(reference: date, unit: str, shift: int) -> Days:
    if unit == "week":
        monday = reference.toordinal() - reference.weekday() + 7 * shift
        return Days(monday, monday + 6, vague=True)
    if unit == "month":
        months = reference.year * 12 + reference.month - 1 + shift
        return cal.month(months // 12, months % 12 + 1)
    return cal.year(reference.year + shift)


def _precision(match: re.Match[str], text: str, reference: date | None, *, known: bool) -> str:
    if match["which"] or match["ago"] or match["deictic"]:
        return "relative"
    if match["weekday"]:
        return "weekday date" if known else "weekday"
    before = (name for name, found in _ENDS.items() if ends_with(found, text, match.start()))
    kind = next(before, "date")
    dated = reference is not None or any(match[name] for name in _YEARS)
    return kind if dated else f"yearless {kind}"
