"""The claims of the page, each with its places, verdicts, evidence and what a machine found elsewhere."""

from collections.abc import Iterator

from mali_reader.annotations.records import Adjudication, Evidence, Verdict
from mali_reader.display import one_line
from mali_reader.progress import Progress, reported, silent
from mali_reader.review.claims import Appearance, Claim
from mali_reader.summary.glance import Side, open_disputes
from mali_reader.summary.html.elements import Child, Html, join, link, tag
from mali_reader.summary.html.parts import badge, claim_link, document_link, section, suggested, table
from mali_reader.summary.html.side_by_side import reworded, twin_rows
from mali_reader.summary.model import Quote, Summary
from mali_reader.summary.wording import JUDGED, MEANING, OPEN, SETTLED, in_telling_order, moved, spread

_CLAIM, _NOTE = 160, 140
_COMPARED_CLAIMS = 150
_COMPARED_TWINS = 6


def claim_sections(summary: Summary, progress: Progress = silent) -> Iterator[Html]:
    """Open disputes in one section, then a section for each other status that a claim has."""
    numbers = {claim.id: number for number, claim in enumerate(in_telling_order(summary), 1)}
    disputes = [claim for status in OPEN for claim in summary.with_status(status)]
    articles = (_claim(summary, claim, numbers[claim.id]) for claim in reported(disputes, "disputes", progress))
    yield section("disputes", "Open disputes", *([_glance(summary), *articles] if disputes else [tag("p", "None.")]))
    for status in SETTLED:
        if claims := summary.with_status(status):
            told = tag("p", f"Here {MEANING[status]}.")
            made = (
                _claim(summary, claim, numbers[claim.id]) for claim in reported(claims, f"{status} claims", progress)
            )
            yield section(status.value, f"{status.value.capitalize()} ({len(claims):,})", told, *made)


def _glance(summary: Summary) -> Html:
    rows = (
        [
            claim_link(one.claim, one.number),
            join(badge(one.claim.status), " ", tag("span", one_line(one.claim.wording, _CLAIM), dir="auto")),
            tag("ul", *(tag("li", *_side(side)) for side in one.sides)),
            tag("ul", *(tag("li", link(url)) for url in one.evidence)) if one.evidence else "none given",
        ]
        for one in open_disputes(summary)
    )
    heads = ["Claim", "What is disputed", "By whom", "On what evidence"]
    return table("What is disputed, by whom and on what evidence", heads, rows, "glance")


def _side(side: Side) -> Iterator[Child]:
    yield tag("span", f"{JUDGED[side.judgement]} {side.judgement}", class_=f"judged {side.judgement}")
    yield " by "
    yield tag("strong", side.annotator)
    if side.note.strip():
        yield ": "
        yield tag("span", one_line(side.note, _NOTE), dir="auto")


def _claim(summary: Summary, claim: Claim, number: int) -> Html:
    anchor = tag("a", "#", href=f"#{claim.id}", class_="permalink", aria_label=f"Link to claim {number}")
    return tag(
        "article",
        tag("h3", f"Claim {number} ", badge(claim.status), " ", anchor),
        tag("blockquote", claim.wording, dir="auto", class_="wording"),
        *(tag("p", *_place(summary, appearance), class_="place") for appearance in claim.appearances),
        tag("p", spread(claim), class_="place") if spread(claim) else None,
        *(_rewording(summary, appearance) for appearance in claim.appearances if moved(appearance)),
        tag("ul", *(tag("li", *_verdict(verdict)) for verdict in claim.verdicts), class_="verdicts")
        if claim.verdicts
        else None,
        *(tag("p", *_adjudication(decision), class_="decision") for decision in claim.adjudications),
        _elsewhere(summary, claim) if number <= _COMPARED_CLAIMS else None,
        id=claim.id,
        class_=f"claim {claim.status}",
    )


def _place(summary: Summary, appearance: Appearance) -> Iterator[Child]:
    yield "In "
    yield document_link(summary, appearance.document)
    if appearance.start is None:
        yield ", where it is not found any more."
    else:
        yield f", characters {appearance.start} to {appearance.end}."


def _rewording(summary: Summary, appearance: Appearance) -> Html:
    """What was judged beside what stands there now, the words that differ marked."""
    before = Quote(appearance.document, 0, len(appearance.quote), appearance.quote)
    now = Quote(appearance.document, appearance.start or 0, appearance.end or 0, appearance.text)
    return reworded(summary, before, now)


def _verdict(verdict: Verdict) -> Iterator[Child]:
    judged = f"{JUDGED[verdict.judgement]} {verdict.judgement}"
    sure = "" if verdict.confidence is None else f", confidence {verdict.confidence:g}"
    yield tag("span", judged, class_=f"judged {verdict.judgement}")
    yield " by "
    yield tag("strong", verdict.annotator)
    yield " on "
    yield verdict.created[:10]
    yield f"{sure}{': ' if verdict.note.strip() else '.'}"
    if verdict.note.strip():
        yield tag("span", verdict.note, class_="note", dir="auto")
    if verdict.evidence:
        yield tag("ul", *(tag("li", _evidence(evidence)) for evidence in verdict.evidence), class_="evidence")


def _adjudication(decision: Adjudication) -> Iterator[Child]:
    yield tag("span", f"{JUDGED[decision.judgement]} {decision.judgement}", class_=f"judged {decision.judgement}")
    yield ", decided by "
    yield tag("strong", decision.annotator)
    yield f" on {decision.created[:10]}: "
    yield tag("span", decision.ground, class_="note", dir="auto")


def _evidence(evidence: Evidence) -> Html:
    return join(
        f"{evidence.stance}: ",
        link(evidence.url),
        *((", archived at ", link(evidence.archived)) if evidence.archived else ()),
        f", accessed on {evidence.accessed}" if evidence.accessed else None,
    )


def _elsewhere(summary: Summary, claim: Claim) -> Html | None:
    twins = [twin for twin in summary.twins.get(claim.id, ()) if twin.own.text and twin.other.text]
    if not twins:
        return None
    told = f"Similar sentences in {len(twins)} other document{'' if len(twins) == 1 else 's'}"
    more = len(twins) - _COMPARED_TWINS
    return tag(
        "details",
        tag("summary", told),
        suggested(),
        twin_rows(summary, twins[:_COMPARED_TWINS]),
        tag("p", f"And in {more:,} more.") if more > 0 else None,
    )
