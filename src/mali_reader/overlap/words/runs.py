"""Texts cut at their spaces: where each run of other signs stands, and a key that only equal runs share.

No word holds white space, so what is known of a run can be looked up whole. The signs of many documents are looked at
together, each as a number in an array.
"""

from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mali_reader.corpus.blocks import FURNITURE, Blocks
from mali_reader.corpus.model import Document
from mali_reader.overlap.rows.sparse import Rows

Keys = NDArray[np.uint64]

_MOST_SENTENCES = 200
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What `str.split` cuts at."""
_BASE = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(int(_BASE), -1, 1 << 64))
_CHUNK = 1 << 20
"""Keys are made of so many code points at a time, or of one run."""


class Runs(NamedTuple):
    """The sentences of some documents and the runs in them, in order: one array a column.

    Of each block that is no furniture `document` has the number of its document, `block` its place among the blocks
    there and `sentences` how many it has; of each sentence, `start` and `end` are its code points and `size` its runs.
    `text` is all texts, one after the other, each from where `offsets` says. Run `i` is `text[begins[i]:ends[i]]`, and
    `keys[i]`, never 0, what it shares with equal runs of the same language alone.
    """

    document: Rows
    block: Rows
    sentences: Rows
    start: Rows
    end: Rows
    size: Rows
    text: str
    offsets: Rows
    begins: Rows
    ends: Rows
    keys: Keys


def runs_of(documents: Sequence[Document]) -> Runs:
    """The runs of all blocks that are no furniture."""
    every = [_bounded(Blocks.of(document.blocks)) for document in documents]
    kinds = np.frombuffer(b"".join([blocks.kinds for blocks in every]), dtype=np.uint8)
    counts = _joined([blocks.counts for blocks in every])
    places = _joined([blocks.places for blocks in every])
    held = [len(blocks.kinds) for blocks in every]
    told = kinds != FURNITURE
    # A block is between its first and last place; where it has no sentences it is read as one.
    bound = np.ones(len(places), dtype=np.bool_)
    last = np.cumsum(2 * counts + 2) - 1
    parted = counts > 0
    bound[last[parted]] = bound[(last - 2 * counts - 1)[parted]] = False
    start, end = places[bound & np.repeat(told, 2 * counts + 2)].reshape(-1, 2).T
    sentences = np.maximum(counts, 1)[told]
    document = np.repeat(np.arange(len(every)), held)[told]

    text = "".join([one.text for one in documents])
    before = np.cumsum([0, *[len(one.text) for one in documents]])
    shift = np.repeat(before[document], sentences)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    begins, ends = _cut(codes, start + shift, end + shift)
    size = np.diff(np.searchsorted(begins, start + shift), append=len(begins))
    keys = _keys(codes, begins, ends)
    languages = np.array([crc32((one.language or "").encode()) for one in documents], dtype=np.uint64) * _BASE
    keys ^= np.repeat(languages, np.diff(np.searchsorted(begins, before)))
    place = np.concatenate([np.zeros(0, dtype=np.int64), *map(np.arange, held)])[told]
    return Runs(document, place, sentences, start, end, size, text, before[:-1], begins, ends, np.maximum(keys, 1))


def _bounded(blocks: Blocks) -> Blocks:
    """Runs of neighbouring sentences as one where a block has very many: all are compared with all of another block."""
    if max(blocks.counts, default=0) <= _MOST_SENTENCES:
        return blocks
    counts, places = array("I"), array("I")
    for _, told in blocks.rows():
        count = len(told) // 2 - 1
        size = -(-count // _MOST_SENTENCES) or 1
        inside = told[1:-1]
        firsts, lasts = inside[:: 2 * size], inside[2 * size - 1 :: 2 * size]
        if len(lasts) < len(firsts):
            lasts.append(inside[-1])
        counts.append(len(firsts))
        places.extend((told[0], *chain.from_iterable(zip(firsts, lasts, strict=True)), told[-1]))
    return Blocks(blocks.kinds, counts, places)


def _joined(arrays: "Sequence[array[int]]") -> Rows:
    return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])


def _cut(codes: NDArray[np.uint32], start: Rows, end: Rows) -> tuple[Rows, Rows]:
    """Where the runs between the places `start` and `end` of each sentence begin and end."""
    solid = ~_spaces()[np.minimum(codes, len(_spaces()) - 1)]
    depth = np.zeros(len(codes) + 1, dtype=np.int8)
    np.add.at(depth, start, 1)
    np.add.at(depth, end, -1)
    solid &= np.cumsum(depth[:-1], dtype=np.int8).astype(np.bool_)
    begins, ends = solid.copy(), solid.copy()
    begins[1:] &= ~solid[:-1]
    ends[:-1] &= ~solid[1:]
    # A sentence may begin right where another ends.
    first = start[start < len(codes)]
    begins[first] = solid[first]
    last = start[start > 0] - 1
    ends[last] = solid[last]
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _keys(codes: NDArray[np.uint32], begins: Rows, ends: Rows) -> Keys:
    """A polynomial of the signs of each run, modulo 2 ** 64 (Karp and Rabin 1987)."""
    parts = [np.zeros(0, dtype=np.uint64)]
    at = 0
    while at < len(begins):
        until = max(at + 1, int(np.searchsorted(ends, begins[at] + _CHUNK, side="right")))
        start, length = begins[at], int(ends[until - 1] - begins[at])
        sums = np.zeros(length + 1, dtype=np.uint64)
        np.cumsum((codes[start : start + length] + np.uint32(1)) * _powers(_BASE, length), out=sums[1:])
        first = begins[at:until] - start
        shifted = sums[ends[at:until] - start] - sums[first]
        parts.append(shifted * (_powers(_INVERSE, length)[first] * _BASE))
        at = until
    return np.concatenate(parts)


def _powers(base: np.uint64, count: int) -> Keys:
    return _some_powers(base, count.bit_length())[:count]


@lru_cache(maxsize=4)
def _some_powers(base: np.uint64, bits: int) -> Keys:
    return np.cumprod(np.full(1 << bits, base), dtype=np.uint64)


@cache
def _spaces() -> NDArray[np.bool_]:
    """Whether each code point, up to the first after the last of them, is a space."""
    table = np.zeros(max(map(ord, SPACES)) + 2, dtype=np.bool_)
    table[[*map(ord, SPACES)]] = True
    return table
