"""The summary as JSON: everything, and the records as they are stored. `summary.schema.json` describes it."""

from typing import Any

from mali_reader.display import safe_json
from mali_reader.overlap.model import OverlapKind
from mali_reader.progress import reported
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Difference, Event, Pair, Quote, SharedText, Summary, Twin
from mali_reader.summary.shapes import agreement_shape, claim_shape, report_shape
from mali_reader.summary.spans import span_shape

FORMAT = "mali-reader summary"
VERSION = 1


def render_json(summary: Summary, layout: Layout = PLAIN) -> str:
    """One JSON object, its keys in a fixed order, ending with a line end."""
    origin = {document: one.source for one in summary.origins for document in one.documents}
    value: dict[str, Any] = {
        "format": FORMAT,
        "format_version": VERSION,
        "program_version": summary.version,
        "title": summary.title,
        "date": layout.date,
        "threshold": summary.threshold,
        "scope": list(summary.scope),
        "redacted": summary.redacted,
        "annotators": list(summary.annotators),
        "documents": [{**report_shape(one), "origin": origin.get(one.id, one.id)} for one in summary.reports],
        "claims": [claim_shape(claim) for claim in reported(summary.claims, "claims", layout.progress)],
        "agreement": None if summary.agreement is None else agreement_shape(summary.agreement),
        "timeline": [_event(event) for event in summary.events],
        "suggestions": {
            "similar": [_twin(claim, twin) for claim, twins in summary.twins.items() for twin in twins],
            "discrepancies": [_difference(found) for found in summary.differences],
            "copies": [
                {"source": one.source, "copy": one.copy, "directed": one.directed, "share": one.share}
                for one in summary.copyings
            ],
            "origins": [{"source": one.source, "documents": list(one.documents)} for one in summary.origins],
        },
        "pairs": [_pair(pair) for pair in summary.pairs],
        "records": [dict(record) for record in summary.records],
    }
    return safe_json(value) + "\n"


def render_jsonl(summary: Summary, layout: Layout = PLAIN) -> str:
    """The stored records alone, one JSON object a line."""
    records = reported(summary.records, "records", layout.progress)
    return "".join(safe_json(dict(record), indent=None) + "\n" for record in records)


def _event(event: Event) -> dict[str, Any]:
    return {
        "record": event.record,
        "created": event.created,
        "annotator": event.annotator,
        "type": event.type,
        "judgement": event.judgement,
        "document": event.document,
        "quote": event.quote,
        "note": event.note,
        "superseded_by": list(event.superseded_by),
    }


def _twin(claim: str, twin: Twin) -> dict[str, Any]:
    return {
        "claim": claim,
        "kind": twin.kind.value,
        "score": twin.score,
        "own": _quote(twin.own),
        "other": _quote(twin.other),
    }


def _difference(found: Difference) -> dict[str, Any]:
    return {
        "id": found.id,
        "kind": found.kind,
        "severity": found.severity,
        "dismissed": [
            {"record": one.id, "annotator": one.annotator, "created": one.created, "reason": one.reason}
            for one in found.dismissals
        ],
        "about": found.about,
        "values": [
            {"value": saying.value, "spans": [_quote(quote) for quote in saying.quotes]} for saying in found.values
        ],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "left": pair.left,
        "right": pair.right,
        **{kind.value: pair.count(kind) for kind in OverlapKind},
        "overlaps": [_shared(text) for text in pair.shared],
    }


def _shared(shared: SharedText) -> dict[str, Any]:
    return {
        "kind": shared.kind.value,
        "score": shared.score,
        "left": _quote(shared.left),
        "right": _quote(shared.right),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return span_shape(quote, quote.text)
