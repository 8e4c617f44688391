"""Claims: everything that people judged, and what is left to judge."""

from threading import Event

import pytest

from mali_reader.progress import Progress, silent
from mali_reader.review.queue import Backlog
from mali_reader.settings import Settings
from mali_reader.tui.screens import claims
from mali_reader.workspace import Workspace

from .conftest import Judge, Opened
from .session import Session

BOAT = "The last boat will sail on 30 September."
COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
BAKER = "Its first captain was a baker."


@pytest.fixture
def judged(judge: Judge) -> None:
    judge("harbour", COUNT)
    judge("harbour", BOAT, "disputed", annotator="ben", note="the islanders heard October")
    judge("harbour", BOAT, annotator="ana")
    judge("letter", BAKER, "disputed", annotator="ben")


async def open_claims(session: Session, count: int) -> None:
    await session.press("2")
    named = f"{count} claim{'s' * (count != 1)} judged"
    await session.until(lambda: named in session.title and "checkable" in session.title, f"not {named}")
    await session.settle()  # the margin has its new height a moment later


async def only(session: Session, status: str) -> None:
    """Show only the claims of a status."""
    for _ in range(6):
        if session.title.startswith(f"Claims: {status}"):
            return
        await session.press("f")
    raise AssertionError(f"f never shows what is {status}")


@pytest.mark.usefixtures("judged")
async def test_what_annotators_differ_on_is_on_top(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 3)
        assert session.rows[0][2] == "≠"
        assert {row[2] for row in session.rows[1:6]} == {"·"}
        assert "The last boat" in session.row
        assert "ben ✗" in session.row
        assert "ana ✓" in session.row
        assert "the islanders heard October" in session.margin
        assert session.title.endswith("ana")


@pytest.mark.usefixtures("judged")
@pytest.mark.covers("filter-rows", "claims")
@pytest.mark.parametrize("at_once", [claims.AT_ONCE, 0], ids=["few", "many"])
async def test_rows_are_filtered_by_words_document_and_annotator(
    open_app: Opened, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(claims, "AT_ONCE", at_once)
    async with open_app() as session:
        await open_claims(session, 3)
        everything = len(session.rows)
        await session.press("slash")
        await session.write("ben baker tarn")
        await session.until(lambda: len(session.rows) == 1, "not filtered by annotator, words and document")
        assert "baker" in session.row
        assert "1 shown" in session.title
        await session.press("ctrl+u")
        await session.write("islanders heard")
        await session.until(lambda: len(session.rows) == 1 and "last boat" in session.row, "not filtered by note")
        await session.press("enter", "escape")
        await session.until(lambda: len(session.rows) == everything, "not all are back")


@pytest.mark.usefixtures("judged")
@pytest.mark.covers("filter-status", "claims")
async def test_f_shows_one_status_after_another(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 3)
        seen = []
        for _ in range(4):
            await session.press("f")
            seen.append((session.title.split()[1].strip(","), {row[2] for row in session.rows}))
        assert seen == [("contested", {"≠"}), ("disputed", {"✗"}), ("verified", {"✓"}), ("unreviewed", {"·"})]
        await session.press("f")
        assert not session.title.startswith("Claims:")
        await session.press("f", "escape")
        assert not session.title.startswith("Claims:")


@pytest.mark.usefixtures("judged")
@pytest.mark.covers("read-this", "claims")
async def test_enter_reads_the_claim_in_its_document(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 3)
        await only(session, "disputed")
        await session.press("enter")
        await session.until(lambda: session.title.startswith("What now for Tarn"), "not opened")
        await session.until(lambda: session.margin.startswith(f"“{BAKER}"), "not at the claim")
        await session.press("escape")
        assert session.title.startswith("Claims")


@pytest.mark.usefixtures("judged")
@pytest.mark.covers("copy-text", "claims")
async def test_y_copies_the_claim(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 3)
        await session.press("y")
        assert session.app.clipboard == BOAT


@pytest.mark.usefixtures("judged")
@pytest.mark.covers("show-detail", "claims")
async def test_d_shows_all_that_is_known(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 3)
        await session.press("d")
        await session.sees("j k scroll")
        assert "the islanders heard October" in session.text
        assert "31 October" in session.text
        await session.press("escape")
        await session.misses("j k scroll")


async def test_a_claim_that_is_not_in_the_text_any_more_is_still_there(
    open_app: Opened, judge: Judge, settings: Settings
) -> None:
    judge("letter", BAKER)
    report = settings.corpus / "letter.md"
    report.write_text(report.read_text("utf-8").replace(BAKER, "Nobody knows who steered it."), "utf-8")
    async with open_app() as session:
        await open_claims(session, 1)
        assert session.row[2] == "~"
        assert "baker" in session.row
        assert "not found in the text any more" in session.margin
        await session.press("enter", "v", "e", "y", "d")
        assert len(session.records) == 1


async def test_shows_what_is_left_where_nothing_is_judged(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 0)
        assert {row[2] for row in session.rows} == {"·"}
        assert "nobody judged it yet" in session.margin
        first = session.margin.split("”")[0]
        await session.press("v")
        await session.until(lambda: "1 claim judged" in session.title, "the verdict did not arrive")
        assert not session.margin.startswith(first)
        assert len(session.records) == 1


@pytest.mark.covers("add-evidence", "claims")
async def test_a_verdict_with_evidence_leaves_the_cursor_at_the_top_of_what_is_left(open_app: Opened) -> None:
    async with open_app() as session:
        await open_claims(session, 0)
        first = session.row
        await session.press("e")
        await session.write("seen")
        await session.press("ctrl+s")
        await session.until(lambda: "1 claim judged" in session.title, "not judged")
        assert session.row == session.rows[0] != first


async def test_esc_stops_the_search_for_what_can_be_checked_and_r_goes_on_with_it(
    open_app: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, find = Event(), Workspace.backlog

    def slow(self: Workspace, progress: Progress = silent) -> Backlog:
        while not go_on.wait(0.02):
            progress("looking for what can be checked", 1, 4)
        return find(self, progress)

    monkeypatch.setattr(Workspace, "backlog", slow)
    async with open_app() as session:
        await session.press("2")
        await session.sees("looking for what can be checked")
        await session.sees("1 of 4 · esc stops it")
        assert "more are being looked for" in session.title
        await session.press("escape")
        await session.sees("stopped; r")
        assert session.title.startswith("Claims")
        go_on.set()
        await session.press("1", "r", "2")
        await session.until(lambda: "checkable sentence" in session.title, "the queue never came")
        assert "esc stops it" not in session.status
