"""A reader's eye for what is a title, a heading, a caption and what only furnishes the page."""

import pytest
from reports import HEADLINE, LAST, LEAD, MORE, article, of_kind, read

BODY = (LEAD, MORE, LAST)


@pytest.mark.parametrize(
    "above",
    [
        "Scroll Top",
        "Skip to content",
        "Home | Africa | World",
        "Menu",
        "Africa",
        "By Ada Lovelace",
        "June 30, 2023",
        "3 min read",
    ],
)
def test_the_title_is_the_headline_and_not_what_stands_above_it(above: str) -> None:
    document = read(article(above, HEADLINE, *BODY))
    assert document.title == HEADLINE
    assert [document.slice(block) for block in document.blocks if block.kind.value == "title"] == [HEADLINE]


def test_what_the_front_matter_calls_the_document_is_its_title() -> None:
    text = f"---\ntitle: 'flood drives hundreds from Port Ardel '\n---\nFloods\n\n{article(HEADLINE, *BODY)}"
    assert of_kind("title", text) == [HEADLINE]
    assert read(text).title == "flood drives hundreds from Port Ardel"


def test_marks_of_emphasis_are_no_part_of_a_title() -> None:
    assert read(article("# **Flood** drives [hundreds](https://a.example) from *Port_Ardel*", LEAD)).title == (
        "Flood drives hundreds from Port_Ardel"
    )


def test_a_report_without_a_headline_is_called_by_its_first_sentence() -> None:
    document = read(article(*BODY))
    assert document.title == "The river rose by two metres overnight, the mayor of Port Ardel said on Sunday."
    assert of_kind("paragraph", article(*BODY)) == list(BODY)


def test_a_document_without_text_is_called_by_its_id() -> None:
    assert read("---\ntags: [a]\n---\n").title == "report"
    assert read("---\ntags: [a]\n---\n").warnings


def test_a_headline_may_end_in_an_abbreviation() -> None:
    assert read(article("Army Hands Camp to the U.N.", *BODY)).title == "Army Hands Camp to the U.N."


@pytest.mark.parametrize("heading", ["What is known", "What Happens Next?", "2013 in numbers", "**What is known**"])
def test_short_lines_between_paragraphs_are_headings(heading: str) -> None:
    assert of_kind("heading", article(HEADLINE, LEAD, heading, MORE)) == [heading]


@pytest.mark.parametrize(
    "line", ["He did not answer.", "“We had minutes,” said the baker.", "and then it stopped", "The baker said:"]
)
def test_short_paragraphs_are_no_headings(line: str) -> None:
    assert line in of_kind("paragraph", article(HEADLINE, LEAD, line, MORE))


@pytest.mark.parametrize(
    "caption",
    [
        "(Photo: Ada Lovelace/Port Ardel Times)",
        "Photo by Ada Lovelace",
        "Image: City of Port Ardel",
        "Boats on Market Street on Sunday. (AP Photo/Ada Lovelace)",
        "Boats on Market Street, June 4, 2023. REUTERS/Ada Lovelace",
        "Boats on Market Street © AFP",
        "A woman on a roof in Port Ardel [Getty Images]",
        "FILE - The old bridge of Port Ardel before the flood.",
        "The old bridge is seen in this undated file photo from the city archive.",
    ],
)
def test_credits_of_pictures_are_captions(caption: str) -> None:
    assert of_kind("caption", article(HEADLINE, LEAD, caption, MORE)) == [caption]


def test_a_line_printed_twice_is_a_caption() -> None:
    twice = "Boats on Market Street in Port Ardel"
    assert of_kind("caption", article(HEADLINE, LEAD, f"{twice}\n{twice}", MORE)) == [twice, twice]
    assert of_kind("caption", article(HEADLINE, twice, twice, LEAD)) == [twice, twice]


def test_a_title_printed_twice_is_still_the_title() -> None:
    assert of_kind("title", article(HEADLINE, HEADLINE, *BODY)) == [HEADLINE]


def test_a_label_and_its_subject_below_the_title_are_a_caption() -> None:
    line = "On the water: soldiers on Market Street"
    assert of_kind("caption", article(HEADLINE, line, *BODY)) == [line]


def test_a_credit_that_a_sentence_follows_is_real_text() -> None:
    line = "(Photo: Ada Lovelace/AFP) The mayor of Port Ardel called it the worst night of her life."
    assert line in of_kind("paragraph", article(HEADLINE, line, LEAD))


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Bridge of Port Ardel to Be Closed for Months",
        "Related Article:\u00a0Mayor Blames the Dam",
        "Sign up to our newsletter to get the best of Port Ardel every morning.",
        "Subscribe",
        "Share this on Facebook",
        "Advertisement",
        "https://ardel.example/flood",
        "© 2023 Port Ardel Times. All rights reserved.",
        "Home | Africa | World | Sport",
    ],
)
def test_lines_that_furnish_the_page(line: str) -> None:
    assert of_kind("furniture", article(HEADLINE, *BODY, line)) == [line]


