"""Columns of numbers that are told part by part."""

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class Column:
    """Numbers that are written to one place as they come, in as few bytes as the longest so far needs.

    Parts that are kept until all are there take their room twice, and leave holes in memory that nobody else can use.
    """

    def __init__(self, most: int, of: DTypeLike) -> None:
        """There is room for `most` numbers; what is not written to takes no memory."""
        self._numbers = np.empty(most, of)
        self._written = 0

    def add(self, part: NDArray[Any]) -> None:
        """Write these after those that are there."""
        of = np.promote_types(self._numbers.dtype, part.dtype)
        if of != self._numbers.dtype:
            wider = np.empty(len(self._numbers), of)
            wider[: self._written] = self._numbers[: self._written]
            self._numbers = wider
        end = self._written + len(part)
        self._numbers[self._written : end] = part
        self._written = end

    def whole(self) -> NDArray[Any]:
        """All that was written."""
        return self._numbers[: self._written]
