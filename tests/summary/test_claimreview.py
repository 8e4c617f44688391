"""ClaimReview: settled claims only, in somebody's name."""

import json
from typing import Any

import pytest
from telling import OVERLAPS, VERDICTS, A, B, C, summarise

from mali_reader.errors import MaliReaderError
from mali_reader.review.claims import Status
from mali_reader.summary.claimreview import render_claimreview
from mali_reader.summary.model import Publisher

NEEDED = {"@type", "url", "claimReviewed", "datePublished", "author", "reviewRating", "itemReviewed"}


def reviews(**known: Any) -> list[Any]:
    """The reviews of a summary."""
    value = json.loads(render_claimreview(summarise((A, B, C), OVERLAPS, VERDICTS, **known)))
    assert value["@context"] == "https://schema.org"
    return list(value["@graph"])


def test_settled_claims_are_published_and_contested_ones_are_not() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS)
    settled = [claim for claim in summary.claims if claim.status in (Status.VERIFIED, Status.DISPUTED)]
    assert len(settled) < len(summary.claims)
    told = reviews()
    assert [(one["claimReviewed"], one["reviewRating"]["alternateName"].lower()) for one in told] == [
        (claim.wording, claim.status.value) for claim in settled
    ]
    for one in told:
        assert one.keys() >= NEEDED
        assert one["author"]["name"] == "The Desk"
        assert one["url"].startswith("https://desk.example.org/checks#c-")
        assert "ratingValue" not in one["reviewRating"]


@pytest.mark.parametrize("publisher", [None, Publisher("", "https://a.org/"), Publisher("The Desk", "a.org")])
def test_nobody_is_made_up_to_answer_for_it(publisher: Publisher | None) -> None:
    with pytest.raises(MaliReaderError, match=r"mali-reader\.toml"):
        reviews(publisher=publisher)
