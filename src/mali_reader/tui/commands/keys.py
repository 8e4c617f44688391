"""Keys: which there are, and how a person reads them."""

import re
import string
import unicodedata

_SHOWN = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "equals_sign": "=",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

_MOVING = ("home", "end", "pageup", "pagedown", "up", "down", "left", "right")
_EDITING = ("escape", "enter", "tab", "space", "backspace", "insert", "delete")
_NAMED = frozenset({*_MOVING, *_EDITING, *(f"f{number}" for number in range(1, 25))})
_SIGNS = frozenset(
    {
        *(re.sub("[ -]", "_", unicodedata.name(sign)).lower() for sign in string.punctuation),
        *("slash", "backslash", "at", "minus", "plus", "underscore"),
    }
)
"""The characters of a keyboard that go by a name: that of Unicode, or a shorter one that Textual has."""
RESERVED = frozenset({"ctrl+c", "ctrl+q"})
"""On every screen they copy what is marked, or leave."""


def is_key(key: str) -> bool:
    """Whether a terminal may send a key of that name, as Textual names keys: a character or the name of one, or of
    another key, behind `ctrl+`, `alt+` and `shift+` where they are held."""
    *held, name = key.split("+") if key != "+" else [key]
    if len(set(held)) < len(held) or not {"ctrl", "alt", "shift"}.issuperset(held):
        return False
    return (len(name) == 1 and name.isprintable() and not name.isspace()) or name in _NAMED | _SIGNS


def shown_key(keys: str, *, every: bool = False) -> str:
    """Keys as a person reads them: the first alternative, or every one."""
    names = [_SHOWN.get(key, key.replace("ctrl+", "^")) for key in keys.split(",")]
    return " ".join(names) if every else names[0]
