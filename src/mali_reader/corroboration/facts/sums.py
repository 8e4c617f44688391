"""Sums of money: $4 million, 20,000 euros, $12-$14 billion, and what they are paid for."""

import re

from mali_reader.corroboration.facts.counted import head_before, modified_at, noun_after
from mali_reader.corroboration.facts.numerals import Numeral, numerals
from mali_reader.corroboration.facts.rates import rate_behind
from mali_reader.corroboration.facts.sentences import Asserted, ends_with
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.facts.units import CURRENCIES
from mali_reader.corroboration.model import Mention, MentionKind

_CURRENCY_BEFORE = re.compile(r"(?:US|AU?|NZ|HK|C)?[$€£¥₹₽₦]\s?\Z|\b(?:USD|EUR|GBP|Rs\.?)\s?\Z", re.I)
_SIGN = re.compile(r"[$€£¥₹₽₦](?=\s?\d)")
_MILLION = 10**6
_SCALE_WORD = re.compile(r"[mb]illion|trillion", re.I)
_RANGE = re.compile(
    r"\s?(?:[-–—]|to|and)\s?(?:[A-Z]{0,2}[$€£¥₹₽₦])?\s?((\d+(?:\.\d+)?)[\s-]?(?:thousand|million|billion|trillion|bn|mn|m)\b)"
)
_SCALED_UP = 1000
_IN = re.compile(r"\s+in\s+(?=[a-z])")


def has_sign(sentence: Asserted, position: int) -> bool:
    """Whether the sign or name of a currency ends at a position of a sentence."""
    return ends_with(_CURRENCY_BEFORE, sentence.text, position) is not None


def sum_at(sentence: Asserted, numeral: Numeral) -> Mention | None:
    """The sum that a number of a sentence is; None where it counts something else."""
    numeral = _in_range(sentence, numeral)
    if sign := ends_with(_CURRENCY_BEFORE, sentence.text, numeral.start):
        currency = CURRENCIES.get(sign[0].rstrip().rstrip(".").lower(), "$")
        head = _paid_for(sentence, sign.start(), numeral.end)
        unit = currency + rate_behind(sentence, numeral.end)
        return stated(sentence, (sign.start(), numeral.end), numeral.value, unit, head, kind=MentionKind.MONEY)
    noun = noun_after(sentence, numeral.end)
    if noun is None:
        return _unsigned(sentence, numeral)
    if noun.folded not in CURRENCIES:
        return None
    stop = noun.end - sentence.start
    head = _paid_for(sentence, numeral.start, stop)
    unit = CURRENCIES[noun.folded] + rate_behind(sentence, stop)
    return stated(sentence, (numeral.start, stop), numeral.value, unit, head, kind=MentionKind.MONEY)


def _paid_for(sentence: Asserted, start: int, end: int) -> str:
    """The stem of what a sum is: a *fine* of $4 million, $4 million in *damages*, a $4 million *fine*."""
    if head := head_before(sentence, start):
        return head
    within = _IN.match(sentence.text, end)
    return modified_at(sentence, within.end() if within else end)


def _unsigned(sentence: Asserted, numeral: Numeral) -> Mention | None:
    """Millions of nothing, in a sentence of one currency: earned 310 million crowns on sales of 3.1 billion."""
    if numeral.value < _MILLION or not _SCALE_WORD.search(sentence.text, numeral.start, numeral.end):
        return None
    named = {CURRENCIES[word.folded] for word in sentence.words if word.folded in CURRENCIES}
    named |= {CURRENCIES.get(sign.lower(), "$") for sign in _SIGN.findall(sentence.text)}
    if len(named) != 1:
        return None
    return stated(sentence, (numeral.start, numeral.end), numeral.value, *named, kind=MentionKind.MONEY)


def _in_range(sentence: Asserted, numeral: Numeral) -> Numeral:
    """The first number of a range that has its scale behind the second one: $12-$14 billion."""
    scaled = _RANGE.match(sentence.text, numeral.end) if numeral.value < _SCALED_UP else None
    if scaled is None:
        return numeral
    second = next((n.value for n in numerals(scaled[1], sentence.document.language)), 0.0)
    figure = next((n.value for n in numerals(scaled[2], sentence.document.language)), 0.0)
    return numeral._replace(value=numeral.value * second / figure) if figure and second > figure else numeral
