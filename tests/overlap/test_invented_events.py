"""The engine against reports that were invented for this project and labelled by hand."""

from collections.abc import Sequence
from itertools import combinations

import pytest

from mali_reader.overlap.engine import find_overlaps

from .labelled import Labelled, labelled_events


@pytest.fixture(scope="module")
def invented() -> Sequence[Labelled]:
    return labelled_events()


def test_every_label_names_two_paragraphs_of_different_reports(invented: Sequence[Labelled]) -> None:
    for event in invented:
        paragraphs = {(document.id, n) for document in event.documents for n in range(len(document.blocks))}
        for pair in event.same | event.weak:
            assert pair <= paragraphs
            assert len({document for document, _ in pair}) == 2
        assert not event.same & event.weak


def test_most_of_what_a_reader_labelled_is_found_and_most_of_what_is_found_was_labelled(
    invented: Sequence[Labelled],
) -> None:
    found = [(event.found(find_overlaps(event.documents)), event.same) for event in invented]
    right = sum(len(pairs & same) for pairs, same in found)
    assert right >= 0.7 * sum(len(same) for _, same in found)
    assert right >= 0.8 * sum(len(pairs) for pairs, _ in found)


def test_few_overlaps_join_two_events_of_one_corpus(invented: Sequence[Labelled]) -> None:
    overlaps = find_overlaps([document for event in invented for document in event.documents])
    across = [o for o in overlaps if o.left.document.split("/")[0] != o.right.document.split("/")[0]]
    assert len(across) <= len(overlaps) / 4


def test_reports_of_one_event_are_told_alike_beside_other_events(invented: Sequence[Labelled]) -> None:
    """What overlaps in a corpus of one event mostly does so when the corpus holds another one too."""
    for one, other in list(combinations(invented, 2))[::17]:
        alone = one.found(find_overlaps(one.documents))
        beside = find_overlaps((*one.documents, *other.documents))
        own = {document.id for document in one.documents}
        together = one.found(o for o in beside if {o.left.document, o.right.document} <= own)
        assert len(alone & together) >= 0.75 * max(len(alone), len(together))
