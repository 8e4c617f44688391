"""Where a mark around words that differ begins and ends: no bracket or quotation mark is parted from its partner.

A change is of words and knows no signs: of “in 2021 (again) and” it says “2021 (again”.
"""

import re
from collections.abc import Iterator

_CLOSING = {
    "(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”", "„": "“”", "‘": "’", "‚": "‘’", '"': '"', "'": "'",
    "（": "）", "「": "」", "『": "』", "《": "》",
}  # fmt: skip
"""What closes what an opening sign opens."""
_SIGN = re.compile(f"[{re.escape(''.join({*_CLOSING, *''.join(_CLOSING.values())}))}]")
_EITHER = frozenset("\"'")
"""Signs that open where nothing but a space or another opening sign stands before them, and close elsewhere."""
_MOST_SIGNS = 8
"""More such signs in a row part no words."""


def enclosing(text: str, start: int, end: int, within: tuple[int, int]) -> tuple[int, int]:
    """`text[start:end]`, and the signs at its edges that close what it opens or open what it closes.

    Only signs that touch it count, none outside of `within`; no word is ever added. Places are code points.
    """
    opened, closed = _unmatched(text, start, end)
    first, last = start, end
    for at in _signs(text, range(end, within[1])):
        if not opened:
            break
        if text[at] in _CLOSING[opened[-1]]:
            opened.pop()
            last = at + 1
    for at in _signs(text, range(start - 1, within[0] - 1, -1)):
        if not closed:
            break
        if _opens(text, at) and closed[0] in _CLOSING[text[at]]:
            del closed[0]
            first = at
    return first, last


def _signs(text: str, places: range) -> Iterator[int]:
    """Those places up to the first space or word."""
    for at in places:
        if text[at].isspace() or text[at].isalnum() or text[at] == "_":
            return
        yield at


def _unmatched(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The signs of `text[start:end]` that open what it does not close, and those that close what it does not open."""
    opened: list[str] = []
    closed: list[str] = []
    for match in _SIGN.finditer(text, start, end):
        sign, at = match.group(), match.start()
        if _inside_word(text, at):
            continue
        if opened and sign in _CLOSING[opened[-1]]:
            opened.pop()
        elif _opens(text, at):
            opened.append(sign)
        else:
            closed.append(sign)
    return opened, closed


def _opens(text: str, at: int) -> bool:
    for place in range(at, max(at - _MOST_SIGNS, -1), -1):
        if text[place] not in _EITHER:
            return text[place] in _CLOSING
        if place == 0 or text[place - 1].isspace():
            return True
    return False


def _inside_word(text: str, at: int) -> bool:
    """Whether it is an apostrophe."""
    return 0 < at < len(text) - 1 and text[at] in "'’" and text[at - 1].isalnum() and text[at + 1].isalnum()