@pytest.mark.parametrize(
    "line", ["By Ada Lovelace", "BY ADA LOVELACE AND CHARLES BABBAGE", "By Ada Lovelace, Port Ardel Times"]
)
def test_bylines_below_the_title_and_at_the_end(line: str) -> None:
    assert of_kind("furniture", article(HEADLINE, line, *BODY)) == [line]
    assert of_kind("furniture", article(HEADLINE, *BODY, line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "*By Ada Lovelace, with reporting by [Harbour Wire](https://a.example/flood)*",
        "**Read also:** [Who paid for the dam](https://a.example/dam)",
    ],
)
def test_marks_of_emphasis_and_links_hide_no_furniture(line: str) -> None:
    assert of_kind("furniture", article(f"# {HEADLINE}", line, *BODY)) == [line]


def test_all_that_follows_the_report_is_furniture() -> None:
    below = [
        "Ada Lovelace",
        "Ada Lovelacehttps://ada.example",
        "Ada Lovelace is a freelance journalist who writes about rivers. She lives in Port Ardel.",
        "Mayor Blames the Dam",
        "The mayor of Port Ardel said on Monday that the owner of the dam had opened it without...",
        "Bridge to Be Closed for Months",
        "Engineers need until autumn to mend the bridge that the flood has...",
        "Leave a reply",
        "You must be logged in before you may write here.",
        "Privacy Preferences",
        "This website uses cookies to remember what you chose last time.",
    ]
    text = article(HEADLINE, *BODY, *below)
    assert of_kind("furniture", text) == below
    assert of_kind("paragraph", text) == list(BODY)


def test_the_credits_of_an_agency_are_furniture() -> None:
    below = ["(Reporting by Ada Lovelace; Editing by Charles Babbage)", "Our Standards: The Ardel Trust Principles."]
    assert of_kind("furniture", article(HEADLINE, *BODY, *below)) == below


def test_related_links_in_a_list_are_furniture() -> None:
    text = article(HEADLINE, *BODY) + "\n\n## Related posts\n\n- Mayor Blames the Dam\n- Bridge to Be Closed\n"
    assert of_kind("furniture", text, markdown=True) == ["Related posts", "Mayor Blames the Dam", "Bridge to Be Closed"]


@pytest.mark.parametrize("opening", ["Related posts", "Leave a comment", "Privacy Policy", "Read more", "Share this"])
def test_text_that_goes_on_after_a_marked_line_is_kept(opening: str) -> None:
    text = article(HEADLINE, LEAD, opening, MORE, LAST)
    assert of_kind("paragraph", text) == [LEAD, MORE, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "Corinne Dale is an editor at the weather office. She foresaw the flood.",
        "The site uses cookies to track the refugees, the ministry said, and shares them with the police.",
        "Read more than a hundred pages of the report and you will not find the word dam, the mayor said on Monday.",
        "By Friday, the army had taken the town, and the last of the trucks left for the border.",
        "Sign language interpreters joined the teams.",
        "Home is where they want to go.",
        "Copyright law does not protect maps of the flood, the court ruled in 2021.",
        "Pictures by satellite show that the dam was open.",
        "The mayor told Reuters/Ipsos pollsters that two thirds of the town wanted to stay.",
        "Comments by the mayor drew anger.",
        "More from the dam came on Friday.",
    ],
)
def test_real_text_is_never_furniture(line: str) -> None:
    named = f"“We knew,” said Corinne Dale of the weather office. {LEAD}"
    for text in (article(HEADLINE, named, line, MORE), article(HEADLINE, named, MORE, line)):
        assert line in of_kind("paragraph", text)


def test_a_last_paragraph_that_a_paywall_cut_off_is_kept() -> None:
    cut = "The dam was built in 1961, and its owner had been warned three times that..."
    assert cut in of_kind("paragraph", article(HEADLINE, *BODY, "Who is to blame", cut))


def test_a_list_of_facts_at_the_end_is_kept() -> None:
    facts = ["- 13,000 homes without power", "- 2 bridges closed", "- 1 school under water"]
    text = article(HEADLINE, *BODY, "Read also: Mayor Blames the Dam", "The flood in numbers", "\n".join(facts))
    assert [fact[2:] for fact in facts] == of_kind("paragraph", text)[len(BODY) :]


def test_an_image_is_a_caption_and_among_sentences_none() -> None:
    image = "![A boat on the river.](https://example.org/boat.png)"
    assert of_kind("caption", article(HEADLINE, LEAD, image, MORE)) == [image]
    text = f"Ten people left the town. {image} Nine came back. See [the report](https://example.org/r) now."
    document = read(text)
    (block,) = document.blocks
    assert [document.slice(sentence) for sentence in block.sentences] == [
        "Ten people left the town.",
        "Nine came back.",
        "See [the report](https://example.org/r) now.",
    ]
