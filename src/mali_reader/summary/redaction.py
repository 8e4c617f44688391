"""Keep back quotes, for rights, and names, for people's sake.

A record that was changed carries a mark, so that nobody takes it for the stored one.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mali_reader.review.agreement import agreement
from mali_reader.review.claims import Claim
from mali_reader.summary.model import Difference, Pair, Quote, Saying, Summary, Twin

MARK = "redacted"
"""The field that changed records carry."""


def shortened(summary: Summary, longest: int) -> Summary:
    """The summary with no text of a document longer than `longest` code points, and no document whole."""
    claims = tuple(_short_claim(claim, longest) for claim in summary.claims)
    return replace(
        summary,
        reports=tuple(replace(report, text="") for report in summary.reports),
        claims=claims,
        agreement=summary.agreement and agreement(claims),
        pairs=tuple(_short_pair(pair, longest) for pair in summary.pairs),
        twins={name: tuple(_short_twin(twin) for twin in twins) for name, twins in summary.twins.items()},
        differences=tuple(_short_difference(found, longest) for found in summary.differences),
        events=tuple(replace(event, quote=_short(event.quote, longest)) for event in summary.events),
        records=tuple(_short_record(record, longest) for record in summary.records),
        redacted=True,
    )


def anonymised(summary: Summary) -> Summary:
    """The summary with annotators numbered in the order in which they first said something."""
    names = dict.fromkeys(event.annotator for event in summary.events)
    names |= dict.fromkeys(summary.annotators)
    names |= dict.fromkeys(one.annotator for claim in summary.claims for one in claim.adjudications)
    names |= dict.fromkeys(one.annotator for found in summary.differences for one in found.dismissals)
    called = {name: f"Annotator {number}" for number, name in enumerate(names, 1)}
    claims = tuple(_anonymous_claim(claim, called) for claim in summary.claims)
    return replace(
        summary,
        claims=claims,
        differences=tuple(
            replace(found, dismissals=tuple(replace(d, annotator=called[d.annotator]) for d in found.dismissals))
            for found in summary.differences
        ),
        events=tuple(replace(event, annotator=called[event.annotator]) for event in summary.events),
        agreement=summary.agreement and agreement(claims),
        records=tuple({**record, "annotator": called.get(_name(record), ""), MARK: True} for record in summary.records),
        redacted=True,
    )


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rstrip() + "…"


def _short_claim(claim: Claim, longest: int) -> Claim:
    places = tuple(
        replace(place, text=_short(place.text, longest), quote=_short(place.quote, longest))
        for place in claim.appearances
    )
    return replace(claim, wording=_short(claim.wording, longest), appearances=places)


def _short_pair(pair: Pair, longest: int) -> Pair:
    shared = (
        replace(one, left=_short_quote(one.left, longest), right=_short_quote(one.right, longest), sentences=())
        for one in pair.shared
    )
    return replace(pair, shared=tuple(shared))


def _short_twin(twin: Twin) -> Twin:
    return replace(twin, own=replace(twin.own, text=""), other=replace(twin.other, text=""))


def _short_difference(found: Difference, longest: int) -> Difference:
    sayings = (
        Saying(_short(one.value, longest), tuple(_short_quote(quote, longest) for quote in one.quotes))
        for one in found.values
    )
    return replace(found, about=_short(found.about, longest), values=tuple(sayings))


def _short_quote(quote: Quote, longest: int) -> Quote:
    return replace(quote, text=_short(quote.text, longest))


def _short_record(record: Mapping[str, Any], longest: int) -> Mapping[str, Any]:
    made = {**record, MARK: True}
    if isinstance(record.get("target"), dict):
        made["target"] = _short_target(record["target"], longest)
    if isinstance(record.get("targets"), list):
        made["targets"] = [_short_target(one, longest) if isinstance(one, dict) else one for one in record["targets"]]
    if isinstance(record.get("values"), list):
        made["values"] = [_short(one, longest) if isinstance(one, str) else one for one in record["values"]]
    return made


def _short_target(target: Mapping[str, Any], longest: int) -> Mapping[str, Any]:
    exact = target.get("exact")
    return {**target, "exact": _short(exact, longest) if isinstance(exact, str) else "", "prefix": "", "suffix": ""}


def _anonymous_claim(claim: Claim, called: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        verdicts=tuple(replace(one, annotator=called[one.annotator]) for one in claim.verdicts),
        adjudications=tuple(replace(one, annotator=called[one.annotator]) for one in claim.adjudications),
        links=tuple(replace(one, annotator=called.get(one.annotator, "")) for one in claim.links),
    )


def _name(record: Mapping[str, Any]) -> str:
    name = record.get("annotator")
    return name if isinstance(name, str) else ""
