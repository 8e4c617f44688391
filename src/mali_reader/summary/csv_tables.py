"""The summary as tables for spreadsheets (RFC 4180, UTF-8): claims, verdicts, appearances.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises; one that begins with
apostrophes before such text gets one more, so that reading takes away exactly one.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from mali_reader.annotations.codec import parse_verdict, record_of
from mali_reader.annotations.jsontext import encode
from mali_reader.annotations.records import Judgement, Verdict
from mali_reader.display import visible_lines
from mali_reader.progress import Progress, reported
from mali_reader.review.claims import Claim, claim_id
from mali_reader.summary.archive import pack_files
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Presence, Summary
from mali_reader.summary.wording import in_telling_order

Row = Sequence[str | int | float | None]

_FORMULA = re.compile(r"'*\s*[=+\-@|%＝＋－＠]|'*[\t\r\n]")
CLAIMS = (
    *("claim", "status", "wording", "document", "title", "start", "end"),
    *("verified", "disputed", "annotators", "notes", "evidence", "similar_in"),
)
VERDICTS = (
    *("record", "claim", "annotator", "verdict", "created", "document", "start", "end", "quote", "note"),
    *("confidence", "evidence", "stances", "archived", "accessed", "in_force", "supersedes", "undoes"),
    *("prefix", "suffix", "sha256"),
)
APPEARANCES = (
    "claim",
    "document",
    "title",
    "start",
    "end",
    "text",
    "presence",
    "anchor",
    "score",
    "judged_text",
    "stale",
)


def render_claims(summary: Summary, layout: Layout = PLAIN) -> str:
    """One row a claim, open disputes first."""
    return _table(
        CLAIMS,
        (_claim(summary, claim) for claim in reported(in_telling_order(summary), "claims", layout.progress)),
        layout,
    )


def render_verdicts(summary: Summary, layout: Layout = PLAIN) -> str:
    """One row for each verdict that was ever given, superseded and withdrawn ones too."""
    superseded = {event.record for event in summary.events if event.superseded_by}
    return _table(VERDICTS, (_verdict(verdict, superseded) for verdict in _verdicts(summary, layout.progress)), layout)


def render_appearances(summary: Summary, layout: Layout = PLAIN) -> str:
    """One row for each place of a claim: judged there, or suggested by a machine."""
    claims = reported(in_telling_order(summary), "appearances", layout.progress)
    rows = (row for claim in claims for row in _appearances(summary, claim))
    return _table(APPEARANCES, rows, layout)


def pack(summary: Summary, layout: Layout = PLAIN) -> bytes:
    """A ZIP file of the three tables."""
    return pack_files((name, table.encode()) for name, table in _tables(summary, layout))


def view(summary: Summary, layout: Layout = PLAIN) -> str:
    """The three tables one below the other, each below its name; to look at."""
    return "\n".join(f"# {name}\n\n{table}" for name, table in _tables(summary, layout))


def _tables(summary: Summary, layout: Layout) -> Iterator[tuple[str, str]]:
    yield "claims.csv", render_claims(summary, layout)
    yield "verdicts.csv", render_verdicts(summary, layout)
    yield "appearances.csv", render_appearances(summary, layout)


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula and no terminal obeys."""
    shown = visible_lines(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def plain(cell: str) -> str:
    """What `harmless` was given, as far as it could be shown."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _table(heads: Row, rows: Iterable[Row], layout: Layout) -> str:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(heads)
    for row in rows:
        writer.writerow(harmless(cell) if isinstance(cell, str) else cell for cell in row)
    return ("\ufeff" if layout.bom else "") + made.getvalue()


def _claim(summary: Summary, claim: Claim) -> Row:
    places = claim.appearances
    counts = [sum(v.judgement is judged for v in claim.verdicts) for judged in (Judgement.VERIFIED, Judgement.DISPUTED)]
    return (
        claim.id,
        claim.status.value,
        claim.wording,
        _lines(place.document for place in places),
        _lines(_title(summary, place.document) for place in places),
        places[0].start if len(places) == 1 else _lines(str(place.start) for place in places),
        places[0].end if len(places) == 1 else _lines(str(place.end) for place in places),
        *counts,
        _lines(dict.fromkeys(verdict.annotator for verdict in claim.verdicts)),
        _lines(f"{verdict.annotator}: {verdict.note}" for verdict in claim.verdicts if verdict.note.strip()),
        _lines(evidence.url for verdict in claim.verdicts for evidence in verdict.evidence),
        _lines(d for d, presence in summary.presence(claim).items() if presence is Presence.SUGGESTED),
    )


def _verdict(verdict: Verdict, superseded: set[str]) -> Row:
    target, evidence = verdict.target, verdict.evidence
    in_force = verdict.id not in superseded and verdict.judgement is not Judgement.WITHDRAWN
    return (
        verdict.id,
        claim_id(target),
        verdict.annotator,
        verdict.judgement.value,
        verdict.created,
        target.document,
        target.start,
        target.end,
        target.exact,
        verdict.note,
        verdict.confidence,
        _lines(item.url for item in evidence),
        _lines(item.stance.value for item in evidence),
        _lines(item.archived or "" for item in evidence),
        _lines(item.accessed or "" for item in evidence),
        "yes" if in_force else "no",
        _lines(verdict.supersedes),
        verdict.undoes,
        target.prefix,
        target.suffix,
        target.sha256,
    )


def _appearances(summary: Summary, claim: Claim) -> Iterator[Row]:
    for place in claim.appearances:
        where = (claim.id, place.document, _title(summary, place.document), place.start, place.end, place.text)
        yield (*where, Presence.JUDGED.value, str(place.anchor), None, place.quote, "yes" if place.stale else "no")
    for twin in summary.twins.get(claim.id, ()):
        quote = twin.other
        where = (claim.id, quote.document, _title(summary, quote.document), quote.start, quote.end, quote.text)
        yield (*where, Presence.SUGGESTED.value, None, twin.score, None, None)


def _verdicts(summary: Summary, progress: Progress) -> Iterator[Verdict]:
    for record in reported(summary.records, "records", progress):
        try:
            yield parse_verdict(record_of(encode(record), 0))
        except ValueError:
            continue


def _title(summary: Summary, document: str) -> str:
    report = summary.report(document)
    return "" if report is None else report.title


def _lines(parts: Iterable[str]) -> str:
    """Several values in one cell, one a line."""
    return "\n".join(" ".join(part.splitlines()) for part in parts)
