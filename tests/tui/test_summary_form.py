"""The form of the summary: each field, and how the preview follows it."""

import zipfile
from pathlib import Path

import pytest
from textual.widgets import Input

from mali_reader.settings import load_settings
from mali_reader.tui.widgets.summary_form import CHOICES

from .conftest import Judge, Opened
from .session import Session
from .test_summary import BOAT, ask, open_summary

COUNT = "About 4,200 people use the ferry every week, and most of them live on the island."
BAKER = "Its first captain was a baker."


@pytest.fixture(autouse=True)
def judged(judge: Judge) -> None:
    """A verified claim of ana's and two disputed ones of ben's, in two documents."""
    judge("harbour", COUNT, "verified", annotator="ana")
    judge("harbour", BOAT, "disputed", annotator="ben")
    judge("letter", BAKER, "disputed", annotator="ben")


async def go_to(session: Session, field: str) -> None:
    """Open the form and go to a field with the keyboard alone."""
    await session.press("slash")
    for _ in range(20):
        if session.app.focused is not None and session.app.focused.id == field:
            return
        await session.press("tab")
    raise AssertionError(f"tab does not lead to {field}")


async def tick(session: Session, field: str, row: int = 0) -> None:
    await go_to(session, field)
    await session.press("home", *["down"] * row, "space")


async def tells(session: Session, *quotes: str) -> None:
    """Wait until the preview tells of these claims and of no other."""
    every = (COUNT, BOAT, BAKER)
    blocks = lambda: {quote for quote in every if f"> {quote}" in whole(session)}  # noqa: E731
    await session.until(lambda: blocks() == set(quotes), f"not these claims: {quotes}")


def whole(session: Session) -> str:
    return getattr(session.app.screen, "text", None) or ""


@pytest.mark.covers("filter-summary", "summary")
@pytest.mark.parametrize(
    ("field", "row", "left"),
    [("statuses", 1, [COUNT]), ("statuses", 2, [BOAT, BAKER]), ("annotators", 0, [COUNT]), ("tags", 0, [COUNT, BOAT])],
)
async def test_a_tick_chooses_what_is_told(open_app: Opened, field: str, row: int, left: list[str]) -> None:
    async with open_app() as session:
        await open_summary(session)
        await tells(session, COUNT, BOAT, BAKER)
        await tick(session, field, row)
        await tells(session, *left)
        await session.press("space")
        await tells(session, COUNT, BOAT, BAKER)


@pytest.mark.parametrize(
    ("field", "typed", "left"),
    [
        ("documents", "what tarn", [BAKER]),
        ("since", "2000-01-01", [COUNT, BOAT, BAKER]),
        ("since", "2999-12-31", []),
        ("until", "2000-01-01", []),
    ],
)
async def test_what_is_typed_chooses_too(open_app: Opened, field: str, typed: str, left: list[str]) -> None:
    async with open_app() as session:
        await open_summary(session)
        await go_to(session, field)
        await session.write(typed)
        await tells(session, *left)


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("since", "2023-13-01", "no date"),
        ("until", "soon", "no date"),
        ("date", "30 June", "no date"),
        ("documents", "[/no] such", "no document"),
    ],
)
async def test_what_cannot_be_asked_for_is_said_and_changes_nothing(
    open_app: Opened, field: str, typed: str, why: str
) -> None:
    async with open_app() as session:
        await open_summary(session)
        await tells(session, COUNT, BOAT, BAKER)
        await go_to(session, field)
        await session.write(typed)
        await session.until(lambda: why in session.title, f"not said: {why}")
        await tells(session, COUNT, BOAT, BAKER)


async def test_names_are_kept_back(open_app: Opened) -> None:
    async with open_app() as session:
        await open_summary(session)
        await session.until(lambda: "**ben**" in whole(session), "ben is not named")
        await tick(session, "anonymise")
        await session.until(lambda: "**Annotator 2**" in whole(session), "nobody is numbered")
        assert "ben" not in whole(session)


@pytest.mark.parametrize(("typed", "quote"), [("8", "> About 4,…"), ("0", "> …")])
async def test_quotes_are_cut(open_app: Opened, typed: str, quote: str) -> None:
    async with open_app() as session:
        await open_summary(session)
        await go_to(session, "longest")
        await session.write(typed)
        await session.until(lambda: quote in whole(session), "not cut")
        assert COUNT not in whole(session)


async def test_a_date_is_put_in_and_a_mark_before_tables(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await open_summary(session)
        await go_to(session, "date")
        await session.write("2024-05-06")
        await session.until(lambda: "Written on 2024-05-06" in whole(session), "no date")
        await tick(session, "bom")
        await session.press("escape")
        while "spreadsheets" not in session.title:
            await session.press("f")
        await session.until(lambda: "claim,status" in whole(session), "no table")
        await ask(session)
        await session.press("enter")
        await session.until((folder / "summary.csv").is_file, "not written")
        assert (folder / "summary.csv").read_bytes().startswith(b"\xef\xbb\xbfclaim,")


@pytest.mark.covers("tell-all", "summary")
async def test_x_tells_of_everything_again(open_app: Opened) -> None:
    async with open_app() as session:
        await open_summary(session)
        await tick(session, "statuses", 1)
        await go_to(session, "since")
        await session.write("2999-12-31")
        await tells(session)
        await session.press("escape", "x")
        await tells(session, COUNT, BOAT, BAKER)
        assert not any(field.value for field in session.app.screen.query(Input))


async def test_every_format_can_be_seen_and_written(open_app: Opened, folder: Path) -> None:
    (folder / "mali-reader.toml").write_text('[claimreview]\nname = "Desk"\nurl = "https://desk.example.org/"\n')
    settings = load_settings(workspace=str(folder), annotator="ana", environ={})
    async with open_app(settings=settings) as session:
        await open_summary(session)
        for choice in CHOICES:
            await session.until(lambda c=choice: c.description[:20] in session.title, f"not {choice.extension}")
            await session.until(lambda: whole(session), f"no preview of {choice.extension}")
            await ask(session)
            await session.press("enter")
            file = folder / f"summary{choice.extension}"
            await session.until(file.is_file, f"{file.name} is not written")
            await session.misses("esc leaves it")
            await session.press("f")
    assert zipfile.ZipFile(folder / "summary.zip").namelist() == ["claims.csv", "verdicts.csv", "appearances.csv"]
    assert "project.qde" in zipfile.ZipFile(folder / "summary.qdpx").namelist()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_esc_leads_from_the_form_to_the_preview_and_then_back(open_app: Opened, size: tuple[int, int]) -> None:
    async with open_app(size=size) as session:
        await open_summary(session)
        await session.press("slash")
        await session.sees("Claims that are")
        await session.press("escape")
        assert session.preview
        before = session.preview
        await session.press("G")
        assert session.preview != before
        await session.press("escape")
        await session.sees("Overlaps")


async def test_a_narrow_screen_shows_the_form_only_while_it_is_used(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await open_summary(session)
        assert "Claims that are" not in session.text
        await session.press("slash")
        await session.sees("Claims that are")
        await session.press("escape")
        await session.misses("Claims that are")
