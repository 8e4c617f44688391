"""The summary as one web page: no script, nothing from elsewhere, the same bytes for the same summary."""

from importlib.resources import files

from mali_reader.summary.html.charts import patterns
from mali_reader.summary.html.claims import claim_sections
from mali_reader.summary.html.closing import agreed, documents, limits, sources, status_chart, timeline, unjudged
from mali_reader.summary.html.elements import Html, tag
from mali_reader.summary.html.findings import differences, matrix, origins, overlaps
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Summary
from mali_reader.summary.wording import SETTLED, people_judged, some

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render_html(summary: Summary, layout: Layout = PLAIN) -> str:
    """A whole page in HTML, ending with a line end."""
    style = Html(files("mali_reader.summary.html").joinpath("page.css").read_text("utf-8"))
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content=f"mali-reader {summary.version}"),
        tag("title", f"{summary.title}: annotated summary"),
        tag("style", style),
    )
    sections = [
        *claim_sections(summary, layout.progress),
        *filter(None, [matrix(summary)]),
        differences(summary),
        origins(summary),
        documents(summary),
        overlaps(summary),
        timeline(summary),
        *filter(None, [agreed(summary)]),
        limits(summary),
        sources(summary),
    ]
    body = tag(
        "body",
        patterns(),
        tag("a", "To the disputes", href="#disputes", class_="skip"),
        _opening(summary, layout.date),
        tag("main", *sections),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"


def _opening(summary: Summary, date: str | None) -> Html:
    words = sum(report.words for report in summary.reports)
    counted = f"{some(len(summary.reports), 'document')}, {some(words, 'word')}, {some(summary.overlaps, 'overlap')}."
    written = f"Written {f'on {date} ' if date else ''}with mali-reader {summary.version}."
    return tag(
        "header",
        tag("h1", f"{summary.title}: annotated summary"),
        tag("p", counted, " ", tag("strong", people_judged(summary))),
        None if unjudged(summary) else status_chart(summary),
        tag("p", written, *(f" {point}" for point in summary.scope), class_="written"),
        _contents(summary),
    )


def _contents(summary: Summary) -> Html:
    places = [("disputes", "Open disputes")]
    places += [(status.value, status.value.capitalize()) for status in SETTLED if summary.with_status(status)]
    if summary.claims:
        places.append(("matrix", "Claims by documents"))
    places += [
        ("differences", "Differences"),
        ("origins", "Origins"),
        ("documents", "Documents"),
        ("overlaps", "Overlaps"),
        ("timeline", "Timeline"),
        ("method", "Method and limits"),
        ("sources", "Sources"),
    ]
    items = (tag("li", tag("a", name, href=f"#{identity}")) for identity, name in places)
    return tag("nav", tag("ul", *items), aria_label="Contents")
