"""v, x and u, wherever a claim is under the cursor: what a person sees is in the shared file already."""

import pytest

from .conftest import Judge, Opened
from .session import Session

QUOTE = "About 4,200 people use the ferry every week, and most of them live on the island."
NEXT = "Nobody asked them before the vote."
SIGNS = {"verified": "✓", "disputed": "✗"}
KEYS = {"verified": "v", "disputed": "x"}
judgements = pytest.mark.parametrize("judgement", ["verified", "disputed"])


async def sees_it_kept(session: Session, sign: str, quote: str, judgement: str) -> None:
    """Wait for the sign before the quote; the very moment it is there, the file holds the verdict."""
    await session.until(
        lambda: any(f"{sign}{quote[:5]}" in line or f"{sign}‹{quote[:5]}" in line for line in session.lines),
        f"no {sign} before the sentence",
    )
    record = session.records[-1]
    assert (record["annotator"], record["verdict"]) == ("ana", judgement)
    assert record["target"]["exact"] == quote


@judgements
@pytest.mark.covers("verify", "reader")
@pytest.mark.covers("dispute", "reader")
async def test_reader_judges_and_moves_on(open_app: Opened, judgement: str) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(QUOTE)
        await session.press(KEYS[judgement])
        await sees_it_kept(session, SIGNS[judgement], QUOTE, judgement)
        assert session.margin.startswith(f"“{NEXT}”")
        await session.sees("1 of 2")


@judgements
@pytest.mark.covers("verify", "compare")
@pytest.mark.covers("dispute", "compare")
async def test_compare_judges_and_moves_on(open_app: Opened, judgement: str) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.go_to(QUOTE)
        await session.press(KEYS[judgement])
        await sees_it_kept(session, SIGNS[judgement], QUOTE, judgement)
        assert QUOTE not in session.margin


@judgements
@pytest.mark.covers("verify", "claims")
@pytest.mark.covers("dispute", "claims")
async def test_claims_judges_and_moves_on(open_app: Opened, judge: Judge, judgement: str) -> None:
    other = "disputed" if judgement == "verified" else "verified"
    judge("harbour", QUOTE, other)
    judge("harbour", NEXT, other)
    async with open_app() as session:
        await session.press("2")
        await session.until(lambda: "2 claims judged" in session.title, "the claims are not there")
        while not session.title.startswith(f"Claims: {other}"):
            await session.press("f")
        assert QUOTE[:20] in session.row
        await session.press(KEYS[judgement])
        await session.until(lambda: len(session.rows) == 1, "the status never changed")
        assert session.records[-1]["verdict"] == judgement
        assert session.records[-1]["supersedes"] == [session.records[0]["id"]]
        assert NEXT[:20] in session.row


async def test_one_who_says_otherwise_makes_a_claim_contested(open_app: Opened, judge: Judge) -> None:
    judge("harbour", QUOTE, "disputed", annotator="ben", note="the ferry counts 4,800")
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(QUOTE)
        assert "✗ ben" in session.margin
        assert "the ferry counts 4,800" in session.margin
        await session.press("v")
        await session.sees("≠About")


@pytest.mark.covers("undo", "reader")
async def test_reader_takes_back_step_after_step(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(QUOTE)
        await session.press("v", "x")
        await session.sees("✗Nobody")
        await session.press("u")
        await session.misses("✗Nobody")
        assert "✓About" in session.text
        await session.press("u")
        await session.misses("✓About")
        assert [record["verdict"] for record in session.records].count("withdrawn") == 2
        await session.press("u")
        await session.sees("nothing of yours to undo")
        assert len(session.records) == 4


@pytest.mark.covers("undo", "reader")
async def test_undo_restores_what_was_said_before_even_after_a_restart(open_app: Opened) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(QUOTE)
        await session.press("v")
        await session.sees("✓About")
        await session.press("k", "x")
        await session.sees("✗About")
    async with open_app() as session:
        await session.read("Harbour council")
        await session.sees("✗About")
        await session.press("u")
        await session.sees("✓About")
        await session.press("u")
        await session.misses("✓About")
        assert "✗About" not in session.text


@pytest.mark.covers("undo", "compare")
async def test_compare_takes_back(open_app: Opened) -> None:
    async with open_app() as session:
        await session.compare("Harbour council")
        await session.press("v")
        await session.sees("✓The harbour council")
        await session.press("u")
        await session.misses("✓The harbour council")
        assert session.records[-1]["verdict"] == "withdrawn"


@pytest.mark.covers("undo", "claims")
async def test_claims_takes_back(open_app: Opened, judge: Judge) -> None:
    judge("harbour", QUOTE)
    async with open_app() as session:
        await session.press("2")
        await session.until(lambda: "1 claim judged" in session.title, "the claim is not there")
        await session.press("u")
        await session.until(lambda: "0 claims judged" in session.title, "the claim is still there")
        assert session.records[-1]["verdict"] == "withdrawn"


async def test_undo_leaves_what_others_said(open_app: Opened, judge: Judge) -> None:
    judge("harbour", QUOTE, annotator="ben")
    async with open_app() as session:
        await session.read("Harbour council")
        await session.sees("✓About")
        await session.press("u")
        await session.sees("nothing of yours to undo")
        assert "✓About" in session.text
