"""Sparse matrices answer as arrays of two dimensions do."""

import subprocess
import sys
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from mali_reader.overlap.rows.sparse import Csr, cuts, in_columns, stacked

Dense = NDArray[np.float64]
_WIDTH = 6
_MATRICES = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 8), st.just(_WIDTH)), elements=st.sampled_from([0, 1, 2.5])
)


def _sparse(dense: Dense) -> Csr:
    column, row = np.nonzero(dense.T)
    return in_columns(column, row, dense[row, column], dense.shape).transposed()


@given(_MATRICES)
def test_a_matrix_holds_what_was_put_into_it(dense: Dense) -> None:
    matrix = _sparse(dense)
    assert matrix.dense().tolist() == dense.tolist()
    assert matrix.transposed().dense().tolist() == dense.T.tolist()
    assert matrix.sums().tolist() == dense.sum(axis=1).tolist()


@given(_MATRICES, st.data())
def test_rows_are_taken_by_number(dense: Dense, data: Any) -> None:
    rows = np.array(data.draw(st.lists(st.integers(0, len(dense) - 1))), dtype=np.int64)
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(dense))] * 2)))
    assert _sparse(dense).taken(rows).dense().tolist() == dense[rows].tolist()
    assert _sparse(dense).rows(start, end).dense().tolist() == dense[start:end].tolist()


@given(_MATRICES, st.data())
def test_rows_are_cut_into_slices_and_put_together_again(dense: Dense, data: Any) -> None:
    size = data.draw(st.integers(1, 10))
    matrix = _sparse(dense)
    slices = cuts(matrix.indptr, size)
    parts = [matrix.rows(each.start, each.stop) for each in slices]
    assert stacked(parts, _WIDTH, len(matrix.indices)).dense().tolist() == dense.tolist()
    assert all(len(part.indices) < size + _WIDTH for part in parts)


@given(_MATRICES)
def test_columns_are_counted_and_values_left_out(dense: Dense) -> None:
    matrix = _sparse(dense)
    assert matrix.frequency().tolist() == (dense > 0).sum(axis=0).tolist()
    assert matrix.where(matrix.data > 1).dense().tolist() == np.where(dense > 1, dense, 0).tolist()


@given(one=_MATRICES, other=_MATRICES)
def test_products_are_those_of_all_rows_with_all(one: Dense, other: Dense) -> None:
    product = _sparse(one).times(_sparse(other).transposed())
    assert product.dense().tolist() == (one @ other.T).tolist()


@given(_MATRICES, st.data())
def test_products_of_single_rows_with_single_rows(dense: Dense, data: Any) -> None:
    other = dense[data.draw(st.permutations(range(len(dense))))]
    assert _sparse(dense).dots(_sparse(other)).tolist() == (dense * other).sum(axis=1).tolist()


def test_the_engine_does_without_the_rest_of_scipy_sparse() -> None:
    told = "import sys, mali_reader.overlap.scores.scoring; print('scipy.sparse' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True).stdout == "False\n"
