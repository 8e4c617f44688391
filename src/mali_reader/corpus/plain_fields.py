"""The plainest front matter, read without a library that takes as long to load as a few reports take to read."""

import re

Value = str | list["Value"] | dict[str, "Value"]
"""Every scalar stays a string: `language: no` is Norwegian, and `title: 1984` a title."""

_QUOTED = r'"[^"\\]*"'
_FIELD = re.compile(
    r"(?P<name>[A-Za-z](?:[ -]?\w){0,60}):(?:[ ]+(?:"
    rf"(?P<quoted>{_QUOTED})|\[(?P<several>(?:{_QUOTED}(?:,[ ]*{_QUOTED})*)?)\]"
    r"|(?P<bare>[A-Za-z0-9](?:[^:#]|:(?=[^ ]))*)))?[ ]*",
    re.ASCII,
)
_UNQUOTED = re.compile(
    r"(?P<name>[A-Za-z](?:[ -]?\w){0,60}):[ ]+(?P<text>[^\W_][^\0-\b\v-\x1f\x7f-\x84\x86-\x9f]*?)[ ]*"
)
"""With a text of all characters that YAML allows."""
_IN_QUOTES = re.compile(r'"([^"]*)"')


def plain_fields(block: str) -> dict[str, Value] | None:
    """The fields of a YAML block by name, where each line is a name, a colon and a text or a list of texts in double
    quotes: what YAML makes of it. None where any line is anything else."""
    found: dict[str, Value] = {}
    for line in block.split("\n"):
        field = _FIELD.fullmatch(line) if line.isprintable() else None
        if field is not None:
            several, one = field["several"], (field["bare"] or "").rstrip() or (field["quoted"] or "")[1:-1]
            found[field["name"]] = one if several is None else _IN_QUOTES.findall(several)
        elif line:
            return None
    return found


def unquoted_fields(block: str) -> dict[str, Value] | None:
    """The same of a block that is no YAML because a text in it has a colon: `title: Mali: the last day`.

    None where more is wrong with it.
    """
    found: dict[str, Value] = {}
    for line in block.split("\n"):
        plain, field = plain_fields(line), _UNQUOTED.fullmatch(line)
        if plain is None and field is None:
            return None
        found |= plain if plain is not None else {field["name"]: field["text"]} if field else {}
    return found
