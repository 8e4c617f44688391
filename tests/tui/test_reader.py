"""Reader: one document, sentence by sentence."""

import pytest

from .conftest import Judge, Opened
from .session import Session

COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
NOBODY = "Nobody asked them before the vote."
COST = "The council says that the line lost two million crowns"
CHILDREN = "A spokeswoman promised that school children will travel free of charge until the summer."


def at(session: Session, sentence: str) -> bool:
    """Whether the cursor is on the sentence that begins so."""
    return session.margin.startswith(f"“{sentence}")


async def test_shows_title_source_date_and_what_is_shared(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        assert "Coast Wire" in session.title
        assert "2 March 2024" in session.title
        assert COUNT in session.page
        lines = session.lines
        first, last = (
            next(line for line in lines if words in line) for words in ("The harbour council voted", "A spokeswoman")
        )
        assert "┃1" in first
        assert "┃1" in last
        assert "╏1" in next(line for line in lines if "About 4,200" in line)
        await session.go_to("The last boat")
        assert "Islanders told to take the bus ¶1" in session.margin
        assert "The last boat will sail on 31 October." in session.margin


@pytest.mark.covers("open-overlap", "reader")
async def test_enter_compares_the_paragraph_under_the_cursor(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COST)
        await session.press("enter")
        await session.sees("⇄ What now for Tarn?")
        assert session.title.startswith("Harbour council")
        assert session.margin.startswith(f"“{COST}")


@pytest.mark.covers("open-overlap", "reader")
async def test_enter_says_where_nothing_is_shared(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Storm passes")
        await session.press("j", "enter")
        await session.sees("No other document shares this paragraph")
        assert session.title.startswith("Storm passes")


@pytest.mark.covers("compare-document", "reader")
async def test_c_compares_with_the_document_that_shares_most(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Islanders told")
        await session.press("c")
        await session.sees("Islanders told to take the bus ⇄ Harbour council closes")


@pytest.mark.covers("next-overlap", "reader")
@pytest.mark.covers("previous-overlap", "reader")
async def test_brackets_go_from_shared_paragraph_to_shared_paragraph(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("What now for Tarn")
        await session.press("right_square_bracket")
        assert at(session, "Rising fuel prices")
        await session.press("right_square_bracket")
        assert at(session, CHILDREN)
        await session.press("right_square_bracket")
        await session.sees("No overlap further on")
        assert at(session, CHILDREN)
        await session.press("left_square_bracket")
        assert at(session, "Rising fuel prices")
        await session.press("left_square_bracket")
        await session.sees("No overlap further up")


@pytest.mark.covers("next-unreviewed", "reader")
@pytest.mark.covers("previous-unreviewed", "reader")
async def test_n_goes_past_what_is_judged(open_app: Opened, judge: Judge) -> None:
    judge("harbour", COUNT)
    judge("harbour", NOBODY, annotator="ben")
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to("The last boat")
        await session.press("n")
        assert at(session, COST)
        await session.press("N")
        assert at(session, "The last boat")
        await session.press("G", "n")
        await session.sees("Every sentence from here on is judged")


@pytest.mark.covers("fold-furniture", "reader")
async def test_f_shows_and_folds_furniture(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        assert "furniture folded: 2 lines" in session.page
        assert "Ten beaches" not in session.page
        await session.press("f")
        assert "Read also: Ten beaches for a rainy day" in session.page
        assert "Subscribe to our newsletter" in session.page
        await session.press("f")
        assert "Ten beaches" not in session.page


@pytest.mark.covers("search-text", "reader")
@pytest.mark.covers("next-unreviewed", "reader")
@pytest.mark.covers("previous-unreviewed", "reader")
async def test_search_goes_from_match_to_match(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("slash")
        await session.write("the council")
        await session.until(lambda: at(session, COST), "not at the match")
        await session.press("ctrl+u")
        await session.write("the line")
        await session.press("enter")
        assert at(session, COST)
        await session.press("escape", "g", "slash")
        await session.write("island")
        await session.press("enter")
        await session.until(lambda: at(session, "The harbour council voted"), "not at the first match")
        await session.press("n")
        assert at(session, COUNT)
        await session.press("n")
        assert at(session, "The harbour council voted")
        await session.press("N")
        assert at(session, COUNT)
        await session.press("escape", "n")
        assert at(session, NOBODY)


async def test_search_finds_what_is_wrapped_and_in_other_case(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("slash")
        await session.write("LOST TWO  million")
        await session.until(lambda: at(session, COST), "not found")


async def test_search_says_when_nothing_is_found(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("slash")
        await session.write("submarine")
        await session.press("enter")
        await session.sees("Nothing found")


async def test_search_shows_furniture_that_matches(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("slash")
        await session.write("newsletter")
        await session.until(lambda: at(session, "Subscribe to our newsletter"), "not at the match")


async def test_search_ends_with_its_last_match_even_where_front_matter_matches(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("slash")
        await session.write("harbour")
        await session.press("enter")
        await session.until(lambda: at(session, "Harbour council closes"), "not at the first match")
        await session.press("n")
        assert at(session, "The harbour council voted")
        await session.press("n")
        assert at(session, "Harbour council closes")
        assert "Ten beaches" not in session.page


@pytest.mark.covers("next-document", "reader")
@pytest.mark.covers("previous-document", "reader")
async def test_angle_brackets_read_the_next_document(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Islanders told")
        await session.press("greater_than_sign")
        await session.until(lambda: session.title.startswith("What now"), "not the next document")
        await session.press("less_than_sign")
        await session.until(lambda: session.title.startswith("Islanders"), "not the previous document")
        await session.press("less_than_sign", "less_than_sign")
        await session.sees("That was the first document")
        assert session.title.startswith("Harbour")
        await session.press("escape")
        assert session.title.startswith("mali-reader")


@pytest.mark.covers("show-detail", "reader")
async def test_d_shows_all_that_is_known(open_app: Opened, judge: Judge) -> None:
    judge("harbour", COUNT, "disputed", annotator="ben", note="word " * 60 + "end", links=("https://example.org/a",))
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COUNT)
        await session.press("d")
        await session.sees("j k scroll")
        assert "word end" in session.text
        assert "https://example.org/a" in session.text
        assert "Some 4,800 people use the ferry each week" in session.text
        await session.press("escape")
        await session.misses("j k scroll")
        assert at(session, COUNT)


@pytest.mark.covers("copy-text", "reader")
async def test_y_copies_the_sentence(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COUNT)
        await session.press("y")
        assert session.app.clipboard == COUNT
        await session.sees("Copied")


async def test_opens_at_once_on_a_named_document(open_app: Opened) -> None:
    async with open_app(document="letter") as session:
        await session.until(lambda: session.title.startswith("What now for Tarn"), "another document")
        await session.press("escape")
        assert "4 documents" in session.title


async def test_a_search_counts_its_matches(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("slash")
        await session.write("the")
        report = session.app.corpus.get("harbour")
        count = sum(report.text[block.start : block.end].lower().count("the") for block in report.blocks)
        await session.until(lambda: f"match 1 of {count}" in session.title, "the matches are not counted")
        await session.press("enter", "n")
        await session.until(lambda: "match 1 of" not in session.title, "it stays at the first")
        await session.press("escape")
        assert "match" not in session.title
