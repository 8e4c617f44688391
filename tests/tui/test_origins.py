"""Origins: who copied whom, with the evidence."""

from pathlib import Path

import pytest

from .conftest import Opened
from .retold import fire
from .session import Session
from .test_sizes import SIZES, fits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of reports of one fire."""
    return fire(tmp_path)


async def open_origins(session: Session) -> None:
    await session.press("6")
    await session.until(lambda: session.title.startswith("Origins") and session.rows, "no origins")


@pytest.mark.covers("show-origins", "everywhere")
async def test_shows_the_trees_of_who_copied_whom_and_what_tells_it(open_app: Opened) -> None:
    async with open_app() as session:
        await open_origins(session)
        assert session.title == "Origins 4 documents, 2 origins"
        assert ["Coast Wire ·" in session.rows[0], "3 documents" in session.rows[0]] == [True, True]
        assert all("→" in row and "date" in row for row in session.rows[1:3])
        assert "alone" in session.rows[3]
        await session.press("j")
        assert "took text from Coast Wire" in session.margin
        assert "the direction is told by the dates" in session.margin
        assert "The mill was founded in 1904" in session.margin
        await session.press("G")
        assert "copied nobody here, and nobody copied it" in session.margin


@pytest.mark.covers("open-evidence", "origins")
async def test_enter_puts_source_and_copy_side_by_side(open_app: Opened) -> None:
    async with open_app() as session:
        await open_origins(session)
        await session.press("j", "enter")
        await session.sees("⇄")
        assert "↔ ¶1" in session.text
        await session.press("escape")
        await session.until(lambda: session.title.startswith("Origins"), "not back")
        await session.press("G", "enter")
        assert session.title.startswith("Origins")


@pytest.mark.covers("next-kin", "origins")
@pytest.mark.covers("previous-kin", "origins")
async def test_goes_through_all_evidence_of_a_document(open_app: Opened) -> None:
    async with open_app() as session:
        await open_origins(session)
        await session.press("j")
        first = session.margin
        assert "evidence 1 of 2 of this document" in first
        await session.press("right_square_bracket")
        await session.sees("evidence 2 of 2 of this document")
        assert session.margin != first
        await session.press("left_square_bracket")
        assert session.margin == first


@pytest.mark.covers("filter-rows", "origins")
async def test_filters_by_what_is_typed(open_app: Opened) -> None:
    async with open_app() as session:
        await open_origins(session)
        await session.press("slash", *"daily", "enter")
        await session.until(lambda: len(session.rows) == 1, "not filtered")
        assert "→ The Velm Daily" in session.row
        assert session.title == "Origins 1 of 4 documents, 2 origins"
        await session.press("slash", *"xyz", "enter")
        await session.sees("Nothing holds what you typed")
        await session.press("escape")
        await session.until(lambda: len(session.rows) == 4, "not shown again")


@pytest.mark.covers("show-detail", "origins")
async def test_tells_all_in_a_window(open_app: Opened) -> None:
    async with open_app() as session:
        await open_origins(session)
        await session.press("j", "d")
        await session.sees("esc goes back")
        assert "took text from Coast Wire" in session.text
        await session.press("escape")
        await session.misses("esc goes back")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_fits(open_app: Opened, folder: Path, size: tuple[int, int]) -> None:
    for report in (folder / "corpus").iterdir():
        text = report.read_text("utf-8")
        report.write_text(text.replace("Coast Wire", "馬里[/]\u202e" * 20), "utf-8")
    async with open_app(size=size) as session:
        await open_origins(session)
        fits(session)
        for _ in session.rows:
            await session.press("j", "right_square_bracket")
            fits(session)
