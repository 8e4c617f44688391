"""What the keys of movement do on every screen that has them."""

from collections.abc import Callable
from typing import Any

import pytest

from .session import Session

COMMANDS = ("move-down", "move-up", "page-down", "page-up", "go-to-top", "go-to-end")
Test = Callable[..., Any]


def covers_moving(*contexts: str) -> Callable[[Test], Test]:
    """Marks a test of all commands of movement, and runs it in each of the contexts."""

    def marked(test: Test) -> Test:
        for command in COMMANDS:
            test = pytest.mark.covers(command, *contexts)(test)
        return pytest.mark.parametrize("context", contexts)(test)

    return marked


async def moves_and_comes_back(session: Session, place: Callable[[], str]) -> None:
    """Assert that every key moves from the top of what is shown, and its opposite moves back."""
    top = place()
    assert top
    for down, up in (("j", "k"), ("down", "up")):
        await session.press(down)
        assert place() != top
        await session.press(up)
        assert place() == top
    await session.press("j")
    one_further = place()
    for down, up in (("space", "b"), ("pagedown", "pageup"), ("ctrl+d", "ctrl+u")):
        await session.press("g", down)
        assert place() not in (top, one_further)
        await session.press(up, up)
        assert place() == top
    for end, home in (("G", "g"), ("end", "home")):
        await session.press(end)
        last = place()
        assert last != top
        await session.press("j")
        assert place() == last
        await session.press(home, "k")
        assert place() == top
