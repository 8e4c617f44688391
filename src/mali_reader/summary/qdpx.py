"""The summary as a REFI-QDA project 1.5, for NVivo, ATLAS.ti, MAXQDA, QualCoder: documents, codes, coded passages.

A verdict is a coded selection, its author a user, its judgement a code, its note the selection's description. A note of
the project holds the records as they are stored, one a line, so that import brings all of them back.
"""

import re
from collections.abc import Iterator
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mali_reader.annotations.records import Judgement, Verdict
from mali_reader.display import one_line, visible_lines
from mali_reader.errors import MaliReaderError
from mali_reader.progress import reported
from mali_reader.review.claims import Appearance, Claim
from mali_reader.summary.archive import pack_files
from mali_reader.summary.as_json import render_jsonl
from mali_reader.summary.characters import without_noncharacters
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Report, Summary

NAMESPACE = "urn:QDA-XML:project:1.0"
_SCHEMA = f"{NAMESPACE} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
RECORDS = "mali-reader records"
"""The name of the note that holds the records."""
_OWN = UUID("6d616c69-2d72-5561-a465-7200716470a8")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z")
_COLOURS = {Judgement.VERIFIED: "#1A6B35", Judgement.DISPUTED: "#A3201D"}


def pack_qdpx(summary: Summary, layout: Layout = PLAIN) -> bytes:
    """A .qdpx file. Raises MaliReaderError where the summary is to hold no texts, which such a project consists of."""
    files = [("project.qde", render_project(summary, layout).encode())]
    files += [(f"sources/{_guid('document', report.id)}.txt", _text(report).encode()) for report in summary.reports]
    if _brings_records(summary):
        files.append((f"sources/{_guid('note', RECORDS)}.txt", render_jsonl(summary, layout).encode()))
    return pack_files(files)


def render_project(summary: Summary, layout: Layout = PLAIN) -> str:
    """The XML of the project, without the texts. Raises what `pack_qdpx` does."""
    if any(not report.text for report in summary.reports) and summary.redacted:
        raise MaliReaderError("a .qdpx project consists of the texts; leave out --positions-only and --quote-at-most")
    project = Element("Project", {"xmlns": NAMESPACE, "name": _plain(summary.title, 200)})
    project.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    project.set("xsi:schemaLocation", _SCHEMA)
    project.set("origin", f"mali-reader {summary.version}")
    if layout.date is not None:
        project.set("creationDateTime", f"{layout.date}T00:00:00Z")
    names = summary.annotators
    if names:
        users = SubElement(project, "Users")
        for name in names:
            SubElement(users, "User", guid=_guid("user", name), name=_plain(name, 200))
    codes = SubElement(SubElement(project, "CodeBook"), "Codes")
    for judgement, colour in _COLOURS.items():
        code = _guid("code", judgement.value)
        SubElement(codes, "Code", guid=code, name=judgement.value, isCodable="true", color=colour)
    if summary.reports:
        sources = SubElement(project, "Sources")
        coded = _coded(summary)
        for report in reported(summary.reports, "documents", layout.progress):
            _source(sources, report, coded.get(report.id, []))
    if _brings_records(summary):
        guid = _guid("note", RECORDS)
        SubElement(
            SubElement(project, "Notes"), "Note", guid=guid, name=RECORDS, plainTextPath=f"internal://{guid}.txt"
        )
    indent(project)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(project, "unicode")}\n'


def _brings_records(summary: Summary) -> bool:
    """Changed records stay out: nobody could take them in."""
    return bool(summary.records) and not summary.redacted


def _coded(summary: Summary) -> dict[str, list[tuple[Verdict, Appearance]]]:
    coded: dict[str, list[tuple[Verdict, Appearance]]] = {}
    for claim in summary.claims:
        for verdict, appearance in _placed(claim):
            coded.setdefault(appearance.document, []).append((verdict, appearance))
    return coded


def _placed(claim: Claim) -> Iterator[tuple[Verdict, Appearance]]:
    """Verdicts with the place where each stands now; those whose quote is lost are left out."""
    for verdict in claim.verdicts:
        found = [one for one in claim.appearances if one.start is not None and one.end is not None]
        target = verdict.target
        same = [one for one in found if one.document == target.document] or found
        if same:
            yield verdict, min(same, key=lambda one: (one.text != target.exact, abs((one.start or 0) - target.start)))


def _source(sources: Element, report: Report, coded: list[tuple[Verdict, Appearance]]) -> None:
    guid = _guid("document", report.id)
    source = SubElement(sources, "TextSource", guid=guid, name=_plain(report.path, 500))
    source.set("plainTextPath", f"internal://{guid}.txt")
    SubElement(source, "Description").text = _plain(report.title)
    for verdict, place in coded:
        user = _guid("user", verdict.annotator)
        time = {"creationDateTime": verdict.created} if _TIME.fullmatch(verdict.created) else {}
        identity = _record_guid(verdict.id)
        selection = SubElement(source, "PlainTextSelection", guid=identity, name=_plain(place.text, 80))
        selection.set("startPosition", str(place.start))
        selection.set("endPosition", str(place.end))
        selection.set("creatingUser", user)
        selection.attrib.update(time)
        if verdict.note.strip():
            SubElement(selection, "Description").text = without_noncharacters(visible_lines(verdict.note))
        coding = SubElement(selection, "Coding", time, guid=_guid("coding", verdict.id), creatingUser=user)
        SubElement(coding, "CodeRef", targetGUID=_guid("code", verdict.judgement.value))


def _guid(kind: str, name: str) -> str:
    return str(uuid5(_OWN, f"{kind}\0{name}".encode("utf-8", "backslashreplace").decode()))


def _record_guid(record: str) -> str:
    try:
        return str(UUID(record))
    except ValueError:
        return _guid("record", record)


def _plain(text: str, width: int | None = None) -> str:
    return without_noncharacters(one_line(text, width))


def _text(report: Report) -> str:
    """As long as the document's text, so that positions stay true."""
    return visible_lines(report.text)
