"""What is left to judge, and what deserves a look first."""

from itertools import pairwise

from claiming import claims, corpus, document, link, overlaps, span, verdict
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.annotations.statements import new_dismissal
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.review.checkable import checkable_sentences
from mali_reader.review.queue import Queue, Rank, build_queue, find_backlog
from mali_reader.review.review import Review

COPIED = "The harbour council voted on Friday to close the northern pier of Lindhaven for long repairs."
SHARED = "Fishing boats from Mopti will move on Monday to the old dock beside the crowded fish market."
COUNTED = "The harbour master counted 870 boats there in July."
KNOWN = corpus(
    a=f"{COPIED}\n{SHARED}\n\n{COUNTED}\n\nIt was so.",
    b=f"{COPIED}\n{SHARED}",
    c=f"{SHARED}\n\nThe harbour master spoke of 780 boats that summer.",
    d="Nobody was hurt.\n\nIt is how it is.",
)
POINT = Discrepancy(
    "d-1",
    MentionKind.NUMBER,
    Severity.CONFLICT,
    (
        DiscrepancyValue("870 boats", (span(KNOWN, "a", "870 boats"),)),
        DiscrepancyValue("780 boats", (span(KNOWN, "c", "780 boats"),)),
    ),
    "",
)
FOUND = Findings(discrepancies=(POINT,), origin={"a": "a", "b": "a", "c": "c", "d": "d"})
BACKLOG = find_backlog(KNOWN, overlaps(KNOWN), FOUND)


def told(queue: Queue) -> list[tuple[str, str, str]]:
    return [(item.rank.name, item.reason, item.wording(KNOWN)) for item in queue.items]


def test_nothing_judged_orders_by_conflict_copies_and_carriers() -> None:
    queue = build_queue(Review(), BACKLOG)
    ranks = [item.rank for item in queue.items]
    assert ranks == sorted(ranks)
    assert [(rank, reason) for rank, reason, _ in told(queue)[:2]] == [
        ("DISCREPANT", "documents disagree: “870 boats” / “780 boats”")
    ] * 2
    assert ("COPIED", "2 documents, 1 origin", COPIED) in told(queue)
    assert ("CARRIED", "3 documents, 2 origins", SHARED) in told(queue)
    assert ("ALONE", "negation", "Nobody was hurt.") in told(queue)
    assert (queue.unjudged, queue.unsettled, queue.judged) == (len(queue.items), 0, 0)


def test_what_asserts_nothing_checkable_is_left_out() -> None:
    words = {wording for _, _, wording in told(build_queue(Review(), BACKLOG))}
    assert not {"It was so.", "It is how it is."} & words


def test_a_claim_takes_the_place_of_its_sentences() -> None:
    before = build_queue(Review(), BACKLOG)
    said = [verdict(KNOWN, "a", COPIED)]
    one = build_queue(Review(claims(KNOWN, said)), BACKLOG)
    assert (one.unjudged, one.judged) == (before.unjudged - 1, 1)
    linked = claims(KNOWN, said, [link(KNOWN, ("a", COPIED), ("b", COPIED))])
    both = build_queue(Review(linked), BACKLOG)
    assert (both.unjudged, both.judged) == (before.unjudged - 2, 1)
    assert both.items[-1].claim == linked[0]


def test_what_is_contested_or_stale_comes_before_everything() -> None:
    said = [verdict(KNOWN, "d", "Nobody was hurt."), verdict(KNOWN, "d", "Nobody was hurt.", "disputed", "Bea")]
    said.append(verdict(corpus(e="Gone is gone."), "e", "Gone is gone."))
    queue = build_queue(Review(claims(KNOWN, said)), BACKLOG)
    assert [item.rank for item in queue.items[:3]] == [Rank.CONTESTED, Rank.STALE, Rank.DISCREPANT]
    assert queue.items[1].span is None
    assert queue.items[1].wording(KNOWN) == "Gone is gone."


def test_a_dismissed_conflict_no_longer_counts() -> None:
    dismissal = new_dismissal("Ann", "d-1", "other summers")
    queue = build_queue(Review(dismissals=(dismissal,)), BACKLOG)
    assert queue.counts[Rank.DISCREPANT] == 0
    assert len(queue.items) == len(BACKLOG.items)
    assert {wording for _, _, wording in told(queue)} >= {COUNTED}


def test_copies_stand_together() -> None:
    words = [wording for _, _, wording in told(build_queue(Review(), BACKLOG))]
    places = [number for number, wording in enumerate(words) if wording == SHARED]
    assert places == list(range(places[0], places[0] + 3))


SENTENCES = [item.span for item in BACKLOG.items if item.span is not None]


@given(
    st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(["verified", "disputed"]), st.sampled_from("AB")))
)
def test_every_sentence_is_in_the_queue_once_and_in_order(drawn: list) -> None:  # type: ignore[type-arg]
    said = [verdict(KNOWN, place.document, KNOWN.text_of(place), judged, name) for place, judged, name in drawn]
    queue = build_queue(Review(claims(KNOWN, said)), BACKLOG)
    assert sorted(item.span for item in queue.items if item.span is not None) == sorted(SENTENCES)
    assert all(one.rank <= other.rank for one, other in pairwise(queue.items))
    assert sum(queue.counts.values()) == len(queue.items) == queue.unjudged + queue.unsettled + queue.judged


def test_signs_of_every_sort_of_fact_are_seen() -> None:
    paragraph = "\n".join(
        [
            "It cost $5.",
            "Twelve left.",
            "He left in July.",
            "They didn't go.",
            "Then Ana came.",
            "Ana left.",
            "So be it.",
        ]
    )
    found = {
        document("x", paragraph).slice(part): kinds for part, kinds in checkable_sentences(document("x", paragraph))
    }
    assert found == {
        "It cost $5.": (MentionKind.NUMBER, MentionKind.MONEY),
        "Twelve left.": (MentionKind.NUMBER,),
        "He left in July.": (MentionKind.DATE,),
        "They didn't go.": (MentionKind.NEGATION,),
        "Then Ana came.": (MentionKind.NAME,),
        "Ana left.": (MentionKind.NAME,),
    }
