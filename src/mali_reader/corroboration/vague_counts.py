"""Numbers told by their order alone: dozens of arrests, hundreds of protesters, tens of thousands of homes."""

import re
from collections.abc import Iterator
from functools import cache

from mali_reader.corroboration.counted import noun_after
from mali_reader.corroboration.model import Mention
from mali_reader.corroboration.sentences import Asserted
from mali_reader.corroboration.stated import stated
from mali_reader.corroboration.units import CURRENCIES, SCALED, singular, unit_of

VAGUE = "vague "
"""What the unit of a number begins with of which only the order is told; its value is the lowest that this may be."""
LARGEST = 15.0
"""How many times the lowest a number may be: hundreds are 100 to 1,500."""
_TOLD = re.compile("(?:ens|res|eds|nds|ons) of")
_LOWEST = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "tens of thousands": 10_000,
    "hundreds of thousands": 100_000, "millions": 1_000_000,
}  # fmt: skip


@cache
def _some() -> re.Pattern[str]:
    """The pattern of a number's order, which few sentences tell."""
    return re.compile(
        r"\b(?<!of\s)(?P<some>dozens|scores|(?:tens|hundreds)\s+of\s+thousands|hundreds|thousands|millions)"
        r"\s+of\s+(?=[a-z])",
        re.I,
    )


def vague_counts(sentence: Asserted) -> Iterator[Mention]:
    """The numbers of a sentence that are told by their order."""
    if not _TOLD.search(sentence.text):
        return
    for match in _some().finditer(sentence.text):
        noun = noun_after(sentence, match.end())
        if noun is None or noun.folded in CURRENCIES or singular(noun.folded) in SCALED:
            continue
        lowest = _LOWEST[re.sub(r"\s+", " ", match["some"].lower())]
        place = (match.start(), noun.end - sentence.start)
        yield stated(sentence, place, float(lowest), VAGUE + unit_of(noun.folded), noun.stem)
