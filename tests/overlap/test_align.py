"""How the sentences of two blocks are paired."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.model import Document
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.model import SentencePair

from .reports import BRIDGE, BRIDGE_COPY, BRIDGE_WIRE, document

_FACTS = [
    "Engineers discovered cracks in two steel cables of the bridge.",
    "The ferry will run every ten minutes from the old market.",
    "Councillors demanded an inquiry into the halved budget.",
    "About 48,000 vehicles cross the harbour each day.",
    "Schools on the island open an hour later.",
]


def pairs(one: Document, other: Document, *rest: Document) -> list[tuple[str, str, bool]]:
    by_id = {report.id: report for report in (one, other, *rest)}
    return [
        (by_id[pair.left.document].slice(pair.left), by_id[pair.right.document].slice(pair.right), pair.moved)
        for overlap in find_overlaps((one, other, *rest))
        if (overlap.left.document, overlap.right.document) == (one.id, other.id)
        for pair in overlap.sentences
    ]


def test_sentences_in_another_order_are_paired_and_one_of_them_is_moved() -> None:
    found = pairs(BRIDGE_COPY, BRIDGE_WIRE)
    swapped = [(left, right, moved) for left, right, moved in found if left == right]
    assert len(swapped) == 2
    assert sorted(moved for _, _, moved in swapped) == [False, True]


def test_sentences_in_the_same_order_are_not_moved() -> None:
    one, other = document("one", _FACTS), document("two", _FACTS)
    assert pairs(one, other) == [(fact, fact, False) for fact in _FACTS]


def test_a_sentence_split_in_two_is_paired_with_both_halves() -> None:
    whole = (
        "Engineers who inspected the bridge on Monday discovered cracks in two steel cables, and the ferry from the"
        " old market will run every ten minutes until winter."
    )
    halves = [
        "Engineers who inspected the bridge on Monday discovered cracks in two steel cables.",
        "The ferry from the old market will run every ten minutes until winter.",
    ]
    found = pairs(document("one", [whole]), document("two", halves), *BRIDGE)
    assert found == [(whole, " ".join(halves), False)]


def test_sentences_without_a_counterpart_stay_unpaired() -> None:
    one, other = document("one", _FACTS[:3]), document("two", [_FACTS[3], _FACTS[1], _FACTS[4]])
    assert pairs(one, other, *BRIDGE) == [(_FACTS[1], _FACTS[1], False)]


@given(st.permutations(_FACTS), st.lists(st.sampled_from(_FACTS), min_size=1, max_size=6))
def test_pairs_are_runs_of_whole_sentences_in_order_and_no_sentence_is_in_two(
    left: list[str], right: list[str]
) -> None:
    one, other = document("one", left), document("two", right)
    for overlap in find_overlaps((one, other)):
        assert overlap.sentences
        for report, sides in (
            (one, [pair.left for pair in overlap.sentences]),
            (other, [pair.right for pair in overlap.sentences]),
        ):
            starts = [sentence.start for sentence in report.blocks[0].sentences]
            ends = [sentence.end for sentence in report.blocks[0].sentences]
            assert all(side.start in starts and side.end in ends for side in sides)
            ordered = sorted(sides, key=lambda side: side.start)
            assert all(a.end <= b.start for a, b in pairwise(ordered))
        assert list(overlap.sentences) == sorted(overlap.sentences, key=lambda pair: pair.left.start)
        kept = [pair.right.start for pair in overlap.sentences if not pair.moved]
        assert kept == sorted(kept)
        assert _fewest_moved(overlap.sentences)


def _fewest_moved(found: tuple[SentencePair, ...]) -> bool:
    """Whether no moved pair could have stayed."""
    for moved in (pair for pair in found if pair.moved):
        kept = [pair.right.start for pair in found if not pair.moved or pair is moved]
        if kept == sorted(kept):
            return False
    return True
