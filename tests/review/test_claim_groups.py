"""A claim is one thing wherever somebody confirmed that it stands, and one verdict counts for all of it."""

from dataclasses import replace

from claiming import claims, corpus, link, verdict
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.annotations.records import Judgement
from mali_reader.annotations.statements import new_adjudication
from mali_reader.review.claims import Status
from mali_reader.review.review import Review

KNOWN = corpus(
    a="Ten boats left the port.\nRain fell.",
    b="Ten boats left the port.\nSnow fell.",
    c="Ten boats left.\nSun shone.",
)
BOATS = [("a", "Ten boats left the port."), ("b", "Ten boats left the port."), ("c", "Ten boats left.")]


def test_unlinked_copies_are_claims_of_their_own() -> None:
    found = claims(KNOWN, [verdict(KNOWN, *BOATS[0]), verdict(KNOWN, *BOATS[1], "disputed")])
    assert [(claim.status, len(claim.appearances)) for claim in found] == [
        (Status.VERIFIED, 1),
        (Status.DISPUTED, 1),
    ]


def test_a_linked_copy_carries_the_verdict_and_an_unlinked_one_does_not() -> None:
    (claim,) = claims(KNOWN, [verdict(KNOWN, *BOATS[0])], [link(KNOWN, BOATS[0], BOATS[1])])
    assert claim.status is Status.VERIFIED
    assert [appearance.document for appearance in claim.appearances] == ["a", "b"]
    review = Review((claim,))
    assert review.of("b") == (claim,)
    assert review.of("c") == ()


def test_the_appearance_that_was_judged_first_comes_first_and_names_the_claim() -> None:
    said = verdict(KNOWN, *BOATS[2])
    (claim,) = claims(KNOWN, [said], [link(KNOWN, BOATS[0], BOATS[2])])
    (alone,) = claims(KNOWN, [said])
    assert claim.id == alone.id
    assert claim.wording == "Ten boats left."


def test_a_linked_claim_answers_to_all_its_names() -> None:
    said = [verdict(KNOWN, *BOATS[0]), verdict(KNOWN, *BOATS[1])]
    before = claims(KNOWN, said)
    after = Review(claims(KNOWN, said, [link(KNOWN, BOATS[0], BOATS[1])]))
    assert {after.claim(claim.id) for claim in before} == set(after.claims)
    assert after.claim("c-nothing") is None


def test_people_who_differ_on_two_copies_contest_one_claim() -> None:
    said = [verdict(KNOWN, *BOATS[0]), verdict(KNOWN, *BOATS[1], "disputed", "Bea")]
    (claim,) = claims(KNOWN, said, [link(KNOWN, BOATS[0], BOATS[1])])
    assert claim.status is Status.CONTESTED
    assert {one.annotator for one in claim.verdicts} == {"Ann", "Bea"}


def test_what_somebody_calls_different_stays_apart() -> None:
    links = [link(KNOWN, BOATS[0], BOATS[1]), link(KNOWN, BOATS[1], BOATS[0], "different")]
    found = claims(KNOWN, [verdict(KNOWN, *BOATS[0])], links)
    assert [appearance.document for claim in found for appearance in claim.appearances if claim.verdicts] == ["a"]


def test_links_without_a_verdict_are_a_claim_that_nobody_reviewed() -> None:
    (claim,) = claims(KNOWN, (), [link(KNOWN, BOATS[0], BOATS[1])])
    assert claim.status is Status.UNREVIEWED
    assert len(claim.appearances) == 2


def test_origins_are_counted_over_all_documents_of_a_claim() -> None:
    asked = []

    def origins(documents: frozenset[str]) -> int:
        asked.append(documents)
        return 7

    links = [link(KNOWN, BOATS[0], BOATS[1]), link(KNOWN, BOATS[1], BOATS[2])]
    (claim,) = claims(KNOWN, [verdict(KNOWN, *BOATS[0])], links, origins=origins)
    assert (claim.origins, asked) == (7, [frozenset("abc")])
    (alone,) = claims(KNOWN, [verdict(KNOWN, *BOATS[0])], origins=origins)
    assert alone.origins == 1


