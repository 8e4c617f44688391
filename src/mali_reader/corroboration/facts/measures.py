"""Measures whose unit is a sign or several words: 43.8 °C, 80 miles an hour, 5,047m."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from mali_reader.corpus.model import Document

_HOUR = r"(?:/h\b|\s?p/?h\b|\s(?:an|per)\shour\b)"
_SQUARE = r"(?:sq\.?|square)\s"
_SPEEDS = {r"(?:km|kilomet(?:re|er)s?)": 1.0, r"miles?": 1.609}
_AREAS = {r"(?:km|kilomet(?:re|er)s?)": 100.0, r"miles?": 259.0, r"(?:m|met(?:re|er)s?)": 1e-4, r"(?:ft|feet)": 9.29e-6}
_PATTERNS = [
    *((rf"[\s-]?{word}{_HOUR}", "speed", scale) for word, scale in _SPEEDS.items()),
    *((rf"[\s-]{_SQUARE}{word}\b", "area", scale) for word, scale in _AREAS.items()),
    (r"\s?km\b", "length", 1000.0),
    (r"\s?cm\b", "length", 0.01),
    (r"\s?ft\b", "length", 0.3048),
    (r"\s?kg\b", "weight", 1.0),
    (r"\s?ha\b", "area", 1.0),
]
_MEASURES = [(re.compile(pattern), unit, scale) for pattern, unit, scale in _PATTERNS]

_CELSIUS = re.compile(r"(?:\s?°\s?|[\s-]degrees?\s)?C\b|[\s-](?:degrees?\s)?(?:[Cc]elsius|[Cc]entigrade)\b")
_FAHRENHEIT = re.compile(r"(?:\s?°\s?|[\s-]degrees?\s)?F\b|[\s-](?:degrees?\s)?[Ff]ahrenheit\b")
_DEGREES = re.compile(r"\s?°|[\s-]degrees?\b", re.I)
_IN_CELSIUS = re.compile(r"°\s?C\b|\bCelsius\b|\bcentigrade\b", re.I)
_IN_FAHRENHEIT = re.compile(r"°\s?F\b|\bFahrenheit\b", re.I)

_METRES = re.compile(r"\s?m\b")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")


class Measure(NamedTuple):
    """What is measured, in which unit of how many base units, where it ends, and the value in base units."""

    unit: str
    scale: float
    end: int
    value: float


def measure_at(text: str, start: int, end: int, value: float, document: Document) -> Measure | None:
    """The measure of which a number of that value stands in a text from `start` to `end`.

    A report that writes "43 degrees" and no more has its scale from elsewhere in the document.
    """
    for pattern, unit, scale in _MEASURES:
        if match := pattern.match(text, end):
            return Measure(unit, scale, match.end(), value * scale)
    if metres := _metres(text, start, end):
        return metres
    if match := _CELSIUS.match(text, end):
        return _celsius(value, match.end())
    if match := _FAHRENHEIT.match(text, end):
        return _fahrenheit(value, match.end())
    if (match := _DEGREES.match(text, end)) and (convert := _only_scale(document.text)):
        return convert(value, match.end())
    return None


def _celsius(value: float, end: int) -> Measure:
    return Measure("temperature", 1.0, end, value)


def _fahrenheit(value: float, end: int) -> Measure:
    return Measure("temperature", 5 / 9, end, (value - 32) * 5 / 9)


@lru_cache(maxsize=64)
def _only_scale(text: str) -> Callable[[float, int], Measure] | None:
    """The scale that a text names, where it names one alone."""
    celsius, fahrenheit = _IN_CELSIUS.search(text), _IN_FAHRENHEIT.search(text)
    if bool(celsius) is bool(fahrenheit):
        return None
    return _celsius if celsius else _fahrenheit


def _metres(text: str, start: int, end: int) -> Measure | None:
    """5,047m: nobody writes so for five thousand millions. A plain number before "m" is as often of millions."""
    grouped = _GROUPED.match(text, start)
    if grouped is None or not (metres := _METRES.match(text, grouped.end())) or metres.end() < end:
        return None
    return Measure("length", 1.0, metres.end(), float(grouped[0].replace(",", "")))
