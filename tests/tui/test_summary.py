"""Summary: what leaves, previewed and written to a file."""

import json
import re
from pathlib import Path

import pytest

from mali_reader.tui.widgets.summary_form import CHOICES

from .conftest import Judge, Opened
from .session import Session

BOAT = "The last boat will sail on 30 September."


async def open_summary(session: Session) -> None:
    await session.press("3")
    await session.until(lambda: session.preview, "no preview")


async def ask(session: Session, place: str = "", key: str = "e") -> None:
    await session.press(key)
    await session.sees("esc leaves it")
    if place:
        await session.press("ctrl+u")
        await session.write(place)


async def test_shows_what_people_judged(open_app: Opened, judge: Judge) -> None:
    judge("harbour", BOAT, "disputed", annotator="ben", note="October, says the other report")
    async with open_app() as session:
        await open_summary(session)
        assert "annotated summary" in session.preview
        assert BOAT in session.preview
        assert "October, says the other report" in session.preview


@pytest.mark.covers("next-format", "summary")
async def test_f_previews_the_next_format(open_app: Opened) -> None:
    async with open_app() as session:
        await open_summary(session)
        first = session.preview
        await session.press("f")
        await session.until(lambda: session.preview != first, "the same preview")
        assert not session.title.startswith("Summary: Markdown")
        for _ in CHOICES[1:]:
            await session.press("f")
        await session.until(
            lambda: session.title.startswith("Summary: Markdown") and "annotated summary" in session.preview,
            "not the first format again",
        )


@pytest.mark.covers("export-summary", "summary")
@pytest.mark.parametrize("key", ["e", "enter"])
async def test_e_writes_what_is_previewed(open_app: Opened, folder: Path, judge: Judge, key: str) -> None:
    judge("harbour", BOAT, "disputed")
    async with open_app() as session:
        await open_summary(session)
        await ask(session, key=key)
        await session.press("enter")
        await session.until((folder / "summary.md").is_file, "not written")
        await session.sees("summary.md")
        written = (folder / "summary.md").read_text("utf-8")
        assert BOAT in written
        assert written.splitlines()[0] in session.preview


@pytest.mark.covers("export-summary", "summary")
async def test_json_is_written_too(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await open_summary(session)
        for _ in range(10):
            if "everything" not in session.title:
                await session.press("f")
        await session.until(lambda: session.preview.startswith("{"), "no JSON")
        await ask(session)
        await session.press("enter")
        await session.until((folder / "summary.json").is_file, "not written")
        assert json.loads((folder / "summary.json").read_text("utf-8"))


async def test_a_file_is_written_over_only_after_a_second_enter(open_app: Opened, folder: Path) -> None:
    there = folder / "summary.md"
    there.write_text("mine", "utf-8")
    async with open_app() as session:
        await open_summary(session)
        await ask(session)
        await session.press("enter")
        await session.sees("exists already")
        assert there.read_text("utf-8") == "mine"
        await session.press("escape")
        await session.misses("exists already")
        assert there.read_text("utf-8") == "mine"
        await ask(session)
        await session.press("enter", "enter")
        await session.until(lambda: there.read_text("utf-8") != "mine", "not written")
        assert there.read_text("utf-8").startswith("# ")


async def test_another_name_is_asked_about_again(open_app: Opened, folder: Path) -> None:
    (folder / "summary.md").write_text("mine", "utf-8")
    (folder / "summary.md2").write_text("mine too", "utf-8")
    async with open_app() as session:
        await open_summary(session)
        await ask(session)
        await session.press("enter")
        await session.sees("exists already")
        await session.press("end", "2", "enter")
        await session.until(lambda: "summary.md2exists" in re.sub(r"\s", "", session.said("#wrong")), "not asked again")
        assert (folder / "summary.md2").read_text("utf-8") == "mine too"


@pytest.mark.parametrize(
    "place",
    [
        "",
        "no/such/folder/summary.md",
        pytest.param(
            "~nobodyhere/summary.md",
        ),
        pytest.param(
            "n" * 300,
        ),
    ],
    ids=["folder", "nowhere", "nobody", "long"],
)
async def test_a_place_that_takes_no_file_is_refused_in_one_line(open_app: Opened, folder: Path, place: str) -> None:
    async with open_app() as session:
        await open_summary(session)
        await ask(session, str(folder / place) if not place.startswith("~") else place)
        await session.press("enter")
        await session.until(lambda: session.said("#wrong"), "no word about the place")
        assert session.app.is_running
        await session.press("escape")
        await session.misses("esc leaves it")
        assert sorted(path.name for path in folder.iterdir()) == ["corpus"]


async def test_no_report_is_written_over(open_app: Opened, folder: Path) -> None:
    report = next(path for path in sorted((folder / "corpus").rglob("*")) if path.is_file())
    before = report.read_bytes()
    async with open_app() as session:
        await open_summary(session)
        await ask(session, str(report))
        await session.press("enter")
        await session.until(lambda: "report" in session.said("#wrong"), "no word about the place")
        await session.press("enter")
        assert report.read_bytes() == before


@pytest.mark.covers("copy-text", "summary")
async def test_y_copies_the_summary(open_app: Opened) -> None:
    async with open_app() as session:
        await open_summary(session)
        await session.press("y")
        assert session.app.clipboard.startswith("# ferry: annotated summary")


async def test_a_verdict_given_meanwhile_is_in_the_preview(open_app: Opened, judge: Judge) -> None:
    async with open_app() as session:
        await open_summary(session)
        assert BOAT not in session.preview
        judge("harbour", BOAT, annotator="ben")
        await session.until(lambda: BOAT in session.preview, "the verdict is not in the preview")
