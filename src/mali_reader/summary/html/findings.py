"""The sections that go across documents: the matrix of claims, differences, origins, overlaps."""

from collections.abc import Iterator

from mali_reader.overlap.model import OverlapKind
from mali_reader.summary.html.elements import Child, Html, join, tag
from mali_reader.summary.html.parts import badge, claim_link, document_link, more, section, spaced, suggested, table
from mali_reader.summary.html.side_by_side import shared_rows
from mali_reader.summary.model import Difference, Presence, Quote, Saying, Summary
from mali_reader.summary.wording import PRESENT, copying, in_telling_order, some

_WIDEST = 40
_LISTED = 200
_QUOTED_PAIRS = 10
_QUOTES = 5
_CONTEXT = 90


def matrix(summary: Summary) -> Html | None:
    """Claims down, documents across; only those documents in which one of the claims stands."""
    claims = in_telling_order(summary)
    if not claims:
        return None
    held = {document for claim in claims[:_LISTED] for document in summary.presence(claim)}
    across = [(number, report) for number, report in enumerate(summary.reports, 1) if report.id in held]
    wide = len(across) > _WIDEST
    if wide:
        heads: list[Child] = ["Claim", "Status", "Judged in", "Similar sentences in"]
    else:
        heads = ["Claim", "Status", *(_column(number, report.title) for number, report in across)]
    rows: list[list[Child]] = []
    for number, claim in enumerate(claims[:_LISTED], 1):
        row = summary.presence(claim)
        if wide:
            places = {kind: [_column(n, r.title) for n, r in across if row.get(r.id) is kind] for kind in Presence}
            cells: list[Child] = [spaced(places[kind]) for kind in Presence]
        else:
            cells = [_presence(row.get(report.id)) for _, report in across]
        rows.append([claim_link(claim, number), badge(claim.status), *cells])
    judged, suggestion = PRESENT[Presence.JUDGED], PRESENT[Presence.SUGGESTED]
    key = f"{judged} judged there, {suggestion} similar sentences found by a machine, which nobody confirmed."
    made = table("Claims by documents", heads, rows, "matrix")
    return section("matrix", "Claims by documents", tag("p", key), made, more(len(claims) - _LISTED, "claims"))


def differences(summary: Summary) -> Html:
    """What documents say differently."""
    if not summary.differences:
        return section("differences", "Differences between documents", tag("p", "None found."))
    made = (_difference(summary, found) for found in summary.open_differences[:_LISTED])
    left = more(len(summary.open_differences) - _LISTED, "differences")
    none = None if summary.open_differences else tag("p", "None is open.")
    return section("differences", "Differences between documents", suggested(), none, *made, left, *_dismissed(summary))


def _dismissed(summary: Summary) -> Iterator[Html]:
    if not summary.dismissed_differences:
        return
    yield tag("h3", "Dismissed by people")
    yield tag("ul", *(tag("li", *_dismissal(found)) for found in summary.dismissed_differences[:_LISTED]))


def _dismissal(found: Difference) -> Iterator[Child]:
    yield spaced(tag("q", saying.value) for saying in found.values)
    for one in found.dismissals:
        yield "; "
        yield tag("strong", one.annotator)
        yield f": {one.reason}"


def origins(summary: Summary) -> Html:
    """Which documents copied which."""
    if not summary.origins:
        return section("origins", "Independent origins", tag("p", "Not looked for."))
    counted = f"{some(len(summary.reports), 'document')}, {some(len(summary.origins), 'independent origin')}."
    if not summary.copyings:
        return section("origins", "Independent origins", tag("p", f"{counted} No copying was found."))
    shared = [origin for origin in summary.origins if len(origin.documents) > 1]
    groups = (
        [document_link(summary, origin.source), spaced(document_link(summary, one) for one in origin.documents)]
        for origin in shared
    )
    copies = (
        tag("li", document_link(summary, first), f" {says} ", document_link(summary, then))
        for first, says, then in map(copying, summary.copyings[:_LISTED])
    )
    return section(
        "origins",
        "Independent origins",
        tag("p", counted),
        suggested(),
        table("Documents that share an origin", ["Origin", "Documents"], groups),
        tag("ul", *copies),
        more(len(summary.copyings) - _LISTED, "pairs"),
    )


def overlaps(summary: Summary) -> Html:
    """How much documents share, by pair, and the closest passages side by side."""
    if not summary.pairs:
        return section("overlaps", "Overlaps", tag("p", "None found."))
    rows = (
        [
            join(document_link(summary, pair.left), " and ", document_link(summary, pair.right)),
            *(str(pair.count(kind)) for kind in OverlapKind),
            f"{pair.shared[0].kind} {pair.shared[0].score:.2f}",
        ]
        for pair in summary.pairs[:_LISTED]
    )
    heads = ["Documents", *(kind.value.capitalize() for kind in OverlapKind), "Strongest"]
    return section(
        "overlaps",
        "Overlaps",
        suggested(),
        table("Paragraphs that say the same thing, by pair of documents", heads, rows, "numbers"),
        more(len(summary.pairs) - _LISTED, "pairs of documents"),
        tag("h3", "The strongest, side by side"),
        _key(),
        *_strongest(summary),
    )


def _key() -> Html:
    left, right = tag("del", "struck through"), tag("ins", "underlined")
    return tag("p", "Words that only the left has are ", left, ", those that only the right has are ", right, ".")


def _strongest(summary: Summary) -> Iterator[Html]:
    for pair in summary.pairs[:_QUOTED_PAIRS]:
        best = pair.shared[0]
        if best.sentences:
            yield shared_rows(summary, best)


def _column(number: int, title: str) -> Html:
    return tag("a", str(number), href=f"#doc-{number}", title=title)


def _presence(presence: Presence | None) -> Html | None:
    if presence is None:
        return None
    return tag("span", PRESENT[presence], role="img", aria_label=presence.value, title=presence.value)


def _difference(summary: Summary, found: Difference) -> Html:
    about = f" about “{found.about}”" if found.about.strip() else ""
    rows = ([saying.value, tag("ul", *_quotes(summary, saying))] for saying in found.values)
    return tag(
        "article",
        tag("h3", f"{found.kind.capitalize()}, {found.severity}{about}"),
        table(f"What documents say{about}", ["Said", "Where"], rows),
        id=found.id,
        class_="difference",
    )


def _quotes(summary: Summary, saying: Saying) -> Iterator[Html]:
    for quote in saying.quotes[:_QUOTES]:
        yield tag("li", document_link(summary, quote.document), *_context(summary, quote))
    if (rest := len(saying.quotes) - _QUOTES) > 0:
        yield tag("li", f"and {rest:,} more")


def _context(summary: Summary, quote: Quote) -> Iterator[Html | str]:
    report = summary.report(quote.document)
    if report is None or not report.text:
        return
    before = _reach(report.text[max(0, quote.start - 2 * _CONTEXT) : quote.start][::-1])[::-1]
    after = _reach(report.text[quote.end : quote.end + 2 * _CONTEXT])
    yield ": "
    yield tag("q", before, tag("mark", quote.text), after, dir="auto")


def _reach(text: str) -> str:
    """The beginning of a text to the end of its line, or to about as many characters as context has, in whole words."""
    line = text.split("\n", 1)[0]
    if len(line) <= _CONTEXT:
        return line
    return line[: max(line.rfind(" ", 0, _CONTEXT), 0)] + " …"
