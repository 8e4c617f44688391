"""The summary as JSON: everything, and the records as they are stored."""

from typing import Any

from mali_reader.display import safe_json
from mali_reader.overlap.model import OverlapKind
from mali_reader.summary.model import Pair, SharedText, Summary
from mali_reader.summary.shapes import claim_shape, report_shape, span_shape


def render_json(summary: Summary, *, date: str | None = None) -> str:
    """One JSON object, its keys in a fixed order, ending with a line end. `date` is when it was written, ISO 8601."""
    value: dict[str, Any] = {
        "format": "mali-reader summary",
        "format_version": 1,
        "program_version": summary.version,
        "title": summary.title,
        "date": date,
        "threshold": summary.threshold,
        "annotators": list(summary.annotators),
        "documents": [report_shape(report) for report in summary.reports],
        "claims": [claim_shape(claim) for claim in summary.claims],
        "pairs": [_pair(pair) for pair in summary.pairs],
        "records": [dict(record) for record in summary.records],
    }
    return safe_json(value) + "\n"


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
        "left": span_shape(shared.left, shared.left.text),
        "right": span_shape(shared.right, shared.right.text),
    }


def render_jsonl(summary: Summary) -> str:
    """The stored records alone, one JSON object a line."""
    return "".join(safe_json(dict(record), indent=None) + "\n" for record in summary.records)
