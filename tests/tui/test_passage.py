"""Passage: every document's telling of it, one under the other."""

from pathlib import Path

import pytest

from mali_reader.tui.widgets.variants_view import VariantsView

from .conftest import Judge, Opened
from .retold import fire
from .session import Session

FIRE = "A fire destroyed the old paper mill in Velm on Wednesday night."
WORKERS_DAILY = "Police said that 430 workers had left the building in time."
WORKERS_WIRE = "Police said that 340 workers had left the building in time."
MILL = "The mill was founded in 1904 and made paper for school books."
BASE = "base: "
SIGNS = {"verified": "✓", "disputed": "✗"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of reports of one fire."""
    return fire(tmp_path)


async def open_passage(session: Session, words: str) -> None:
    await session.press("4")
    await session.until(lambda: session.rows, "no synopsis")
    await session.choose(words)
    await session.press("enter")
    await session.until(lambda: session.title.startswith("Passage: "), "no passage")
    await session.until(lambda: session.margin, "no sentence in hand")


def at(session: Session, sentence: str) -> bool:
    """Whether the cursor is on the sentence that begins so."""
    return session.margin.startswith(f"“{sentence}")


def variant(session: Session) -> str:
    """Which variant the title says the cursor is in."""
    return session.title.split("variant ")[1].split()[0]


def line(session: Session, words: str) -> str:
    """The line of the variants that holds some words."""
    return next(one.rstrip() for one in session.part(VariantsView) if words in one)


async def test_shows_every_telling_and_only_what_differs_from_the_base_stands_out(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        assert session.title.startswith("Passage: 2 documents, 1 origin ")
        assert line(session, "Paper mill burns down") == f"{BASE}Paper mill burns down ¶1 The Velm Daily · 3 May 2024"
        assert BASE not in line(session, "Fire destroys paper mill")
        assert "Police said that 430 workers" in line(session, "430")
        assert "Police said that ‹340› workers" in line(session, "340")
        assert sum("‹" in one for one in session.part(VariantsView)) == 1
        assert "nobody judged it yet" in session.margin


async def test_a_telling_that_leaves_out_a_sentence_of_the_base_says_so(open_app: Opened, folder: Path) -> None:
    wire = folder / "corpus" / "wire.md"
    wire.write_text(wire.read_text("utf-8").replace(" Police said that 340 workers had left the building in time.", ""))
    async with open_app(size=(120, 40)) as session:
        await open_passage(session, "A fire destroyed")
        shorter = line(session, "Fire destroys paper mill")
        assert shorter.endswith(" ¶1 leaves out 1 sentence · Coast Wire · 2 May 2024")
        assert "leaves out" not in line(session, "Paper mill burns down")


@pytest.mark.covers("choose-base", "passage")
async def test_m_compares_with_the_variant_under_the_cursor(open_app: Opened) -> None:
    async with open_app(size=(120, 40)) as session:
        await open_passage(session, "A fire destroyed")
        await session.press("right_square_bracket", "j", "m")
        assert at(session, WORKERS_WIRE)
        assert BASE in line(session, "Fire destroys paper mill")
        assert BASE not in line(session, "Paper mill burns down")
        assert "Police said that ‹430› workers" in line(session, "430")
        assert "Police said that 340 workers" in line(session, "340")
        await session.press("g", "m")
        assert "Police said that ‹340› workers" in line(session, "340")


@pytest.mark.covers("next-variant", "passage")
@pytest.mark.covers("previous-variant", "passage")
async def test_brackets_go_from_telling_to_telling(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "The mill was founded")
        seen = []
        await session.press("j")
        for key in ("right_square_bracket",) * 3 + ("left_square_bracket",) * 3:
            await session.press(key)
            assert at(session, MILL)
            seen.append(variant(session))
        assert seen == ["2", "3", "3", "2", "1", "1"]


async def test_the_cursor_goes_sentence_by_sentence_through_all_tellings(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await open_passage(session, "The mill was founded")
        seen = [variant(session)]
        for _ in range(6):
            await session.press("j")
            seen.append(variant(session))
            assert "▌" in "".join(session.part(VariantsView))
        assert seen == ["1", "1", "2", "2", "3", "3", "3"]
        await session.press("g")
        assert at(session, MILL)
        assert variant(session) == "1"


async def test_a_click_puts_the_cursor_on_a_sentence(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        row = next(n for n, one in enumerate(session.part(VariantsView)) if "340" in one)
        await session.pilot.click(VariantsView, offset=(10, row))
        await session.until(lambda: at(session, WORKERS_WIRE), "not there")
        await session.pilot.click(VariantsView, offset=(10, row + 3))
        await session.settle()
        assert at(session, WORKERS_WIRE)


@pytest.mark.parametrize(("key", "judgement"), [("v", "verified"), ("x", "disputed")])
@pytest.mark.covers("verify", "passage")
@pytest.mark.covers("dispute", "passage")
async def test_a_telling_is_judged_and_the_cursor_moves_on(open_app: Opened, key: str, judgement: str) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        await session.press("j", key)
        assert at(session, FIRE)
        assert variant(session) == "2"
        await session.until(lambda: f"{SIGNS[judgement]}Police said" in line(session, "430"), "no sign")
        record = session.records[-1]
        assert (record["annotator"], record["verdict"]) == ("ana", judgement)
        assert (record["target"]["document"], record["target"]["exact"]) == ("daily", WORKERS_DAILY)
        await session.press("k")
        assert f"{SIGNS[judgement]} ana" in session.margin


@pytest.mark.covers("undo", "passage")
async def test_u_takes_the_verdict_back(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        await session.press("x")
        await session.sees("✗A fire")
        await session.press("u")
        await session.misses("✗A fire")
        assert [record["verdict"] for record in session.records] == ["disputed", "withdrawn"]
        await session.press("g")
        assert "nobody judged it yet" in session.margin


@pytest.mark.covers("add-evidence", "passage")
async def test_e_judges_with_a_note_and_a_link(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        await session.press("G", "e")
        await session.sees("ctrl+s keeps it")
        assert WORKERS_WIRE in session.said("#quote")
        await session.write("the police log says so")
        await session.press("tab")
        await session.write("https://example.org/log")
        await session.press("ctrl+s")
        await session.sees("✓Police said")
        record = session.records[-1]
        assert (record["target"]["document"], record["note"]) == ("wire", "the police log says so")
        assert [item["url"] for item in record["evidence"]] == ["https://example.org/log"]
        assert "the police log says so" in session.margin


async def test_what_colleagues_judged_shows_in_the_telling_that_they_judged(open_app: Opened, judge: Judge) -> None:
    judge("wire", WORKERS_WIRE, "disputed", annotator="ben", note="430 by the list")
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        assert "✗Police said" in line(session, "340")
        assert "✗" not in line(session, "430")
        await session.press("G")
        assert "✗ ben" in session.margin
        assert "430 by the list" in session.margin


@pytest.mark.covers("read-this", "passage")
async def test_enter_reads_the_sentence_in_its_document(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        await session.press("G", "enter")
        await session.until(lambda: session.title.startswith("Fire destroys paper mill in Velm"), "not opened")
        assert at(session, WORKERS_WIRE)
        await session.press("escape")
        await session.until(lambda: session.title.startswith("Passage"), "not back")
        assert at(session, WORKERS_WIRE)
        await session.press("escape")
        assert session.title.startswith("Synopsis")


@pytest.mark.covers("copy-text", "passage")
async def test_y_copies_the_sentence(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        await session.press("G", "y")
        assert session.app.clipboard == WORKERS_WIRE
        await session.sees("Copied")


@pytest.mark.covers("show-detail", "passage")
async def test_d_shows_all_that_is_known(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        await session.press("G", "d")
        await session.sees("j k scroll")
        dialog = session.said("#dialog")
        assert "“340 workers” here, “430 workers” in The Velm Daily" in dialog
        assert "this paragraph: 2 documents, 1 origin" in dialog
        await session.press("escape")
        await session.misses("j k scroll")
        assert at(session, WORKERS_WIRE)


@pytest.mark.covers("show-copies", "passage")
@pytest.mark.covers("show-copies-of-last", "passage")
async def test_a_shows_where_else_the_claim_stands(open_app: Opened) -> None:
    async with open_app() as session:
        await open_passage(session, "The mill was founded")
        await session.press("A")
        await session.sees("You have judged nothing on this screen yet")
        await session.press("a")
        await session.sees("Where else the claim stands")
        assert MILL in session.text
        await session.press("escape", "v")
        await session.sees("✓The mill was founded")
        await session.press("A")
        await session.sees("Where else the claim stands")
        assert "✓The mill was founded" in session.text


async def test_a_hostile_title_is_shown_as_it_is_and_breaks_nothing(open_app: Opened, folder: Path) -> None:
    report = folder / "corpus" / "wire.md"
    title = "[/] [red]Fire\u202e\x1b[2J\x07 [@click=app.quit]mill[/]"
    report.write_text(report.read_text("utf-8").replace("Fire destroys paper mill in Velm", title), "utf-8")
    async with open_app() as session:
        await open_passage(session, "A fire destroyed")
        heading = line(session, "[/] [red]Fire")
        assert not set("\x1b\x07\u202e") & set(heading)
        assert "[@click=app.quit]mill[/]" in heading
