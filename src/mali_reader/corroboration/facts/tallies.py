"""Tallies of votes: 15-0, 13 votes to two, unanimously."""

import re
from collections.abc import Iterator

from mali_reader.corroboration.facts.numerals import numerals
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.model import Mention

_TALLY = re.compile(r"\b(\d{1,3})\s?(?:[-–]|\sto\s)\s?(\d{1,3})(?:\s?(?:[-–]|\sto\s)\s?(\d{1,2}))?\b(?![-–%])")
_VOTING = re.compile(
    r"\b(?:vot|adopt|approv|pass|reject|unanim|ballot|ruled|ruling|majority|judge|panel|jur(?:y|ors?)\b)", re.I
)
_VOTES_WORDED = re.compile(
    r"\b(?P<yes>[\w-]+)\s+votes?\s+(?:(?:in\s+favou?r|for)\b|(?=to\s))(?:\s*to\s+(?P<to>[\w-]+)\b)?(?:[^.;]{0,30}?\b(?P<no>[\w-]+)\s+(?:votes?\s+)?against)?"
    r"(?:[^.;]{0,30}?\b(?P<abstained>[\w-]+)\s+absten\w+)?",
    re.I,
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
_MAJORITY = re.compile(
    rf"\b(?:majority|vote|margin|split|ruled)\s+(?:of\s+|by\s+)?({_SMALL})\s+to\s+({_SMALL})\b", re.I
)
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.I)


def tallies(sentence: Asserted) -> Iterator[Mention]:
    """The results of votes in a sentence: `value` has those for, against and abstaining."""
    text = sentence.text
    if not _VOTING.search(text):
        return
    for match in _TALLY.finditer(text):
        tally = tuple(str(int(number)) for number in match.groups(default="0"))
        yield stated(sentence, match.span(), tally, "tally", "vote")
    for match in _VOTES_WORDED.finditer(text):
        counts = [_count(match["yes"]), _count(match["no"] or match["to"]), _count(match["abstained"])]
        if counts[0] is not None:
            tally = tuple(str(count or 0) for count in counts)
            yield stated(sentence, match.span(), tally, "tally", "vote")
    for match in _MAJORITY.finditer(text):
        yield stated(sentence, match.span(), (*(str(_count(side)) for side in match.groups()), "0"), "tally", "vote")
    for match in _UNANIMOUS.finditer(text):
        tally = ("", "0", "0")
        yield stated(sentence, match.span(), tally, "tally", "vote")


def _count(word: str | None) -> int | None:
    if word is None:
        return None
    if word.lower() in ("no", "none", "zero"):
        return 0
    if word.lower() == "one":
        return 1
    return next((int(numeral.value) for numeral in numerals(word)), None)
