"""Where documents contradict each other: typed facts compared across all documents that overlap."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from mali_reader.corpus.model import Document
from mali_reader.corroboration.differences.ahead import Stated
from mali_reader.corroboration.differences.alignment import connected
from mali_reader.corroboration.differences.comparison import Part, compared
from mali_reader.corroboration.differences.vocabulary import Vocabulary
from mali_reader.corroboration.facts.sentences import asserted
from mali_reader.corroboration.model import Discrepancy, Severity
from mali_reader.corroboration.parts import compared_aside
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.progress import Progress, reported, silent

LARGE = 60
"""A part of so many documents or more is compared here, step by step."""
FEW = 150
"""So many documents are compared sooner than processes are started for them."""


def find_discrepancies(
    documents: Sequence[Document],
    overlaps: OverlapIndex | Iterable[Overlap],
    *,
    ahead: Iterable[Stated] = (),
    progress: Progress = silent,
    workers: int = 1,
) -> tuple[Discrepancy, ...]:
    """The points on which documents of one event differ; conflicts first, then by how many documents are involved.

    Does not depend on the order of the documents, nor on how many processes may work at it. `ahead` is what
    `read_ahead` found of them, as far as it came: what it guessed wrong is read again. `progress` may raise
    CancelledError.
    """
    by_id = {document.id: document for document in sorted(documents, key=lambda document: document.id)}
    every = overlaps.overlaps if isinstance(overlaps, OverlapIndex) else tuple(overlaps)
    known = [overlap for overlap in every if overlap.left.document in by_id and overlap.right.document in by_id]
    vocabulary = Vocabulary.of(
        tuple(asserted(document)) for document in reported(tuple(by_id.values()), "counting words", progress)
    )
    parts = [_part(by_id, some) for some in connected(known)]
    steps = _Steps("comparing facts", sum(part.steps for part in parts), progress)
    read = {one.document: one for one in ahead}
    return _numbered(sorted(_found(parts, vocabulary, read, steps, workers), key=_rank))


def _part(documents: Mapping[str, Document], overlaps: tuple[Overlap, ...]) -> Part:
    met = sorted({side.document for overlap in overlaps for side in (overlap.left, overlap.right)})
    return Part(tuple([documents[name] for name in met]), overlaps)


def _found(
    parts: Sequence[Part], vocabulary: Vocabulary, read: Mapping[str, Stated], steps: "_Steps", workers: int
) -> Iterator[Discrepancy]:
    small = [part for part in parts if len(part.documents) < LARGE]
    aside = small if workers > 1 and sum(len(part.documents) for part in small) > FEW else []
    with closing(compared_aside(aside, vocabulary, workers)) as answered:
        for done, discrepancies in answered:
            steps.step(done)
            yield from discrepancies
    for part in parts:
        if not aside or len(part.documents) >= LARGE:
            yield from compared(part, vocabulary, read, steps.step)
    steps.end()


class _Steps:
    """Counts steps of one work that is done in several loops."""

    def __init__(self, what: str, total: int, progress: Progress) -> None:
        self._what = what
        self._total = total
        self._progress = progress
        self._done = 0

    def step(self, count: int = 1) -> None:
        self._progress(self._what, self._done, self._total)
        self._done += count

    def end(self) -> None:
        self._progress(self._what, self._total, self._total)


def _rank(discrepancy: Discrepancy) -> tuple[bool, int, str, object]:
    """Conflicts first, then what involves more documents, then by content."""
    first = min(span for value in discrepancy.values for span in value.spans)
    return discrepancy.severity is Severity.VARIANT, -len(discrepancy.documents), discrepancy.id, first


def _numbered(discrepancies: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Tells apart the discrepancies that differ on the same values."""
    seen: Counter[str] = Counter()
    told = []
    for one in discrepancies:
        seen[one.id] += 1
        told.append(one if seen[one.id] == 1 else replace(one, id=f"{one.id}-{seen[one.id]}"))
    return tuple(told)
