"""What documents and annotators write comes out inert in every format."""

import csv
import io
import json
import unicodedata
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

import bibtexparser
import html5lib
import pytest
from markdown_it import MarkdownIt
from telling import document, overlap, say, summarise

from mali_reader.annotations.records import Judgement
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.overlap.model import OverlapKind
from mali_reader.summary.formats import FORMATS, find_format
from mali_reader.summary.model import Summary

NAMES = [form.name for form in FORMATS]
TRICKS = {
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "style": "</style><svg/onload=alert(1)>",
    "comment": "--><script>alert(1)</script><!--",
    "formula": "=cmd|' /C calc'!A0",
    "hyperlink": '=HYPERLINK("http://evil.example/","x")',
    "plus": "+1+1;-1;@SUM(A1)",
    "cdata": "]]><evil/>",
    "entity": "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "link": "[click](javascript:alert(1)) ![x](http://evil.example/p.png)",
    "address": "javascript:alert(document.cookie)",
    "data": "data:text/html,<script>alert(1)</script>",
    "escape": "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07 \x1b[2J \x9b31m",
    "bidi": "\u202egnp.exe\u2066 \u200b",
    "null": "a\x00b\ufffe\uffff\ud800c",
    "lines": "one\r\ntwo\u2028three\x0bfour\x85five",
    "braces": "}{ @misc{x, title = {y}} \\input{/etc/passwd} % $x$",
    "jsonld": '", "@context": "http://evil.example/", "x": "',
}


def summary_of(trick: str) -> Summary:
    """A summary in which everything that others write is the trick."""
    known = {"outlet": trick, "author": trick, "published": trick, "sources": (trick,), "tags": (trick,)}
    one = document("a", trick, "Nine came.", title=trick, **known)
    other = document(f"b/{trick}", "Nine came.", trick, title=trick)
    verdicts = (
        say(trick, one, trick, Judgement.DISPUTED, trick, trick),
        say("ben", one, "Nine came.", Judgement.VERIFIED, trick, f"https://example.org/{trick}"),
        say("ana", other, trick, Judgement.DISPUTED, trick),
        say("ben", other, trick, Judgement.VERIFIED, trick),
    )
    values = tuple(DiscrepancyValue(trick, (one.span(b),)) for b in one.blocks)
    findings = Findings(
        discrepancies=(Discrepancy("d-1", MentionKind.NUMBER, Severity.CONFLICT, values, trick),),
        origin={one.id: one.id, other.id: one.id},
    )
    shared = (overlap(OverlapKind.EDITED, 0.9, (one, 0), (other, 1), aligned=True),)
    return summarise((one, other), shared, verdicts, title=trick, findings=findings)


def check_markdown(text: str) -> None:
    """No markup of theirs, and no link but to the web."""
    for token in MarkdownIt("gfm-like", {"html": True}).parse(text):
        for child in (token, *(token.children or [])):
            assert child.type not in ("html_block", "html_inline", "image", "fence", "code_block")
            assert str((child.attrs or {}).get("href", "https://")).startswith(("http://", "https://"))


def check_html(text: str) -> None:
    """Nothing that runs, loads or leads elsewhere than to the web or within the page."""
    page = html5lib.HTMLParser(strict=True).parse(text)
    for element in page.iter():
        assert str(element.tag).rpartition("}")[2] not in ("script", "img", "iframe", "object", "embed", "evil")
        assert not [name for name in element.keys() if str(name).startswith("on") or name == "src"]  # noqa: SIM118
        assert str(element.get("href", "#")).startswith(("http://", "https://", "#"))


def check_csv(text: str) -> None:
    """No formula, and as many cells in each row."""
    csv.field_size_limit(1 << 24)
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@") and cell]


def check_json(text: str) -> None:
    """Good JSON."""
    assert json.loads(text)


def check_embedded(text: str) -> None:
    """Good JSON that cannot end a script element, with no context but our own."""
    assert json.loads(text)
    assert not set("<>&") & set(text)
    assert '"@context": "http://evil' not in text.replace('\\"', "")


def check_bibtex(text: str) -> None:
    """Two entries and nothing else."""
    library = bibtexparser.parse_string(text)
    assert (len(library.entries), len(library.blocks), library.failed_blocks) == (2, 2, [])


def check_jsonl(text: str) -> None:
    """A record a line."""
    assert len([json.loads(line) for line in text.splitlines()]) == 4


def check_project(text: str) -> None:
    """Only elements of a project."""
    assert "evil" not in {element.tag.rpartition("}")[2] for element in fromstring(text).iter()}


CHECKS = {
    "md": check_markdown,
    "html": check_html,
    "csv": check_csv,
    "json": check_json,
    "jsonl": check_jsonl,
    "jsonld": check_embedded,
    "claimreview.json": check_embedded,
    "csl.json": check_embedded,
    "bib": check_bibtex,
    "qde": check_project,
    "txt": lambda _text: None,
}
"""By the ending of a file, of those in archives too."""


def files_of(name: str, summary: Summary) -> Iterator[tuple[str, str]]:
    """Every text that a format makes, by ending."""
    form = find_format(name)
    for ending in dict.fromkeys(filter(None, (form.extension, form.archive))):
        content = form.content(summary, f"x{ending}")
        if not content.startswith(b"PK"):
            yield ending[1:], content.decode()
            continue
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                assert ".." not in member
                yield member.rpartition(".")[2], archive.read(member).decode()


def commands_in(text: str) -> set[str]:
    """What of a text a terminal obeys, line ends aside."""
    allowed = "\n\r"
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cs") and char not in allowed} | {
        char for char in "\u202e\u2066\u200b" if char in text
    }


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
@pytest.mark.parametrize("name", NAMES)
def test_tricks_are_text(name: str, trick: str) -> None:
    for ending, text in files_of(name, summary_of(trick)):
        assert not commands_in(text)
        assert "\r" not in text.replace("\r\n", "")
        CHECKS[ending](text)


@pytest.mark.parametrize("name", NAMES)
def test_a_note_of_a_megabyte_is_inert_as_well_and_the_same_every_time(name: str) -> None:
    one = document("a", "Ten left.", "Nine came.")
    long = "</script><b onload=x>=1+1 [x](javascript:y) ]]> & \\ \x1b[2J \u202e" * 15_000
    summary = summarise((one,), (), (say("ana", one, "Ten left.", Judgement.DISPUTED, long),))
    files = list(files_of(name, summary))
    assert files == list(files_of(name, summary))
    for ending, text in files:
        assert not commands_in(text)
        if ending not in ("bib", "jsonl"):  # their checks count the entries of the other summary
            CHECKS[ending](text)
