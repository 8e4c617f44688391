"""Foreign text in Markdown: as it reads, with nothing in it that Markdown, HTML or a terminal obeys."""

import re
from urllib.parse import quote

from mali_reader.display import one_line, visible

_SPECIAL = re.compile(r"[\\`*_\[\]<|~$]|&(?=#|\w)|(?<=/)/(?=\w)|(?<=www)\.(?=\w)|#(?=#*$)", re.IGNORECASE)
_OPENING = re.compile(r"^(?:\d{1,9}(?=[.)])|(?=[#>+=-]))")
_HTTP = re.compile(r'https?://[^\s<>"\\^`{|}]+', re.IGNORECASE)
_DOI = re.compile(r"doi:\s*(10\.\d{4,9}/\S+)", re.IGNORECASE)


def inert(text: str, width: int | None = None) -> str:
    r"""Text for one line of Markdown, at its beginning or within it, cut to `width` code points before escaping.

    A backslash goes before what would be markup (CommonMark, GitHub's tables, links, mathematics).
    """
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text, width))
    return escaped if escaped.startswith("\\") else _OPENING.sub(r"\g<0>\\", escaped, count=1)


def block_quote(text: str) -> str:
    """A quotation of foreign text, its white space folded."""
    return f"> {inert(text)}"


def link(url: str) -> str:
    """A link where `url` is a plain http(s) address or a DOI, otherwise its inert text."""
    if doi := _DOI.fullmatch(url):
        return f"<https://doi.org/{quote(doi[1], safe='/.()-_;:')}>"
    return f"<{url}>" if _HTTP.fullmatch(url) and visible(url) == url else inert(url)
