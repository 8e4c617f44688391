"""Sentences as weighted terms: stems and pairs of neighbouring stems, hashed so that any machine agrees."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np
import Stemmer
from numpy.typing import NDArray
from scipy import sparse

from mali_reader.overlap.words import WORD, fold

_LANGUAGES = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hi": "hindi", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip
_PAIR_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True)
class Unit:
    """A sentence as the engine sees it: where it stands and its folded words."""

    block: int
    start: int
    end: int
    words: tuple[str, ...]


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in the form under which spellings of one word are equal."""
    return tuple(fold(word) for word in WORD.findall(text))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_LANGUAGES.get(language, "english"))


@cache
def _stem_hash(word: str, language: str) -> int:
    return crc32(_stemmer(language).stemWord(word).encode())


def count_terms(units: Sequence[tuple[Sequence[str], str]]) -> sparse.csr_array:
    """How often each unit (its folded words and its language) holds each term: a row a unit, a column a term."""
    hashes: list[int] = []
    lengths: list[int] = []
    for words, language in units:
        hashes.extend([_stem_hash(word, language) for word in words])
        lengths.append(len(words))
    stems = np.array(hashes, dtype=np.uint64)
    rows = np.repeat(np.arange(len(units)), lengths)
    inside = np.flatnonzero(rows[1:] == rows[:-1])
    pairs = (stems[inside] * _PAIR_FACTOR + stems[inside + 1]) | np.uint64(1 << 63)
    terms, columns = np.unique(np.concatenate([stems, pairs]), return_inverse=True)
    entries = (np.ones(len(columns)), (np.concatenate([rows, rows[inside]]), columns))
    counts = sparse.coo_array(entries, shape=(len(units), len(terms))).tocsr()
    counts.sort_indices()
    return counts


def weigh_terms(counts: sparse.csr_array) -> tuple[sparse.csr_array, NDArray[np.float64]]:
    """Rows of unit length, sub-linear in the count, and the weight of each term (smoothed idf, Salton and Buckley)."""
    units = counts.shape[0]
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    weight = np.log((1 + units) / (1 + frequency)) + 1
    weighted = counts.copy()
    weighted.data = (1 + np.log(counts.data)) * weight[counts.indices]
    norm = np.sqrt(np.add.reduceat(weighted.data**2, weighted.indptr[:-1])) if units else np.zeros(0)
    weighted.data /= np.repeat(norm, np.diff(weighted.indptr))
    return weighted, weight
