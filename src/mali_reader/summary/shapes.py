"""The JSON of documents and claims, as commands and exports give it."""

from collections.abc import Mapping

from mali_reader.annotations.records import Adjudication, Verdict
from mali_reader.review.agreement import Agreement
from mali_reader.review.claims import Appearance, Claim, Status
from mali_reader.summary.model import Report
from mali_reader.summary.spans import Json, span_shape


def report_shape(report: Report) -> Json:
    """A document with what is known of it, without its text."""
    return {
        "id": report.id,
        "title": report.title,
        "path": report.path,
        "published": report.published,
        "outlet": report.outlet,
        "author": report.author,
        "sources": list(report.sources),
        "tags": list(report.tags),
        "language": report.language,
        "words": report.words,
        "paragraphs": report.paragraphs,
        "overlaps": report.overlaps,
        "claims": sum(report.claims.values()),
        **_counts(report.claims),
        "sha256": report.sha256,
    }


def claim_shape(claim: Claim) -> Json:
    """A claim with its appearances and its verdicts."""
    return {
        "id": claim.id,
        "wording": claim.wording,
        "status": claim.status.value,
        "origins": claim.origins,
        "appearances": [_appearance(appearance) for appearance in claim.appearances],
        "verdicts": [verdict_shape(verdict) for verdict in claim.verdicts],
        "adjudications": [adjudication_shape(decision) for decision in claim.adjudications],
    }


def _appearance(appearance: Appearance) -> Json:
    """`text` is what stands there today, `quote` what was judged."""
    return {
        **span_shape(appearance, appearance.text),
        "anchor": str(appearance.anchor),
        "quote": appearance.quote,
        "stale": appearance.stale,
    }


def adjudication_shape(decision: Adjudication) -> Json:
    """Somebody's decision on a contested claim."""
    return {
        "record": decision.id,
        "annotator": decision.annotator,
        "verdict": decision.judgement.value,
        "ground": decision.ground,
        "created": decision.created,
    }


def verdict_shape(verdict: Verdict) -> Json:
    """One annotator's judgement."""
    return {
        "record": verdict.id,
        "annotator": verdict.annotator,
        "verdict": verdict.judgement.value,
        "note": verdict.note,
        "confidence": verdict.confidence,
        "evidence": [
            {
                "url": evidence.url,
                "stance": evidence.stance.value,
                "archived": evidence.archived,
                "accessed": evidence.accessed,
            }
            for evidence in verdict.evidence
        ],
        "created": verdict.created,
    }


def agreement_shape(found: Agreement) -> Json:
    """How far annotators agree; what is not defined is null."""
    return {
        "claims": found.claims,
        "judged": found.judged,
        "annotators": list(found.annotators),
        "comparisons": found.comparisons,
        "percent": found.percent,
        "alpha": found.alpha,
        "pairs": [
            {
                "annotators": list(pair.annotators),
                "claims": pair.claims,
                "percent": pair.percent,
                "kappa": pair.kappa,
                "disagreements": [claim.id for claim in pair.disagreements],
            }
            for pair in found.pairs
        ],
        "disagreements": [
            {
                "id": claim.id,
                "wording": claim.wording,
                "verdicts": {verdict.annotator: verdict.judgement.value for verdict in claim.verdicts},
            }
            for claim in found.disagreements
        ],
    }


def _counts(claims: Mapping[Status, int]) -> dict[str, int]:
    told = (Status.VERIFIED, Status.DISPUTED, Status.CONTESTED, Status.STALE)
    return {status.value: claims.get(status, 0) for status in told}
