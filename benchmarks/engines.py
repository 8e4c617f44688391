"""The engines that are compared: documents in, pairs of paragraphs out."""

import atexit
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planted import Place

from mali_reader.corpus.model import Document

Pairs = set[frozenset[Place]]
_CHUNK = 2000


@dataclass(frozen=True)
class Engine:
    """How to find pairs, and up to how many paragraphs it finishes in reasonable time."""

    find: Callable[[Any], Any]
    most: int
    prepare: Callable[[Sequence[Document]], Any] = lambda documents: documents
    """Documents into what it is given, before time is taken."""
    pairs: Callable[[Any], Pairs] = lambda found: found
    """What it found into pairs, after that."""


def _paragraphs(documents: Sequence[Document]) -> Iterator[tuple[Place, str]]:
    for number, document in enumerate(documents):
        for place, block in enumerate(document.blocks):
            yield (number, place), document.slice(block)


def _places(documents: Sequence[Document]) -> dict[tuple[str, int], Place]:
    return {(d.id, b.start): (at, n) for at, d in enumerate(documents) for n, b in enumerate(d.blocks)}


def mali_reader(documents: Sequence[Document]) -> Pairs:
    """This project, as it is shipped."""
    from mali_reader.overlap.engine import find_overlaps

    places = _places(documents)
    return {
        frozenset({places[o.left.document, o.left.start], places[o.right.document, o.right.start]})
        for o in find_overlaps(documents)
    }


@dataclass(frozen=True)
class _Files:
    """Documents as files of a folder, and the number and place of each paragraph by its document and first sign."""

    folder: Path
    places: dict[tuple[str, int], Place]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "_Files":
        folder = Path(tempfile.mkdtemp())
        atexit.register(shutil.rmtree, folder)
        for document in documents:
            (folder / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
        return cls(folder, _places(documents))

    def overlaps(self) -> tuple["_Files", bytes]:
        """What the command line says of them, reading them included."""
        command = [sys.executable, "-m", "mali_reader", "--corpus", str(self.folder), "overlaps", "--json"]
        return self, subprocess.run(command, capture_output=True, check=True).stdout


def _pairs_told(answer: tuple[_Files, bytes]) -> Pairs:
    files, told = answer
    sides = [(overlap["left"], overlap["right"]) for overlap in json.loads(told)["overlaps"]]
    return {frozenset(files.places[side["document"], side["start"]] for side in pair) for pair in sides}


def datasketch(words: int, threshold: float) -> Callable[[Sequence[Document]], Pairs]:
    """MinHash LSH over runs of so many words, 128 permutations."""

    def find(documents: Sequence[Document]) -> Pairs:
        from datasketch import MinHash, MinHashLSH

        index, pairs = MinHashLSH(threshold=threshold, num_perm=128), set()
        for place, text in _paragraphs(documents):
            told = text.lower().split()
            grams = {" ".join(told[start : start + words]).encode() for start in range(len(told) - words + 1)}
            minhash = MinHash(num_perm=128)
            minhash.update_batch(list(grams))
            pairs.update(frozenset({place, other}) for other in index.query(minhash) if other[0] != place[0])
            index.insert(place, minhash, check_duplication=False)
        return pairs

    return find


def scikit_learn(documents: Sequence[Document]) -> Pairs:
    """The cosine of tf-idf of words and pairs of words, .15 or more."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    places, texts = zip(*_paragraphs(documents), strict=True)
    rows = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True).fit_transform(texts)
    pairs = set()
    for start in range(0, rows.shape[0], _CHUNK):
        near = (rows[start : start + _CHUNK] @ rows.T).tocoo()
        pairs |= _different(places, near.row[near.data >= 0.15] + start, near.col[near.data >= 0.15])
    return pairs


def rapidfuzz(documents: Sequence[Document]) -> Pairs:
    """`cdist` of `token_set_ratio`, 60 or more."""
    import numpy as np
    from rapidfuzz import fuzz, process

    places, texts = zip(*_paragraphs(documents), strict=True)
    scores = process.cdist(texts, texts, scorer=fuzz.token_set_ratio, score_cutoff=60, dtype=np.uint8)
    return _different(places, *np.nonzero(scores))


def _different(places: Sequence[Place], left: Any, right: Any) -> Pairs:
    both = ((places[one], places[other]) for one, other in zip(left, right, strict=True))
    return {frozenset(pair) for pair in both if pair[0][0] != pair[1][0]}


ENGINES = {
    "mali-reader": Engine(mali_reader, 10_000_000),
    "mali-reader overlaps --json": Engine(_Files.overlaps, 1_000_000, _Files.of, _pairs_told),
    "datasketch 3-grams .3": Engine(datasketch(3, 0.3), 100_000),
    "datasketch 2-grams .1": Engine(datasketch(2, 0.1), 100_000),
    "scikit-learn tf-idf": Engine(scikit_learn, 10_000),
    "rapidfuzz cdist": Engine(rapidfuzz, 1000),
}
