"""Library: every document, what it shares and what is judged in it."""

import pytest

from mali_reader.settings import Settings

from .conftest import Judge, Opened
from .session import Session

TITLES = ["Harbour council", "Islanders told", "What now for Tarn", "Storm passes"]


def order(session: Session) -> list[str]:
    """The titles in the order of the rows."""
    return [title for row in session.rows for title in TITLES if title in row]


async def test_lists_title_source_date_words_overlaps_and_claims(open_app: Opened, judge: Judge) -> None:
    judge("harbour", "The last boat will sail on 30 September.", "disputed")
    judge("harbour", "Nobody asked them before the vote.")
    async with open_app(size=(120, 30)) as session:
        await session.until(lambda: "✓1" in session.rows[0], "the claims are not there")
        row = session.rows[0]
        for what in ("Coast Wire", "2 March 2024", " 95 ", " 4 ", "✓1", "✗1"):
            assert what in row
        for what in ("ferry", "4 documents", "4 overlaps", "ana"):
            assert what in session.title
        assert "judged" in session.status
        assert "2 of" in session.status


@pytest.mark.covers("read-document", "library")
async def test_enter_reads_the_document_under_the_cursor(open_app: Opened) -> None:
    async with open_app() as session:
        await session.press("j", "j", "enter")
        await session.until(lambda: session.title.startswith("What now for Tarn"), "not opened")
        await session.press("escape")
        assert "What now for Tarn" in session.row


@pytest.mark.covers("compare-document", "library")
async def test_c_compares_with_the_document_that_shares_most(open_app: Opened) -> None:
    async with open_app() as session:
        await session.choose("What now")
        await session.press("c")
        await session.sees("What now for Tarn? ⇄ Harbour council")
        await session.press("escape")
        await session.choose("Storm")
        await session.press("c")
        await session.sees("No other document overlaps this one")


@pytest.mark.covers("filter-rows", "library")
async def test_rows_are_filtered_while_typing(open_app: Opened) -> None:
    async with open_app() as session:
        await session.press("slash")
        await session.write("co")
        await session.until(lambda: order(session) == ["Harbour council"], "not filtered")
        assert "1 of 4 documents" in session.title
        await session.write("xyz")
        await session.until(lambda: not session.rows, "not filtered further")
        await session.sees("esc shows all again")
        await session.press("escape")
        await session.until(lambda: order(session) == TITLES, "not all are back")
        await session.press("slash")
        await session.write("norrby letter")
        await session.until(lambda: order(session) == ["What now for Tarn"], "the source is not searched")
        await session.press("enter", "enter")
        await session.until(lambda: session.title.startswith("What now for Tarn"), "not opened")


async def test_letters_typed_into_the_filter_are_no_commands(open_app: Opened) -> None:
    async with open_app() as session:
        await session.press("slash")
        await session.write("qo13c")
        await session.until(lambda: not session.rows, "not filtered")
        assert session.app.is_running
        assert session.title.startswith("mali-reader")


@pytest.mark.covers("sort-rows", "library")
@pytest.mark.covers("reverse-rows", "library")
async def test_o_sorts_by_column_after_column_and_capital_o_turns_the_order(open_app: Opened) -> None:
    async with open_app() as session:
        harbour, islander, letter, storm = TITLES
        await session.choose(letter)
        await session.press("o")
        assert order(session) == [harbour, islander, storm, letter]
        assert "Title ▾" in session.text
        assert letter in session.row
        await session.press("O")
        assert order(session) == [letter, storm, islander, harbour]
        assert "Title ▴" in session.text
        await session.press("O", "o")
        assert order(session)[:2] == [harbour, letter]
        assert "Source ▾" in session.text
        await session.press("o")
        assert order(session)[:2] == [harbour, letter]
        assert "Date ▾" in session.text
        await session.press("o")
        assert order(session) == [harbour, islander, letter, storm]
        await session.press("o")
        assert order(session)[0] == harbour
        assert order(session)[-1] == storm


async def test_a_file_that_cannot_be_read_is_listed_with_its_reason(open_app: Opened, settings: Settings) -> None:
    (settings.corpus / "[bold]broken.md").write_bytes(b"\x00\x01\x02\xff" * 400)
    async with open_app() as session:
        await session.sees("⚠ [bold]broken.md")
        assert len(order(session)) == 4
        await session.press("G", "enter", "c")
        assert session.title.startswith("mali-reader")
        assert "[bold]broken.md" in session.margin


async def test_two_clicks_on_a_row_read_it(open_app: Opened) -> None:
    async with open_app() as session:
        await session.pilot.click("Table", offset=(10, 2), times=2)
        await session.until(lambda: session.title.startswith("Islanders told"), "not opened")
