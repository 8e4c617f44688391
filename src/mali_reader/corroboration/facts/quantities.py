"""Numbers with what they count, measure or pay, and tallies of votes."""

import re
from collections.abc import Iterator, Sequence

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.ages import age, bare_ages
from mali_reader.corroboration.facts.clocks import clocks
from mali_reader.corroboration.facts.counted import head_before, is_counted, modified_at, noun_after, run_after, stem_at
from mali_reader.corroboration.facts.durations import halved_durations, single_intervals, vague_durations
from mali_reader.corroboration.facts.fates import counted_in, fate_beside
from mali_reader.corroboration.facts.measures import measure_at
from mali_reader.corroboration.facts.numerals import Numeral, numerals
from mali_reader.corroboration.facts.ordinals import ordinals
from mali_reader.corroboration.facts.rates import rate_behind
from mali_reader.corroboration.facts.sentences import Asserted, Word, ends_with
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.facts.sums import has_sign, sum_at
from mali_reader.corroboration.facts.tallies import tallies
from mali_reader.corroboration.facts.tolls import tolls_of_zero
from mali_reader.corroboration.facts.units import FATES, IN_ORDER, INTERVAL, PEOPLE, SCALED, singular
from mali_reader.corroboration.facts.vague_counts import vague_counts
from mali_reader.corroboration.model import Mention

_PERCENT = re.compile(r"[\s-]*(?:%|percent\b|per\s+cent\b|percentage\s+points?\b|pc\b)", re.I)
_HYPHENED = re.compile(r"-([a-z]+)", re.I)
_OF_THEM = re.compile(
    r"\s+of\s+(?:(?P<them>them)\b|(?:its|the|their|his|her|those|these|our)(?=\s)|(?:the\s+)?(?P<total>[\w,]+)(?=\s))",
    re.I,
)
_GRADED = re.compile(r"\b(magnitude|category|level|phase|grade)\s+(?:of\s+)?\Z", re.I)
_OUT_OF = re.compile(r"\A(?:of|out\s+of)\s+(?:the\s+|all\s+|its\s+|their\s+)?\Z", re.I)
"""Of 1,900 houses, 450 were lost: a whole is not what happened to a part of it."""
_SENSE = re.compile(
    r"[\s-]+(?:(?P<sense>high|tall|deep|wide|long)\b|(?:away|off|from|below|above|beyond|behind|underneath|short\s+of"
    r"|(?:to\s+the\s+)?(?:north|south|east|west)\w*\s+of)\b(?!\s+(?:the\s+)?(?:sea|surface|ground|normal|average)))",
    re.I,
)
_LATER = re.compile(r"\s+(?:later|earlier|afterwards?)\b(?!\s+than\b)", re.I)
_AND = re.compile(r"\s+(?:and|or)\s+")
_LONGEST_NUMBER = 60
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_WERE = re.compile(
    r"\s+of\s+(?:them|(?:the|its|their|those)\s+[a-z]+)\s+(?:were|are)\s+(?P<whom>[a-z]{3,}n|[a-z]{3,}s)\b"
)
"""Fourteen of the dead were children."""
_CREW_OF = re.compile(
    r"\b(crew|team|staff|party|squad|garrison|family|workforce)\s+of\s+(?:(?:about|some|around|over)\s+)?\Z"
)
_OF = re.compile(r"\s+of\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?")
_NUMBER_OF = re.compile(
    r"\b(?:(?P<toll>(?:death\s+)?toll)|the\s+(?P<fate>wounded|injured|dead|missing)"
    r"|(?:number|total|count|tally)\s+of\s+(?:[a-z]+\s+){0,2}?(?P<noun>[A-Za-z]+s))\b"
    r"(?:[^.;:,\d]{0,60}\s)??(?:from\s+[\w,]+\s+(?=to\s))?(?:to|at|was|is|stood|reached|now)\s+(?:[a-z]+\s+){0,2}?\Z"
)
"""What is counted, where it stands before the number: the number of cases rose to."""