def test_an_adjudication_settles_what_is_contested() -> None:
    said = [verdict(KNOWN, *BOATS[0]), verdict(KNOWN, *BOATS[0], "disputed", "Bea")]
    decision = new_adjudication("Cy", said[1].target, Judgement.DISPUTED, "the log")
    (claim,) = claims(KNOWN, said, adjudications=[decision])
    assert claim.status is Status.DISPUTED
    assert claim.adjudications == (decision,)
    other = new_adjudication("Di", said[1].target, Judgement.VERIFIED, "the photo")
    (again,) = claims(KNOWN, said, adjudications=[decision, other])
    assert again.status is Status.CONTESTED


def test_a_copy_whose_facts_changed_no_longer_carries_the_verdict() -> None:
    linked = link(KNOWN, BOATS[0], BOATS[1])
    edited = corpus(a="Ten boats left the port.\nRain fell.", b="Nine boats left the port.\nSnow fell.", c="Sun shone.")
    (claim,) = claims(edited, [verdict(KNOWN, *BOATS[0])], [linked])
    assert [appearance.document for appearance in claim.appearances] == ["a"]


def test_a_claim_of_which_a_copy_is_gone_still_stands() -> None:
    without = corpus(a="Ten boats left the port.\nRain fell.", c="Sun shone.")
    (claim,) = claims(without, [verdict(KNOWN, *BOATS[0])], [link(KNOWN, BOATS[0], BOATS[1])])
    assert claim.status is Status.VERIFIED
    assert [appearance.start is None for appearance in claim.appearances] == [False, True]
    assert [place.document for place in claim.places] == ["a"]
    (lost,) = claims(corpus(c="Sun shone."), [verdict(KNOWN, *BOATS[0])])
    assert lost.status is Status.STALE


@given(st.data())
def test_claims_depend_on_no_order(data: st.DataObject) -> None:
    places = [*BOATS, ("a", "Rain fell."), ("b", "Snow fell.")]
    pick = st.sampled_from(places)
    said = [
        verdict(KNOWN, *place, judgement, name)
        for place, judgement, name in data.draw(
            st.lists(st.tuples(pick, st.sampled_from(["verified", "disputed"]), st.sampled_from("AB")), max_size=5)
        )
    ]
    drawn = data.draw(st.lists(st.tuples(pick, pick, st.sampled_from(["same", "different"])), max_size=5))
    links = [link(KNOWN, *pair) for pair in drawn]
    turned = [replace(one, one=one.other, other=one.one) for one in links]
    mixed = claims(KNOWN, data.draw(st.permutations(said)), data.draw(st.permutations(turned)))
    straight = claims(KNOWN, said, links)
    assert [(c.id, c.status, c.verdicts, c.appearances) for c in mixed] == [
        (c.id, c.status, c.verdicts, c.appearances) for c in straight
    ]
    assert sum(len(claim.verdicts) for claim in straight) == len(said)


def test_an_appearance_tells_what_was_judged_and_what_stands_there_today() -> None:
    edited = corpus(a="Nine boats left the port.\nRain fell.", b="Ten  boats left the port.", c="Sun shone.")
    stale, same, gone = claims(edited, [verdict(KNOWN, *place) for place in BOATS])
    assert [(one.quote, one.text, one.stale) for one in stale.appearances] == [
        ("Ten boats left the port.", "Nine boats left the port.", True)
    ]
    assert [(one.quote, one.text, one.stale) for one in same.appearances] == [
        ("Ten boats left the port.", "Ten  boats left the port.", False)
    ]
    assert [(one.quote, one.text, one.start) for one in gone.appearances] == [
        ("Ten boats left.", "Ten boats left.", None)
    ]


def test_where_one_judged_before_a_change_and_another_after_it_both_texts_are_told() -> None:
    edited = corpus(a="Nine boats left the port.\nRain fell.", b="Snow fell.", c="Sun shone.")
    after = verdict(edited, "a", "Nine boats left the port.", annotator="Bea")
    (claim,) = claims(edited, [after, verdict(KNOWN, *BOATS[0])])
    assert claim.status is Status.STALE
    assert [(one.quote, one.text, one.stale) for one in claim.appearances] == [
        ("Ten boats left the port.", "Nine boats left the port.", True)
    ]
