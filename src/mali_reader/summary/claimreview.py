"""Settled claims as schema.org ClaimReview, for search engines and fact-check aggregators.

Only claims on which nobody differs, or on which somebody decided, are published. Ratings are words: the program has no
scale of its own, and makes none up.
"""

from typing import Any

from mali_reader.display import visible_lines
from mali_reader.errors import MaliReaderError
from mali_reader.review.claims import Appearance, Claim, Status
from mali_reader.summary.addresses import address_of
from mali_reader.summary.embedding import embeddable_json
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.model import Publisher, Summary

_SETTLED = (Status.VERIFIED, Status.DISPUTED)
_MEND = 'write in mali-reader.toml: [claimreview], below it name = "…" and url = "https://…"'

Json = dict[str, Any]


def render_claimreview(summary: Summary, _layout: Layout = PLAIN) -> str:
    """JSON-LD that may stand in a script element of a page, ending with a line end.

    Raises MaliReaderError where the settings do not name who publishes it.
    """
    publisher = summary.publisher
    if publisher is None or not publisher.name.strip() or address_of(publisher.url) is None:
        raise MaliReaderError(f"ClaimReview needs who answers for it, a name and an address; {_MEND}")
    settled = (claim for claim in summary.claims if claim.status in _SETTLED)
    graph = [_review(summary, claim, publisher) for claim in settled]
    return embeddable_json({"@context": "https://schema.org", "@graph": graph}) + "\n"


def _review(summary: Summary, claim: Claim, publisher: Publisher) -> Json:
    said = claim.adjudications or claim.verdicts
    notes = [one.ground for one in claim.adjudications] or [one.note for one in claim.verdicts]
    evidence = [item.archived or item.url for verdict in claim.verdicts for item in verdict.evidence]
    page = address_of(publisher.url) or ""
    return _known(
        {
            "@type": "ClaimReview",
            "url": f"{page.split('#', 1)[0]}#{claim.id}",
            "claimReviewed": visible_lines(claim.wording),
            "datePublished": max(one.created for one in said)[:10],
            "author": {"@type": "Organization", "name": visible_lines(publisher.name), "url": page},
            "reviewRating": {"@type": "Rating", "alternateName": claim.status.value.capitalize()},
            "reviewBody": "\n\n".join(visible_lines(note) for note in notes if note.strip()),
            "citation": list(dict.fromkeys(address for url in evidence if (address := address_of(url)))),
            "license": publisher.license and address_of(publisher.license),
            "itemReviewed": {
                "@type": "Claim",
                "appearance": [_appearance(summary, appearance) for appearance in claim.appearances],
            },
        }
    )


def _appearance(summary: Summary, appearance: Appearance) -> Json:
    report = summary.report(appearance.document)
    if report is None:
        return {"@type": "CreativeWork", "name": visible_lines(appearance.document)}
    return _known(
        {
            "@type": "NewsArticle" if report.outlet else "CreativeWork",
            "headline": visible_lines(report.title),
            "url": next((address for address in map(address_of, report.sources) if address), None),
            "datePublished": report.published and visible_lines(report.published),
            "publisher": {"@type": "Organization", "name": visible_lines(report.outlet)} if report.outlet else None,
            "author": {"@type": "Person", "name": visible_lines(report.author)} if report.author else None,
        }
    )


def _known(value: Json) -> Json:
    return {name: inner for name, inner in value.items() if inner}
