"""Rules are found by cheap looks first, which must not pass over any."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mali_reader.corpus.boilerplate import CAPTION, FURNITURE
from mali_reader.corpus.rules import Rule, Rules, folded

NEEDY = [rule for rule in (*FURNITURE, *CAPTION) if rule.needs]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.name)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_line_that_a_rule_fits_holds_what_the_rule_needs(rule: Rule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rule.pattern))
    assert any(need in folded(line) for need in rule.needs)


def test_folding_makes_of_each_letter_what_a_pattern_takes_it_for() -> None:
    anything = "".join(chr(code) for code in range(0x110000))
    for letter in LETTERS:
        assert {folded(alike) for alike in re.findall(letter, anything, re.IGNORECASE)} == {letter}


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.sampled_from((*FURNITURE, *CAPTION)).flatmap(lambda rule: st.from_regex(rule.pattern)), st.text()))
def test_the_first_rule_that_fits_is_found(line: str) -> None:
    text = " ".join(line.split())
    words = len(text.split())
    for rules in (FURNITURE, CAPTION):
        assert Rules(rules).first(text, words) == next((rule for rule in rules if rule.fits(text, words)), None)
