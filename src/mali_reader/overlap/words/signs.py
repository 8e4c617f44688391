"""The words of blocks as strings, one sign a word: what compares strings compares them much sooner than numbers."""

from collections.abc import Collection

import numpy as np

from mali_reader.overlap.rows.sparse import counted_out
from mali_reader.overlap.words.texts import Reading

_SIGNS = 0x110000
"""So many signs there are: more words than that share them."""


class Signs:
    """The folded words of some blocks, each of which has the same sign in all of them."""

    def __init__(self, reading: Reading, blocks: Collection[int]) -> None:
        places = [reading.place(block) for block in blocks]
        starts = np.array([place.start for place in places], dtype=np.int64)
        sizes = np.array([place.stop - place.start for place in places], dtype=np.int64)
        owner, after = counted_out(sizes)
        _, number = np.unique(reading.words.form[starts[owner] + after], return_inverse=True)
        self._signs = (number % _SIGNS).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
        self._shift = dict(zip(blocks, (np.cumsum(sizes) - sizes - starts).tolist(), strict=True))
        self._reading = reading

    def of(self, block: int, start: int, end: int) -> str:
        """The words of the sentences `start:end` of a block."""
        words, shift = self._reading.place_inside(block, start, end), self._shift[block]
        return self._signs[words.start + shift : words.stop + shift]
