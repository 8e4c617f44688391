"""The commands that every screen has."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from mali_reader.annotations.store import AnnotationStore
from mali_reader.overlap import kept
from mali_reader.settings import Settings
from mali_reader.tui.commands import COMMANDS, EVERYWHERE, commands_of
from mali_reader.tui.commands.command import SCREENS
from mali_reader.tui.widgets.signs import MEANINGS

from .conftest import Judge, Opened
from .session import PATIENCE, Session, folded

TITLES = {
    "library": "mali-reader",
    "reader": "Harbour",
    "compare": "Harbour",
    "claims": "Claims",
    "summary": "Summary",
    "synopsis": "Synopsis",
    "discrepancies": "Discrepancies",
    "origins": "Origins",
    "passage": "Passage",
    "copies": "Where else",
}
KEYS = {"library": "1", "claims": "2", "summary": "3", "synopsis": "4", "discrepancies": "5", "origins": "6"}
every_screen = pytest.mark.parametrize("screen", SCREENS)


async def enter(session: Session, screen: str) -> None:
    """Go to a screen from the library."""
    await session.until(lambda: session.app.findings is not None, "nothing was found")
    if screen in ("reader", "copies"):
        await session.read("Harbour council")
        await session.press(*(["j", "a"] if screen == "copies" else []))
    elif screen == "compare":
        await session.compare("Harbour council")
    else:
        await session.press(KEYS.get(screen, "4"))
        await session.press(*(["enter"] if screen == "passage" else []))
    await session.until(lambda: session.title.startswith(TITLES[screen]), f"no {screen}")


@every_screen
@pytest.mark.covers("show-library", "everywhere")
@pytest.mark.covers("show-claims", "everywhere")
@pytest.mark.covers("show-summary", "everywhere")
@pytest.mark.covers("step-back", "everywhere")
async def test_numbers_go_to_screens_and_esc_comes_back(open_app: Opened, screen: str) -> None:
    async with open_app() as session:
        await enter(session, screen)
        for key, name in (("2", "claims"), ("3", "summary")):
            await session.press(key)
            assert session.title.startswith(TITLES[name])
        for _ in range(5):
            await session.press("escape")
        assert session.title.startswith("mali-reader")
        await enter(session, screen)
        await session.press("1")
        assert session.title.startswith("mali-reader")


@every_screen
@pytest.mark.covers("help", "everywhere")
async def test_help_tells_every_key_of_the_screen(open_app: Opened, screen: str) -> None:
    async with open_app(size=(100, 90)) as session:
        await enter(session, screen)
        await session.press("question_mark")
        await session.sees("Signs")
        said = folded(" ".join(session.part("#dialog")))
        for command in (*commands_of(screen), *commands_of(EVERYWHERE)):
            assert command.help() in said
        for sign in "✓✗≠~┃╏┆":
            assert sign in said
        await session.press("escape")
        await session.until(lambda: session.title.startswith(TITLES[screen]), "help is still open")


@pytest.mark.covers("help", "everywhere")
async def test_help_scrolls_and_leaves_by_its_own_key(open_app: Opened) -> None:
    async with open_app(size=(80, 24)) as session:
        await enter(session, "reader")
        await session.press("question_mark")
        await session.sees("Keys in reader")
        last = MEANINGS[-1].says.partition(";")[0]
        assert last not in session.text
        await session.press("j", "j", "end")
        await session.sees(last)
        await session.press("question_mark")
        await session.misses(last)
        assert session.app.is_running


@every_screen
@pytest.mark.covers("quit", "everywhere")
async def test_q_leaves(open_app: Opened, screen: str) -> None:
    async with open_app() as session:
        await enter(session, screen)
        session.app.simulate_key("q")
        await session.pilot.pause()
        assert session.app.return_code == 0


@pytest.mark.covers("change-theme", "everywhere")
async def test_ctrl_t_offers_our_themes_and_changes_to_one(open_app: Opened) -> None:
    async with open_app() as session:
        before = session.app.theme
        await session.press("ctrl+t")
        await session.sees("clear-night")
        assert "dracula" not in session.text
        await session.write("clear-night")
        await session.pilot.pause(0.3)
        await session.press("down", "enter")
        await session.until(lambda: session.app.theme != before, "the theme never changed")
        assert session.app.theme == "clear-night"


@every_screen
async def test_the_palette_offers_every_command_of_the_screen(open_app: Opened, screen: str) -> None:
    async with open_app(size=(100, 150)) as session:
        await enter(session, screen)
        await session.press("ctrl+p")
        for command in (*commands_of(screen), *commands_of(EVERYWHERE)):
            await session.sees(f"{command.label} (")


async def test_a_command_is_given_by_its_name(open_app: Opened) -> None:
    async with open_app() as session:
        await session.press("ctrl+p")
        await session.write("summary")
        await session.pilot.pause(0.3)
        await session.until(lambda: "summary (3)" in session.text, "not offered")
        await session.press("enter")
        await session.until(lambda: "Summary:" in session.text, "not given")


@pytest.mark.covers("find-overlaps", "everywhere")
@pytest.mark.covers("step-back", "everywhere")
async def test_esc_stops_the_search_and_r_takes_it_up(
    open_app: Opened, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {"on": True}
    find = kept.kept_overlaps

    def slowly(*args, progress, **options):  # type: ignore[no-untyped-def]
        end = time.monotonic() + PATIENCE
        while held["on"] and time.monotonic() < end:
            progress("comparing", 1, 4)
            time.sleep(0.02)
        return find(*args, progress=progress, **options)

    monkeypatch.setattr(kept, "kept_overlaps", slowly)
    async with open_app(wait=False) as session:
        await session.sees("1 of 4 · esc stops it")
        assert "▓" in session.status
        await session.press("escape")
        await session.sees("stopped; r")
        await session.read("Harbour council")
        await session.press("enter")
        assert session.title.startswith("Harbour council")
        held["on"] = False
        await session.press("r")
        await session.until(lambda: "┃1" in session.text, "no overlaps")
        assert "stopped" not in session.status


@pytest.mark.parametrize("screen", ["library", "reader"])
async def test_settings_give_a_command_another_key(open_app: Opened, settings: Settings, screen: str) -> None:
    keys = {"help": "f1", "verify": "V", "show-summary": "S"}
    async with open_app(settings=replace(settings, keys=keys), size=(100, 90)) as session:
        await enter(session, screen)
        assert "f1 help" in session.keys
        await session.press("question_mark")
        assert "f1 help" in session.keys
        await session.press("f1")
        await session.sees("Keys everywhere")
        said = folded(" ".join(session.part("#dialog")))
        assert "f1 Show every key" in said
        await session.press("escape")
        if screen == "reader":
            assert "V verify" in session.keys
            await session.press("v")
            await session.press("V")
            await session.until(lambda: session.records, "V judged nothing")
            assert len(session.records) == 1
        await session.press("S")
        await session.until(lambda: session.title.startswith("Summary"), "S did not open the summary")


def test_no_key_means_two_things_on_one_screen() -> None:
    for screen in SCREENS:
        keys = [key for c in (*commands_of(screen), *commands_of(EVERYWHERE)) for key in c.key.split(",")]
        assert len(keys) == len(set(keys)), screen


def test_every_command_says_what_it_does() -> None:
    for command in COMMANDS:
        assert command.help().endswith(".")
        assert command.label


async def test_what_is_kept_only_locally_is_said_on_every_screen(
    open_app: Opened, settings: Settings, judge: Judge, tmp_path: Path
) -> None:
    judge("harbour", "Nobody asked them before the vote.")
    async with open_app() as session:
        workspace = session.app.workspace
        workspace.store = AnnotationStore(settings.annotations, patience=0.1)
        (lock,) = settings.annotations.parent.glob("*.lock")
        await session.read("Harbour council")
        with FileLock(lock):
            await session.press("v")
            await session.sees("KEPT LOCALLY")
            await session.press("2")
            await session.sees("KEPT LOCALLY")
        await session.misses("KEPT LOCALLY")
        assert len(session.records) == 2


@every_screen
async def test_eighty_columns_show_how_to_go_elsewhere_leave_and_get_help(open_app: Opened, screen: str) -> None:
    async with open_app(size=(80, 24)) as session:
        await enter(session, screen)
        assert session.keys.endswith("1-6 go to q quit ? help")


@every_screen
@pytest.mark.parametrize("size", [(40, 10), (20, 5)], ids=["40x10", "20x5"])
async def test_the_smallest_terminals_show_the_line_under_the_cursor_and_help(
    open_app: Opened, screen: str, size: tuple[int, int]
) -> None:
    async with open_app() as session:
        await enter(session, screen)
        await session.pilot.resize_terminal(*size)
        await session.settle()
        assert session.keys.endswith("? help")
        view = session.app.screen.mover  # type: ignore[attr-defined]
        assert view.region.height >= size[1] // 2
        assert any(line.strip() for line in session.lines[1:-1])
