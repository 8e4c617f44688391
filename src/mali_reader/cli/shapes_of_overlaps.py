"""The JSON of overlaps with the words that differ, written by several processes where there are many."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from typing import NamedTuple

from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.display import safe_json_rows
from mali_reader.overlap.model import Overlap
from mali_reader.summary.spans import Json, place_shape
from mali_reader.workers import answers, worker_count

_AT_ONCE = 500
_ALONE = 1000
"""To write so many takes hardly longer than to start workers."""


class _Side(NamedTuple):
    """A block, with its text."""

    document: str
    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> Json:
        """A place in it, with its text."""
        return place_shape(self.document, start, end, self.text[start - self.start : end - self.start])


class _Told(NamedTuple):
    """All that the JSON of an overlap follows from, in a form that is quick to hand to another process.

    Of each pair of sentences `sentences` has the kind, the score, whether it is moved, and where both stand.
    """

    kind: str
    score: float
    left: _Side
    right: _Side
    language: str | None
    sentences: list[tuple[str, float, bool, int, int, int, int]]


def overlap_rows(overlaps: Iterable[Overlap], corpus: Corpus) -> Iterator[str]:
    """Overlaps with their aligned sentences and the words that differ, some at a time, as `safe_json_rows` writes them.

    Raises KeyError for those of other documents.
    """
    documents = {document.id: document for document in corpus}
    with closing(answers(_written, _tasks(overlaps, documents), worker_count(), size=len, alone=_ALONE)) as written:
        yield from written


def _tasks(overlaps: Iterable[Overlap], documents: Mapping[str, Document]) -> Iterator[list[_Told]]:
    left = iter(overlaps)
    while some := [*islice(left, _AT_ONCE)]:
        yield [_told(overlap, documents) for overlap in some]


def _told(overlap: Overlap, documents: Mapping[str, Document]) -> _Told:
    left, right = documents[overlap.left.document], documents[overlap.right.document]
    return _Told(
        overlap.kind.value,
        overlap.score,
        _side(overlap.left, left),
        _side(overlap.right, right),
        left.language,
        [
            (pair.kind.value, pair.score, pair.moved, pair.left.start, pair.left.end, pair.right.start, pair.right.end)
            for pair in overlap.sentences
        ],
    )


def _side(span: Span, document: Document) -> _Side:
    return _Side(span.document, span.start, span.end, document.slice(span))


def _written(overlaps: Sequence[_Told]) -> str:
    return safe_json_rows([_shape(overlap) for overlap in overlaps])


def _shape(overlap: _Told) -> Json:
    from mali_reader.overlap.diffs.diff import diff_words

    left, right = overlap.left, overlap.right
    sentences = []
    for kind, score, moved, start, end, to, until in overlap.sentences:
        here, there = left.part(start, end), right.part(to, until)
        changes = [
            {"op": op.value, "left": left.part(start + a, start + b), "right": right.part(to + c, to + d)}
            for op, a, b, c, d in diff_words(here["text"], there["text"], language=overlap.language)
        ]
        sentences.append({
            "kind": kind, "score": score, "moved": moved, "left": here, "right": there, "changes": changes,
        })  # fmt: skip
    return {
        "kind": overlap.kind,
        "score": overlap.score,
        "left": left.part(left.start, left.end),
        "right": right.part(right.start, right.end),
        "sentences": sentences,
    }
