"""What other processes write shows in the open screens within two seconds, and disturbs nobody."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from .conftest import Opened
from .session import Session

SOON = 2.0
COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."


async def tag(folder: Path, quote: str, verdict: str = "disputed") -> None:
    """Have another process judge a quote as ben."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "mali_reader", "tag", "harbour", quote, "--verdict", verdict),
        *("--as", "ben", "--workspace", str(folder)),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=asyncio.subprocess.DEVNULL,
    )
    assert await process.wait() == 0


async def sees_soon(session: Session, text: str) -> None:
    await session.sees(text, patience=SOON)


async def test_reader_shows_it_and_the_cursor_stays(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to("Nobody")
        margin = session.margin
        await tag(folder, COUNT)
        await sees_soon(session, "✗About")
        await sees_soon(session, "ben ✗")
        assert session.margin == margin


async def test_compare_claims_and_library_show_it(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.choose("What now")
        await tag(folder, COUNT)
        await session.until(lambda: "✗1" in session.rows[0], "not in the library", SOON)
        assert "What now" in session.row
        await session.compare("Harbour council")
        await session.press("j")
        margin = session.margin
        await tag(folder, "Nobody asked them before the vote.")
        await sees_soon(session, "✗Nobody")
        assert session.margin == margin
        await session.press("2")
        await session.until(lambda: "2 claims judged" in session.title, "not both claims", SOON)
        await session.press("j")
        row = session.row
        await tag(folder, "The last boat will sail on 30 September.")
        await session.until(lambda: "3 claims judged" in session.title, "the claim is not there", SOON)
        assert session.row.split("…")[0] == row.split("…")[0]


async def test_what_is_being_typed_into_the_dialog_stays(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to(COUNT)
        await session.press("e")
        await session.sees("ctrl+s keeps it")
        await session.write("I counted ")
        await tag(folder, COUNT)
        await session.until(lambda: session.app.review.claims, "the review never came", SOON)
        await session.write("them myself")
        assert session.said("#note").startswith("I counted them myself")
        await session.press("ctrl+s")
        await session.sees("≠About")
        own = [record for record in session.records if record["annotator"] == "ana"]
        assert [record["note"] for record in own] == ["I counted them myself"]


async def test_a_filter_that_is_being_typed_stays(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.press("2", "slash")
        await session.write("abo")
        await tag(folder, COUNT)
        await session.until(lambda: len(session.rows) == 1, "the claim is not there", SOON)
        await session.write("ut")
        assert session.said("FilterInput") == "about"


@pytest.mark.parametrize("times", [6])
async def test_fast_keys_and_another_writer_lose_nothing(open_app: Opened, folder: Path, times: int) -> None:
    async with open_app() as session:
        await session.read("Harbour council")
        other = asyncio.create_task(tag(folder, COUNT))
        for _ in range(times):
            session.app.simulate_key("v")
        await other
        await session.until(lambda: len(session.records) == times + 1, "something is missing")
        assert len({record["target"]["exact"] for record in session.records if record["annotator"] == "ana"}) == times
