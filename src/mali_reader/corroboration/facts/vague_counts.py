"""Numbers told by their order alone: dozens of arrests, hundreds of protesters, tens of thousands of homes."""

import re
from collections.abc import Iterator
from functools import cache

from mali_reader.corroboration.facts.counted import noun_after
from mali_reader.corroboration.facts.fates import counted_in, fate_beside
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.facts.units import CURRENCIES, SCALED, singular
from mali_reader.corroboration.model import Mention

VAGUE = "vague "
"""What the unit of a number begins with of which only the order is told; its value is the lowest that this may be."""
LARGEST = 15.0
"""How many times the lowest a number may be: hundreds are 100 to 1,500."""
_CLOSE = 2
_TOLD = re.compile(r"\b(?:dozen|score|hundred|thousand|million)", re.I)
_LOWEST = {
    "dozens": 12, "scores": 20, "dozen": 24, "hundreds": 100, "hundred": 200, "thousands": 1000, "thousand": 2000,
    "tens of thousands": 10_000, "hundreds of thousands": 100_000, "millions": 1_000_000,
}  # fmt: skip
"""The lowest number that is meant: by several dozen 24, by dozens 12."""


@cache
def _some() -> re.Pattern[str]:
    """The pattern of a number's order, which few sentences tell."""
    return re.compile(
        r"\b(?<!of\s)(?:(?:several|a\s+few)\s+(?P<few>dozen|hundred|thousand)(?:\s+of)?"
        r"|(?P<some>dozens|scores|(?:tens|hundreds)\s+of\s+thousands|hundreds|thousands|millions)(?P<of>\s+of)?)"
        r"(?=\s+[a-z]|[.,;])(?:\s+(?:more|others)\b)?",
        re.I,
    )


def vague_counts(sentence: Asserted) -> Iterator[Mention]:
    """The numbers of a sentence that are told by their order."""
    if not _TOLD.search(sentence.text):
        return
    for match in _some().finditer(sentence.text):
        lowest = float(_LOWEST[re.sub(r"\s+", " ", (match["few"] or match["some"]).lower())])
        noun = noun_after(sentence, match.end()) if match["few"] or match["of"] else None
        if noun is None:
            yield from _of_people(sentence, match.span(), lowest)
        elif noun.folded not in CURRENCIES and singular(noun.folded) not in SCALED:
            place = (match.start(), noun.end - sentence.start)
            yield stated(sentence, place, lowest, VAGUE + counted_in(sentence, *place, noun.folded), noun.stem)


def _of_people(sentence: Asserted, place: tuple[int, int], lowest: float) -> Iterator[Mention]:
    """Dozens were hurt: people are counted where what befell them stands beside it."""
    if fate := fate_beside(sentence, *place, reach=_CLOSE):
        yield stated(sentence, place, lowest, f"{VAGUE}people{fate}")
