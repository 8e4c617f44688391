from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corroboration.families import DEEPEST, Branch, Family, find_families
from mali_reader.corroboration.findings import count_origins
from mali_reader.corroboration.model import Dependence, Telling
from mali_reader.corroboration.origins import origins_of

from .reports import report

_NAMES = "abcdefgh"


def _took(source: str, copy: str, share: float = 0.5) -> Dependence:
    return Dependence(source, copy, True, share, (), Telling.DATE)


def _kin(one: str, other: str, share: float = 0.5) -> Dependence:
    return Dependence(one, other, False, share, ())


def _grown(names: str, *dependences: Dependence, dates: dict[str, str] | None = None) -> tuple[Family, ...]:
    documents = [report(name, "It rained.", (dates or {}).get(name)) for name in names]
    return find_families(documents, dependences, origins_of(documents, dependences))


def _drawn(family: Family) -> list[tuple[int, str, str | None]]:
    return [(branch.depth, branch.document, branch.above) for branch in family.branches]


def test_a_chain_of_copies_goes_down_step_by_step() -> None:
    (family,) = _grown("abc", _took("b", "c"), _took("a", "b"))
    assert _drawn(family) == [(0, "a", None), (1, "b", "a"), (2, "c", "b")]
    assert family.origin == "a"


def test_a_copy_hangs_below_the_source_that_gave_it_most() -> None:
    first, second = _took("a", "c", 0.2), _took("b", "c", 0.8)
    (family,) = _grown("abc", _took("a", "b"), first, second)
    assert _drawn(family)[-1] == (2, "c", "b")
    assert family.dependences["c"] == (second, first)


def test_a_second_source_stands_below_its_copy() -> None:
    (family,) = _grown("abc", _took("a", "c", 0.8), _took("b", "c", 0.2))
    assert _drawn(family) == [(0, "a", None), (1, "c", "a"), (2, "b", "c")]
    through = family.branches[-1].through
    assert through is not None
    assert (through.source, through.copy) == ("b", "c")


def test_where_nothing_tells_the_direction_the_nearest_of_its_kin_stands_above() -> None:
    (family,) = _grown("abc", _kin("a", "b", 0.9), _kin("b", "c", 0.7), _kin("a", "c", 0.3))
    assert _drawn(family) == [(0, "a", None), (1, "b", "a"), (2, "c", "b")]


def test_large_families_come_first_and_documents_of_one_level_by_date() -> None:
    dates = {"a": "2024-01-01", "b": "2024-02-01", "c": "2024-02-04", "d": "2024-02-02"}
    found = _grown("abcd", _took("b", "c"), _took("b", "d"), dates=dates)
    assert [[branch.document for branch in family.branches] for family in found] == [["b", "d", "c"], ["a"]]


def test_the_rails_of_a_level_go_on_until_its_last_document() -> None:
    (family,) = _grown("abcd", _took("a", "b"), _took("b", "c"), _took("a", "d"))
    assert [branch.rails for branch in family.branches] == [(), (True,), (True, False), (False,)]


def test_a_chain_of_any_length_is_drawn() -> None:
    names = [f"{number:04}" for number in range(3_000)]
    documents = [report(name, "It rained.") for name in names]
    chain = [_took(one, other) for one, other in pairwise(names)]
    (family,) = find_families(documents, chain, origins_of(documents, chain))
    assert family.branches[-1].depth == 2_999
    assert max(len(branch.rails) for branch in family.branches) == DEEPEST


_dependences = st.lists(
    st.builds(
        lambda pair, directed, share: Dependence(*(pair if directed else sorted(pair)), directed, share, ()),
        st.lists(st.sampled_from(_NAMES), min_size=2, max_size=2, unique=True),
        st.booleans(),
        st.sampled_from([0.2, 0.5, 1.0]),
    ),
    max_size=14,
    unique_by=lambda one: frozenset((one.source, one.copy)),
)


@given(_dependences, st.randoms(use_true_random=False))
def test_every_document_stands_in_one_family_once_and_hangs_on_what_it_depends_on(
    dependences: list[Dependence], random: object
) -> None:
    families = _grown(_NAMES, *dependences)
    branches: list[Branch] = [branch for family in families for branch in family.branches]
    assert Counter(branch.document for branch in branches) == Counter(_NAMES)
    documents = [report(name, "It rained.") for name in _NAMES]
    assert len(families) == count_origins(_NAMES, origins_of(documents, dependences))
    for branch in branches:
        if branch.through is None:
            assert branch.above is None and branch.depth == 0
        else:
            assert {branch.above, branch.document} == {branch.through.source, branch.through.copy}
    random.shuffle(dependences)  # type: ignore[attr-defined]
    assert _grown(_NAMES, *dependences) == families
