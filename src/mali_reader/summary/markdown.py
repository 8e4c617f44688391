"""The summary as Markdown: reads well raw and rendered, and the same summary gives the same bytes."""

from collections.abc import Iterator

from mali_reader.annotations.records import Adjudication, Evidence, Verdict
from mali_reader.overlap.model import OverlapKind
from mali_reader.progress import Progress, reported
from mali_reader.review.claims import Appearance, Claim
from mali_reader.summary.inert import block_quote, inert, link
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.markdown_tables import agreed, differences, glance, matrix, named, origins, timeline
from mali_reader.summary.model import Pair, Report, Summary
from mali_reader.summary.wording import (
    COUNTED,
    JUDGED,
    MEANING,
    OPEN,
    SETTLED,
    SIGNS,
    in_telling_order,
    method,
    moved,
    people_judged,
    some,
    spread,
)

_LISTED_PAIRS = 50
_QUOTED_PAIRS = 10


def render_markdown(summary: Summary, layout: Layout = PLAIN) -> str:
    """GitHub-flavoured Markdown with footnotes, ending with a line end."""
    parts = [
        f"# {inert(summary.title)}: annotated summary",
        _opening(summary, layout.date),
        *_claims(summary, layout.progress),
        *matrix(summary),
        *differences(summary),
        *origins(summary),
        *_documents(summary),
        *_overlaps(summary),
        *timeline(summary),
        *agreed(summary),
        *_method(summary),
        *_sources(summary),
    ]
    return "\n\n".join(parts) + "\n"


def _opening(summary: Summary, date: str | None) -> str:
    words = sum(report.words for report in summary.reports)
    told = f"{some(len(summary.reports), 'document')}, {some(words, 'word')}, {some(summary.overlaps, 'overlap')}."
    told += f" {people_judged(summary, inert)}"
    when = f" on {inert(date)}" if date else ""
    scope = "".join(f" {inert(point)}" for point in summary.scope)
    return f"{told}\n\nWritten{when} with mali-reader {summary.version}.{scope}"


def _claims(summary: Summary, progress: Progress) -> Iterator[str]:
    yield "## Open disputes"
    if not any(summary.with_status(status) for status in OPEN):
        yield "None."
    yield from glance(summary)
    numbers = {claim.id: number for number, claim in enumerate(in_telling_order(summary), 1)}
    for status in (*OPEN, *SETTLED):
        claims = summary.with_status(status)
        if not claims:
            continue
        level = "###" if status in OPEN else "##"
        yield f"{level} {SIGNS[status]} {status.value.capitalize()} ({len(claims)})"
        yield f"Here {MEANING[status]}."
        for claim in reported(claims, f"{status} claims", progress):
            yield f"{level}# Claim {numbers[claim.id]}"
            yield from _claim(summary, claim)


def _claim(summary: Summary, claim: Claim) -> Iterator[str]:
    yield block_quote(claim.wording)
    places = [*(_place(summary, appearance) for appearance in claim.appearances), *filter(None, [spread(claim)])]
    yield "\n".join([*places, f"Its id is {inert(claim.id)}."])
    for appearance in filter(moved, claim.appearances):
        yield f"What was judged: “{inert(appearance.quote)}”. What stands there now: “{inert(appearance.text)}”."
    lines = [line for verdict in claim.verdicts for line in _verdict(verdict)]
    lines += [_adjudication(decision) for decision in claim.adjudications]
    if lines:
        yield "\n".join(lines)


def _place(summary: Summary, appearance: Appearance) -> str:
    where = named(summary, appearance.document)
    if appearance.start is None:
        return f"In {where}, where it is not found any more."
    return f"In {where}, characters {appearance.start} to {appearance.end}."


def _verdict(verdict: Verdict) -> Iterator[str]:
    note = f": {inert(verdict.note)}" if verdict.note.strip() else "."
    sure = "" if verdict.confidence is None else f", confidence {verdict.confidence:g}"
    day = inert(verdict.created[:10])
    yield (f"- {JUDGED[verdict.judgement]} {verdict.judgement} by **{inert(verdict.annotator)}** on {day}{sure}{note}")
    yield from (f"  - {_evidence(evidence)}" for evidence in verdict.evidence)


def _adjudication(decision: Adjudication) -> str:
    told = f"decided by **{inert(decision.annotator)}** on {inert(decision.created[:10])}"
    return f"- {JUDGED[decision.judgement]} {decision.judgement}, {told}: {inert(decision.ground)}"


def _evidence(evidence: Evidence) -> str:
    told = f"{evidence.stance}: {link(evidence.url)}"
    if evidence.archived:
        told += f", archived at {link(evidence.archived)}"
    return f"{told}, accessed on {inert(evidence.accessed)}" if evidence.accessed else told


def _documents(summary: Summary) -> Iterator[str]:
    told = COUNTED
    rows = [
        f"| | Document | Outlet | Date | Words | Overlaps | {' | '.join(SIGNS[status] for status in told)} |",
        "| ---: | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for number, report in enumerate(summary.reports, 1):
        cells = [
            str(number),
            f"{inert(report.title)}[^{number}]",
            inert(report.outlet or "–"),
            inert(report.published or "–"),
            f"{report.words:,}",
            str(report.overlaps),
            *(str(report.claims.get(status, 0)) for status in told),
        ]
        rows.append(f"| {' | '.join(cells)} |")
    yield "## Documents"
    yield "\n".join(rows)
    yield f"Claims are counted by status: {', '.join(f'{SIGNS[status]} {status}' for status in told)}."


def _overlaps(summary: Summary) -> Iterator[str]:
    yield "## Overlaps"
    if not summary.pairs:
        yield "None found."
        return
    rows = [
        "| Document | Document | Verbatim | Edited | Paraphrase | Strongest |",
        "| --- | --- | ---: | ---: | ---: | --- |",
    ]
    for pair in summary.pairs[:_LISTED_PAIRS]:
        names = f"{named(summary, pair.left)} | {named(summary, pair.right)}"
        kinds = " | ".join(str(pair.count(kind)) for kind in OverlapKind)
        rows.append(f"| {names} | {kinds} | {pair.shared[0].kind} {pair.shared[0].score:.2f} |")
    yield "Pairs of paragraphs that say the same thing, by pair of documents, the closest first."
    yield "\n".join(rows)
    if (more := len(summary.pairs) - _LISTED_PAIRS) > 0:
        yield f"And {some(more, 'pair')} of documents more, which the JSON export lists."
    yield "### The strongest"
    for pair in summary.pairs[:_QUOTED_PAIRS]:
        yield from _strongest(summary, pair)


def _strongest(summary: Summary, pair: Pair) -> Iterator[str]:
    best = pair.shared[0]
    yield f"{best.kind.value.capitalize()} {best.score:.2f}, {named(summary, pair.left)}:"
    yield block_quote(best.left.text)
    yield f"and {named(summary, pair.right)}:"
    yield block_quote(best.right.text)


def _method(summary: Summary) -> Iterator[str]:
    yield "## Method and limits"
    yield "\n".join(f"- {inert(point)}" for point in method(summary))


def _sources(summary: Summary) -> Iterator[str]:
    yield "## Sources"
    yield "\n".join(
        f"[^{number}]: Document {number}, {_source(report)}" for number, report in enumerate(summary.reports, 1)
    )


def _source(report: Report) -> str:
    about = (report.outlet, report.author, report.published)
    told = ", ".join((f"“{inert(report.title)}”", *(inert(known) for known in about if known)))
    links = "".join(f" {link(source)}" for source in report.sources)
    return f"{told}; file {inert(report.path)}.{links}"
