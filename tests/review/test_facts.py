"""When two wordings of one claim agree in their facts, and when a person has to look."""

import pytest
from claiming import document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mali_reader.corpus.model import Span
from mali_reader.corroboration.model import MentionKind
from mali_reader.review.facts import DifferingFact, differing_facts


def differ(left: str, right: str, dates: tuple[str | None, str | None] = (None, None)) -> tuple[DifferingFact, ...]:
    one, other = document("a", left, published=dates[0]), document("b", right, published=dates[1])
    return differing_facts(one, Span("a", 0, len(left)), other, Span("b", 0, len(right)))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("All ships left the port by Dec. 31.", "All ships left the port by December 31."),
        ("The ten-year mission left the port.", "The decade-long mission left the port."),
        ("More than 500 people left the port.", "Over 500 people left the port."),
        ("Malian troops left the port.", "Mali troops left the port."),
        ("Minister Ana Berger closed the port.", "Ana Berger, the minister, closed the port."),
    ],
)
def test_other_words_for_the_same_facts_agree(left: str, right: str) -> None:
    assert differ(left, right) == ()


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("There were 13,000 men there.", "There were 13,289 men there.", MentionKind.NUMBER),
        ("There were three men there.", "There were five men there.", MentionKind.NUMBER),
        ("12 of 14 men left the port.", "12 of 16 men left the port.", MentionKind.NUMBER),
        ("12 of the 14 men left the port.", "12 men left the port.", MentionKind.NUMBER),
        ("Resolution 2690 was read aloud.", "Resolution 2960 was read aloud.", MentionKind.NUMBER),
        ("At least 500 men left the port.", "About 500 men left the port.", MentionKind.NUMBER),
        ("The port closed on June 16.", "The port closed on June 6.", MentionKind.DATE),
        ("The port closed in July 2013.", "The port closed.", MentionKind.DATE),
        ("They paid $200 million for it.", "They paid $20 million for it.", MentionKind.MONEY),
        ("They paid $20 million for it.", "They paid €20 million for it.", MentionKind.MONEY),
        ("Then Ana Berger closed the port.", "Then Carl Duval closed the port.", MentionKind.NAME),
        ("Russia closed the port.", "France closed the port.", MentionKind.NAME),
        ("Berger closed the port.", "Duval closed the port.", MentionKind.NAME),
        ("He had asked for help.", "He had not asked for help.", MentionKind.NEGATION),
        ("He did mention the port.", "He didn't mention the port.", MentionKind.NEGATION),
        ("There was room left.", "There was no room left.", MentionKind.NEGATION),
        ("Many sailors lost their work.", "Most sailors lost their work.", MentionKind.WORDING),
        ("It lies in West Africa, they said.", "It lies in East Africa, they said.", MentionKind.PLACE),
    ],
)
def test_a_fact_that_differs_is_named_with_its_kind_on_both_ways(left: str, right: str, kind: MentionKind) -> None:
    there, back = differ(left, right), differ(right, left)
    assert kind in {fact.kind for fact in there}
    assert kind in {fact.kind for fact in back}


def test_both_values_are_shown_side_by_side() -> None:
    (fact,) = differ("There were 13,000 men there.", "There were 13,289 men there.")
    assert "13,000" in fact.one
    assert "13,289" in fact.other


def test_numbers_that_change_places_differ() -> None:
    assert differ("The vote was 13 for it and 2 against it.", "The vote was 2 for it and 13 against it.")


def test_a_weekday_is_that_days_date() -> None:
    left, right = "The council voted on Friday.", "The council voted on June 30."
    assert differ(left, right, ("2023-06-30", "2023-07-02")) == ()
    assert differ(left, "The council voted on June 29.", ("2023-06-30", "2023-07-02"))


def test_the_same_words_of_other_weeks_are_not_the_same_day() -> None:
    words = "The council voted on Friday."
    assert differ(words, words, ("2023-06-30", "2023-06-30")) == ()
    assert differ(words, words, ("2023-06-30", "2024-01-10"))


def test_a_word_that_only_begins_the_sentence_is_no_name() -> None:
    left = document("a", "Troops left the port.", "The troops were tired.")
    right = document("b", "Soldiers left the port.", "The soldiers were tired.")
    assert differing_facts(left, Span("a", 0, 21), right, Span("b", 0, 23)) == ()


def test_a_dateline_states_nothing() -> None:
    assert differ("NEW YORK, June 30 (Sahel Wire) - The port is shut.", "The port is shut.") == ()


WORDS = st.lists(
    st.sampled_from(["the", "port", "of", "Mopti", "was", "not", "closed", "12", "men", "30", "$5", "Ana", "nobody"]),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(WORDS)
def test_a_sentence_agrees_with_itself(words: str) -> None:
    assert differ(words, words) == ()
    assert differ(words, words, ("2023-06-30", "2023-07-01")) == ()


@settings(max_examples=500)
@given(WORDS, WORDS)
@example("12 port", "12 of 12 port")
@example("12 12 port", "the of 12 port")
def test_a_differing_figure_or_negation_is_never_overlooked(left: str, right: str) -> None:
    def told(text: str) -> tuple[int, ...]:
        words = text.split()
        return *map(words.count, ("12", "30", "$5")), words.count("not") + words.count("nobody")

    if told(left) != told(right):
        assert differ(left, right)


PAID = "Malian authorities have paid the company $20 million, according to Kirby."
TURNED = "According to Kirby, Malian authorities have paid the company $20 million."


def test_a_name_at_the_head_of_one_wording_and_inside_the_other_is_the_same() -> None:
    assert differ(PAID, TURNED) == differ(TURNED, PAID) == ()


def test_a_name_that_only_one_gives_is_a_difference_and_is_told_as_missing() -> None:
    (fact,) = differ(TURNED, PAID.replace("company", "Russian company"))
    assert fact == DifferingFact(MentionKind.NAME, "", "Russian")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Malian troops attacked Russian troops.", "Russian troops attacked Malian troops."),
        ("Norrby sued the Tarn council.", "Tarn sued the Norrby council."),
        ("According to Kirby, Berger lied.", "According to Berger, Kirby lied."),
        ("Berger lied, according to Kirby.", "According to Berger, Kirby lied."),
    ],
)
def test_who_did_it_to_whom_is_a_difference_though_the_names_are_the_same(left: str, right: str) -> None:
    assert differ(left, right) and differ(right, left)
