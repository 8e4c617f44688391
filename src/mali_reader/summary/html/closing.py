"""The sections about documents, time and method."""

from mali_reader.review.claims import Status
from mali_reader.summary.html.charts import bar, swatch
from mali_reader.summary.html.elements import Html, join, link, tag
from mali_reader.summary.html.parts import document_link, more, section, table
from mali_reader.summary.model import Event, Report, Summary
from mali_reader.summary.wording import COUNTED, SIGNS, agreement, method

_LISTED_EVENTS = 500


def documents(summary: Summary) -> Html:
    """Every document with what was judged of it, as numbers and as a bar."""
    most = max((sum(report.claims.get(status, 0) for status in COUNTED) for report in summary.reports), default=0)
    heads = [
        "Document",
        "Outlet",
        "Date",
        "Words",
        "Overlaps",
        *(f"{SIGNS[status]} {status}" for status in COUNTED),
        "Claims by status",
    ]
    rows = (_row(summary, report, most) for report in summary.reports)
    return section("documents", "Documents", table("Documents, and the claims judged in them", heads, rows, "numbers"))


def timeline(summary: Summary) -> Html:
    """Every judgement in the course of time."""
    if not summary.events:
        return section("timeline", "Timeline of judgements", tag("p", "None yet."))
    events = summary.events[-_LISTED_EVENTS:]
    rows = (
        [
            event.created[:16].replace("T", " "),
            event.annotator,
            event.said,
            _about(summary, event),
            "superseded since" if event.superseded_by else "in force",
        ]
        for event in events
    )
    made = table("Judgements, the oldest first", ["When (UTC)", "Who", "What", "Of what", "Now"], rows)
    return section(
        "timeline", "Timeline of judgements", made, more(len(summary.events) - len(events), "earlier judgements")
    )


def limits(summary: Summary) -> Html:
    """How it came about."""
    points = (tag("li", point) for point in (*method(summary), *summary.scope))
    return section("method", "Method and limits", tag("ul", *points))


def sources(summary: Summary) -> Html:
    """The bibliography, which links to a document lead to."""
    made = (tag("li", _source(report), id=f"doc-{number}") for number, report in enumerate(summary.reports, 1))
    return section("sources", "Sources", tag("ol", *made))


def agreed(summary: Summary) -> Html | None:
    """How far annotators agree, as numbers and as a bar."""
    found = summary.agreement
    if found is None:
        return None
    differ = len(found.disagreements)
    parts = [("agree", found.claims - differ), ("differ", differ)]
    told = f"Annotators agree on {found.claims - differ:,} of these claims and differ on {differ:,}."
    chart = tag("figure", tag("figcaption", told), bar(parts, found.claims), class_="chart") if found.claims else None
    return section("agreement", "Agreement", tag("p", agreement(found)), chart)


def status_chart(summary: Summary) -> Html:
    """All claims by status as one bar with its key."""
    parts = [(status.value, len(summary.with_status(status))) for status in COUNTED]
    key = (
        tag("li", swatch(status.value), f" {SIGNS[status]} {status}: {count:,}")
        for status, (_, count) in zip(COUNTED, parts, strict=True)
    )
    whole = bar(parts, sum(count for _, count in parts), 400)
    return tag("figure", tag("figcaption", "Claims by status"), whole, tag("ul", *key, class_="key"), class_="chart")


def _row(summary: Summary, report: Report, most: int) -> list[Html | str]:
    counts = [(status.value, report.claims.get(status, 0)) for status in COUNTED]
    return [
        document_link(summary, report.id),
        report.outlet or "–",
        tag("span", report.published, class_="date") if report.published else "–",
        f"{report.words:,}",
        str(report.overlaps),
        *(str(count) for _, count in counts),
        bar(counts, most, 90),
    ]


def _about(summary: Summary, event: Event) -> Html:
    quote = tag("q", event.quote[:200] + ("…" if len(event.quote) > 200 else ""), dir="auto") if event.quote else None
    return join(quote) if event.document is None else join(quote, " in ", document_link(summary, event.document))


def _source(report: Report) -> Html:
    known = ", ".join(part for part in (report.outlet, report.author, report.published) if part)
    return join(
        tag("cite", report.title, dir="auto"),
        f", {known}" if known else None,
        "; file ",
        tag("code", report.path),
        *(child for source in report.sources for child in (" ", link(source))),
    )


def unjudged(summary: Summary) -> bool:
    """Whether there is nothing that a chart of judgements could show."""
    return all(claim.status is Status.UNREVIEWED for claim in summary.claims)
