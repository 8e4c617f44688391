"""Keys that arrive in bursts, in a terminal: none is lost, none reaches a screen that is not there yet."""

import json
import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from mali_reader.tui.commands import COMMANDS

from .terminal import Terminal
from .test_hostile import ALL, build

pytestmark = pytest.mark.xdist_group("terminal")

SENT = {
    "escape": "\x1b", "enter": "\r", "tab": "\t", "space": " ", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
    "shift+tab": "\x1b[Z", "slash": "/", "plus": "+", "minus": "-", "equals_sign": "=", "question_mark": "?",
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip
"""What a terminal sends for the keys that have a name."""
OPENING = (
    "\rvcv",
    "\rx4\rjv",
    "\r/vexed",
    "4\r",
    "5\r\r",
    "2233",
    "\r]\rvx",
    "\raas",
    "4\rmv]\r",
    "2\rv",
    "\r]\rd",
    "4\rd",
)


def sent_for(key: str) -> str:
    """What a terminal sends for a key."""
    if key.startswith("ctrl+"):
        return chr(ord(key[-1]) - ord("a") + 1)
    return SENT.get(key, key)


BOUND = sorted({sent_for(key) for command in COMMANDS for key in command.key.split(",")} - {"q"})


def bursts(seed: int, count: int = 12) -> list[str]:
    """Bursts of bound keys; the same for the same seed. Some begin with keys that open one screen after another."""
    dice = random.Random(seed)
    return [
        (dice.choice(OPENING) if dice.random() < 0.5 else "") + "".join(dice.choices(BOUND, k=dice.randint(1, 12)))
        for _ in range(count)
    ]


def in_force(folder: Path) -> int:
    """How many claims the shared file holds a verdict on that nobody took back."""
    file = folder / "annotations" / "annotations.json"
    tables = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    records = [record for table in tables.values() for record in table.values() if record["type"] == "verdict"]
    superseded = {name for record in records for name in record["supersedes"]}
    heads = [record for record in records if record["id"] not in superseded and record["verdict"] != "withdrawn"]
    return len({(head["target"]["document"], head["target"]["start"], head["target"]["end"]) for head in heads})


def back_to_the_library(terminal: Terminal) -> None:
    """Wait until all that was typed had its effect, and leave whatever is open."""
    terminal.falls_silent()
    for _ in range(8):
        terminal.press("\x1b")


@pytest.mark.parametrize("keys", ["5q", "\r]\rq", "\rx4\rq", "2233\x1bq", "\r>>>>>>>2\r1q"])
def test_every_key_of_a_burst_counts(folder: Path, keys: str) -> None:
    with Terminal(folder) as terminal:
        terminal.sees("4 overlaps")
        assert terminal.leave(keys) == 0
        assert "Traceback" not in terminal.said


def test_escape_and_a_figure_in_one_breath_are_two_keys(folder: Path) -> None:
    with Terminal(folder) as terminal:
        terminal.sees("4 overlaps")
        terminal.at_once("\r\x1b4")
        terminal.sees("Synopsis:")
        assert terminal.leave() == 0


def test_a_verdict_reaches_the_screen_that_the_key_before_it_opened(folder: Path) -> None:
    with Terminal(folder) as terminal:
        terminal.sees("4 overlaps")
        assert terminal.leave("\r]cjv1\rxq") == 0
    file = json.loads((folder / "annotations" / "annotations.json").read_text("utf-8"))
    judged = [(r["verdict"], r["target"]["exact"]) for table in file.values() for r in table.values()]
    assert sorted(judged)[0] == ("disputed", "Harbour council closes the old ferry line")
    assert [verdict for verdict, _ in sorted(judged)] == ["disputed", "verified"]


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (140, 40)), (3, (20, 5))])
def test_bursts_of_any_keys_break_nothing_and_lose_no_verdict(folder: Path, seed: int, size: tuple[int, int]) -> None:
    with Terminal(folder, size=size) as terminal:
        terminal.at_once("", 1.5)
        for keys in bursts(seed):
            terminal.at_once(keys)
            assert "Traceback" not in terminal.said, keys
        back_to_the_library(terminal)
        terminal.resize(100, 30)
        terminal.press("2")
        count = in_force(folder)
        terminal.sees(f"{count} claim{'s' * (count != 1)} judged")
        assert terminal.leave() == 0


def test_bursts_in_hostile_documents_break_nothing(tmp_path: Path) -> None:
    with Terminal(build(tmp_path / "hostile", ALL)) as terminal:
        terminal.sees("Title 1")
        for keys in bursts(4):
            terminal.at_once(keys)
            assert "Traceback" not in terminal.said, keys
        back_to_the_library(terminal)
        assert terminal.leave() == 0
