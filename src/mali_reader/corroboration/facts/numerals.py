"""Numbers, written in figures or in words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: number for number, word in enumerate(_ONES.split())}
_SMALL |= {word: 20 + 10 * number for number, word in enumerate(_TENS.split())}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_DENOMINATORS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_DENOMINATORS |= {word + "s": number for word, number in tuple(_DENOMINATORS.items()) if number > 2}

_LARGEST = 1e18
_SMALL_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE_WORD = "|".join(_SCALES)
_IN_WORDS = (
    rf"(?:{_SMALL_WORD}|an?(?=\s+(?:{_SCALE_WORD})\b))"
    rf"(?:(?:\s+and)?[\s-]+(?:{_SMALL_WORD}|{_SCALE_WORD})\b){{0,19}}"
)
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:,\d+)?|(?<!\d\s)\d{1,3}(?:\s000)+\b"
"""A plain space groups thousands only where noughts follow: 30 000, but not July 15 200 people."""
_SCALED_BY = rf"(?:[\s-]+(?:{_SCALE_WORD})\b|(?:k|mn?|bn?|tn)\b)?"
_IN_FIGURES = rf"(?:{_GROUPED}|\d+(?:\.\d+)?){_SCALED_BY}"
_POINT_GROUPED = rf"(?:\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:\s000)+\b|\d+(?:,\d+)?){_SCALED_BY}"
_PART_OF_SCALE = rf"(?:half\s+an?|(?:an?|three|two)[\s-]+(?:quarters?|thirds?)\s+of\s+an?)\s+(?:{_SCALE_WORD})\b"
"""Half a million is a number, and no share of anything."""
_FRACTION = rf"(?:an?|{_SMALL_WORD})[\s-]+(?:{'|'.join(_DENOMINATORS)})\b(?=\s+(?:of|the|an?)\b)"

_HALF = (
    r"half(?=\s+an?\s)|(?<=than\s)half\b(?!\s+the\s+time)"
    r"|(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?<!last\s)(?<!top\s)(?<!bottom\s)(?<![-–])"
    r"half(?=\s+(?:of|the|its|their|his|her|all)\b)"
)
"""Half of something; the second half of a match is no share."""

_NUMERAL = (
    rf"\b(?=\w)(?:(?P<part>{_PART_OF_SCALE})|(?P<fraction>{_FRACTION}|{_HALF})|(?P<words>{_IN_WORDS})\b"
    rf"|(?<![.,])(?P<figures>{_IN_FIGURES}))"
)
_POINTED = frozenset({"de", "es", "it", "pt", "nl", "tr", "da", "id", "el"})
"""Languages that group thousands by points."""


class Numeral(NamedTuple):
    """A number and its place in the text it was found in. A fraction is a share of something."""

    start: int
    end: int
    value: float
    fraction: bool = False


def numerals(text: str, language: str | None = None) -> Iterator[Numeral]:
    """The numbers of a text, in order. "One" alone is left out: it is a pronoun as often as a number."""
    pointed = language in _POINTED
    for match in _numeral(pointed).finditer(text):
        written = match[0]
        if match["part"]:
            yield Numeral(match.start(), match.end(), _of_part(written))
        elif match["fraction"]:
            above, _, below = re.sub(r"[\s-]+", " ", written.lower()).rpartition(" ")
            share = _SMALL.get(above, 1) / _DENOMINATORS[below]
            if share < 1:
                yield Numeral(match.start(), match.end(), share, fraction=True)
        elif written.lower() not in ("one", "zero"):
            value = _of_words(written) if match["words"] else _of_figures(written, pointed=pointed)
            if value < _LARGEST:
                yield Numeral(match.start(), match.end(), value)


@cache
def _numeral(pointed: bool) -> re.Pattern[str]:
    """The pattern of a number, with thousands grouped by points or by commas."""
    return re.compile(_NUMERAL.replace(_IN_FIGURES, _POINT_GROUPED) if pointed else _NUMERAL, re.I)


@lru_cache(maxsize=1 << 15)
def is_numeral(word: str) -> bool:
    """Whether a number stands in a word."""
    return any(numerals(word))


def _of_part(written: str) -> float:
    """What half a million or three quarters of a million comes to."""
    *told, scale = re.split(r"[\s-]+", written.lower())
    above, below = ("a", "half") if told[0] == "half" else told[:2]
    return _SCALES[scale] * _SMALL.get(above, 1) / _DENOMINATORS[below]


def _of_words(written: str) -> float:
    total, group = 0, 0
    for word in re.split(r"[\s-]+", written.lower()):
        if word in _SMALL:
            group += _SMALL[word]
        elif word in ("a", "an"):
            group += 1
        elif word in ("hundred", "dozen"):
            group = max(group, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(group, 1) * _SCALES[word]
            group = 0
    return float(total + group)


def _of_figures(written: str, *, pointed: bool) -> float:
    digits = re.match(r"(?:[\d.,\u00a0\u2009\u202f]|\s(?=000))*\d", written)
    figures = digits[0] if digits else "0"
    scale = written[len(figures) :].strip("- \t\n\u00a0").lower()
    figures = re.sub(r"\s", "", figures)
    figures = figures.replace(".", "").replace(",", ".") if pointed else figures.replace(",", "")
    try:
        return float(figures) * (_SCALES.get(scale) or _SHORT_SCALES.get(scale, 1))
    except ValueError:
        return 0.0
