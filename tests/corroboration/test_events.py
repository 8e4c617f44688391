"""What is planted in the reports of invented events is found, what only looks like it is not."""

from functools import cache
from itertools import chain

import pytest

from mali_reader.corroboration.differences.events import Events
from mali_reader.corroboration.differences.vocabulary import Vocabulary
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.facts.sentences import asserted
from mali_reader.corroboration.model import Discrepancy, Severity
from mali_reader.overlap.engine import find_overlaps

from .invented import Event, Planted, events

EVENTS = events()
PLANTED = [pytest.param(event, one, id=f"{event.name}: {one.what}") for event in EVENTS for one in event.planted]


@cache
def _found(event: Event) -> tuple[Discrepancy, ...]:
    return find_discrepancies(event.documents, find_overlaps(event.documents))


@pytest.mark.parametrize(("event", "planted"), PLANTED)
def test_what_is_planted_is_found(event: Event, planted: Planted) -> None:
    assert any(map(planted.is_met_by, _found(event))) is not planted.missed


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_no_look_alike_is_flagged_and_nothing_that_was_not_planted(event: Event) -> None:
    alike = [one for one in event.look_alikes if any(map(one.is_met_by, _found(event)))]
    assert alike == [one for one in event.look_alikes if one.mistaken]
    assert event.unplanted(_found(event)) == []


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.name)
def test_what_cannot_all_be_true_is_a_conflict_and_a_variant_is_none(event: Event) -> None:
    for one in _found(event):
        if any(alike.is_met_by(one) for alike in event.look_alikes):
            continue
        expected = Severity.CONFLICT if any(c.is_met_by(one) for c in event.conflicts) else Severity.VARIANT
        assert one.severity is expected, [value.value for value in one.values]


@pytest.fixture(scope="module")
def together() -> tuple[Discrepancy, ...]:
    """What is found in a corpus that holds all events."""
    documents = tuple(chain.from_iterable(event.documents for event in EVENTS))
    return find_discrepancies(documents, find_overlaps(documents))


def test_events_never_contradict_each_other(together: tuple[Discrepancy, ...]) -> None:
    for one in together:
        assert len({document.partition("/")[0] for document in one.documents}) == 1, one


def test_what_is_found_of_an_event_does_not_depend_on_other_events_beside_it(together: tuple[Discrepancy, ...]) -> None:
    alone = [one for event in EVENTS for one in _found(event)]
    beside = {one.id for one in together}
    lost = [[value.value for value in one.values] for one in alone if one.id not in beside]
    assert len(lost) <= len(alone) // 10, lost


def test_reports_of_one_event_are_told_from_reports_of_others() -> None:
    documents = tuple(chain.from_iterable(event.documents for event in EVENTS))
    said = {document.id: tuple(asserted(document)) for document in documents}
    known = Events(said, Vocabulary.of(said.values()))
    for one in documents:
        for other in documents:
            same = one.id.partition("/")[0] == other.id.partition("/")[0]
            if known.are_one(one.id, other.id) is not same:
                pytest.fail(f"{one.id} and {other.id}")
