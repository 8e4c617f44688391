"""Documents that hundreds copied: what they differ on is what the few differ on, in more places."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mali_reader.corroboration import discrepancies as sought
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.model import Discrepancy
from mali_reader.overlap.engine import find_overlaps

from .reports import report, told

_STORY = (
    "The harbour office of Marl closed the old pier on March 4, 2024 after {} people were injured in the storm, the "
    "mayor said. {} boats did not return to the harbour that night, and the ferry company cancelled every crossing to "
    "the island.\n\nAna Berger, who runs the ferry company, said that the repair of the pier will cost ${} million and "
    "take {} days."
)
_FIGURES = ("13", "40", "9", "25")
_OTHERS = ("17", "44", "11", "32")


def _story(changed: int | None = None) -> str:
    """The story, one of its figures another one."""
    return _STORY.format(*(_OTHERS[at] if at == changed else figure for at, figure in enumerate(_FIGURES)))


def _discrepancies(texts: Sequence[str]) -> tuple[Discrepancy, ...]:
    documents = [report(f"{number:03}", text) for number, text in enumerate(texts)]
    return find_discrepancies(documents, find_overlaps(documents))


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 6), st.lists(st.sampled_from(range(4)), min_size=1, max_size=5), st.randoms())
def test_each_figure_that_copies_changed_is_one_discrepancy_with_every_place_of_both(
    unchanged: int, changed: list[int], draw: Random
) -> None:
    texts = [_story()] * unchanged + [_story(place) for place in changed]
    draw.shuffle(texts)
    found = _discrepancies(texts)
    assert {frozenset(len(value.spans) for value in one.values) for one in found} <= {
        frozenset({changed.count(place), len(texts) - changed.count(place)}) for place in changed
    }
    assert len(found) == len(set(changed))


def test_dozens_of_copies_differ_on_what_two_copies_differ_on() -> None:
    few, many = (_discrepancies([_story()] * copies + [_story(0), _story(3)]) for copies in (1, 80))
    assert {one.id for one in many} == {one.id for one in few} and told(many) == told(few)
    assert {sum(len(value.spans) for value in one.values) for one in many} == {82}


@pytest.mark.parametrize(
    ("dateline", "credit"), [("MARL, March 5, 2024 (Coast Wire) - ", ""), ("", "By Ana Berger.\n")]
)
def test_a_word_changed_in_a_sentence_with_a_dateline_or_behind_a_credit_is_told(dateline: str, credit: str) -> None:
    text = (
        credit + dateline + "{} engineers who inspected the old dam above Marl said that it was safe to open its gates."
    )
    found = _discrepancies([text.format("Many"), text.format("Most")])
    assert told(found) == [("wording", "variant", {"Many", "Most"})]


def test_what_differs_is_the_same_however_many_processes_look_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sought, "FEW", 0)
    told_of = ("pier", "bridge", "dam")
    texts = [
        text.replace("pier", what).replace("Marl", what.title()) for what in told_of for text in (_story(), _story(1))
    ]
    documents = [report(f"{number:03}", text) for number, text in enumerate(texts)]
    overlaps = [one for one in find_overlaps(documents) if int(one.left.document) // 2 == int(one.right.document) // 2]
    alone = find_discrepancies(documents, overlaps)
    assert len(alone) == len(told_of)
    steps: list[int] = []
    assert alone == find_discrepancies(documents, overlaps, workers=2, progress=lambda *told: steps.append(told[1]))
    assert steps == sorted(steps)
