"""Files of every layout fall into the paragraphs that a reader sees."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import HEADLINE, LAST, LEAD, MORE, article, blocks, of_kind, read, texts

LONG = " ".join([LEAD, MORE, LAST])


def wrapped(text: str, width: int = 72, **kwargs: str) -> str:
    return textwrap.fill(text, width, **kwargs)


def folded(pieces: list[str]) -> list[str]:
    return [" ".join(piece.split()) for piece in pieces]


def test_paragraphs_set_off_by_blank_lines() -> None:
    assert texts(article(HEADLINE, LEAD, MORE)) == [HEADLINE, LEAD, MORE]


def test_one_paragraph_a_line() -> None:
    assert texts("\n".join([HEADLINE, LEAD, MORE, LAST])) == [HEADLINE, LEAD, MORE, LAST]


def test_short_lines_in_a_row_stay_apart_in_a_file_of_long_paragraphs() -> None:
    text = article(LEAD, MORE, "Tickets are sold at the door\nDoors open at seven\nNo refunds", LAST)
    assert texts(text)[2:5] == ["Tickets are sold at the door", "Doors open at seven", "No refunds"]


@pytest.mark.parametrize("width", [55, 60, 65, 72, 80, 100])
def test_broken_lines_are_one_paragraph(width: int) -> None:
    text = article(HEADLINE, wrapped(LONG, width), wrapped(MORE + " " + LEAD, width))
    assert folded(texts(text)) == [HEADLINE, LONG, MORE + " " + LEAD]


def test_an_indented_line_begins_a_paragraph_of_broken_lines() -> None:
    text = "\n".join([wrapped(LONG, initial_indent="    "), wrapped(MORE, initial_indent="    ")])
    assert folded(texts(text)) == [LONG, MORE]


def test_a_heading_above_broken_lines_stays_apart() -> None:
    text = article(wrapped(LONG), "What is known\n" + wrapped(MORE + " " + LAST))
    assert folded(texts(text)) == [LONG, "What is known", MORE + " " + LAST]


def test_sentences_run_over_broken_lines() -> None:
    document = read(wrapped(LONG, 60))
    (block,) = document.blocks
    assert folded([document.slice(sentence) for sentence in block.sentences]) == [
        "The river rose by two metres overnight, the mayor of Port Ardel said on Sunday.",
        "Hundreds of people left their homes.",
        "Rescue teams from three districts searched the old town until dawn.",
        "Nobody was missing, the fire service said.",
        LAST,
    ]


WORDS = st.lists(
    st.sampled_from(["the", "flood", "water", "rose", "over", "walls", "until", "dawn", "and", "nobody", "slept"]),
    min_size=40,
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(50, 90))
def test_breaking_lines_does_not_change_the_paragraphs(paragraphs: list[list[str]], width: int) -> None:
    plain = [" ".join(words).capitalize() + "." for words in paragraphs]
    assert folded(texts(article(*(wrapped(paragraph, width) for paragraph in plain)))) == plain


def test_markdown_headings_lists_and_quotes() -> None:
    text = f"""\
# {HEADLINE} #

{LEAD}

What is known
-------------

- Two bridges are closed.
- The school in the *old town*
  is closed too.
* Power is back.
1. First the water,
2. then the mud.

> "We had minutes," said
> the baker.
>
> "It came fast."

***

{LAST}
"""
    assert blocks(text, markdown=True) == [
        ("title", HEADLINE),
        ("paragraph", LEAD),
        ("heading", "What is known"),
        ("paragraph", "Two bridges are closed."),
        ("paragraph", "The school in the *old town*\n  is closed too."),
        ("paragraph", "Power is back."),
        ("paragraph", "First the water,"),
        ("paragraph", "then the mud."),
        ("paragraph", '"We had minutes," said\n> the baker.'),
        ("paragraph", '"It came fast."'),
        ("paragraph", LAST),
    ]


def test_a_code_fence_is_one_paragraph_and_an_open_one_swallows_nothing() -> None:
    fence = "```\n# not a heading\n\n- not an item\n```"
    assert texts(article(LEAD, fence, LAST), markdown=True) == [LEAD, fence, LAST]
    assert texts(article(LEAD, "```", MORE, LAST), markdown=True)[-2:] == [MORE, LAST]


def test_underlined_titles_in_plain_text() -> None:
    assert blocks(f"{HEADLINE}\n{'=' * len(HEADLINE)}\n\n{LEAD}") == [("title", HEADLINE), ("paragraph", LEAD)]


def test_a_rule_below_a_paragraph_makes_no_heading_of_it() -> None:
    assert of_kind("paragraph", f"{HEADLINE}\n\n{LEAD}\n-----\n{MORE}") == [LEAD, MORE]


def test_a_number_at_the_start_of_a_broken_line_is_no_list() -> None:
    first = "The troops may protect convoys of the aid agencies until September"
    text = f"{first}\n30. After that date only the police may do so, and the army will\nhelp them where it can.\n"
    assert len(texts(text, markdown=True)) == 1


def test_headlines_are_not_glued_to_the_lead() -> None:
    document = read("\n".join([HEADLINE, LEAD]))
    assert document.slice(document.blocks[1].sentences[0]).startswith("The river rose")


@pytest.mark.parametrize(
    ("glued", "sentences"),
    [
        (
            "It serves “their interests”.”We know that,” he said.",
            ["It serves “their interests”.”", "We know that,” he said."],
        ),
        ('He called it "a shame.""We go," he said.', ['He called it "a shame."', '"We go," he said.']),
    ],
)
def test_a_closing_quote_stays_with_its_sentence(glued: str, sentences: list[str]) -> None:
    document = read(glued)
    assert [document.slice(sentence) for sentence in document.blocks[0].sentences] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("安理会投票。“我们同意。”特派团将结束！", ["安理会投票。", "“我们同意。”", "特派团将结束！"]),
        ("هل ستغادر البعثة؟ قال الوزير نعم.", ["هل ستغادر البعثة؟", "قال الوزير نعم."]),
    ],
)
def test_full_stops_of_other_scripts(text: str, sentences: list[str]) -> None:
    document = read(text)
    assert [document.slice(sentence) for sentence in document.blocks[0].sentences] == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The road runs from the old town to the port.", "Engineers had looked at it in May."],
        ["Asked whether he would stay, he said no.", "A crowd had gathered outside."],
        ["It closes in Dec.", "The ferry goes on."],
        ["The farmer was paid Rs. 5,000 for it.", "He had asked for Rs. 9,000."],
        ["He met Gen. Smith on Dec. 31 at St. Louis.", "See fig. 3 and vol. IV of the report."],
    ],
)
def test_a_word_that_may_be_an_abbreviation_ends_a_sentence_before_a_capital(sentences: list[str]) -> None:
    document = read(" ".join(sentences))
    assert [document.slice(sentence) for sentence in document.blocks[0].sentences] == sentences
