"""Find the blocks of different documents that say the same thing.

Count the terms of each sentence, choose candidates through an inverted index, weigh the terms by their rarity among
the documents on the same event, turn the evidence for each candidate into a probability, align the sentences.
`docs/overlap-engine.md` says why each step is as it is and what it was measured to bring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from mali_reader.corpus.model import Document
from mali_reader.overlap.align import Pair, SentenceTerms, Similarity, align
from mali_reader.overlap.calibration import DEFAULT_THRESHOLD
from mali_reader.overlap.kinds import kind_of
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.overlap.names import share_only_a_name
from mali_reader.overlap.texts import Reading, Text, read_texts
from mali_reader.progress import Progress, silent

if TYPE_CHECKING:
    from scipy import sparse

    from mali_reader.overlap.evidence import Weighted

__all__ = ["DEFAULT_THRESHOLD", "find_overlaps"]

_STRENGTH = {OverlapKind.VERBATIM: 2, OverlapKind.EDITED: 1, OverlapKind.PARAPHRASE: 0}


def find_overlaps(
    documents: Sequence[Document], *, threshold: float = DEFAULT_THRESHOLD, progress: Progress = silent
) -> tuple[Overlap, ...]:
    """Every pair of blocks of different documents that say the same thing with a score of `threshold` or more.

    Each pair once, the document with the smaller id on the left, ordered by (left document, left start, right
    document, right start). Paragraphs and captions pair with one another, titles and headings with one another,
    furniture with nothing. The score is a probability. `progress` may raise CancelledError.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    reading = read_texts(ordered, progress)
    texts = reading.texts
    if len({text.number for text in texts}) < 2:
        return ()
    from mali_reader.overlap.scoring import score_pairs  # noqa: PLC0415

    scored = score_pairs(reading, len(ordered), progress)
    terms = _SentenceTerms(scored.weighted)
    found = []
    chosen = scored.pairs(threshold)
    for done, pair in enumerate(chosen):
        if done % 1000 == 0:
            progress("aligning", done, len(chosen))
        one, other = texts[pair.left], texts[pair.right]
        if not one.is_title and share_only_a_name(reading, one, other):
            continue
        sides = partial(terms.of, pair.left), partial(terms.of, pair.right)
        similarity = Similarity(pair.sentences, *sides, title=one.is_title)
        aligned = align(len(one.sentences), len(other.sentences), similarity, threshold)
        found.append(_overlap(reading, one, other, pair.score, aligned))
    progress("aligning", len(chosen), len(chosen))
    return tuple(found)


class _SentenceTerms:
    """The weighted terms of the sentences of a block, kept once read."""

    def __init__(self, weighted: Weighted) -> None:
        self._weighted = weighted
        self._kept: dict[int, list[SentenceTerms]] = {}

    def of(self, block: int) -> list[SentenceTerms]:
        if block not in self._kept:
            first, last = self._weighted.first[block : block + 2].tolist()
            both = zip(
                _rows(self._weighted.terms, first, last), _rows(self._weighted.content, first, last), strict=True
            )
            self._kept[block] = [SentenceTerms(terms, content) for terms, content in both]
        return self._kept[block]


def _rows(matrix: sparse.csr_array, first: int, last: int) -> Iterator[dict[int, float]]:
    for row in range(first, last):
        start, end = matrix.indptr[row], matrix.indptr[row + 1]
        yield dict(zip(matrix.indices[start:end].tolist(), matrix.data[start:end].tolist(), strict=True))


def _overlap(reading: Reading, one: Text, other: Text, score: float, pairs: Sequence[Pair]) -> Overlap:
    sentences = tuple(_sentence_pair(reading, one, other, pair) for pair in pairs)
    kind = max((pair.kind for pair in sentences), key=_STRENGTH.__getitem__)
    return Overlap(kind, score, one.document.span(one.block), other.document.span(other.block), sentences)


def _sentence_pair(reading: Reading, one: Text, other: Text, pair: Pair) -> SentencePair:
    left, right = (pair.left_start, pair.left_end), (pair.right_start, pair.right_end)
    kind = kind_of(reading.folded(one, *left), reading.folded(other, *right))
    return SentencePair(kind, pair.score, one.span(*left), other.span(*right), pair.moved)
