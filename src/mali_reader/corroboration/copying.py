"""How much of one document stands in another in the same words, what both quote from a third party aside."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from mali_reader.corpus.model import BlockKind, Document, Span
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.overlap.words.forms import fold, folded_words, word_matches

_QUOTED = re.compile(r"[“«„][^“”«»„]{3,1500}?[”»“]|(?<![\w\"])\"[^\"]{3,1500}?\"(?!\w)", re.S)
_RUN = 4
"""Fewer words in a row than this are no copied words."""
_COPIED = 0.5
"""A sentence is copied where this share of its own words stands in the other..."""
_LEAST = 7
"""... and so many words of it."""


class Copied(NamedTuple):
    """The sentences that two documents share in the same words, and the overlaps they stand in."""

    left: frozenset[Span]
    right: frozenset[Span]
    overlaps: tuple[Overlap, ...]


class Prose:
    """The words of documents outside quotations, and what the corpus as a whole quotes."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.id: document for document in documents}
        self._quotations = {document.id: _quotations(document.text) for document in self._documents.values()}
        self._kept: dict[Span, Sequence[str]] = {}
        self._quoted_runs = {
            run
            for document in self._documents.values()
            for start, end in self._quotations[document.id]
            for run in _runs(folded_words(document.text[start:end]))
        }

    def own_words(self, span: Span) -> Sequence[str]:
        """The folded words of a span that neither stand in quotation marks nor are quoted elsewhere in the corpus."""
        if span not in self._kept:
            self._kept[span] = self._own_words(span)
        return self._kept[span]

    def _own_words(self, span: Span) -> Sequence[str]:
        text = self._documents[span.document].text
        quotations = self._quotations[span.document]  # in order, and none in another
        first = bisect_right(quotations, span.start, key=lambda place: place[1])
        quoted = quotations[first : bisect_left(quotations, span.end, key=lambda place: place[0])]
        words = _words_outside(quoted, text, span) if quoted else folded_words(text[span.start : span.end])
        runs = _runs(words) if self._quoted_runs else []
        if self._quoted_runs.isdisjoint(runs):
            return words
        cited = {place + step for place, run in enumerate(runs) if run in self._quoted_runs for step in range(_RUN)}
        return [word for place, word in enumerate(words) if place not in cited]

    def sentences(self, document: Document) -> list[Span]:
        """The sentences of the paragraphs that hold enough words of their own to tell copying."""
        parts = (
            Span(document.id, part.start, part.end)
            for block in document.blocks
            if block.kind is BlockKind.PARAGRAPH
            for part in block.sentences
        )
        return [span for span in parts if len(self.own_words(span)) >= _LEAST]


def copied_sentences(overlaps: Iterable[Overlap], prose: Prose) -> Mapping[tuple[str, str], Copied]:
    """What each pair of documents, the smaller id first, shares in the same words."""
    left: defaultdict[tuple[str, str], set[Span]] = defaultdict(set)
    right: defaultdict[tuple[str, str], set[Span]] = defaultdict(set)
    evidence: defaultdict[tuple[str, str], list[Overlap]] = defaultdict(list)
    for overlap in overlaps:
        pair = overlap.left.document, overlap.right.document
        for sentences in overlap.sentences:
            if sentences.kind is OverlapKind.PARAPHRASE:
                continue
            if is_copied(prose.own_words(sentences.left), prose.own_words(sentences.right)):
                left[pair].add(sentences.left)
                right[pair].add(sentences.right)
                if not evidence[pair] or evidence[pair][-1] is not overlap:
                    evidence[pair].append(overlap)
    return {
        pair: Copied(frozenset(left[pair]), frozenset(right[pair]), tuple(evidence[pair])) for pair in sorted(evidence)
    }


def is_copied(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter of two wordings stands for the most part, and in runs of words, in the other."""
    if min(len(one), len(other)) < _LEAST:
        return False
    blocks = Indel.editops(one, other).as_matching_blocks()
    kept = sum(block.size for block in blocks if block.size >= _RUN)
    return kept >= max(_LEAST, _COPIED * min(len(one), len(other)))


def _quotations(text: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in _QUOTED.finditer(text)]


def _words_outside(quoted: Sequence[tuple[int, int]], text: str, span: Span) -> list[str]:
    return [
        fold(match[0])
        for match in word_matches(text, span.start, span.end)
        if not any(start <= match.start() < end for start, end in quoted)
    ]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [*zip(*(words[start:] for start in range(_RUN)), strict=False)]
