"""The records as W3C Web Annotations (JSON-LD): a collection with a page for each document.

Each annotation says in the terms of the Web Annotation vocabulary what any client can use, and holds the record itself
as a JSON literal, so that import brings the same record back.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote
from uuid import UUID

from mali_reader.annotations.codec import record_of
from mali_reader.annotations.jsontext import encode
from mali_reader.annotations.records import Adjudication, Evidence, Link, Statement, Target, Verdict
from mali_reader.annotations.statements import parse_statement
from mali_reader.progress import Progress, reported
from mali_reader.summary.addresses import address_of
from mali_reader.summary.embedding import embeddable_json
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Report, Summary

Json = dict[str, Any]

NAMESPACE = "https://github.com/mali-reader/mali-reader/ns#"
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        "mr": NAMESPACE,
        "record": {"@id": "mr:record", "@type": "@json"},
        "supersedes": {"@id": "mr:supersedes", "@type": "@id"},
        "stance": "mr:stance",
        "archived": "mr:archived",
        "accessed": "mr:accessed",
        "sha256": "mr:sha256",
        "path": "mr:path",
        "title": "http://purl.org/dc/terms/title",
        "scopeNote": "mr:scope",
    },
]
_COLLECTION = "urn:mali-reader:collection"


def render_w3c(summary: Summary, layout: Layout = PLAIN) -> str:
    """One JSON-LD document, ending with a line end."""
    pages = _pages(summary, layout.progress)
    names = [f"urn:mali-reader:page:{number}" for number in range(1, len(pages) + 1)]
    collection: Json = {
        "id": _COLLECTION,
        "type": "AnnotationCollection",
        "label": f"{summary.title}: annotations",
        "total": len(summary.records),
        "generator": {"type": "Software", "name": f"mali-reader {summary.version}"},
    }
    if layout.date is not None:
        collection["generated"] = f"{layout.date}T00:00:00Z"
    if summary.scope:
        collection["scopeNote"] = list(summary.scope)
    if pages:
        collection |= {"first": names[0], "last": names[-1]}
    graph = [collection]
    index = 0
    for number, (document, items) in enumerate(pages):
        page: Json = {"id": names[number], "type": "AnnotationPage", "partOf": _COLLECTION, "startIndex": index}
        if number + 1 < len(names):
            page["next"] = names[number + 1]
        if (report := summary.report(document)) is not None:
            page["title"] = report.title
        graph.append({**page, "items": items})
        index += len(items)
    return embeddable_json({"@context": CONTEXT, "@graph": graph}) + "\n"


def document_iri(document: str) -> str:
    """What a document of the corpus is called outside it."""
    return f"urn:mali-reader:document:{quote(document, safe='/', errors='surrogatepass')}"


def record_iri(record: str) -> str:
    """What a record is called."""
    try:
        if str(UUID(record)) == record:
            return f"urn:uuid:{record}"
    except ValueError:
        pass
    return f"urn:mali-reader:record:{quote(record, safe='', errors='surrogatepass')}"


def _pages(summary: Summary, progress: Progress) -> list[tuple[str, list[Json]]]:
    """Annotations by document, in the order of the documents; those about none of them last."""
    pages: defaultdict[str, list[Json]] = defaultdict(list)
    for content in reported(summary.records, "records", progress):
        document, annotation = _annotation(summary, content)
        pages[document if summary.report(document) else ""].append(annotation)
    order = [report.id for report in summary.reports] + [""]
    return [(document, pages[document]) for document in order if document in pages]


def _annotation(summary: Summary, content: Mapping[str, Any]) -> tuple[str, Json]:
    record = record_of(encode(content), 0)
    made: Json = {"id": record_iri(record.id), "type": "Annotation"}
    try:
        statement = parse_statement(record)
    except ValueError:
        return "", {**made, "target": _COLLECTION, "record": dict(content)}
    motivations, bodies, targets = _said(statement)
    made["motivation"] = motivations
    made["creator"] = {"type": "Person", "name": statement.annotator}
    made["created"] = statement.created
    if statement.supersedes:
        made["supersedes"] = [record_iri(earlier) for earlier in statement.supersedes]
    made["body"] = bodies
    places = [_target(summary, target) for target in targets]
    made["target"] = places[0] if len(places) == 1 else places or _COLLECTION
    return (targets[0].document if targets else ""), {**made, "record": dict(content)}


def _said(statement: Statement) -> tuple[list[str], list[Json], list[Target]]:
    """Motivations, bodies and targets."""
    match statement:
        case Verdict():
            links = [_evidence(item) for item in statement.evidence]
            bodies = [_text(statement.judgement.value, "assessing"), *_comment(statement.note), *links]
            return _motivations(bodies), bodies, [statement.target]
        case Adjudication():
            bodies = [_text(statement.judgement.value, "assessing"), *_comment(statement.ground)]
            return _motivations(bodies), bodies, [statement.target]
        case Link():
            bodies = [_text(statement.kind.value, "linking"), *_comment(statement.note)]
            return _motivations(bodies), bodies, [statement.one, statement.other]
        case _:
            what = "withdrawn" if statement.withdrawn else "dismissed"
            bodies = [_text(what, "moderating"), *_comment(statement.reason)]
            return _motivations(bodies), bodies, []


def _motivations(bodies: list[Json]) -> list[str]:
    return list(dict.fromkeys(body["purpose"] for body in bodies))


def _text(value: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _comment(note: str) -> Iterator[Json]:
    if note.strip():
        yield _text(note, "commenting")


def _evidence(evidence: Evidence) -> Json:
    known = {"stance": evidence.stance.value, "archived": evidence.archived, "accessed": evidence.accessed}
    more = {name: value for name, value in known.items() if value is not None}
    address = address_of(evidence.url)
    if address is None:
        return {**_text(evidence.url, "linking"), **more}
    return {"type": "SpecificResource", "source": address, "purpose": "linking", **more}


def _target(summary: Summary, target: Target) -> Json:
    selectors: list[Json] = []
    if target.exact:
        quoted = {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
        selectors.append({"type": "TextQuoteSelector", **quoted})
    selectors.append({"type": "TextPositionSelector", "start": target.start, "end": target.end})
    source = _source(summary.report(target.document), target.document)
    return {"type": "SpecificResource", "source": source, "selector": selectors}


def _source(report: Report | None, document: str) -> Json:
    if report is None:
        return {"id": document_iri(document), "type": "Text"}
    made: Json = {
        "id": document_iri(document),
        "type": "Text",
        "format": "text/plain",
        "title": report.title,
        "path": report.path,
        "sha256": report.sha256,
    }
    addresses = [address for address in map(address_of, report.sources) if address]
    return {**made, "via": addresses} if addresses else made
