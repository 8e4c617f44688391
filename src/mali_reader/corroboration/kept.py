"""Findings kept between runs, by the content of the documents and the threshold of their overlaps.

What takes long to find is kept: who copied whom, and where documents contradict each other. The answer is the one from
scratch. Where all of it is known, what finds it is not even loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from mali_reader.cache import Cache, digest, engine_version
from mali_reader.corpus.model import Document
from mali_reader.corroboration.findings import Findings, Provenance
from mali_reader.corroboration.model import (
    Dependence,
    Discrepancy,
    DiscrepancyValue,
    MentionKind,
    Severity,
    Telling,
)
from mali_reader.garbage import uncollected
from mali_reader.long_lists import packed, unpacked
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.kept import Spans, document_key
from mali_reader.overlap.passages import group_passages
from mali_reader.progress import Progress, silent
from mali_reader.workers import worker_count

if TYPE_CHECKING:
    from mali_reader.corroboration.differences.ahead import Stated

_Found = TypeVar("_Found")


class KeptFindings:
    """What is found about documents, from the cache as far as it is kept there.

    `overlaps` are all that the documents have at `threshold`. Without a cache everything is found anew.
    """

    def __init__(
        self, documents: Sequence[Document], overlaps: OverlapIndex, cache: Cache | None, *, threshold: float
    ) -> None:
        self._documents = sorted(documents, key=lambda document: document.id)
        self._overlaps = overlaps
        self._cache = cache
        self._threshold = threshold

    def provenance(self, progress: Progress = silent) -> Provenance:
        """Who copied whom. `progress` may raise CancelledError."""
        progress("looking for origins", 0, 1)
        dependences = self._kept(
            "dependences", lambda: self._find_dependences(progress), self._dependence_row, self._dependence
        )
        origin = self._kept("origins", lambda: self._find_origins(dependences), self._origin_row, self._origin)
        return Provenance(dependences, dict(origin))

    def findings(self, provenance: Provenance, progress: Progress = silent, ahead: Iterable[Stated] = ()) -> Findings:
        """Passages, origins and discrepancies, given what `provenance` found and what was read `ahead`.

        `progress` may raise CancelledError.
        """
        progress("grouping passages", 0, 1)
        passages = group_passages(self._documents, self._overlaps.overlaps)
        discrepancies = self._kept(
            "discrepancies",
            lambda: self._find_discrepancies(progress, ahead),
            self._discrepancy_row,
            self._discrepancy,
        )
        return Findings(provenance.dependences, provenance.origin, passages, discrepancies)

    def _find_dependences(self, progress: Progress) -> tuple[Dependence, ...]:
        from mali_reader.corroboration.origins import find_dependences

        return find_dependences(self._documents, self._overlaps, progress=progress)

    def _find_origins(self, dependences: Sequence[Dependence]) -> tuple[tuple[str, str], ...]:
        from mali_reader.corroboration.origins import origins_of

        return tuple(origins_of(self._documents, dependences).items())

    def _find_discrepancies(self, progress: Progress, ahead: Iterable[Stated]) -> tuple[Discrepancy, ...]:
        from mali_reader.corroboration.discrepancies import find_discrepancies

        return find_discrepancies(
            self._documents, self._overlaps, ahead=ahead, progress=progress, workers=worker_count()
        )

    def _kept(
        self,
        what: str,
        find: Callable[[], tuple[_Found, ...]],
        row: Callable[[_Found], list[Any]],
        read: Callable[[Any], _Found],
    ) -> tuple[_Found, ...]:
        """What is kept under that name for these documents, else what is found now; each item is kept as a row."""
        if self._cache is None:
            return find()
        key = digest(what, self._key)
        if (kept := self._cache.get([key]).get(key)) is not None and (known := _decoded(kept, read)) is not None:
            return known
        found = find()
        self._cache.put({key: packed([row(one) for one in found])})
        return found

    @cached_property
    def _key(self) -> bytes:
        """The digest of all that findings depend on."""
        told = [repr((document.id, document.published, document.outlet)) for document in self._documents]
        read = [document_key(document) for document in self._documents]
        return digest("findings", engine_version(), repr(float(self._threshold)), digest(*told), digest(*read))

    @cached_property
    def _number(self) -> dict[str, int]:
        return {document.id: number for number, document in enumerate(self._documents)}

    @cached_property
    def _place(self) -> dict[int, int]:
        """Where each overlap stands among all; by identity, since to compare two takes long."""
        return {id(overlap): place for place, overlap in enumerate(self._overlaps.overlaps)}

    @cached_property
    def _spans(self) -> list[Spans]:
        return [Spans(document) for document in self._documents]

    def _dependence_row(self, one: Dependence) -> list[Any]:
        overlaps = [self._place[id(overlap)] for overlap in one.overlaps]
        return [self._number[one.source], self._number[one.copy], one.directed, one.share, one.told, overlaps]

    def _dependence(self, row: Any) -> Dependence:
        source, copy, directed, share, told, places = row
        return Dependence(
            self._documents[source].id,
            self._documents[copy].id,
            bool(directed),
            float(share),
            tuple([self._overlaps.overlaps[place] for place in places]),
            None if told is None else Telling(told),
        )

    def _origin_row(self, one: tuple[str, str]) -> list[Any]:
        return [self._number[document] for document in one]

    def _origin(self, row: Any) -> tuple[str, str]:
        document, origin = row
        return self._documents[document].id, self._documents[origin].id

    def _discrepancy_row(self, one: Discrepancy) -> list[Any]:
        values = [
            [value.value, [(self._number[span.document], span.start, span.end) for span in value.spans]]
            for value in one.values
        ]
        return [one.id, one.kind, one.severity, one.about, values]

    def _discrepancy(self, row: Any) -> Discrepancy:
        identity, kind, severity, about, told = row
        values = tuple([
            DiscrepancyValue(str(value), tuple([self._spans[number][start, end] for number, start, end in places]))
            for value, places in told
        ])  # fmt: skip
        return Discrepancy(str(identity), MentionKind(kind), Severity(severity), values, str(about))


@uncollected()
def _decoded(data: bytes, read: Callable[[Any], _Found]) -> tuple[_Found, ...] | None:
    """What the rows stand for; None where they do not fit the documents."""
    try:
        return tuple([read(row) for row in unpacked(data)])
    except (ValueError, TypeError, LookupError):
        return None
