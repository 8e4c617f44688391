"""Sentences as counted terms: stems and pairs of neighbouring stems, hashed so that any machine agrees."""

from collections.abc import Iterable, Sequence
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.overlap.function_words import function_words
from mali_reader.overlap.stems import stem

_PAIR_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_PAIR_BIT = np.uint64(1 << 63)


class TermReader:
    """Folded words into the hashes of their stems, each word of a language stemmed once."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, int]] = {}

    def stems(self, words: Iterable[str], language: str) -> list[int]:
        """The hash of the stem of each word, in order."""
        known = self._known.setdefault(language, {})
        for word in words:
            if word not in known:
                known[word] = crc32(stem(word, language).encode())
        return [known[word] for word in words]


def count_terms(sentences: Sequence[Sequence[int]], *, pairs: bool) -> sparse.csr_array:
    """How often each sentence holds each stem and, if asked, each pair of neighbouring stems.

    A row a sentence, a column a term; terms are numbered by their hash.
    """
    lengths = [len(stems) for stems in sentences]
    terms = np.fromiter(chain.from_iterable(sentences), dtype=np.uint64, count=sum(lengths))
    rows = np.repeat(np.arange(len(sentences)), lengths)
    if pairs:
        first = np.flatnonzero(rows[1:] == rows[:-1])
        neighbours = (terms[first] * _PAIR_FACTOR + terms[first + 1]) | _PAIR_BIT
        terms, rows = np.concatenate([terms, neighbours]), np.concatenate([rows, rows[first]])
    names, columns = np.unique(terms, return_inverse=True)
    shape = (len(sentences), len(names))
    counts = sparse.coo_array((np.ones(len(terms)), (rows, columns)), shape=shape).tocsr()
    counts.sort_indices()
    return counts


def content_words(words: Sequence[str], language: str | None) -> tuple[str, ...]:
    """The words that are no function words."""
    common = function_words(language)
    return tuple([word for word in words if word not in common])


def sum_rows(counts: sparse.csr_array, owner: NDArray[np.int64], owners: int) -> sparse.csr_array:
    """The counts of each owner (block, document): the sum of its rows."""
    shape = (owners, counts.shape[0])
    members = sparse.csr_array((np.ones(len(owner)), (owner, np.arange(len(owner)))), shape=shape)
    return members @ counts
