"""Terms are counted as by a dictionary, whatever the parts that are counted at a time."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.overlap.rows.sparse import Rows, ends
from mali_reader.overlap.terms import counts as terms
from mali_reader.overlap.terms import hashing
from mali_reader.overlap.terms.counts import by_owner, count_terms, repeated
from mali_reader.overlap.terms.hashing import PAIRS, SINGLES, Terms

_ROWS = st.lists(st.lists(st.integers(1, 6), max_size=300), min_size=1, max_size=6)
_SMALL = {"_PART": 8, "_PIECE": 3}


@contextmanager
def _hashed_in_parts(small: bool) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        for name, size in _SMALL.items() if small else ():
            patched.setattr(hashing, name, size)
        yield


def _laid_out(rows: list[list[int]]) -> tuple[hashing.Stems, Rows]:
    stems = np.array([stem for row in rows for stem in row], dtype=np.uint32)
    return stems, ends(np.array([len(row) for row in rows]))


def _told(rows: list[list[int]]) -> list[Counter[tuple[int, ...]]]:
    return [Counter([*((stem,) for stem in row), *pairwise(row)]) for row in rows]


@pytest.mark.parametrize("small", [True, False])
@given(rows=_ROWS)
def test_terms_of_several_rows_are_counted_in_each(small: bool, rows: list[list[int]]) -> None:
    with _hashed_in_parts(small):
        counts = count_terms(*_laid_out(rows), (SINGLES, PAIRS))
    told = _told(rows)
    held = Counter(term for row in told for term in row)
    several = [{term: count for term, count in row.items() if held[term] > 1} for row in told]
    assert sorted(counts.frequency.tolist()) == sorted(rows for rows in held.values() if rows > 1)
    assert counts.rows.frequency().tolist() == counts.frequency.tolist()
    dense = counts.rows.dense()
    assert [sorted(row[row > 0].tolist()) for row in dense] == [sorted(row.values()) for row in several]
    alone = [sum((1 + np.log(count)) ** 2 for term, count in row.items() if held[term] == 1) for row in told]
    assert counts.lone.tolist() == pytest.approx(alone)


@given(_ROWS, st.data())
def test_an_owner_holds_what_its_rows_hold(rows: list[list[int]], data: st.DataObject) -> None:
    counts = count_terms(*_laid_out(rows), (SINGLES, PAIRS)).rows
    inner = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=4)))
    bounds = np.array([0, *inner, len(rows)])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(terms, "_CHUNK", 5)
        owned = by_owner(counts, bounds)
    dense = counts.dense().astype(int)
    assert owned.dense().tolist() == [dense[start:end].sum(axis=0).tolist() for start, end in pairwise(bounds.tolist())]


@pytest.mark.parametrize("small", [True, False])
@given(rows=_ROWS)
def test_rows_are_linked_with_the_next_that_hold_a_run(small: bool, rows: list[list[int]]) -> None:
    with _hashed_in_parts(small):
        left, right, times = repeated(*_laid_out(rows), Terms(3))
    runs = [{tuple(row[start : start + 3]) for start in range(len(row) - 2)} for row in rows]
    links: Counter[tuple[int, int]] = Counter()
    for run in set().union(*runs):
        links.update(pairwise([number for number, held in enumerate(runs) if run in held]))
    assert list(zip(left.tolist(), right.tolist(), times.tolist(), strict=True)) == [
        (*link, count) for link, count in sorted(links.items())
    ]
