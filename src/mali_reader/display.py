"""The one table that makes foreign text safe to show.

Documents and annotations may hold escape sequences, control characters and bidirectional overrides that a terminal
would obey. Each such code point is replaced by exactly one visible code point, so offsets stay true.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import groupby
from typing import Any

_SPACES = "\t\n\v\f\r\x85\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb"

_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "�"),
    **dict.fromkeys(range(0xD800, 0xE000), "�"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "�"),
    **{ord(char): "·" for char in _INVISIBLE},
    **{ord(char): "⇄" for char in _BIDI},
    **{ord(char): " " for char in _SPACES},
}


def _class_of(codes: Iterable[int]) -> str:
    """A character class of code points as ranges: one by one, so many of them are looked through for each character."""
    runs = groupby(enumerate(sorted(codes)), lambda one: one[1] - one[0])
    ends = ((run[0][1], run[-1][1]) for _, group in runs if (run := list(group)))
    return "[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ends) + "]"


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(_class_of(code for code in _TABLE if code >= 0x7F))


def visible(text: str) -> str:
    """Text for one line of a screen: as long as `text`, with nothing in it that a terminal obeys.

    Line ends and tabs become spaces, other controls their picture, bidirectional controls `⇄`.
    """
    return text.translate(_TABLE)


def visible_lines(text: str) -> str:
    """Text for several lines: `visible`, with `\\n` kept."""
    return "\n".join(map(visible, text.split("\n")))


def one_line(text: str, width: int | None = None) -> str:
    """`visible` with white space folded, cut to `width` code points with an ellipsis."""
    folded = " ".join(visible(text).split())
    return folded if width is None or len(folded) <= width else folded[: max(0, width - 1)].rstrip() + "…"


def count_of(count: int, thing: str) -> str:
    """How many of a thing there are: “1 record”, “2 records”."""
    return f"{count} {thing}{'s' * (count != 1)}"


def counted(documents: int, origins: int | None) -> str:
    """How many documents, and how many independent origins they have where that is known."""
    told = count_of(documents, "document")
    return told if origins is None else f"{told}, {count_of(origins, 'origin')}"


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def safe_json(value: Any, *, indent: int | None = 2) -> str:
    """JSON that reads back as `value` and holds no character that a terminal obeys."""
    written = _json(value, indent)
    return written if written.isascii() and "\x7f" not in written else _unsafe().sub(_escaped, written)


def safe_json_rows(rows: Sequence[Any]) -> str:
    """Some rows as they stand in a list that `safe_json_parts` puts together."""
    return safe_json([[*rows]])[6:-6] if rows else ""


def safe_json_parts(name: str, parts: Iterable[str]) -> Iterator[str]:
    """What `safe_json({name: rows})` is, in parts, of the rows some at a time as `safe_json_rows` writes them."""
    empty = safe_json({name: []})
    before = f"{empty[:-3]}\n"
    for part in filter(None, parts):
        yield before
        yield part
        before = ",\n"
    yield "\n  ]\n}" if before == ",\n" else empty


def _json(value: Any, indent: int | None) -> str:
    if indent == 2:
        import orjson

        with suppress(TypeError):  # half of a pair of surrogates, a number of more than 64 bits
            return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent)
