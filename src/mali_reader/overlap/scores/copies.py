"""Which blocks may be copies of one text that very many documents carry.

All its words are frequent, so the rare words that choose other candidates are none of its. But copies share runs of
words: blocks that stand next to each other in the list of the blocks that hold a run of five stems are linked where
they are alike, and linked blocks are candidates. Where the text was changed so much that no chain holds, blocks that
share any run are compared by frequent words too, as far as that is cheap.
"""

from collections.abc import Callable

import numpy as np

from mali_reader.overlap.rows.sparse import Rows, counted_out
from mali_reader.overlap.scores.candidates import Blocks, similar_pairs, united
from mali_reader.overlap.terms.counts import repeated
from mali_reader.overlap.terms.hashing import Stems, Terms, distinct

_RUNS = Terms(5)
_COPY = 0.3
"""Blocks are linked if their cosine is this or more; or this share of the shorter one stands in the other, as of a text
that was merged with another one."""
_LEAST_COSINE = 0.15
"""By frequent words, blocks less alike than this are no candidates."""
_WORK = 5e7
"""So many products of single numbers are cheap."""


def copied_pairs(
    blocks: Blocks, stems: Stems, bounds: Rows, comparing: Callable[[int, int], None]
) -> tuple[Rows, Rows]:
    """Pairs of blocks (`left < right`) that may be copies of one text, given all stems.

    Block `b` has the stems `bounds[b]:bounds[b + 1]`.
    """
    left, right, runs = repeated(stems, bounds, _RUNS)
    alike = blocks.cosines(left, right) >= _COPY
    words = np.diff(bounds)
    alike |= runs >= _COPY * np.minimum(words[left], words[right])
    chained = _within_components(blocks, connected_components(left[alike], right[alike], len(blocks)))
    some = distinct(np.sort(np.concatenate([left, right])))
    frequency = blocks.terms.rows.taken(some).frequency()
    frequent = (frequency > 1) & (frequency <= _affordable(frequency))
    return united(len(blocks), chained, similar_pairs(blocks, some, frequent, _LEAST_COSINE, comparing))


def _affordable(frequency: Rows) -> int:
    """In how many blocks a term may stand at most for a product with all such terms to be cheap."""
    terms = np.bincount(frequency)
    work = np.cumsum(terms * np.square(np.arange(len(terms), dtype=np.float64)))
    return int(np.searchsorted(work, _WORK, side="right")) - 1


def connected_components(left: Rows, right: Rows, count: int) -> Rows:
    """For each of `count` things the first thing that a chain of links joins it to, itself where none does.

    Each of `left` is linked with the one of `right` in the same place.

    Roots are hooked to smaller ones and paths halved until nothing changes (Shiloach and Vishkin 1982). SciPy has this
    too, in a package that takes longer to load than a small corpus takes to compare.
    """
    root = np.arange(count)
    while True:
        lower = np.minimum(root[left], root[right])
        hooked = root.copy()
        np.minimum.at(hooked, root[left], lower)
        np.minimum.at(hooked, root[right], lower)
        hooked = hooked[hooked]
        if np.array_equal(hooked, root):
            return root
        root = hooked


def _within_components(blocks: Blocks, component: Rows) -> tuple[Rows, Rows]:
    order = np.argsort(component, kind="stable")
    sizes = np.bincount(component, minlength=len(component))
    last = np.cumsum(sizes)[component[order]] - 1
    place, after = counted_out(last - np.arange(len(order)))
    left, right = order[place], order[place + 1 + after]
    kept = blocks.may_pair(left, right)
    return left[kept], right[kept]
