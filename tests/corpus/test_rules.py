"""Rules are found by cheap looks first, which must not pass over any."""

import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mali_reader.corpus.boilerplate import AUTHOR, CAPTION, FURNITURE, LABELLED_CAPTION
from mali_reader.corpus.rules import Rule, Rules, folded

EVERY = (*FURNITURE, *CAPTION, AUTHOR, LABELLED_CAPTION)
NOT_SHRUNK = settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.name)
@NOT_SHRUNK
@given(st.data())
def test_a_line_that_a_rule_fits_holds_what_is_looked_for_first(rule: Rule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(re.compile(rf"\A(?:{rule.wording})", rule.pattern.flags)))
    assert rule.may_fit(folded(line))


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
        fitting = (rule for rule in rules if words <= rule.words and len(text) <= 1500 and rule.pattern.match(text))
        assert Rules(rules).first(text, words) == next(fitting, None)
