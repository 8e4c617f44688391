"""Lengths of time without a number or with a half: a week later, half an hour, two and a half years."""

import re
from collections.abc import Iterator
from functools import cache

from mali_reader.corroboration.facts.counted import modified_at
from mali_reader.corroboration.facts.numerals import numerals
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.facts.units import INTERVAL, SCALED, singular
from mali_reader.corroboration.model import Mention

_UNIT = r"(?P<{}>minute|hour|day|week|month|year|decade|century)s?\b"
_ONE = frozenset(["a", "an", "one"])
_VAGUE = re.compile(r"\b(?:years?|months?|weeks?|days?|decades?|hours?)-?long\b", re.I)


@cache
def _halves() -> re.Pattern[str]:
    return re.compile(
        rf"\bhalf\s+an?\s+{_UNIT.format('half')}"
        rf"|\b(?P<whole>[\w,]+)\s+{_UNIT.format('unit')}\s+and\s+a\s+half\b"
        rf"|\b(?P<count>[\w,]+)\s+and\s+a\s+half\s+{_UNIT.format('after')}",
        re.I,
    )


@cache
def _later() -> re.Pattern[str]:
    return re.compile(rf"\b(?:an?|one)\s+{_UNIT.format('unit')}(?=\s+(?:later|earlier)\b)", re.I)


def halved_durations(sentence: Asserted) -> Iterator[Mention]:
    """The lengths of time of a sentence that are told in halves."""
    if "half" not in sentence.text and "Half" not in sentence.text:
        return
    for match in _halves().finditer(sentence.text):
        factor = SCALED[(match["half"] or match["unit"] or match["after"]).lower()][1]
        count = 0.0 if match["half"] else _count(match["whole"] or match["count"])
        if count is not None:
            yield stated(sentence, match.span(), round((count + 0.5) * factor, 3), "time", scale=factor)


def single_intervals(sentence: Asserted) -> Iterator[Mention]:
    """How much later something was, where that is one week or one year."""
    if " later" not in sentence.text and " earlier" not in sentence.text:
        return
    for match in _later().finditer(sentence.text):
        factor = SCALED[match["unit"].lower()][1]
        yield stated(sentence, match.span(), round(factor, 3), INTERVAL, scale=factor)


def _count(written: str) -> float | None:
    return 1.0 if written.lower() in _ONE else next((one.value for one in numerals(written)), None)


def vague_durations(sentence: Asserted) -> Iterator[Mention]:
    """A decade-long thing, and a monthslong one, whose length is told only by its order: its value is one unit."""
    for match in _VAGUE.finditer(sentence.text):
        word = singular(re.sub(r"-?long$", "", match[0].lower()))
        factor = SCALED[word][1]
        unit = "vague time" if re.match(r"[a-z]+s-?long", match[0], re.I) else "time"
        yield stated(sentence, match.span(), factor, unit, modified_at(sentence, match.end()), scale=factor)
