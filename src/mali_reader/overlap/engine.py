"""Find the blocks of different documents that say the same thing.

Sentence against sentence: hashed tf-idf of stems and pairs of stems, a sparse self-product for candidates, the best
sentence pair for the score of two blocks, then an alignment of all their sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence, Span
from mali_reader.overlap.align import Pair, Similarity, align
from mali_reader.overlap.kinds import kind_of
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.progress import Progress, silent

if TYPE_CHECKING:
    from scipy import sparse

DEFAULT_THRESHOLD = 0.15
"""The least score of an overlap that is reported unless another is asked for."""

_TELLS = {BlockKind.TITLE: 0, BlockKind.HEADING: 0, BlockKind.PARAGRAPH: 1, BlockKind.CAPTION: 1}
_STRENGTH = {OverlapKind.VERBATIM: 2, OverlapKind.EDITED: 1, OverlapKind.PARAPHRASE: 0}


@dataclass(frozen=True)
class _Text:
    """A block that may overlap: its document, its sentences with words in them, and where its rows begin."""

    document: Document
    block: Block
    sentences: tuple[Sentence, ...]
    words: tuple[tuple[str, ...], ...]
    row: int


def find_overlaps(
    documents: Sequence[Document], *, threshold: float = DEFAULT_THRESHOLD, progress: Progress = silent
) -> tuple[Overlap, ...]:
    """Every pair of blocks of different documents that say the same thing with a score of `threshold` or more.

    Each pair once, the document with the smaller id on the left, ordered by (left document, left start, right
    document, right start). Paragraphs and captions pair with one another, titles and headings with one another,
    furniture with nothing. `progress` may raise CancelledError.
    """
    import numpy as np  # noqa: PLC0415

    from mali_reader.overlap.candidates import candidate_pairs  # noqa: PLC0415
    from mali_reader.overlap.terms import count_terms, weigh_terms  # noqa: PLC0415

    texts = _texts(sorted(documents, key=lambda document: document.id), progress)
    if len({text.document.id for text in texts}) < 2:
        return ()
    counts = count_terms([(words, text.document.language or "en") for text in texts for words in text.words])
    weighted, weight = weigh_terms(counts)
    owner = np.repeat(np.arange(len(texts)), [len(text.words) for text in texts])
    numbers = {text.document.id: number for number, text in enumerate(texts)}
    groups = np.array([numbers[texts[number].document.id] for number in owner])
    left, right, cosine = candidate_pairs(weighted, groups, threshold, progress)

    best: dict[tuple[int, int], float] = defaultdict(float)
    for i, j, score in zip(owner[left].tolist(), owner[right].tolist(), cosine.tolist(), strict=True):
        if _TELLS[texts[i].block.kind] == _TELLS[texts[j].block.kind]:
            best[i, j] = max(best[i, j], score)
    vectors = _Vectors(counts)
    overlaps = []
    for done, ((i, j), score) in enumerate(sorted(best.items())):
        if done % 1000 == 0:
            progress("aligning", done, len(best))
        one, other = texts[i], texts[j]
        similarity = Similarity(vectors.of(one), vectors.of(other), weight.tolist())
        pairs = align(len(one.sentences), len(other.sentences), similarity, threshold)
        overlaps.append(_overlap(one, other, score, pairs))
    return tuple(overlaps)


class _Vectors:
    """The term counts of the sentences of a text, kept for as long as texts are asked for."""

    def __init__(self, counts: sparse.csr_array) -> None:
        self._counts = counts
        self._kept: dict[int, list[dict[int, float]]] = {}

    def of(self, text: _Text) -> list[dict[int, float]]:
        if text.row not in self._kept:
            pointers = self._counts.indptr[text.row : text.row + len(text.words) + 1].tolist()
            self._kept[text.row] = [
                dict(
                    zip(
                        self._counts.indices[start:end].tolist(),
                        self._counts.data[start:end].tolist(),
                        strict=True,
                    )
                )
                for start, end in zip(pointers, pointers[1:], strict=False)
            ]
        return self._kept[text.row]


def _texts(documents: Sequence[Document], progress: Progress) -> list[_Text]:
    return list(_read(documents, progress))


def _read(documents: Sequence[Document], progress: Progress) -> Iterator[_Text]:
    from mali_reader.overlap.terms import folded_words  # noqa: PLC0415

    row = 0
    for done, document in enumerate(documents):
        progress("reading words", done, len(documents))
        for block in document.blocks:
            if block.kind not in _TELLS:
                continue
            sentences = block.sentences or (Sentence(block.start, block.end),)
            told = [(sentence, folded_words(document.slice(sentence))) for sentence in sentences]
            told = [(sentence, words) for sentence, words in told if words]
            if told:
                sentences, words = zip(*told, strict=True)
                yield _Text(document, block, sentences, words, row)
                row += len(told)
    progress("reading words", len(documents), len(documents))


def _overlap(one: _Text, other: _Text, score: float, pairs: Sequence[Pair]) -> Overlap:
    sentences = tuple(_sentence_pair(one, other, pair) for pair in pairs)
    kind = max((pair.kind for pair in sentences), key=_STRENGTH.__getitem__, default=OverlapKind.PARAPHRASE)
    return Overlap(
        kind, min(score, 1.0), one.document.span(one.block), other.document.span(other.block), sentences
    )


def _sentence_pair(one: _Text, other: _Text, pair: Pair) -> SentencePair:
    left = Span(one.document.id, one.sentences[pair.left_start].start, one.sentences[pair.left_end - 1].end)
    right = Span(
        other.document.id, other.sentences[pair.right_start].start, other.sentences[pair.right_end - 1].end
    )
    words = [word for sentence in one.words[pair.left_start : pair.left_end] for word in sentence]
    others = [word for sentence in other.words[pair.right_start : pair.right_end] for word in sentence]
    return SentencePair(kind_of(words, others), min(pair.score, 1.0), left, right, pair.moved)
