"""The parts of the Markdown summary that go across documents and through time."""

from collections.abc import Iterator

from mali_reader.summary.glance import open_disputes
from mali_reader.summary.inert import inert, link
from mali_reader.summary.model import Difference, Event, Presence, Summary
from mali_reader.summary.wording import JUDGED, MACHINE, PRESENT, SIGNS, agreement, copying, in_telling_order, some

_CLAIM, _NOTE = 120, 100
_WIDEST = 20
_LISTED_CLAIMS = 200
_LISTED_DIFFERENCES = 100
_QUOTES = 3
_LISTED_EVENTS = 500


def named(summary: Summary, document: str) -> str:
    """A document's title with the footnote that tells of it, or the id of one that is not there any more."""
    number = summary.number(document)
    return inert(document) if number is None else f"*{inert(summary.reports[number - 1].title, 60)}*[^{number}]"


def glance(summary: Summary) -> Iterator[str]:
    """What is disputed, by whom and on what evidence, one dispute a row."""
    disputes = open_disputes(summary)
    if not disputes:
        return
    rows = ["| | What is disputed | By whom | On what evidence |", "| ---: | --- | --- | --- |"]
    for one in disputes:
        sides = " · ".join(
            f"{JUDGED[side.judgement]} **{inert(side.annotator)}**"
            + (f": {inert(side.note, _NOTE)}" if side.note.strip() else "")
            for side in one.sides
        )
        evidence = " ".join(link(url) for url in one.evidence) or "none given"
        rows.append(
            f"| {one.number} | {SIGNS[one.claim.status]} {inert(one.claim.wording, _CLAIM)} | {sides} | {evidence} |"
        )
    yield "\n".join(rows)


def matrix(summary: Summary) -> Iterator[str]:
    """Claims down, documents across; only those documents in which one of the claims stands."""
    claims = in_telling_order(summary)
    if not claims:
        return
    held = {document for claim in claims for document in summary.presence(claim)}
    across = [(number, report.id) for number, report in enumerate(summary.reports, 1) if report.id in held]
    yield "## Claims by documents"
    judged, suggested = PRESENT[Presence.JUDGED], PRESENT[Presence.SUGGESTED]
    yield f"{judged} judged there, {suggested} similar sentences found by a machine, which nobody confirmed."
    if len(across) > _WIDEST:
        rows = ["| Claim | Status | Judged in | Similar sentences in |", "| ---: | --- | --- | --- |"]
    else:
        rows = [
            f"| Claim | Status | {' | '.join(f'[^{number}]' for number, _ in across)} |",
            f"| ---: | --- | {' | '.join(':-:' for _ in across)} |",
        ]
    for number, claim in enumerate(claims[:_LISTED_CLAIMS], 1):
        row = summary.presence(claim)
        if len(across) > _WIDEST:
            cells = [" ".join(f"[^{n}]" for n, d in across if row.get(d) is kind) or "–" for kind in Presence]
        else:
            cells = [PRESENT[row[document]] if document in row else "" for _, document in across]
        rows.append(f"| {number} | {SIGNS[claim.status]} {claim.status} | {' | '.join(cells)} |")
    yield "\n".join(rows)
    if (more := len(claims) - _LISTED_CLAIMS) > 0:
        yield f"And {some(more, 'claim')} more, which the JSON export lists."


def differences(summary: Summary) -> Iterator[str]:
    """What the documents say differently, as a machine found it."""
    yield "## Differences between documents"
    if not summary.differences:
        yield "None found."
        return
    yield MACHINE
    if not summary.open_differences:
        yield "None is open."
    for found in summary.open_differences[:_LISTED_DIFFERENCES]:
        yield _difference(summary, found)
    if (more := len(summary.open_differences) - _LISTED_DIFFERENCES) > 0:
        yield f"And {more:,} more, which the JSON export lists."
    if summary.dismissed_differences:
        yield "### Dismissed by people"
        yield "\n".join(_dismissed(found) for found in summary.dismissed_differences[:_LISTED_DIFFERENCES])


def _dismissed(found: Difference) -> str:
    said = ", ".join(f"“{inert(saying.value, 80)}”" for saying in found.values)
    why = "; ".join(f"**{inert(one.annotator)}**: {inert(one.reason)}" for one in found.dismissals)
    return f"- {said}. {why}"


def _difference(summary: Summary, found: Difference) -> str:
    about = f", about “{inert(found.about, 80)}”" if found.about.strip() else ""
    lines = [f"**{inert(found.kind.capitalize())}, {inert(found.severity)}**{about}"]
    lines.append("")
    for saying in found.values:
        where = [named(summary, document) for document in dict.fromkeys(quote.document for quote in saying.quotes)]
        more = f" and {len(where) - _QUOTES:,} more" if len(where) > _QUOTES else ""
        lines.append(f"- “{inert(saying.value)}” in {', '.join(where[:_QUOTES])}{more}")
    return "\n".join(lines)


def origins(summary: Summary) -> Iterator[str]:
    """Which documents copied which."""
    yield "## Independent origins"
    shared = [origin for origin in summary.origins if len(origin.documents) > 1]
    if not summary.origins:
        yield "Not looked for."
        return
    told = f"{some(len(summary.reports), 'document')}, {some(len(summary.origins), 'independent origin')}."
    if not summary.copyings:
        yield f"{told} No copying was found."
        return
    yield f"{told} {MACHINE}"
    lines = [
        f"- {', '.join(named(summary, document) for document in origin.documents)}:"
        f" one origin, {named(summary, origin.source)}"
        for origin in shared
    ]
    for found in summary.copyings[:_LISTED_DIFFERENCES]:
        first, says, then = copying(found)
        lines.append(f"- {named(summary, first)} {says} {named(summary, then)}")
    yield "\n".join(lines)


def agreed(summary: Summary) -> Iterator[str]:
    """How far annotators agree."""
    if summary.agreement is not None:
        yield "## Agreement"
        yield inert(agreement(summary.agreement))


def timeline(summary: Summary) -> Iterator[str]:
    """Every judgement in the course of time, what was superseded among them."""
    yield "## Timeline of judgements"
    if not summary.events:
        yield "None yet."
        return
    events = summary.events[-_LISTED_EVENTS:]
    if (more := len(summary.events) - len(events)) > 0:
        yield f"The latest; {more:,} earlier ones are in the JSON export."
    yield "\n".join(f"{number}. {_event(summary, event)}" for number, event in enumerate(events, more + 1))


def _event(summary: Summary, event: Event) -> str:
    when = inert(event.created[:16].replace("T", " "))
    what = inert(event.said)
    where = f" in {named(summary, event.document)}" if event.document else ""
    quote = f" “{inert(event.quote, 80)}”" if event.quote.strip() else ""
    over = " *Superseded since.*" if event.superseded_by else ""
    return f"{when} **{inert(event.annotator)}**: {what}{quote}{where}.{over}"
