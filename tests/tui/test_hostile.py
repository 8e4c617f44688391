"""Hostile documents and annotations, in a terminal: nothing of theirs is obeyed, all of it is visible."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.records import Evidence, Judgement
from mali_reader.settings import load_settings
from mali_reader.workspace import Workspace

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from .conftest import Opened
from .terminal import Terminal

TITLE_BAR = "\x1b]0;owned\x07"
CLIPBOARD = "\x1b]52;c;b3duZWQ=\x07"
SCREEN = "\x1b[2J\x1b[31337m\x1bc"
C1 = "\x9b31337m\x9d52;c;b3duZWQ=\x9c"
BIDI = "\u202eesrever\u202c \u2066isolated\u2069 \u200f\u061c"
MARKUP = "[/bold] [@click=app.quit]click[/] [red]"
ALL = f"{MARKUP} {TITLE_BAR}{CLIPBOARD}{SCREEN}{C1}{BIDI}"
FORBIDDEN = {chr(code) for code in (*range(0x80, 0xA0), 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, *range(0x2066, 0x206A))}
FORBIDDEN |= {"\u061c", "\u200e", "\u200f", "\u2028", "\u2029"}


def build(folder: Path, spice: str) -> Path:
    """A workspace in which the spice is in everything that people write."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    matter = spice.encode("unicode_escape").decode().replace('"', "")
    shared = f"The council {spice} voted to close the ferry line between Norrby and Tarn in September."
    for number in (1, 2):
        name = f"report {number}{spice}".replace("/", "").replace("\0", "")
        (corpus / f"{name}.md").write_text(
            f'---\nsource: "{matter}"\ndate: "{matter}"\nauthor: "{matter}"\ntags: ["{matter}"]\n'
            f'sources: ["https://example.org/{matter}"]\n---\n'
            f"# [/bold] Title {number} {spice}\n\n{shared}\n\n## Heading {spice}\n\n"
            f"Only report {number} says {spice} this.\n\nRead also: {spice}\n\nSubscribe to our newsletter\n",
            "utf-8",
        )
    (corpus / f"matter{spice.replace('/', '')}.md").write_text(f"---\n{spice}: [\n---\n\nA text {spice}.\n", "utf-8")
    (corpus / f"binary{spice.replace('/', '')}.md").write_bytes(b"\0\1\2\xff" * 200 + spice.encode())
    workspace = Workspace(load_settings(workspace=str(folder), annotator="ana", environ={}))
    document = next(each for each in workspace.corpus if "report 1" in each.id)
    start = document.text.index(shared)
    target = make_target(document, start, start + len(shared))
    for name, judgement in (("ben", Judgement.DISPUTED), ("eve", Judgement.VERIFIED)):
        evidence = (Evidence(f"https://example.org/{spice}"),)
        workspace.add([verdict_record(new_verdict(f"{name} {spice}", target, judgement, f"note {spice}", evidence))])
    return folder


def walk(folder: Path) -> Terminal:
    """Go through every screen of a workspace, and leave."""
    with Terminal(folder) as terminal:
        terminal.sees("Title 1")
        terminal.sees("overlaps")
        for _ in range(4):
            terminal.press("j")
        terminal.press("g/title 1\r")
        terminal.press("\r")
        terminal.sees("enter compare")
        terminal.press("f")
        for _ in range(5):
            terminal.press("j")
        terminal.press("gj")
        terminal.press("d")
        terminal.press("\x1b")
        terminal.press("e")
        terminal.sees("ctrl+s keeps it")
        terminal.press("\x1b")
        terminal.press("v")
        terminal.press("u")
        terminal.press("c")
        terminal.sees("pair")
        terminal.press("jt")
        terminal.press("2")
        terminal.sees("Claims")
        terminal.press("/note\r")
        terminal.press("d")
        terminal.press("\x1b")
        terminal.press("e")
        terminal.press("\x1b")
        terminal.press("3")
        terminal.sees("annotated summary")
        terminal.press("G")
        terminal.press("f")
        terminal.press("?")
        terminal.sees("Keys in summary")
        terminal.press("\x1b")
        terminal.press("\x10")
        terminal.press("\x1b")
        assert terminal.leave() == 0
    return terminal


@pytest.mark.xdist_group("terminal")
def test_nothing_hostile_reaches_the_terminal(tmp_path: Path) -> None:
    hostile = walk(build(tmp_path / "hostile", ALL))
    harmless = walk(build(tmp_path / "harmless", "plain words"))
    assert hostile.sequences <= harmless.sequences
    assert hostile.controls <= harmless.controls
    assert FORBIDDEN & set(hostile.said) == set()
    assert "\x1b]52" not in hostile.said
    assert "\x1b]0;owned" not in hostile.said
    assert "\x1b[31337m" not in hostile.said


@pytest.mark.xdist_group("terminal")
def test_markup_is_shown_as_it_is_written(tmp_path: Path) -> None:
    with Terminal(build(tmp_path / "hostile", ALL)) as terminal:
        terminal.sees("[/bold] Title 1")
        terminal.press("/title 1\r")
        terminal.press("\r")
        terminal.sees("enter compare")
        terminal.press("j")
        terminal.sees("[/bold] [@click=app.quit]click[/] [red]")
        terminal.sees("␛]52;c;b3duZWQ=␇")
        terminal.sees("⇄esrever⇄")
        assert terminal.leave() == 0


@pytest.mark.xdist_group("terminal")
def test_a_verdict_given_in_the_same_breath_as_the_order_to_leave_is_kept(folder: Path) -> None:
    with Terminal(folder) as terminal:
        terminal.sees("4 overlaps")
        terminal.press("\r")
        terminal.sees("v verified")
        assert terminal.leave("vvxq") == 0
    records = Workspace(load_settings(workspace=str(folder), annotator="ana", environ={})).records()
    shared = (folder / "annotations" / "annotations.json").read_text("utf-8")
    assert [record.content["verdict"] for record in records] == ["verified", "verified", "disputed"]
    assert all(record.id in shared for record in records)


@pytest.mark.parametrize(
    "created",
    [
        pytest.param(
            "0001-01-01T00:00:00+14:00",
        ),
        pytest.param(
            "9999-12-31T23:59:59-14:00",
        ),
        "yesterday \x1b[2J",
    ],
    ids=["early", "late", "none"],
)
async def test_a_record_of_an_impossible_time_stops_nothing(open_app: Opened, folder: Path, created: str) -> None:
    workspace = Workspace(load_settings(workspace=str(folder), annotator="eve", environ={}))
    document = workspace.document("harbour")
    start = document.text.index("Nobody asked")
    verdict = new_verdict("eve", make_target(document, start, start + 34), Judgement.DISPUTED, "note")
    workspace.add([verdict_record(replace(verdict, created=created))])
    async with open_app() as session:
        await session.press("2")
        await session.until(lambda: "1 claim judged" in session.title, "the claim is not there")
