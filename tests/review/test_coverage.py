"""How much of a corpus is judged."""

from dataclasses import replace

from claiming import claims, corpus, link, verdict
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.annotations.records import Judgement
from mali_reader.corpus.model import BlockKind, Corpus
from mali_reader.review.coverage import judged_sentences
from mali_reader.review.review import Review

KNOWN = corpus(a="Rain fell on Norrby.\nNobody sold herring.", b="It rained in Norrby.\nThe sun set at nine.")
PARTS = [("a", "Rain"), ("a", "Norrby.\x20Nobody"), ("a", "herring"), ("b", "It rained in Norrby."), ("b", "set at")]


def with_kind(kind: BlockKind) -> Corpus:
    """The same text, whose first report is all of that kind."""
    first, second = KNOWN.documents
    return Corpus((replace(first, blocks=tuple(replace(block, kind=kind) for block in first.blocks)), second))


@given(
    st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(list(Judgement))), max_size=6),
    st.sampled_from(list(BlockKind)),
)
def test_never_more_is_judged_than_can_be(said: list[tuple[tuple[str, str], Judgement]], kind: BlockKind) -> None:
    known = with_kind(kind)
    review = Review(claims(known, [verdict(known, *part, judgement) for part, judgement in said]))
    assert 0 <= judged_sentences(review, known) <= known.sentences


def test_a_sentence_counts_once_a_title_too_and_furniture_not() -> None:
    twice = [verdict(KNOWN, "a", "Rain"), verdict(KNOWN, "a", "fell on"), verdict(KNOWN, "a", "Nobody")]
    for kind, judged, all_of_them in ((BlockKind.TITLE, 2, 4), (BlockKind.FURNITURE, 0, 2)):
        known = with_kind(kind)
        assert (judged_sentences(Review(claims(known, twice)), known), known.sentences) == (judged, all_of_them)


def test_what_is_not_found_any_more_counts_for_nothing() -> None:
    left = Corpus(KNOWN.documents[1:])
    review = Review(claims(left, [verdict(KNOWN, "a", "Nobody sold herring.")]))
    assert len(review.judged) == 1
    assert judged_sentences(review, left) == 0


def test_a_link_alone_judges_nothing_and_a_verdict_on_a_copy_judges_both() -> None:
    joined = link(KNOWN, ("a", "Rain fell on Norrby."), ("b", "It rained in Norrby."))
    linked = Review(claims(KNOWN, links=[joined]))
    assert (len(linked.claims), len(linked.judged), judged_sentences(linked, KNOWN)) == (1, 0, 0)
    judged = Review(claims(KNOWN, [verdict(KNOWN, "b", "It rained in Norrby.")], [joined]))
    assert judged_sentences(judged, KNOWN) == 2