def quantities(sentence: Asserted, dates: Sequence[Span] = ()) -> Iterator[Mention]:
    """The numbers, sums, ages and tallies of a sentence that are no part of one of its dates."""
    text = sentence.text
    read = [*tallies(sentence), *clocks(sentence), *tolls_of_zero(sentence), *halved_durations(sentence)]
    yield from read
    used = {place for span in (*dates, *(m.span for m in read)) for place in range(span.start, span.end)}
    reached = 0
    ages = bare_ages(sentence)
    for numeral in numerals(text, sentence.document.language):
        taken = not used.isdisjoint(range(sentence.start + numeral.start, sentence.start + numeral.end))
        if taken or numeral.start < reached or ends_with(_OUT_OF, text, numeral.start):
            continue
        mention = age(sentence, numeral, bare=numeral.start in ages) or _quantity(sentence, numeral)
        if mention is not None:
            reached = mention.span.end - sentence.start
            yield mention
    yield from vague_durations(sentence)
    yield from single_intervals(sentence)
    yield from vague_counts(sentence)
    yield from ordinals(sentence)


def _quantity(sentence: Asserted, numeral: Numeral) -> Mention | None:
    text = sentence.text
    if percent := _PERCENT.match(text, numeral.end):
        return stated(sentence, (numeral.start, percent.end()), numeral.value, "percent")
    if numeral.fraction:
        return stated(sentence, (numeral.start, numeral.end), 100 * numeral.value, "percent", scale=100.0)
    if graded := ends_with(_GRADED, text, numeral.start):
        return stated(sentence, (graded.start(), numeral.end), numeral.value, graded[1].lower(), graded[1].lower())
    if ordinal := _ORDINAL.match(text, numeral.end):
        return _ranked(sentence, numeral, ordinal.end())
    return _signed(sentence, numeral) or _named(sentence, numeral)


def _signed(sentence: Asserted, numeral: Numeral) -> Mention | None:
    """A measure whose unit is a sign or several words, in a sentence that has no currency before the number."""
    if has_sign(sentence, numeral.start):
        return None
    measure = measure_at(sentence.text, numeral.start, numeral.end, numeral.value, sentence.document)
    if measure is None:
        return None
    unit, place = _sense(sentence, measure.unit, measure.end), (numeral.start, measure.end)
    return stated(sentence, place, measure.value, unit, modified_at(sentence, measure.end), scale=measure.scale)


def _named(sentence: Asserted, numeral: Numeral) -> Mention | None:
    """A number of what a noun names."""
    if hyphened := _HYPHENED.match(sentence.text, numeral.end):
        return _hyphened(sentence, numeral, hyphened.end(), hyphened[1].lower())
    return sum_at(sentence, numeral) or _counted(sentence, numeral)


def _hyphened(sentence: Asserted, numeral: Numeral, end: int, word: str) -> Mention:
    """A 48-page thing, a 15-member body, a 13,000-strong force."""
    if word != "strong":
        return _measured(sentence, numeral, end, word, modified_at(sentence, end) if word in SCALED else word)
    noun = noun_after(sentence, end)
    stop = noun.end - sentence.start if noun else end
    return stated(sentence, (numeral.start, stop), numeral.value, "people", noun.stem if noun else "")


def _ranked(sentence: Asserted, numeral: Numeral, end: int) -> Mention | None:
    """The 88th minute, the 3rd place; a Fifth Avenue is a name."""
    noun = next(iter(run_after(sentence, end)), None)
    if noun is None or noun.text[0].isupper():
        return None
    place = (numeral.start, noun.end - sentence.start)
    return stated(sentence, place, numeral.value, singular(noun.folded) + IN_ORDER, noun.stem)


def _counted(sentence: Asserted, numeral: Numeral) -> Mention | None:
    text = sentence.text
    of = _OF_THEM.match(text, numeral.end)
    if of and of["total"] and not any(numerals(of["total"])):
        of = None
    if (counted := ends_with(_NUMBER_OF, text, numeral.start)) and not noun_after(sentence, numeral.end):
        return _told_before(sentence, numeral, counted)
    if of and of["them"]:
        return _of_them(sentence, numeral, of.end())
    if shared := _shared_noun(sentence, numeral.end):
        return _measured(sentence, numeral, shared[0], shared[1].folded, shared[1].stem)
    if were := _WERE.match(text, numeral.end):
        return _measured(sentence, numeral, were.end(), were["whom"], stem_at(sentence, were.start("whom")))
    noun = noun_after(sentence, of.end() if of else numeral.end)
    if noun is not None:
        head = _told_of(sentence, numeral, noun) if singular(noun.folded) in SCALED else noun.stem
        return _measured(sentence, numeral, noun.end - sentence.start, noun.folded, head)
    return _bare(sentence, numeral)


