"""Where else a claim stands: confirming, refusing; and deciding on what people contest."""

from pathlib import Path

import pytest

from .conftest import Judge, Opened
from .session import Session

FERRY = "A spokeswoman promised that school children will travel free of charge until the summer."
BOAT = "The last boat will sail on 30 September."


async def open_copies(session: Session, quote: str) -> None:
    await session.read("Harbour council")
    await session.go_to(quote)
    await session.until(lambda: session.app.findings is not None, "the findings never came")
    await session.press("a")
    await session.until(lambda: session.title.startswith("Where else"), "the copies did not open")


@pytest.mark.covers("show-copies", "reader")
@pytest.mark.covers("confirm-all", "copies")
@pytest.mark.covers("undo", "copies")
async def test_one_key_confirms_what_agrees_in_every_fact(open_app: Opened, judge: Judge) -> None:
    judge("harbour", FERRY)
    async with open_app() as session:
        await open_copies(session, FERRY)
        assert "0 confirmed" in session.title
        await session.sees("agrees in every fact")
        await session.press("a")
        await session.sees("confirmed as the same claim")
        assert session.records[-1]["type"] == "verdict"
        assert len(session.app.review.claims[0].documents) == 2
        await session.press("u")
        await session.until(lambda: "0 confirmed" in session.title, "the link is still there")


async def test_one_step_of_undoing_takes_back_all_that_one_key_confirmed(
    open_app: Opened, judge: Judge, folder: Path
) -> None:
    letter = (folder / "corpus" / "letter.md").read_text("utf-8")
    (folder / "corpus" / "echo.md").write_text(letter.replace("What now", "Once more"), "utf-8")
    judge("harbour", FERRY)
    async with open_app() as session:
        await open_copies(session, FERRY)
        await session.press("a")
        await session.until(lambda: "2 confirmed" in session.title, "not confirmed")
        await session.press("u")
        await session.sees("undone in 2 places")
        await session.until(lambda: "0 confirmed" in session.title, "some links are still there")


@pytest.mark.covers("read-this", "copies")
async def test_what_differs_in_a_number_or_a_date_is_not_confirmed_in_bulk(open_app: Opened, judge: Judge) -> None:
    judge("harbour", BOAT)
    async with open_app() as session:
        await open_copies(session, BOAT)
        await session.sees("⚠ differs: 30 September | 31 October")
        await session.press("a")
        await session.sees("none agrees")
        assert len(session.app.review.claims[0].documents) == 1
        await session.press("j", "enter")
        await session.until(lambda: session.title.startswith("Islanders"), "not read in its document")


@pytest.mark.covers("confirm-one", "copies")
@pytest.mark.covers("refuse-one", "copies")
async def test_a_person_may_confirm_or_refuse_each_place(open_app: Opened, judge: Judge) -> None:
    judge("harbour", BOAT)
    async with open_app() as session:
        await open_copies(session, BOAT)
        await session.press("s")
        await session.sees("Put the cursor on a place")
        await session.press("j", "s")
        await session.until(lambda: "1 confirmed" in session.title, "not confirmed")
        await session.press("u")
        await session.until(lambda: "0 confirmed" in session.title, "not undone")
        await session.press("j", "n")
        await session.until(lambda: "0 to look at" in session.title, "still suggested")
        assert len(session.app.review.claims[0].documents) == 1


async def test_after_a_place_is_confirmed_the_cursor_is_on_the_next_one_to_look_at(
    open_app: Opened, judge: Judge, folder: Path
) -> None:
    letter = (folder / "corpus" / "letter.md").read_text("utf-8")
    for name in ("echo", "repeat"):
        (folder / "corpus" / f"{name}.md").write_text(letter.replace("What now", f"{name} what now"), "utf-8")
    judge("harbour", FERRY)
    async with open_app() as session:
        await open_copies(session, FERRY)
        await session.press("j", "j", "s")
        await session.until(lambda: "1 confirmed · 2 to look at" in session.title, "not confirmed")
        await session.press("s")
        await session.until(lambda: "2 confirmed · 1 to look at" in session.title, "the cursor was on none to look at")
        await session.press("s")
        await session.until(lambda: "3 confirmed · 0 to look at" in session.title, "nor here")


@pytest.mark.covers("show-copies-of-last", "reader", "compare", "passage", "claims")
@pytest.mark.covers("show-copies", "compare", "passage", "claims")
async def test_the_claim_judged_last_is_a_key_away(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.press("A")
        await session.sees("judged nothing on this screen")
        await session.go_to(FERRY)
        await session.until(lambda: session.app.findings is not None, "the findings never came")
        await session.press("v")
        await session.sees("other place may say the same")
        await session.press("A")
        await session.until(lambda: session.title.startswith("Where else"), "the copies did not open")
        await session.sees("school children will travel")
        await session.press("escape", "2", "a")
        await session.until(lambda: session.title.startswith("Where else"), "not from the claims")


@pytest.mark.covers("adjudicate-claim", "claims")
async def test_a_contested_claim_is_decided_on_a_ground(open_app: Opened, judge: Judge) -> None:
    judge("harbour", BOAT)
    judge("harbour", BOAT, "disputed", annotator="ben")
    async with open_app() as session:
        await session.press("2")
        await session.until(lambda: "1 claim judged" in session.title, "the claim is not there")
        await session.press("J")
        await session.sees("On what ground?")
        await session.press("x", "enter")
        await session.sees("write a few words")
        await session.write("the timetable says so")
        await session.press("enter")
        await session.sees("decided: disputed")
        assert session.app.review.claims[0].adjudications[0].ground == "the timetable says so"
        await session.press("J", "escape")
