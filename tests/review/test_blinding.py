"""Nobody sees how others judged a claim before they judged it themselves."""

from claiming import claims, corpus, link, target, verdict
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.annotations.history import InForce, standing
from mali_reader.annotations.records import Adjudication, Judgement, Link, Verdict
from mali_reader.annotations.statements import new_adjudication, statement_record
from mali_reader.review.blinding import blinded, blinded_records, seen_by
from mali_reader.review.claims import Claim, Status

NAMES = ("Ann", "Ben", "Cho")
QUOTES = (("a", "Rain fell on Norrby."), ("b", "It rained in Norrby."), ("a", "Nobody sold herring."))
KNOWN = corpus(a="Rain fell on Norrby.\nNobody sold herring.", b="It rained in Norrby.\nThe sun set at nine.")


def claims_of(said: InForce) -> tuple[Claim, ...]:
    return claims(KNOWN, said.verdicts, said.links, said.adjudications)


def seen(said: InForce, annotator: str) -> InForce:
    return blinded(said, seen_by(annotator, claims_of(said)))


def test_a_verdict_of_another_is_hidden_with_its_claim_until_ones_own_is_given() -> None:
    theirs = verdict(KNOWN, *QUOTES[0], "disputed", "Ben")
    assert claims_of(seen(InForce((theirs,)), "Ann")) == ()
    mine = verdict(KNOWN, *QUOTES[0], "verified", "Ann")
    (claim,) = claims_of(seen(InForce((theirs, mine)), "Ann"))
    assert claim.status is Status.CONTESTED
    assert {one.annotator for one in claim.verdicts} == {"Ann", "Ben"}


def test_a_verdict_on_another_claim_opens_nothing() -> None:
    theirs, mine = verdict(KNOWN, *QUOTES[0], "disputed", "Ben"), verdict(KNOWN, *QUOTES[2], "verified", "Ann")
    assert seen(InForce((theirs, mine)), "Ann").verdicts == (mine,)


def test_what_others_said_of_a_copy_is_seen_once_either_is_judged() -> None:
    joined = link(KNOWN, QUOTES[0], QUOTES[1])
    theirs, mine = verdict(KNOWN, *QUOTES[1], "disputed", "Ben"), verdict(KNOWN, *QUOTES[0], "verified", "Ann")
    assert seen(InForce((theirs,), (joined,)), "Ann").verdicts == ()
    assert seen(InForce((theirs, mine), (joined,)), "Ann").verdicts == (theirs, mine)


def test_a_decision_is_hidden_as_a_verdict_is() -> None:
    decision = new_adjudication("Ben", target(KNOWN, *QUOTES[0]), Judgement.DISPUTED, "the list says so")
    assert seen(InForce(adjudications=(decision,)), "Ann").adjudications == ()
    mine = verdict(KNOWN, *QUOTES[0], "verified", "Ann")
    assert seen(InForce((mine,), adjudications=(decision,)), "Ann").adjudications == (decision,)


def test_records_of_claims_that_may_not_be_seen_are_left_out_earlier_ones_too() -> None:
    theirs, mine = verdict(KNOWN, *QUOTES[0], "disputed", "Ben"), verdict(KNOWN, *QUOTES[2], "verified", "Ann")
    records = [statement_record(one) for one in (theirs, mine)]
    sees = seen_by("Ann", claims_of(standing(records)))
    assert [record.annotator for record in blinded_records(records, sees)] == ["Ann"]


@st.composite
def _said(draw: st.DrawFn) -> InForce:
    verdicts: list[Verdict] = []
    for name, quote in QUOTES:
        for who in draw(st.sets(st.sampled_from(NAMES))):
            verdicts.append(verdict(KNOWN, name, quote, draw(st.sampled_from(["verified", "disputed"])), who))
    links: tuple[Link, ...] = (link(KNOWN, QUOTES[0], QUOTES[1]),) if draw(st.booleans()) else ()
    decided: tuple[Adjudication, ...] = ()
    if draw(st.booleans()):
        decided = (new_adjudication("Cho", target(KNOWN, *QUOTES[0]), Judgement.VERIFIED, "the list"),)
    return InForce(tuple(verdicts), links, (), decided)


@given(_said())
def test_what_is_seen_is_all_of_the_claims_that_one_judged_and_of_the_others_ones_own(said: InForce) -> None:
    told = claims_of(said)
    for annotator in NAMES:
        shown = seen(said, annotator)
        assert seen(shown, annotator) == shown
        of_shown = {claim.id: claim for claim in claims_of(shown)}
        for claim in told:
            if claim.verdict_by(annotator) is not None:
                assert of_shown[claim.id] == claim
        for claim in of_shown.values():
            if claim.verdict_by(annotator) is None:
                assert not claim.verdicts
                assert {one.annotator for one in claim.adjudications} <= {annotator}


@given(_said())
def test_who_judged_every_claim_sees_everything(said: InForce) -> None:
    for annotator in NAMES:
        if all(claim.verdict_by(annotator) for claim in claims_of(said)):
            assert seen(said, annotator) == said