def _of_them(sentence: Asserted, numeral: Numeral, end: int) -> Mention:
    """How many of those who were told of before: 52 of them, ten of them children."""
    noun = next(iter(run_after(sentence, end)), None)
    head = ""
    if noun is not None and singular(noun.folded) in PEOPLE and is_counted(noun):
        end, head = noun.end - sentence.start, noun.stem
    fate = fate_beside(sentence, numeral.start, end, of_them=True)
    return stated(sentence, (numeral.start, end), numeral.value, "people" + fate, head)


def _told_of(sentence: Asserted, numeral: Numeral, unit: Word) -> str:
    """The stem of what a length is that of: five weeks of *talks*, a *delay* of two hours."""
    end = unit.end - sentence.start
    if of := _OF.match(sentence.text, end):
        return modified_at(sentence, of.end())
    return head_before(sentence, numeral.start)


def _sense(sentence: Asserted, unit: str, end: int) -> str:
    """What a length is told of: how high, wide or deep something is; how far off it is, which is another question.

    So is how much later something was.
    """
    if unit == "time" and _LATER.match(sentence.text, end):
        return INTERVAL
    if unit != "length" or not (sense := _SENSE.match(sentence.text, end)):
        return unit
    told = (sense["sense"] or "").lower()
    return f"length:{'high' if told == 'tall' else told}" if told else "distance"


def _told_before(sentence: Asserted, numeral: Numeral, counted: re.Match[str]) -> Mention | None:
    """A number whose noun came first: the death toll rose to eleven, the number of confirmed cases stands at 1,284."""
    if counted["toll"] or counted["fate"]:
        fate = FATES[counted["fate"]] if counted["fate"] else "dead"
        return stated(sentence, (numeral.start, numeral.end), numeral.value, f"people:{fate}")
    noun = next((word for word in sentence.words if word.start == sentence.start + counted.start("noun")), None)
    return None if noun is None else _measured(sentence, numeral, numeral.end, noun.folded, noun.stem)


def _measured(sentence: Asserted, numeral: Numeral, end: int, noun: str, head: str = "") -> Mention:
    one = singular(noun)
    if one in SCALED:
        unit, factor = SCALED[one]
        value = round(numeral.value * factor, 3)
        return stated(sentence, (numeral.start, end), value, _sense(sentence, unit, end), head, scale=factor)
    unit = counted_in(sentence, numeral.start, end, noun)
    if not unit.startswith("people"):  # what follows a colon there is what befell them
        unit += rate_behind(sentence, end)
    return stated(sentence, (numeral.start, end), numeral.value, unit, head)


def _bare(sentence: Asserted, numeral: Numeral) -> Mention | None:
    """A number without a noun: a crew of 24, people where the next word says what befell them, else nothing known."""
    if crew := ends_with(_CREW_OF, sentence.text, numeral.start):
        return stated(sentence, (numeral.start, numeral.end), numeral.value, "people", stem_at(sentence, crew.start(1)))
    fate = fate_beside(sentence, numeral.start, numeral.end, reach=1)
    if not fate:
        return None
    return stated(sentence, (numeral.start, numeral.end), numeral.value, "people" + fate)


def _shared_noun(sentence: Asserted, position: int) -> tuple[int, Word] | None:
    """The noun that two numbers share, and where the first one ends: 1,284 confirmed and 2,310 suspected cases."""
    run = run_after(sentence, position)
    end = run[-1].end - sentence.start if run else position
    joined = None if any(map(is_counted, run)) else _AND.match(sentence.text, end)
    if joined is None:
        return None
    rest = sentence.text[joined.end() : joined.end() + _LONGEST_NUMBER]
    second = next((one for one in numerals(rest, sentence.document.language) if one.start == 0), None)
    if second is None:
        return None
    noun = next(filter(is_counted, run_after(sentence, joined.end() + second.end)), None)
    return None if noun is None else (end, noun)
