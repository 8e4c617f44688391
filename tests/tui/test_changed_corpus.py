"""Reports that change on disk while the application is open."""

from pathlib import Path

from .conftest import ISLANDER, Judge, Opened
from .session import Session

SOON = 12.0


async def told(session: Session, count: str) -> None:
    """Wait until it is said that so many reports changed."""
    await session.until(lambda: f"{count} changed on disk; r reads" in session.status, "no word of it", SOON)


async def test_a_new_report_is_told_and_read_on_r_and_the_cursor_stays(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.choose("What now for Tarn?")
        (folder / "corpus" / "extra.txt").write_text(ISLANDER.replace("bus", "tram"), "utf-8")
        await told(session, "1 report")
        assert "4 documents" in session.title
        await session.press("r")
        await session.until(lambda: "5 documents" in session.title, "it was not read")
        assert "What now for Tarn?" in session.row
        await session.until(lambda: "changed on disk" not in session.status, "still told")
        await session.until(lambda: session.app.findings is not None, "nothing was looked for anew")


async def test_the_reader_stays_on_its_sentence(open_app: Opened, folder: Path, judge: Judge) -> None:
    judge("harbour", "Nobody asked them before the vote.")
    report = folder / "corpus" / "harbour.md"
    async with open_app() as session:
        await session.read("Harbour council")
        await session.go_to("Nobody")
        report.write_text(report.read_text("utf-8").replace("# Harbour", "# Today the harbour"), "utf-8")
        await told(session, "1 report")
        await session.press("r")
        await session.until(lambda: session.title.startswith("Today the harbour"), "it was not read anew")
        assert session.margin.startswith("“Nobody asked them before the vote.”")
        await session.until(lambda: "✓Nobody asked" in session.page, "the verdict is lost")


async def test_a_filter_that_is_typed_stays_and_a_report_that_is_gone_goes(open_app: Opened, folder: Path) -> None:
    async with open_app() as session:
        await session.press("slash")
        await session.write("nor")
        (folder / "corpus" / "weather.txt").unlink()
        await told(session, "1 report")
        await session.write("r")
        assert session.said("FilterInput") == "norr"
        await session.press("enter", "r")
        await session.until(lambda: "of 3 documents" in session.title, "it was not read anew")
        assert session.said("FilterInput") == "norr"


async def test_a_corpus_that_is_gone_stays_on_the_screen(open_app: Opened, folder: Path) -> None:
    async with open_app(size=(240, 30)) as session:
        for report in (folder / "corpus").iterdir():
            report.unlink()
        await told(session, "4 reports")
        await session.press("r")
        await session.until(lambda: "holds no report that can be read" in session.text, "no word of it")
        assert len(session.rows) == 4


async def test_a_passage_that_is_told_otherwise_now_is_left_to_nobody_to_judge(open_app: Opened, folder: Path) -> None:
    report = folder / "corpus" / "harbour.md"
    async with open_app() as session:
        await session.until(lambda: session.app.findings is not None, "nothing was found")
        await session.press("4", "enter")
        await session.until(lambda: session.title.startswith("Passage"), "no passage")
        for changed in (report, folder / "corpus" / "islander.txt", folder / "corpus" / "letter.md"):
            changed.write_text(changed.read_text("utf-8").replace(" the ", " that "), "utf-8")
        await told(session, "3 reports")
        await session.press("r")
        await session.until(lambda: "told otherwise now" in session.title, "still shown", SOON)
        await session.press("v")
        assert session.records == []
