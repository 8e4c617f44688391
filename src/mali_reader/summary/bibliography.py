"""The documents as sources to cite: CSL-JSON and BibTeX. What is not known is left out."""

import re
from collections.abc import Iterator
from typing import Any

from mali_reader.display import one_line
from mali_reader.summary.addresses import address_of
from mali_reader.summary.embedding import embeddable_json
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Report, Summary

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "$&%#_"},
}
_TEX_SPECIAL = re.compile("[" + "".join(re.escape(char) for char in _TEX) + "]")


def render_csl(summary: Summary, _layout: Layout = PLAIN) -> str:
    """A JSON array of CSL items, ending with a line end."""
    return embeddable_json([_item(key, report) for key, report in _keyed(summary)]) + "\n"


def render_bibtex(summary: Summary, _layout: Layout = PLAIN) -> str:
    """One entry a document, in UTF-8, ending with a line end."""
    return "\n".join(_entry(key, report) for key, report in _keyed(summary))


def _keyed(summary: Summary) -> Iterator[tuple[str, Report]]:
    """Every document with a key that no other has: its id in letters, digits and hyphens."""
    taken: set[str] = set()
    for number, report in enumerate(summary.reports, 1):
        key = re.sub(r"[^A-Za-z0-9]+", "-", report.id).strip("-") or f"document-{number}"
        while key in taken:
            key += f"-{number}"
        taken.add(key)
        yield key, report


def _item(key: str, report: Report) -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper" if report.outlet else "document",
        "title": one_line(report.title),
        "container-title": one_line(report.outlet) if report.outlet else None,
        "author": [{"literal": one_line(report.author)}] if report.author else None,
        "issued": {"date-parts": [_date(report)]} if _date(report) else None,
        "URL": _address(report),
        "language": report.language,
        "note": f"File: {one_line(report.path)}",
    }
    return {name: value for name, value in known.items() if value is not None}


def _entry(key: str, report: Report) -> str:
    date = _date(report)
    fields = {
        "title": f"{{{_tex(report.title)}}}",
        "author": f"{{{_tex(report.author)}}}" if report.author else None,
        "howpublished": _tex(report.outlet) if report.outlet else None,
        "year": f"{date[0]:04d}" if date else None,
        "month": str(date[1]) if len(date) > 1 else None,
        "day": str(date[2]) if len(date) > 2 else None,
        "url": _address(report),
        "note": f"File: {_tex(report.path)}",
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def _date(report: Report) -> list[int]:
    found = _DATE.match(report.published or "")
    return [int(part) for part in found.groups() if part] if found else []


def _address(report: Report) -> str | None:
    return next((address for address in map(address_of, report.sources) if address), None)


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda match: _TEX[match[0]], one_line(text))
