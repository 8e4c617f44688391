"""Asked about the words around full stops alone, Punkt says what it says of the whole text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from nupunkt import sent_spans

from mali_reader.corpus.punkt import borders_after
from mali_reader.corpus.sentences import sentence_places

WORDS = st.sampled_from(
    [
        *("Mr.", "Dr.", "U.S.", "U.N.", "e.g.", "etc.", "vs.", "No.", "no.", "art.", "Jan.", "Sept.", "Inc.", "a.m."),
        *("A.", "B.", "IV.", "I", "1.", "12.", "3.5", "2012.", "(a)", "(iv).", "a.)", "...", "…", ".", ". . .", "?!"),
        *("end.", "End.", "end.”", 'end."', "end.)", "(etc.)", "(yes.)word.", "”", '"', "’", ")", "“", "(", "*", "–"),
        *(
            "The",
            "the",
            "He",
            "It",
            "word",
            "Smith",
            "said",
            "Keita.",
            "Ça",
            "ж",
            "slept",
            ",",
            ":",
            "--",
            ".NET",
            "a.b",
        ),
        *("!", "?", "! ! !", "»", "]", "'", "x" * 20, "y.z." * 9, "don’t.", "U.S.’s"),
    ]
)
GAPS = st.sampled_from([" ", " ", " ", "", "  ", "\t", "\u00a0", "\u3000"])
TEXTS = st.one_of(
    st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=25).map(lambda both: "".join(map("".join, both)).strip()),
    st.lists(st.one_of(WORDS, st.text(max_size=5)), max_size=12).map(lambda words: " ".join(" ".join(words).split())),
)


CLOSING = "\"'”’»)]"


def words_before(borders: set[int], text: str) -> set[str]:
    """What stands before each border, since one may stand anywhere in white space."""
    return {text[:border].rstrip() for border in borders}


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_the_words_around_a_stop_tell_as_much_as_the_whole_text(text: str) -> None:
    stops = [match.start() for match in re.finditer(r"[.!?…]", text)]
    whole = {first for first, _ in sent_spans(text)} - {0}
    assert words_before(set(borders_after(stops, text)), text) == words_before(whole, text)


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(str.strip))
def test_no_sentence_runs_over_a_border_that_punkt_sees(text: str) -> None:
    """Closing quotes aside, which belong to the sentence before them."""
    places = sentence_places(text, 0, len(text))
    for start, end in zip(places[::2], places[1::2], strict=True):
        for border, _ in sent_spans(text):
            if start < border < end:
                assert not text[border:end].strip(CLOSING)
