"""Which overlaps make one passage."""

from itertools import permutations
from random import Random

import pytest

from mali_reader.corpus.model import Document, Span
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.overlap.passages import Passage, group_passages
from mali_reader.overlap.scores import scoring

from .reports import BRIDGE, BRIDGE_WIRE, document


def passages(*documents: Document) -> tuple[Passage, ...]:
    return group_passages(documents, find_overlaps(documents))


def overlap(left: Span, right: Span, score: float = 0.95) -> Overlap:
    return Overlap(OverlapKind.EDITED, score, left, right, ())


def test_every_copy_of_a_wire_story_is_in_one_passage() -> None:
    cities = [
        f"{first}{last}" for first in ("Nor", "Sud", "Ost", "Wes", "Mit") for last in ("dal", "ham", "by", "wick")
    ]
    wire = BRIDGE_WIRE.slice(BRIDGE_WIRE.blocks[1])
    copies = [
        document(
            f"copy-{city}",
            [wire.replace("Monday", f"Monday, readers in {city} learnt,")],
            [f"The {city} council will debate parking fees, dog licences and its {number}th park next week."],
        )
        for number, city in enumerate(cities)
    ]
    found = passages(*copies)
    assert found[0].documents == len(cities)
    assert len(found[0].members) == len(cities)


def test_a_story_that_each_document_merged_with_a_paragraph_of_its_own_is_in_one_passage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scoring, "FREQUENT", 5)  # as if hundreds carried it
    draw = Random(7)
    words = ["".join(draw.choices("aeioulmnrst", k=7)) for _ in range(3000)]
    story = " ".join(draw.sample(words, 60)).capitalize() + "."
    own = [" ".join(draw.sample(words, 50)).capitalize() + "." for _ in range(30)]
    found = passages(*(document(f"copy-{number:02}", [story, added]) for number, added in enumerate(own)))
    assert found[0].documents == len(own)


def test_a_paragraph_that_says_two_things_does_not_chain_them() -> None:
    one, both, other = (
        document("a", ["The ferry runs."]),
        document("b", ["The ferry runs. The bridge is shut."]),
        document("c", ["The bridge is shut."]),
    )
    spans = [report.span(report.blocks[0]) for report in (one, both, other)]
    found = group_passages((one, both, other), [overlap(spans[0], spans[1]), overlap(spans[1], spans[2], 0.9)])
    assert [passage.members for passage in found] == [(spans[0], spans[1])]


def test_members_are_of_different_documents_in_order_and_in_one_passage_only() -> None:
    found = passages(*BRIDGE)
    members = [member for passage in found for member in passage.members]
    assert len(members) == len(set(members)) > 0
    for passage in found:
        assert passage.documents > 1
        assert list(passage.members) == sorted(passage.members)
    assert [passage.documents for passage in found] == sorted((p.documents for p in found), reverse=True)


def test_passages_and_their_ids_do_not_depend_on_order_or_on_what_stands_around_them() -> None:
    assert len({passages(*order) for order in permutations(BRIDGE)}) == 1
    ids = {passage.id for passage in passages(*BRIDGE)}
    assert len(ids) == len(passages(*BRIDGE))
    stranger = document("zzz", ["Beekeepers in the valley harvested twice as much heather honey as last summer."])
    assert {passage.id for passage in passages(*BRIDGE, stranger)} == ids


def test_no_overlaps_make_no_passages() -> None:
    assert group_passages((), ()) == ()
