"""How close two mentions stand: the surest of the aligned sentences that hold both."""

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.alignment import Alignment, connected
from mali_reader.corroboration.model import Mention, MentionKind
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair

PLACES = st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda told: (told[0], told[0] + told[1]))
PAIRS = st.lists(st.tuples(st.sampled_from(OverlapKind), st.sampled_from([0.3, 0.6, 0.9]), PLACES, PLACES))


def mention(document: str, place: tuple[int, int]) -> Mention:
    span = Span(document, *place)
    return Mention(MentionKind.NAME, span, span, span, "x")


def overlap(one: str, other: str, sentences: tuple[SentencePair, ...] = ()) -> Overlap:
    return Overlap(OverlapKind.EDITED, 0.9, Span(one, 0, 40), Span(other, 0, 40), sentences)


@given(PAIRS, PLACES, PLACES)
def test_mentions_are_as_close_as_the_surest_sentences_around_both(
    pairs: list[tuple[OverlapKind, float, tuple[int, int], tuple[int, int]]],
    left: tuple[int, int],
    right: tuple[int, int],
) -> None:
    sentences = tuple(
        SentencePair(kind, score, Span("a", *one), Span("b", *other)) for kind, score, one, other in pairs
    )
    alignment = Alignment.of([overlap("a", "b", sentences)])
    around = [
        0.5 * score if kind is OverlapKind.PARAPHRASE else 1.0
        for kind, score, one, other in pairs
        if one[0] <= left[0] and left[1] <= one[1] and other[0] <= right[0] and right[1] <= other[1]
    ]
    expected = max(around, default=0.0)
    assert alignment.closeness(mention("a", left), mention("b", right)) == expected
    assert alignment.closeness(mention("b", right), mention("a", left)) == expected
    assert alignment.closeness(mention("a", left), mention("c", right)) == 0.0


NAMES = st.sampled_from("abcdefgh")


@given(st.lists(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1])))
def test_documents_that_overlap_are_kept_together_and_others_apart(pairs: list[tuple[str, str]]) -> None:
    overlaps = [overlap(*pair) for pair in pairs]
    groups = connected(overlaps)
    assert sorted(map(repr, overlaps)) == sorted(repr(one) for group in groups for one in group)
    held = [{side.document for one in group for side in (one.left, one.right)} for group in groups]
    assert sum(map(len, held)) == len(set().union(*held))
    for group, documents in zip(groups, held, strict=True):
        reached = {group[0].left.document}
        for _ in documents:
            reached |= {
                side.document
                for one in group
                if {one.left.document, one.right.document} & reached
                for side in (one.left, one.right)
            }
        assert reached == documents
