"""The dialog that asks for a note and for links."""

from datetime import UTC, datetime

import pytest

from mali_reader.tui.wording import day

from .conftest import Judge, Opened
from .session import Session

QUOTE = "About 4,200 people use the ferry every week, and most of them live on the island."
LINK = "https://example.org/count"
HINT = "ctrl+s keeps it"


async def open_dialog(session: Session) -> None:
    await session.press("e")
    await session.sees(HINT)


@pytest.mark.covers("add-evidence", "reader")
async def test_note_and_link_are_kept(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(QUOTE)
        await open_dialog(session)
        assert QUOTE in session.said("#quote")
        await session.write("counted in May")
        await session.press("tab")
        await session.write(LINK)
        await session.press("ctrl+s")
        await session.sees("✓About")
        assert HINT not in session.text
        record = session.records[-1]
        assert record["verdict"] == "verified"
        assert record["note"] == "counted in May"
        assert [item["url"] for item in record["evidence"]] == [LINK]
        assert "counted in May" in session.margin
        assert f"{LINK} (seen {day(str(datetime.now(UTC).date()))})" in session.margin


@pytest.mark.covers("add-evidence", "compare")
async def test_compare_disputes_with_a_note(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await open_dialog(session)
        await session.press("shift+tab", "right", "space", "tab")
        await session.write("no such vote")
        await session.press("ctrl+s")
        await session.sees("✗The harbour council")
        assert session.records[-1]["verdict"] == "disputed"
        assert session.records[-1]["note"] == "no such vote"


@pytest.mark.covers("add-evidence", "claims")
async def test_claims_starts_from_what_was_said_before(open_app: Opened, judge: Judge) -> None:
    judge("harbour", QUOTE, "disputed", note="doubtful", links=(LINK,))
    async with open_app() as session:
        await session.press("2")
        await session.until(lambda: "1 claim judged" in session.title, "the claim is not there")
        while not session.title.startswith("Claims: disputed"):
            await session.press("f")
        await open_dialog(session)
        assert "doubtful" in session.said("#note")
        assert LINK in session.text
        await session.press("end")
        await session.write(" indeed")
        await session.press("ctrl+s")
        await session.sees("doubtful indeed")
        record = session.records[-1]
        assert (record["verdict"], record["note"]) == ("disputed", "doubtful indeed")
        assert [item["url"] for item in record["evidence"]] == [LINK]


async def test_a_bad_link_is_refused_and_what_was_typed_stays(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await open_dialog(session)
        await session.write("see there")
        await session.press("tab")
        await session.write("javascript:alert")
        before = session.text
        await session.press("ctrl+s")
        await session.until(lambda: session.text != before, "no word about the link")
        assert "javascript:alert" in session.text
        assert "see there" in session.text
        assert HINT in session.text
        assert session.records == []
        await session.press("ctrl+u")
        await session.write(LINK)
        await session.press("ctrl+s")
        await session.misses(HINT)
        await session.until(lambda: session.records, "nothing was kept")
        assert session.records[-1]["note"] == "see there"


async def test_esc_leaves_nothing_behind(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await open_dialog(session)
        await session.write("v q 1")
        await session.press("escape")
        await session.misses(HINT)
        assert session.title.startswith("Harbour council")
        assert session.records == []
        await open_dialog(session)
        assert "v q 1" not in session.text


async def test_keys_of_the_screen_below_do_nothing_in_the_dialog(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await open_dialog(session)
        await session.press("shift+tab", "v", "x", "u", "2", "q", "ctrl+t")
        assert HINT in session.text
        assert session.records == []
        assert session.app.is_running


async def test_every_pasted_line_is_a_link_and_a_day_behind_it_is_that_of_access(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(QUOTE)
        await open_dialog(session)
        await session.press("tab")
        await session.paste(f"{LINK} 2024-03-09\nhttps://example.org/other\n\nhttps://example.org/third\n")
        await session.press("ctrl+s")
        await session.until(lambda: session.records, "nothing was kept")
        kept = session.records[-1]["evidence"]
        assert [item["url"] for item in kept] == [LINK, "https://example.org/other", "https://example.org/third"]
        today = datetime.now(UTC).date().isoformat()
        assert [item["accessed"] for item in kept] == ["2024-03-09", today, today]


async def test_a_day_that_there_is_not_is_refused(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await open_dialog(session)
        await session.press("tab")
        await session.write(f"{LINK} 2024-02-31")
        await session.press("ctrl+s")
        await session.sees("“2024-02-31” is no day")
        assert session.records == []


async def test_what_is_chosen_shows_without_colours(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await open_dialog(session)
        assert "● ▌ ✓ verified" in session.text.replace("●▌", "● ▌")
        await session.press("shift+tab", "right", "space")
        assert "● ▌ ✗ disputed" in session.text.replace("●▌", "● ▌")
