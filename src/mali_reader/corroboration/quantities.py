"""Numbers with what they count, measure or pay, and tallies of votes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from mali_reader.corpus.model import Span
from mali_reader.corroboration.model import Mention, MentionKind, Qualifier
from mali_reader.corroboration.numerals import Numeral, is_numeral, numerals
from mali_reader.corroboration.qualifiers import qualifier_before
from mali_reader.corroboration.sentences import Asserted, Word, ends_with
from mali_reader.corroboration.units import COLLECTIVE, CURRENCIES, FATES, IN_ORDER, PEOPLE, SCALED, singular, unit_of

_CURRENCY_BEFORE = re.compile(r"(?:US|AU?|NZ|HK|C)?[$€£¥₹₽₦]\s?\Z|\b(?:USD|EUR|GBP|Rs\.?)\s?\Z", re.I)
_PERCENT = re.compile(r"[\s-]*(?:%|percent\b|per\s+cent\b|percentage\s+points?\b|pc\b)", re.I)
_HYPHENED = re.compile(r"-([a-z]+)", re.I)
_OLD = re.compile(r"[\s-]years?[\s-]old\b", re.I)
_AGE = re.compile(r"\b[A-Z][\w’'.-]+,\s(\d{1,3}),(?!\d)")
_TALLY = re.compile(r"\b(\d{1,3})\s?(?:[-–]|\sto\s)\s?(\d{1,3})(?:\s?(?:[-–]|\sto\s)\s?(\d{1,2}))?\b(?![-–%])")
_VOTING = re.compile(r"\b(?:vot|adopt|approv|pass|reject|unanim|ballot|ruled|ruling)", re.I)
_VOTES_WORDED = re.compile(
    r"\b(?P<yes>[\w-]+)\s+votes?\s+(?:(?:in\s+favou?r|for)\b|(?=to\s))(?:\s*to\s+(?P<to>[\w-]+)\b)?(?:[^.;]{0,30}?\b(?P<no>[\w-]+)\s+(?:votes?\s+)?against)?"
    r"(?:[^.;]{0,30}?\b(?P<abstained>[\w-]+)\s+absten\w+)?",
    re.I,
)
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b", re.I)
_VAGUE = re.compile(r"\b(?:(?:years?|months?|weeks?|days?|decades?|hours?)-?long)\b", re.I)
_OF_THEM = re.compile(
    r"\s+of\s+(?:(?P<them>them)\b|(?:its|the|their|his|her|those|these|our)(?=\s)|(?:the\s+)?(?P<total>[\w,]+)(?=\s))",
    re.I,
)
_GRADED = re.compile(r"\b(magnitude|category|level|phase|grade)\s+(?:of\s+)?\Z", re.I)
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b(?!\s*%)|\b(1[0-2]|0?[1-9])(?=\s?[ap]\.?m\b)", re.I)
_RANGE = re.compile(
    r"\s?(?:[-–—]|to|and)\s?(?:[A-Z]{0,2}[$€£¥₹₽₦])?\s?((\d+(?:\.\d+)?)[\s-]?(?:thousand|million|billion|trillion|bn|mn|m)\b)"
)
_SCALED_UP = 1000
_OUT_OF = re.compile(r"\A(?:of|out\s+of)\s+(?:the\s+|all\s+|its\s+|their\s+)?\Z", re.I)
"""Of 1,900 houses, 450 were lost: a whole is not what happened to a part of it."""
_AND = re.compile(r"\s+(?:and|or)\s+")
_LONGEST_NUMBER = 60
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_NUMBER_OF = re.compile(
    r"\b(?:(?P<toll>(?:death\s+)?toll)|(?:number|total|count|tally)\s+of\s+(?:[a-z]+\s+){0,2}?(?P<noun>[a-z]+s))\b"
    r"(?:[^.;:,\d]{0,60}\s)??(?:to|at|was|is|stood|reached|now)\s+(?:[a-z]+\s+){0,2}?\Z"
)
"""What is counted, where it stands before the number: the number of cases rose to."""
_HALF_A_DAY = 720
_THROUGHOUT = re.compile(r"over\b", re.I)
"""Before a length of time, "over" is as often "in the course of" as "more than"."""
_LONGEST_RUN = 4
_PLURAL = COLLECTIVE | SCALED.keys()


def quantities(sentence: Asserted, dates: Sequence[Span] = ()) -> Iterator[Mention]:
    """The numbers, sums, ages and tallies of a sentence that are no part of one of its dates."""
    text = sentence.text
    tallies = [*_tallies(sentence), *_clocks(sentence)]
    yield from tallies
    used = {place for span in (*dates, *(m.span for m in tallies)) for place in range(span.start, span.end)}
    reached = 0
    ages = {match.start(1) for match in _AGE.finditer(text)}
    for numeral in numerals(text, sentence.document.language):
        taken = not used.isdisjoint(range(sentence.start + numeral.start, sentence.start + numeral.end))
        if taken or numeral.start < reached or ends_with(_OUT_OF, text, numeral.start):
            continue
        mention = _age(sentence, numeral, bare=numeral.start in ages) or _quantity(sentence, numeral)
        if mention is not None:
            reached = mention.span.end - sentence.start
            yield mention
    yield from _vague_durations(sentence)


def _quantity(sentence: Asserted, numeral: Numeral) -> Mention | None:
    text = sentence.text
    if percent := _PERCENT.match(text, numeral.end):
        return _mention(sentence, (numeral.start, percent.end()), numeral.value, "percent")
    if numeral.fraction:
        return _mention(sentence, (numeral.start, numeral.end), numeral.value, "share")
    if graded := ends_with(_GRADED, text, numeral.start):
        return _mention(sentence, (graded.start(), numeral.end), numeral.value, graded[1].lower(), graded[1].lower())
    if ordinal := _ORDINAL.match(text, numeral.end):
        return _ranked(sentence, numeral, ordinal.end())
    if hyphened := _HYPHENED.match(text, numeral.end):
        return _hyphened(sentence, numeral, hyphened.end(), hyphened[1].lower())
    return _money(sentence, numeral) or _counted(sentence, numeral)


def _hyphened(sentence: Asserted, numeral: Numeral, end: int, word: str) -> Mention:
    """A 48-page thing, a 15-member body, a 13,000-strong force."""
    if word != "strong":
        return _measured(sentence, numeral, end, word, _modified(sentence, end) if word in SCALED else word)
    noun = _noun_after(sentence, end)
    stop = noun.end - sentence.start if noun else end
    return _mention(sentence, (numeral.start, stop), numeral.value, "people", noun.stem if noun else "")


def _ranked(sentence: Asserted, numeral: Numeral, end: int) -> Mention | None:
    """The 88th minute, the 3rd place; a Fifth Avenue is a name."""
    noun = next(iter(_run(sentence, end)), None)
    if noun is None or noun.text[0].isupper():
        return None
    place = (numeral.start, noun.end - sentence.start)
    return _mention(sentence, place, numeral.value, singular(noun.folded) + IN_ORDER, noun.stem)


def _money(sentence: Asserted, numeral: Numeral) -> Mention | None:
    numeral = _in_range(sentence, numeral)
    if sign := ends_with(_CURRENCY_BEFORE, sentence.text, numeral.start):
        currency = CURRENCIES.get(sign[0].strip(" .").lower(), "$")
        return _mention(sentence, (sign.start(), numeral.end), numeral.value, currency, kind=MentionKind.MONEY)
    noun = _noun_after(sentence, numeral.end)
    if noun is None or noun.folded not in CURRENCIES:
        return None
    stop = noun.end - sentence.start
    return _mention(sentence, (numeral.start, stop), numeral.value, CURRENCIES[noun.folded], kind=MentionKind.MONEY)


def _in_range(sentence: Asserted, numeral: Numeral) -> Numeral:
    """The first number of a range that has its scale behind the second one: $12-$14 billion."""
    scaled = _RANGE.match(sentence.text, numeral.end) if numeral.value < _SCALED_UP else None
    if scaled is None:
        return numeral
    second = next((n.value for n in numerals(scaled[1], sentence.document.language)), 0.0)
    figure = next((n.value for n in numerals(scaled[2], sentence.document.language)), 0.0)
    return replace(numeral, value=numeral.value * second / figure) if figure and second > figure else numeral


def _counted(sentence: Asserted, numeral: Numeral) -> Mention | None:
    text = sentence.text
    of = _OF_THEM.match(text, numeral.end)
    if of and of["total"] and not any(numerals(of["total"])):
        of = None
    if (counted := ends_with(_NUMBER_OF, text, numeral.start)) and not _noun_after(sentence, numeral.end):
        return _told_before(sentence, numeral, counted)
    if of and of["them"]:
        return _mention(sentence, (numeral.start, of.end()), numeral.value, "people")
    if shared := _shared_noun(sentence, numeral.end):
        return _measured(sentence, numeral, shared[0], shared[1].folded, shared[1].stem)
    noun = _noun_after(sentence, of.end() if of else numeral.end)
    if noun is not None:
        head = "" if singular(noun.folded) in SCALED else noun.stem
        return _measured(sentence, numeral, noun.end - sentence.start, noun.folded, head)
    return _bare(sentence, numeral)


def _told_before(sentence: Asserted, numeral: Numeral, counted: re.Match[str]) -> Mention | None:
    """A number whose noun came first: the death toll rose to eleven, the number of confirmed cases stands at 1,284."""
    if counted["toll"]:
        return _mention(sentence, (numeral.start, numeral.end), numeral.value, "people:dead")
    noun = next((word for word in sentence.words if word.start == sentence.start + counted.start("noun")), None)
    return None if noun is None else _measured(sentence, numeral, numeral.end, noun.folded, noun.stem)


def _measured(sentence: Asserted, numeral: Numeral, end: int, noun: str, head: str = "") -> Mention:
    one = singular(noun)
    if one in SCALED:
        unit, factor = SCALED[one]
        value = round(numeral.value * factor, 3)
        return _mention(sentence, (numeral.start, end), value, unit, head)
    unit = unit_of(noun)
    fate = _fate(sentence, numeral, end) if unit == "people" else ""
    return _mention(sentence, (numeral.start, end), numeral.value, unit + fate, head)


def _bare(sentence: Asserted, numeral: Numeral) -> Mention | None:
    """A number without a noun: of people where the next word says what befell them, else of nothing known."""
    fate = _fate(sentence, numeral, numeral.end, reach=1)
    if not fate:
        return None
    return _mention(sentence, (numeral.start, numeral.end), numeral.value, "people" + fate)


def _fate(sentence: Asserted, numeral: Numeral, end: int, reach: int = 3) -> str:
    """What befell those counted, from the words just behind or (a verb) just before the number."""
    words = sentence.words
    first, last = (sentence.words_until(sentence.start + position) for position in (numeral.start, end))
    behind = takewhile(lambda word: word.folded not in ("and", "or", "but", "while"), words[last : last + reach])
    before = words[max(0, first - reach) : first]
    told = (FATES[word.folded] for word in (*words[first:last], *behind, *reversed(before)) if word.folded in FATES)
    fate = next(told, "")
    return fate and f":{fate}"


def _modified(sentence: Asserted, position: int) -> str:
    """The stem of the noun that a compound ("ten-year") stands before: the last word of the run behind it."""
    run = _run(sentence, position)
    return run[-1].stem if run else ""


def _ends_run(word: Word) -> bool:
    """Whether a word says what befell those counted, or counts something else."""
    return (word.folded in FATES and singular(word.folded) not in PEOPLE) or is_numeral(word.text)


def _noun_after(sentence: Asserted, position: int) -> Word | None:
    """What is counted: the first plural or collective noun of the run of words behind a number, else its first word."""
    run = _run(sentence, position)
    return next(chain(filter(_is_counted, run), run), None)


def _is_counted(word: Word) -> bool:
    """Whether a word is a plural, or a noun that stands for many."""
    return singular(word.folded) != word.folded or word.folded in _PLURAL


def _shared_noun(sentence: Asserted, position: int) -> tuple[int, Word] | None:
    """The noun that two numbers share, and where the first one ends: 1,284 confirmed and 2,310 suspected cases."""
    run = _run(sentence, position)
    end = run[-1].end - sentence.start if run else position
    joined = None if any(map(_is_counted, run)) else _AND.match(sentence.text, end)
    if joined is None:
        return None
    rest = sentence.text[joined.end() : joined.end() + _LONGEST_NUMBER]
    second = next((one for one in numerals(rest, sentence.document.language) if one.start == 0), None)
    if second is None:
        return None
    noun = next(filter(_is_counted, _run(sentence, joined.end() + second.end)), None)
    return None if noun is None else (end, noun)


def _run(sentence: Asserted, position: int) -> list[Word]:
    """The words behind a position that nothing but spaces and hyphens parts, up to a function word."""
    run: list[Word] = []
    at = sentence.start + position
    first = sentence.words_until(at)
    for word in sentence.words[first : first + _LONGEST_RUN]:
        gap = sentence.document.text[at : word.start]
        if gap.strip(" \n\t\u00a0-*_") or not word.content or not word.text[0].isalpha() or _ends_run(word):
            break
        run.append(word)
        at = word.end
    return run


def _age(sentence: Asserted, numeral: Numeral, *, bare: bool) -> Mention | None:
    old = _OLD.match(sentence.text, numeral.end)
    if old is None and not bare:
        return None
    at = sentence.start + numeral.start
    before = sentence.words_until(at)
    head = sentence.words[before - 1].stem if bare and before else ""
    end = old.end() if old else numeral.end
    return _mention(sentence, (numeral.start, end), numeral.value, "age", head)


def _tallies(sentence: Asserted) -> Iterator[Mention]:
    text = sentence.text
    if not _VOTING.search(text):
        return
    for match in _TALLY.finditer(text):
        tally = tuple(str(int(number)) for number in match.groups(default="0"))
        if len(match[1]) < 4:
            yield _mention(sentence, match.span(), tally, "tally", "vote")
    for match in _VOTES_WORDED.finditer(text):
        counts = [_count(match["yes"]), _count(match["no"] or match["to"]), _count(match["abstained"])]
        if counts[0] is not None:
            tally = tuple(str(count or 0) for count in counts)
            yield _mention(sentence, match.span(), tally, "tally", "vote")
    for match in _UNANIMOUS.finditer(text):
        tally = ("", "0", "0")
        yield _mention(sentence, match.span(), tally, "tally", "vote")


def _clocks(sentence: Asserted) -> Iterator[Mention]:
    """Times of day, in minutes of half a day: who writes 8:55 leaves out which half it was."""
    for match in _CLOCK.finditer(sentence.text):
        if (
            match[2]
            and sentence.text[match.end(1)] == "."
            and not re.match(r"\s?[ap]\.?m\b", sentence.text[match.end() :])
        ):
            continue
        minutes = (int(match[1] or match[3]) * 60 + int(match[2] or 0)) % _HALF_A_DAY
        yield _mention(sentence, match.span(), float(minutes), "clock")


def _count(word: str | None) -> int | None:
    if word is None:
        return None
    if word.lower() in ("no", "none", "zero"):
        return 0
    if word.lower() == "one":
        return 1
    return next((int(numeral.value) for numeral in numerals(word)), None)


def _vague_durations(sentence: Asserted) -> Iterator[Mention]:
    """A decade-long thing, and a monthslong one, whose length is told only by its order: its value is one unit."""
    for match in _VAGUE.finditer(sentence.text):
        word = singular(re.sub(r"-?long$", "", match[0].lower()))
        factor = SCALED[word][1]
        unit = "vague time" if re.match(r"[a-z]+s-?long", match[0], re.I) else "time"
        yield _mention(sentence, match.span(), factor, unit, _modified(sentence, match.end()))


def _mention(
    sentence: Asserted,
    place: tuple[int, int],
    value: float | tuple[str, ...],
    unit: str,
    head: str = "",
    *,
    kind: MentionKind = MentionKind.NUMBER,
) -> Mention:
    start, end = place
    document, offset = sentence.document.id, sentence.start
    qualifier, at = qualifier_before(sentence.text, start)
    if isinstance(value, tuple) or (unit == "time" and _THROUGHOUT.match(sentence.text, at)):
        qualifier, at = Qualifier.NONE, start
    return Mention(
        kind,
        Span(document, offset + start, offset + end),
        Span(document, offset + at, offset + end),
        sentence.span,
        value,
        unit,
        head,
        qualifier,
    )
