"""Words are the same whether the cheap expression for Latin text reads them or that for all scripts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.overlap.words.forms import gram, word_matches, words_in

LATIN = st.one_of(
    st.characters(max_codepoint=0x02FF),
    st.characters(min_codepoint=0x2010, max_codepoint=0x20CF),
)
TELLING = st.sampled_from([*" .,:%'’ʼ-–—“”\u00ad$€₽¼²³ªéßŁŉƏ⁰ⁿ‿⁀aAzZ019_", "U.N.", "13,289", "mayor’s", "3.5%"])
FAR = "中"


@given(st.lists(st.one_of(TELLING, LATIN), max_size=30).map("".join))
def test_latin_text_has_the_same_words_beside_another_script(text: str) -> None:
    assert words_in(f"{text} {FAR}") == [*words_in(text), FAR]


@given(st.one_of(st.text(), st.lists(TELLING).map("".join)), st.integers(0, 9), st.integers(0, 30))
def test_words_of_a_part_are_those_of_the_part_alone(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    inside = [match.span() for match in word_matches(text, start, start + length)]
    assert inside == [(start + match.start(), start + match.end()) for match in word_matches(part)]
    assert words_in(part) == [match[0] for match in word_matches(part)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("co\u00adoperate, naïve café’s", ["co\u00adoperate", "naïve", "café’s"]),
        ("e\u0301tat Ελλάδα'ς война हिन्दी", ["e\u0301tat", "Ελλάδα'ς", "война", "हिन्दी"]),
        ("€1,200.50m $£5 ₽100% x²", ["€1,200.50m", "£5", "₽100%", "x²"]),
        ("東京と2020年", ["東", "京", "と", "2020", "年"]),
        ("ที่นี่", ["ที่", "นี่"]),
    ],
)
def test_words_of_many_scripts(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_a_sign_of_a_script_without_spaces_is_taken_with_the_next() -> None:
    signs = [chr(code) for code in range(0x110000) if len(words_in(f"{chr(code)}\u4e00")) == 2]
    alone = [sign for sign in signs if re.match(r"\w", sign) and words_in(sign * 2) == [sign, sign]]
    assert {"あ", "中", "ก", "ກ", "က", "ក"} <= {*alone}
    assert [sign for sign in alone if gram([sign, "国"], 0) != f"{sign}国"] == []
    assert gram(["café", "国"], 0) == "café"
