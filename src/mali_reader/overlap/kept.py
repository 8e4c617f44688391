"""Overlaps kept between runs: the answer for a corpus, and what was read of each of its documents.

Both go by content, so the answer is the one from scratch: an unchanged corpus is not compared again, and of a changed
one only what is new is read into words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from mali_reader.cache import Cache, digest, engine_version
from mali_reader.corpus.blocks import Blocks
from mali_reader.corpus.model import Document, Span
from mali_reader.garbage import uncollected
from mali_reader.long_lists import packed, unpacked
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.overlap.scores.calibration import DEFAULT_THRESHOLD
from mali_reader.progress import Progress, silent

if TYPE_CHECKING:
    from mali_reader.overlap.words.texts import Words


def kept_overlaps(
    documents: Sequence[Document],
    cache: Cache | None,
    *,
    threshold: float = DEFAULT_THRESHOLD,
    progress: Progress = silent,
) -> Iterator[Overlap]:
    """What `find_overlaps` finds, from the cache as far as it is kept there; each is aligned when it is taken.

    What is found anew is kept once the last one is taken.
    """
    from mali_reader.overlap.engine import overlaps_in

    ordered = sorted(documents, key=lambda document: document.id)
    if cache is None:
        return overlaps_in(ordered, _read(ordered, progress), threshold, progress)
    keys = [document_key(document) for document in ordered]
    key = _key(ordered, keys, threshold)
    if (kept := cache.get([key]).get(key)) is not None and (found := _decoded(kept, ordered)) is not None:
        return iter(found)
    new = overlaps_in(ordered, _words(ordered, keys, cache, progress), threshold, progress)
    return _keeping(new, ordered, cache, key)


def _keeping(overlaps: Iterable[Overlap], documents: Sequence[Document], cache: Cache, key: bytes) -> Iterator[Overlap]:
    found = []
    for overlap in overlaps:
        found.append(overlap)
        yield overlap
    cache.put({key: _encoded(found, documents)})


def overlaps_key(documents: Sequence[Document], threshold: float) -> bytes:
    """The digest of all that the overlaps of some documents, which are ordered by id, depend on."""
    return _key(documents, [document_key(document) for document in documents], threshold)


def _key(documents: Sequence[Document], keys: Sequence[bytes], threshold: float) -> bytes:
    ids = digest(*[document.id for document in documents])
    return digest("overlaps", engine_version(), repr(float(threshold)), ids, digest(*keys))


def document_key(document: Document) -> bytes:
    """The digest of all that the words of a document depend on."""
    blocks = Blocks.of(document.blocks)
    layout = blocks.kinds, blocks.counts.tobytes(), blocks.places.tobytes()
    return digest("words", engine_version(), document.sha256, document.language or "", *layout)


def _words(documents: Sequence[Document], keys: Sequence[bytes], cache: Cache, progress: Progress) -> Words:
    from mali_reader.overlap.words.texts import decoded, encoded, joined

    kept = {key: decoded(value) for key, value in cache.get(keys).items()}
    both = dict(zip(keys, documents, strict=True))
    known = {key: words for key, words in kept.items() if words is not None and words.fit(both[key])}
    new = {key: document for key, document in both.items() if key not in known}
    read = _read(list(new.values()), progress)
    found = dict(zip(new, read.parts(len(new)), strict=True))
    cache.put({key: encoded(words) for key, words in found.items()})
    known |= found
    return joined([known[key] for key in keys], [1] * len(keys))


def _read(documents: Sequence[Document], progress: Progress) -> Words:
    from mali_reader.overlap.words.reading import read_words

    return read_words(documents, progress)


_KINDS = tuple(OverlapKind)


def _encoded(overlaps: Sequence[Overlap], documents: Sequence[Document]) -> bytes:
    number = {document.id: place for place, document in enumerate(documents)}

    def row(found: Overlap | SentencePair) -> list[Any]:
        left, right = found.left, found.right
        places = [left.start, left.end, right.start, right.end]
        return [_KINDS.index(found.kind), found.score, *places]

    return packed([
        [
            number[overlap.left.document],
            number[overlap.right.document],
            row(overlap),
            [[*row(pair), pair.moved] for pair in overlap.sentences],
        ]
        for overlap in overlaps
    ])  # fmt: skip


@uncollected()
def _decoded(data: bytes, documents: Sequence[Document]) -> tuple[Overlap, ...] | None:
    """The overlaps; None where the data are none of these documents."""
    spans = [Spans(document) for document in documents]
    found = []
    try:
        for left, right, row, pairs in unpacked(data):
            one, other = spans[left], spans[right]
            kind, score, start, end, to, until = row
            sentences = tuple([
                SentencePair(_KINDS[how], float(likely), one[a, b], other[c, d], bool(moved))
                for how, likely, a, b, c, d, moved in pairs
            ])  # fmt: skip
            found.append(Overlap(_KINDS[kind], float(score), one[start, end], other[to, until], sentences))
    except (ValueError, TypeError, LookupError):
        return None
    return tuple(found)


class Spans(dict[tuple[int, int], Span]):
    """The spans of a document by their places. Raises ValueError for one that is not in it."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._id = document.id
        self._length = len(document.text)

    def __missing__(self, place: tuple[int, int]) -> Span:
        start, end = place
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= self._length):
            raise ValueError(place)
        self[place] = span = Span(self._id, start, end)
        return span
