"""Numbers told by their order alone: dozens of arrests, hundreds of protesters, tens of thousands of homes."""

import re
from collections.abc import Iterator
from functools import cache

from mali_reader.corroboration.counted import noun_after
from mali_reader.corroboration.fates import fate_beside
from mali_reader.corroboration.model import Mention
from mali_reader.corroboration.sentences import Asserted
from mali_reader.corroboration.stated import stated
from mali_reader.corroboration.units import CURRENCIES, SCALED, singular, unit_of

VAGUE = "vague "
"""What the unit of a number begins with of which only the order is told; its value is the lowest that this may be."""
LARGEST = 15.0
"""How many times the lowest a number may be: hundreds are 100 to 1,500."""
_CLOSE = 2
"""Nothing is counted in "dozens were hurt" but what befell them, which has to stand so near."""
_TOLD = re.compile("(?:ens|res|eds|nds|ons)\\b")
_LOWEST = {
    "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "tens of thousands": 10_000,
    "hundreds of thousands": 100_000, "millions": 1_000_000,
}  # fmt: skip


@cache
def _some() -> re.Pattern[str]:
    """The pattern of a number's order, which few sentences tell."""
    return re.compile(
        r"\b(?<!of\s)(?P<some>dozens|scores|(?:tens|hundreds)\s+of\s+thousands|hundreds|thousands|millions)"
        r"(?:\s+of\s+(?=[a-z])|(?P<bare>(?:\s+(?:more|others|people))?\b(?!\s+of\b)))",
        re.I,
    )


def vague_counts(sentence: Asserted) -> Iterator[Mention]:
    """The numbers of a sentence that are told by their order."""
    if not _TOLD.search(sentence.text):
        return
    for match in _some().finditer(sentence.text):
        lowest = float(_LOWEST[re.sub(r"\s+", " ", match["some"].lower())])
        if match["bare"] is not None:
            fate = fate_beside(sentence, *match.span(), reach=_CLOSE)
            if fate:
                yield stated(sentence, match.span(), lowest, f"{VAGUE}people{fate}")
            continue
        noun = noun_after(sentence, match.end())
        if noun is None or noun.folded in CURRENCIES or singular(noun.folded) in SCALED:
            continue
        place = (match.start(), noun.end - sentence.start)
        unit = unit_of(noun.folded)
        fate = fate_beside(sentence, *place) if unit == "people" else ""
        yield stated(sentence, place, lowest, VAGUE + unit + fate, noun.stem)
