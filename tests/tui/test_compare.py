"""Compare: two documents side by side."""

import pytest

from mali_reader.settings import Settings
from mali_reader.workspace import Workspace

from .conftest import Judge, Opened
from .session import Session, folded

VOTE = "The harbour council voted on Saturday"
BOAT_HERE = "The last boat will sail on 30 September."
BOAT_THERE = "The last boat will sail on 31 October."
COUNT_HERE = "About 4,200 people"
COUNT_THERE = "Some 4,800 people"
CHILDREN = "A spokeswoman promised that school children will travel free of charge until the summer."


def at(session: Session, sentence: str) -> bool:
    """Whether the cursor is on the sentence that begins so."""
    return session.margin.startswith(f"“{sentence}")


async def test_corresponding_sentences_share_a_line_and_only_what_differs_stands_out(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        line = next(line for line in session.comparison if "last boat" in line)
        left, right = line.split("│")
        assert folded(left).endswith("will sail on ‹30 September›.")
        assert folded(right) == "The last boat will sail on ‹31 October›."
        assert "‹" not in "".join(line for line in session.comparison if "voted on Saturday" in line)


@pytest.mark.covers("next-difference", "compare")
@pytest.mark.covers("previous-difference", "compare")
async def test_brackets_go_from_difference_to_difference(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        assert at(session, VOTE)
        await session.press("right_square_bracket")
        assert at(session, BOAT_HERE)
        await session.press("right_square_bracket")
        assert at(session, COUNT_HERE)
        await session.press("left_square_bracket")
        assert at(session, BOAT_HERE)
        await session.press("left_square_bracket")
        await session.sees("No difference further up")
        await session.press("G", "right_square_bracket")
        await session.sees("No difference further on")


@pytest.mark.covers("next-pair", "compare")
@pytest.mark.covers("previous-pair", "compare")
@pytest.mark.parametrize("keys", [("right_curly_bracket", "left_curly_bracket"), ("p", "P")])
async def test_braces_go_from_paragraph_to_paragraph(open_app: Opened, keys: tuple[str, str]) -> None:
    onward, back = keys
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("j", onward)
        assert at(session, COUNT_HERE)
        assert "pair 2 of 2" in session.title
        await session.press(onward)
        await session.sees("That was the last pair")
        await session.press(back)
        assert at(session, VOTE)
        assert "pair 1 of 2" in session.title
        await session.press(back)
        await session.sees("That was the first pair")


@pytest.mark.covers("next-counterpart", "compare")
@pytest.mark.covers("previous-counterpart", "compare")
async def test_angle_brackets_change_the_other_document(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        assert "⇄ Islanders told to take the bus" in session.title
        await session.press("greater_than_sign")
        assert "⇄ What now for Tarn?" in session.title
        assert session.title.startswith("Harbour council")
        await session.press("less_than_sign")
        assert "⇄ Islanders told to take the bus" in session.title


@pytest.mark.covers("next-counterpart", "compare")
async def test_where_there_is_no_further_document_it_says_so(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Islanders told")
        await session.press("greater_than_sign")
        await session.sees("No other document overlaps this one")


@pytest.mark.covers("other-side", "compare")
@pytest.mark.parametrize("key", ["tab", "h", "l", "left", "right"])
async def test_the_cursor_changes_sides_and_judges_there(open_app: Opened, key: str) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("j", key)
        assert at(session, BOAT_THERE)
        await session.press("v")
        await session.sees("✓The last boat")
        record = session.records[-1]
        assert (record["target"]["document"], record["target"]["exact"]) == ("islander", BOAT_THERE)


@pytest.mark.covers("unified", "compare")
async def test_t_puts_the_sides_one_under_the_other(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("t")
        assert not any("│" in line for line in session.comparison)
        lines = [folded(line) for line in session.comparison]
        above = next(number for number, line in enumerate(lines) if line.endswith("on ‹30 September›."))
        assert lines[above][0] == "−"
        assert lines[above + 1] == "+ The last boat will sail on ‹31 October›."
        await session.press("t")
        assert any("│" in line for line in session.comparison)


@pytest.mark.covers("raise-threshold", "compare")
@pytest.mark.covers("lower-threshold", "compare")
async def test_plus_and_minus_show_fewer_and_more_pairs(open_app: Opened, settings: Settings) -> None:
    scores = [overlap.score for overlap in Workspace(settings).overlaps().between("harbour", "islander")]
    async with open_app() as session:
        await session.compare("Harbour council")
        assert f"of {len(scores)}" in session.title
        await session.press(*["plus"] * 25)
        kept = sum(score >= 1 for score in scores)
        assert kept < len(scores)
        assert "from 1.00" in session.title
        assert (f"of {kept}" if kept else "no pair") in session.title
        await session.press(*["minus"] * 25)
        assert f"of {len(scores)}" in session.title
        await session.sees(f"Nothing below {Workspace(settings).threshold:.2f} is looked for")


@pytest.mark.covers("read-this", "compare")
async def test_enter_reads_the_sentence_in_its_document(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("j", "tab", "enter")
        await session.until(lambda: session.title.startswith("Islanders told to take the bus"), "not opened")
        await session.until(lambda: at(session, BOAT_THERE), "not at the sentence")
        await session.press("escape")
        assert "⇄" in session.title
        assert at(session, BOAT_THERE)


@pytest.mark.covers("show-detail", "compare")
async def test_d_shows_all_that_is_known(open_app: Opened, judge: Judge) -> None:
    judge("harbour", BOAT_HERE, "disputed", annotator="ben", note="word " * 60 + "end")
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("j", "d")
        await session.sees("j k scroll")
        assert "word end" in session.text
        await session.press("d")
        await session.misses("j k scroll")


@pytest.mark.covers("copy-text", "compare")
async def test_y_copies_the_sentence_without_signs(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("j", "y")
        assert session.app.clipboard == BOAT_HERE


async def test_a_moved_sentence_is_shown_as_moved(open_app: Opened, settings: Settings) -> None:
    turned = (
        "Nobody asked them before the vote. "
        + COUNT_HERE
        + " use the ferry every week, and most of them live on the island."
    )
    (settings.corpus / "turned.txt").write_text(f"Ferry users pass over\n\n{turned}\n", "utf-8")
    async with open_app() as session:
        await session.compare("Ferry users")
        assert any("↕" in line for line in session.comparison)


async def test_esc_goes_back_to_the_library(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.until(lambda: session.app.findings is not None, "esc would stop what goes on")
        await session.press("escape")
        assert session.title.startswith("mali-reader")
        assert "Harbour council" in session.row
