"""How much two documents are alike: whether they can be reports of one event at all."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mali_reader.overlap.rows.sparse import Csr, Numbers, Rows
from mali_reader.overlap.rows.threads import chunks, in_order
from mali_reader.overlap.terms.counts import Counts, by_owner, sublinear

_CHUNK = 1024


@dataclass(frozen=True)
class Likeness:
    """The content words of documents, each as rare as any other: so two documents are as alike in any corpus.

    The counts are kept; what they weigh is found when it is asked for.
    """

    counts: Csr
    lone: Numbers
    """Of each document the sum of the squares of the sub-linear counts of words that are none of the columns."""

    @classmethod
    def of(cls, content: Counts, bounds: Rows) -> "Likeness":
        """Document `d` has the sentences `bounds[d]:bounds[d + 1]`."""
        owner = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
        lone = np.bincount(owner, content.lone, len(bounds) - 1).astype(np.float64)
        return cls(by_owner(content.rows, bounds), lone)

    def __call__(self, left: Rows, right: Rows) -> Numbers:
        """The cosine of each document of the left ones with the right one in the same place."""
        count = len(self.counts)
        pairs, at = np.unique(left.astype(np.int64) * count + right, return_inverse=True)
        one, other = pairs // count, pairs % count
        dots = in_order(lambda chunk: self._dots(one[chunk], other[chunk]), chunks(len(pairs), _CHUNK))
        alike: Numbers = np.concatenate([np.zeros(0), *dots]) / (self._length[one] * self._length[other])
        return alike[at]

    def _dots(self, left: Rows, right: Rows) -> Numbers:
        return self._weighted(left).dots(self._weighted(right))

    def _weighted(self, documents: Rows) -> Csr:
        rows = self.counts.taken(documents)
        return Csr(rows.indptr, rows.indices, sublinear(rows.data), rows.columns)

    @cached_property
    def _length(self) -> Numbers:
        every = np.arange(len(self.counts))
        parts = in_order(lambda chunk: self._squares(every[chunk]), chunks(len(every), _CHUNK))
        length = np.sqrt(np.concatenate([np.zeros(0), *parts]) + self.lone)
        return np.where(length > 0, length, 1.0)

    def _squares(self, documents: Rows) -> Numbers:
        rows = self._weighted(documents)
        return Csr(rows.indptr, rows.indices, np.square(rows.data), rows.columns).sums()
