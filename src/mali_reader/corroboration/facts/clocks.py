"""Times of day: 4:40 a.m., half past three, eight in the evening, midnight."""

import re
from collections.abc import Iterator

from mali_reader.corroboration.facts.numerals import numerals
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.model import Mention

CLOCK, HALF_CLOCK = "clock", "half clock"
"""Units of minutes since midnight, and of minutes since noon or midnight where the writer left out which."""
HALF_A_DAY = 720

_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HALF = (
    r"(?P<am>\s?a\.?m\b\.?|\s+in\s+the\s+morning\b)"
    r"|(?P<pm>\s?p\.?m\b\.?|\s+in\s+the\s+(?:afternoon|evening)\b)|(?P<night>\s+at\s+night\b)"
)
_ZONE = re.compile(r"\s*\(?\b([A-Z]?(?:MT|ST|DT)|UTC|CET|CEST)\b")
_CLOCK = re.compile(
    rf"\b(?=\w)(?:(?P<past>half\s+past|(?:a\s+)?quarter\s+past|(?:a\s+)?quarter\s+to)\s+(?P<hour_past>{_HOURS}|\d\d?)\b(?:{_HALF})?"
    rf"|(?P<hour>[01]?\d|2[0-3])(?P<mark>[:.h])(?P<minutes>[0-5]\d)\b(?!\s*%)(?:{_HALF.replace('?P<', '?P<exact_')})?"
    rf"|(?P<full>{_HOURS}|1[0-2]|0?[1-9])(?:\s+o['’]clock\b)?(?:{_HALF.replace('?P<', '?P<full_')})"
    rf"|(?P<oclock>{_HOURS}|1[0-2]|0?[1-9])\s+o['’]clock\b"
    rf"|(?:(?<=\bat\s)|(?<=\buntil\s)|(?<=\bsince\s)|(?<=\bfrom\s))(?P<named>noon|midday|midnight)\b)",
    re.I,
)
_NAMED = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}
_PAST = {"half": 30, "quarter past": 15, "quarter to": -15}
_EVENING = 6
"""From this hour on, "at night" is before midnight, else after it."""


def clocks(sentence: Asserted) -> Iterator[Mention]:
    """The times of day of a sentence; `head` is the time zone, where one is told."""
    for match in _CLOCK.finditer(sentence.text):
        half = _half_told(match)
        if match["mark"] == "." and not half:
            continue  # 4.30 is as often a sum or a share
        zone = _ZONE.match(sentence.text, match.end())
        minutes, unit = _minutes(match, half)
        yield stated(sentence, match.span(), minutes, unit, zone[1].lower() if zone else "")


def _half_told(match: re.Match[str]) -> str:
    """Which half of the day is told: "am", "pm", "night", or nothing."""
    told = match.groupdict()
    halves = ("am", "pm", "night")
    return next((half for half in halves for group in ("", "exact_", "full_") if told[group + half]), "")


def _minutes(match: re.Match[str], half: str) -> tuple[float, str]:
    if match["named"]:
        return _NAMED[match["named"].lower()], CLOCK
    hour = _hour(match["hour"] or match["full"] or match["oclock"] or match["hour_past"])
    past = re.sub(r"^a\s+|(?<=half)\s+past$", "", " ".join((match["past"] or "").lower().split()))
    minutes = hour % 12 * 60 + int(match["minutes"] or 0) + _PAST.get(past, 0)
    if half:
        afternoon = half == "pm" or (half == "night" and _EVENING <= hour < 12)
        return float(minutes % HALF_A_DAY + HALF_A_DAY * afternoon), CLOCK
    told = hour > 12 or (hour == 0 and match["hour"] is not None)
    return (float(minutes % HALF_A_DAY + HALF_A_DAY * (hour > 12)), CLOCK) if told else (
        float(minutes % HALF_A_DAY), HALF_CLOCK
    )  # fmt: skip


def _hour(written: str) -> int:
    """The hour that a figure or word names; "one" is told apart, for as a number it is mostly a pronoun."""
    if written.lower() == "one":
        return 1
    return int(written) if written.isdigit() else int(next(iter(numerals(written))).value)
