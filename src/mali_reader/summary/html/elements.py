"""Elements of a page. Every text goes through one function, so none of it is ever markup."""

import html
import re
from functools import lru_cache

from mali_reader.display import visible_lines
from mali_reader.summary.addresses import address_of
from mali_reader.summary.characters import without_noncharacters

_MARKUP = re.compile("[&<>\"']")
_VOID = frozenset({"meta", "link", "br", "hr"})


class Html(str):
    """Markup that this room wrote."""

    __slots__ = ()


Child = str | None
"""`Html` stays as it is, any other text is escaped, None is nothing."""


def escape(text: str) -> Html:
    """Foreign text: no markup in it, nor a character that a browser or a terminal obeys."""
    if text.isascii() and text.isprintable():
        return Html(html.escape(text) if _MARKUP.search(text) else text)
    return Html(html.escape(without_noncharacters(visible_lines(text))))


@lru_cache(4096)
def _attribute(key: str, value: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'


def join(*children: Child) -> Html:
    """Children one after the other."""
    return Html(
        "".join([child if isinstance(child, Html) else escape(child) for child in children if child is not None])
    )


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """An element. An attribute's `_` stands for `-` (one at its end is dropped); None and False leave it out."""
    told = "".join(
        [
            f" {key}" if value is True else _attribute(key, str(value))
            for key, value in attributes.items()
            if value is not None and value is not False
        ]
    )
    return Html(f"<{name}{told}>") if name in _VOID else Html(f"<{name}{told}>{join(*children)}</{name}>")


def link(url: str) -> Html:
    """A link where `url` is a plain http(s) address or a DOI, otherwise its text."""
    address = address_of(url)
    if address is None:
        return tag("span", url, class_="address")
    return tag("a", url, class_="address", href=address, rel="noreferrer nofollow")
