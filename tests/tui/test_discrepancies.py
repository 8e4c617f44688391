"""Discrepancies: where the documents contradict each other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from mali_reader.corpus.model import Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.workspace import Workspace

from .conftest import Opened
from .retold import fire
from .session import Session, folded
from .test_sizes import SIZES, fits

BOAT_HERE = "The last boat will sail on 30 September."
BOAT_THERE = "The last boat will sail on 31 October."
COUNT_HERE = "About 4,200 people use the ferry every week"
HARBOUR, ISLANDER = "Harbour council closes", "Islanders told"

Change = Callable[[Callable[[Findings, Workspace], Findings]], None]


@pytest.fixture
def change_findings(monkeypatch: pytest.MonkeyPatch) -> Change:
    """Have something else found than there is: `change_findings(lambda findings, workspace: …)`."""
    find = Workspace.findings

    def changes(change: Callable[[Findings, Workspace], Findings]) -> None:
        monkeypatch.setattr(Workspace, "findings", lambda self, *args: change(find(self, *args), self))

    return changes


def place(workspace: Workspace, document: str, words: str) -> Span:
    start = workspace.document(document).text.index(words)
    return Span(document, start, start + len(words))


async def open_discrepancies(session: Session, count: int = 2) -> None:
    await session.press("5")
    await session.until(lambda: len(session.rows) == count, f"there are not {count} discrepancies")


async def go_back(session: Session) -> None:
    """Leave the document; where words are selected in it, a first esc lets them go."""
    await session.press("escape")
    if not session.title.startswith("Discrepancies"):
        await session.press("escape")
    await session.until(lambda: session.title.startswith("Discrepancies"), "not back")


async def test_shows_what_is_said_by_how_many(open_app: Opened) -> None:
    async with open_app() as session:
        await open_discrepancies(session)
        assert session.title == "Discrepancies 2 conflicts, 0 variants"
        await session.choose("30 September")
        assert folded(session.row) == "▸ ⚠ 30 September (1) | 31 October (1) date 2 1"
        assert "date: they cannot all be true" in session.margin
        assert "place 1 of 2: Coast Wire ¶1" in session.margin
        assert "The last boat will sail on ‹30 September›." in session.margin
        assert "The last boat will sail on ‹31 October›." in session.margin
        await session.choose("4,200 people")
        assert "number: they cannot all be true" in session.margin
        assert "number" in session.row


async def test_a_variant_is_told_from_a_conflict_by_its_sign(open_app: Opened, change_findings: Change) -> None:
    def soften(findings: Findings, workspace: Workspace) -> Findings:
        first, *others = findings.discrepancies
        return replace(findings, discrepancies=(*others, replace(first, severity=Severity.VARIANT)))

    change_findings(soften)
    async with open_app() as session:
        await open_discrepancies(session)
        assert session.title == "Discrepancies 1 conflict, 1 variant"
        await session.press("G")
        assert session.row.startswith("▸ ≈")
        assert "the same, said differently" in session.margin


@pytest.mark.covers("next-place", "discrepancies")
@pytest.mark.covers("previous-place", "discrepancies")
@pytest.mark.parametrize(
    "keys", [("right_square_bracket", "left_square_bracket"), ("tab", "shift+tab"), ("l", "h"), ("right", "left")]
)
async def test_brackets_go_from_place_to_place_and_around(open_app: Opened, keys: tuple[str, str]) -> None:
    onward, back = keys
    async with open_app() as session:
        await open_discrepancies(session)
        await session.choose("30 September")
        for key, number, said in (
            (onward, 2, "Islanders told to take the bus ¶1"),
            (onward, 1, "Coast Wire ¶1"),
            (back, 2, "Islanders told to take the bus ¶1"),
            (back, 1, "Coast Wire ¶1"),
        ):
            await session.press(key)
            assert f"▸ place {number} of 2: {said}" in session.margin
        await session.press(onward)
        await session.press(*("k" if "4,200" in session.rows[0] else "j"))
        assert "place 1 of 2" in session.margin


@pytest.mark.covers("read-this", "discrepancies")
async def test_enter_reads_the_place_in_hand_in_its_document(open_app: Opened) -> None:
    async with open_app() as session:
        await open_discrepancies(session)
        await session.choose("30 September")
        row = session.row
        for title, sentence, said in ((HARBOUR, BOAT_HERE, "30 September"), (ISLANDER, BOAT_THERE, "31 October")):
            await session.press("enter")
            await session.until(lambda said=said: f"“{said}” here" in session.margin, "not there")  # type: ignore[misc]
            assert session.title.startswith(title)
            assert sentence in session.page
            await go_back(session)
            assert session.row == row
            await session.press("right_square_bracket")


@pytest.mark.covers("compare-places", "discrepancies")
async def test_c_compares_with_a_document_that_says_otherwise(open_app: Opened) -> None:
    async with open_app() as session:
        await open_discrepancies(session)
        await session.choose("30 September")
        for here, there, sentence in ((HARBOUR, ISLANDER, BOAT_HERE), (ISLANDER, HARBOUR, BOAT_THERE)):
            await session.press("c")
            await session.sees("⇄")
            assert session.title.startswith(here)
            assert f"⇄ {there}" in session.title
            assert session.margin.startswith(f"“{sentence}")
            await session.press("escape")
            await session.until(lambda: session.title.startswith("Discrepancies"), "not back")
            await session.press("right_square_bracket")


@pytest.mark.covers("compare-places", "discrepancies")
async def test_c_says_where_the_documents_share_no_paragraph(open_app: Opened, change_findings: Change) -> None:
    def differ(findings: Findings, workspace: Workspace) -> Findings:
        said = (("weather", "Sunday night"), ("letter", "last year"))
        values = tuple(DiscrepancyValue(words, (place(workspace, name, words),)) for name, words in said)
        found = Discrepancy("far", MentionKind.DATE, Severity.CONFLICT, values, "when")
        return replace(findings, discrepancies=(found,))

    change_findings(differ)
    async with open_app() as session:
        await open_discrepancies(session, 1)
        assert session.row.split()[-2:] == ["2", "2"]
        await session.press("c")
        await session.sees("The documents that differ here")
        assert session.title.startswith("Discrepancies")
        await session.press("enter")
        await session.until(lambda: "“Sunday night” here, “last year” in The Norrby" in session.margin, "not there")
        assert session.title.startswith("Storm passes")


@pytest.mark.covers("filter-rows", "discrepancies")
async def test_rows_are_filtered_by_words_kind_and_document_and_esc_shows_all(open_app: Opened) -> None:
    async with open_app() as session:
        await open_discrepancies(session)
        await session.press("slash")
        await session.write("OCTOBER 30")
        await session.until(lambda: len(session.rows) == 1 and "31 October" in session.rows[0], "not by words")
        assert "1 of 2" in session.title
        await session.press("ctrl+u")
        await session.write("number")
        await session.until(lambda: len(session.rows) == 1 and "4,200" in session.rows[0], "not by kind")
        assert "‹4,200 people›" in session.margin
        await session.press("ctrl+u")
        await session.write("islander")
        await session.until(lambda: len(session.rows) == 2, "not by document")
        await session.press("ctrl+u")
        await session.write("submarine 45")
        await session.until(lambda: not session.rows, "still rows")
        assert "Nothing holds what you typed; esc shows all again" in session.text
        await session.press("enter", "enter", "c", "right_square_bracket", "j", "escape")
        await session.until(lambda: len(session.rows) == 2, "not all are back")
        assert session.title.startswith("Discrepancies 2 conflicts")
        await session.press("escape")
        assert session.title.startswith("mali-reader")


@pytest.mark.covers("show-detail", "discrepancies")
async def test_d_shows_every_place(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await open_discrepancies(session)
        await session.choose("30 September")
        await session.press("right_square_bracket", "d")
        await session.sees("j k scroll")
        dialog = session.said("#dialog")
        assert "place 2 of 2: Islanders told to take the bus ¶1" in dialog
        assert dialog.count("‹31 October›") == 2
        assert dialog.count("‹30 September›") == 1
        await session.press("escape")
        await session.misses("j k scroll")


@pytest.mark.covers("dismiss-discrepancy", "discrepancies")
@pytest.mark.covers("show-dismissed", "discrepancies")
@pytest.mark.covers("undo", "discrepancies")
async def test_x_dismisses_with_a_reason_f_shows_it_all_the_same_and_u_takes_it_back(open_app: Opened) -> None:
    async with open_app() as session:
        await open_discrepancies(session)
        await session.choose("30 September")
        await session.press("x")
        await session.sees("Why is this no contradiction?")
        await session.write("two timetables")
        await session.press("enter")
        await session.until(lambda: len(session.rows) == 1, "not hidden")
        assert "1 dismissed" in session.title
        assert "two timetables" in session.file.read_text("utf-8")
        await session.press("f")
        await session.until(lambda: len(session.rows) == 2, "not shown")
        await session.choose("30 September")
        assert "dismissed by ana: two timetables" in session.margin
        await session.press("u")
        await session.misses("dismissed by ana")
        await session.press("f")
        await session.settle()
        assert len(session.rows) == 2


@pytest.mark.covers("dismiss-discrepancy", "discrepancies")
async def test_nothing_is_dismissed_without_a_reason(open_app: Opened) -> None:
    async with open_app() as session:
        await open_discrepancies(session)
        await session.press("x")
        await session.sees("Why is this no contradiction?")
        await session.press("enter")
        await session.sees("write a few words on why")
        await session.press("escape")
        await session.misses("Why is this no contradiction?")
        assert len(session.rows) == 2
        assert not session.file.exists()


async def test_says_that_they_are_being_looked_for_and_shows_them_once_they_are_there(
    open_app: Opened, change_findings: Change
) -> None:
    looked = Event()

    def late(findings: Findings, workspace: Workspace) -> Findings:
        looked.wait(20)
        return findings

    change_findings(late)
    async with open_app() as session:
        try:
            await session.press("5")
            await session.sees("Discrepancies are being looked for…")
            await session.press("enter", "c", "x", "d", "escape", "f", "l", "j", "G", "slash", "a", "enter", "escape")
            await session.sees("Discrepancies are being looked for…")
            assert session.title.startswith("Discrepancies")
            await session.press("1")
            await session.read(HARBOUR)
            await session.go_to("The last boat")
            assert "this paragraph: 2 documents" in session.margin
        finally:
            looked.set()
        await session.until(lambda: "2 documents, 1 origin" in session.margin, "origins never arrived")
        await open_discrepancies(session)


async def test_says_that_what_there_was_is_dismissed_and_how_to_see_it(open_app: Opened, folder: Path) -> None:
    islander = folder / "corpus" / "islander.txt"
    islander.write_text(islander.read_text("utf-8").replace("31 October", "30 September"), "utf-8")
    async with open_app(size=(80, 24)) as session:
        await open_discrepancies(session, 1)
        assert "f all" in session.keys
        await session.press("x")
        await session.write("rounded")
        await session.press("enter")
        await session.until(lambda: "1 dismissed; f shows it" in session.margin, "not told")
        await session.press("f")
        await session.until(lambda: session.rows, "not shown")


async def test_says_so_where_nothing_contradicts(open_app: Opened, folder: Path) -> None:
    (folder / "corpus" / "islander.txt").unlink()
    async with open_app() as session:
        await open_discrepancies(session, 0)
        await session.sees("The documents contradict each other nowhere that was noticed")
        assert session.title == "Discrepancies 0 conflicts, 0 variants"
        await session.press("enter", "c", "x", "u", "f", "right_square_bracket", "j", "G", "d", "escape")
        assert session.title.startswith("Discrepancies")


async def test_the_reader_names_documents_origins_and_what_others_say_instead(open_app: Opened) -> None:
    async with open_app() as session:
        await session.until(lambda: session.app.findings is not None, "the findings never arrived")
        await session.read(HARBOUR)
        await session.go_to("The last boat")
        assert "this paragraph: 2 documents, 1 origin" in session.margin
        assert "⚠ “30 September” here, “31 October” in Islanders told to take the bus" in session.margin
        await session.go_to("The harbour council voted")
        assert "“30 September” here" not in session.margin
        await session.go_to("The council says")
        assert "this paragraph: 2 documents, 2 origins" in session.margin


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_fits(open_app: Opened, tmp_path: Path, folder: Path, size: tuple[int, int]) -> None:
    for report in (fire(tmp_path) / "corpus").iterdir():
        text = report.read_text("utf-8").replace("Fire destroys", "馬里" * 40)
        (folder / "corpus" / report.name).write_text(text.replace("Coast Wire", "馬里[/]\u202e" * 20), "utf-8")
    async with open_app(size=size) as session:
        await session.press("5")
        await session.until(lambda: len(session.rows) > 1, "nothing found")
        fits(session)
        for _ in session.rows:
            await session.press("j", "right_square_bracket")
            fits(session)
        await session.press("slash", "a")
        fits(session)
