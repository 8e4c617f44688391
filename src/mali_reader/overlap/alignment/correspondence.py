"""How two blocks that say the same thing correspond: sentence by sentence, each pair with its kind."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import sqrt

from mali_reader.corpus.model import Span
from mali_reader.overlap.alignment.kinds import kind_of
from mali_reader.overlap.alignment.sentences import Pair, SentenceTerms, Similarity, Vector, align, together
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.overlap.scores.evidence import Weighted, WeightedRows
from mali_reader.overlap.scores.scoring import ScoredPair
from mali_reader.overlap.words.signs import Signs
from mali_reader.overlap.words.texts import Reading

_STRENGTH = {OverlapKind.VERBATIM: 2, OverlapKind.EDITED: 1, OverlapKind.PARAPHRASE: 0}


class Correspondence:
    """Aligns the sentences of pairs of blocks. What it learnt of a block serves all pairs that the block is in."""

    def __init__(self, reading: Reading, weighted: Weighted, least: float, pairs: Sequence[ScoredPair]) -> None:
        self._reading = reading
        self._weighted = weighted
        self._least = least
        self._single_terms: dict[int, list[SentenceTerms]] = {}
        self._terms: dict[tuple[int, int, int], SentenceTerms] = {}
        self._blocks: dict[int, tuple[int, Span, bool]] = {}
        self._runs: dict[tuple[int, int, int], tuple[str, Span]] = {}
        self._kinds: dict[tuple[str, str], OverlapKind] = {}
        self._signs = Signs(reading, {block for pair in pairs for block in (pair.left, pair.right)})

    def overlap(self, pair: ScoredPair) -> Overlap:
        """The overlap that one of the pairs is."""
        left, right = pair.left, pair.right
        one, here, title = self._block(left)
        other, there, headline = self._block(right)
        similarity = Similarity(
            pair.sentences, partial(self._terms_of, left), partial(self._terms_of, right), title=title and headline
        )
        aligned = align(one, other, similarity, self._least)
        sentences = tuple([self._sentence_pair(left, right, found) for found in aligned])
        kind = max([sentence.kind for sentence in sentences], key=_STRENGTH.__getitem__)
        return Overlap(kind, pair.score, here, there, sentences)

    def _block(self, block: int) -> tuple[int, Span, bool]:
        """How many sentences a block has, where it stands, whether it is a title."""
        if block not in self._blocks:
            reading = self._reading
            sentences, title = int(reading.words.sentences[block]), bool(reading.title[block])
            self._blocks[block] = sentences, reading.whole(block), title
        return self._blocks[block]

    def _sentence_pair(self, left: int, right: int, pair: Pair) -> SentencePair:
        words, here = self._run((left, pair.left_start, pair.left_end))
        others, there = self._run((right, pair.right_start, pair.right_end))
        return SentencePair(self._kind(words, others), pair.score, here, there, pair.moved)

    def _kind(self, words: str, others: str) -> OverlapKind:
        if words == others:
            return OverlapKind.VERBATIM
        known = self._kinds.get((words, others))
        if known is None:
            self._kinds[words, others] = known = kind_of(words, others)
        return known

    def _run(self, sentences: tuple[int, int, int]) -> tuple[str, Span]:
        """The words of the sentences `start:end` of a block, one sign each, and where they stand."""
        if sentences not in self._runs:
            self._runs[sentences] = self._signs.of(*sentences), self._reading.span(*sentences)
        return self._runs[sentences]

    def _terms_of(self, block: int, start: int, end: int) -> SentenceTerms:
        run = block, start, end
        if run not in self._terms:
            self._terms[run] = together(self._sentences_of(block)[start:end])
        return self._terms[run]

    def _sentences_of(self, block: int) -> list[SentenceTerms]:
        if block not in self._single_terms:
            rows = range(*self._reading.first[block : block + 2].tolist())
            both = zip(_vectors(self._weighted.terms, rows), _vectors(self._weighted.content, rows), strict=True)
            self._single_terms[block] = [SentenceTerms(terms, content) for terms, content in both]
        return self._single_terms[block]


def _vectors(weighted: WeightedRows, rows: range) -> Iterator[Vector]:
    """The rows term by term; under a number of its own, what counts in the length of that row alone."""
    for row in rows:
        start, end = weighted.rows.indptr[row : row + 2].tolist()
        terms, values = weighted.rows.indices[start:end].tolist(), weighted.rows.data[start:end].tolist()
        vector = dict(zip(terms, values, strict=True))
        vector[-1 - row] = sqrt(weighted.beside[row])
        yield vector
