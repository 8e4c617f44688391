"""What a workspace reads: the corpus, its overlaps, and what follows from them. Late and once."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mali_reader.aside import aside
from mali_reader.cache import user_cache
from mali_reader.corpus.files import documents_in, is_named_as_document, real_folder
from mali_reader.corpus.model import Corpus, Document
from mali_reader.corpus.reader import growing_corpus
from mali_reader.corpus.watching import State, state_of
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.garbage import uncollected
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.progress import Progress, silent
from mali_reader.settings import Settings
from mali_reader.workers import worker_count

if TYPE_CHECKING:
    from mali_reader.corroboration.differences.ahead import Stated
    from mali_reader.corroboration.findings import Findings, Provenance
    from mali_reader.corroboration.kept import KeptFindings

_FEW = 200_000
"""Code points that are read ahead at most; of more, the progress is to be seen."""


class Sources:
    """A corpus and what a machine finds in it. Every answer is a frozen value.

    Raises MaliReaderError where a report of the corpus would be the annotation file.
    """

    def __init__(self, settings: Settings) -> None:
        check_no_report(settings)
        self.settings = settings
        self._corpus: Corpus | None = None
        self._overlaps: OverlapIndex | None = None
        self._provenance: Provenance | None = None
        self._findings: Findings | None = None

    @property
    def corpus(self) -> Corpus:
        """Every document; while `reading` goes on, those read so far. Else as `read_anew`."""
        return self._corpus or self.read()

    def read(self, progress: Progress = silent) -> Corpus:
        """The corpus, read to its end at the first call."""
        *_, corpus = self.reading(progress)
        return corpus

    def reading(self, progress: Progress = silent) -> Iterator[Corpus]:
        """The corpus as it grows while it is read, at last all of it. What was read before it was stopped stays."""
        before = self._corpus
        if before is not None and not before.awaited:
            yield before
            return
        for corpus in self._growing(progress):
            if not corpus.awaited or before is None or len(corpus) > len(before):
                self._corpus = corpus
                yield corpus

    def read_anew(self, progress: Progress = silent) -> Corpus:
        """The corpus as it is on disk now; what was found in the one before is forgotten.

        Raises MaliReaderError where the folder cannot be read or holds nothing to read; the one before stays then.
        """
        *_, corpus = self._growing(progress)
        self._corpus, self._overlaps, self._provenance, self._findings = corpus, None, None, None
        return corpus

    def _growing(self, progress: Progress) -> Iterator[Corpus]:
        folder = self.settings.corpus
        for corpus in growing_corpus(
            folder, exclude=_no_reports(self.settings), progress=progress, cache=user_cache(), workers=worker_count()
        ):
            if corpus.documents:
                yield corpus
            elif not corpus.awaited:
                why = f" ({corpus.problems[0].path}: {corpus.problems[0].message})" if corpus.problems else ""
                raise MaliReaderError(
                    f"{one_line(str(folder))} holds no report that can be read{one_line(why)};"
                    " put .txt or .md files there, or try: mali-reader init DIR --sample"
                )

    def corpus_state(self) -> State:
        """Which files the corpus has on disk now, to see whether it is still the one that was read."""
        return state_of(self.settings.corpus, _no_reports(self.settings))

    @property
    def threshold(self) -> float:
        """The least score of an overlap here."""
        from mali_reader.overlap.scores.calibration import DEFAULT_THRESHOLD

        return DEFAULT_THRESHOLD if self.settings.threshold is None else self.settings.threshold

    def overlaps(self, progress: Progress = silent) -> OverlapIndex:
        """Every overlap at the workspace's threshold, found at the first call."""
        if self._overlaps is None:
            with uncollected():
                self._overlaps = OverlapIndex(tuple(self.overlaps_in_turn(progress)))
        return self._overlaps

    def overlaps_in_turn(self, progress: Progress = silent) -> Iterator[Overlap]:
        """The same, one after the other: what is found at this call is aligned when it is taken."""
        if self._overlaps is not None:
            return iter(self._overlaps.overlaps)
        from mali_reader.overlap.kept import kept_overlaps

        return kept_overlaps(self.read(progress).documents, user_cache(), threshold=self.threshold, progress=progress)

    def provenance(self, progress: Progress = silent) -> "Provenance":
        """Who copied whom, found at the first call; much sooner than everything that `findings` has."""
        if self._provenance is None:
            self._provenance = self._kept(progress).provenance(progress)
        return self._provenance

    def findings(self, progress: Progress = silent) -> "Findings":
        """Passages, origins and discrepancies, found at the first call."""
        if self._findings is None:
            ahead = self._read_ahead()
            self._findings = self._kept(progress).findings(self.provenance(progress), progress, ahead)
        return self._findings

    def _read_ahead(self) -> "Sequence[Stated]":
        """What a few documents state, as far as that is read while another process finds and keeps their overlaps."""
        documents, cache = self.corpus.documents, user_cache()
        if self._overlaps is not None or cache is None or sum(len(document.text) for document in documents) > _FEW:
            return ()
        from mali_reader.overlap.kept import kept_overlaps, overlaps_key

        key = overlaps_key(documents, self.threshold)
        if cache.get([key]):
            return ()
        ahead: list[Stated] = []

        def meanwhile() -> Iterator[None]:
            from mali_reader.corroboration import discrepancies, origins  # noqa: F401 (needed afterwards)
            from mali_reader.corroboration.differences.ahead import read_ahead

            yield
            yield from map(ahead.append, read_ahead(documents))

        aside(lambda: tuple(kept_overlaps(documents, cache, threshold=self.threshold)), meanwhile())
        return ahead

    def _kept(self, progress: Progress) -> "KeptFindings":
        from mali_reader.corroboration.kept import KeptFindings

        documents, overlaps = self.corpus.documents, self.overlaps(progress)
        return KeptFindings(documents, overlaps, user_cache(), threshold=self.threshold)

    def document(self, name: str) -> Document:
        """The document of that id, of that file (by a path from the corpus, the workspace or here) or unambiguous
        part of an id. Raises MaliReaderError."""
        if (exact := self.corpus.get(name)) is not None:
            return exact
        wanted = name.removeprefix("./")
        files = {wanted, *(self._below_corpus(start / name) for start in (Path(), self.settings.workspace))}
        near = [d for d in self.corpus if d.path in files] or [d for d in self.corpus if wanted in d.id]
        if len(near) == 1:
            return near[0]
        shown = one_line(name, 60)
        if near:
            some = ", ".join(one_line(d.id, 40) for d in near[:4])
            more = ", …" if len(near) > 4 else ""
            raise MaliReaderError(f"“{shown}” fits {len(near)} documents ({some}{more}); write one id in full")
        raise MaliReaderError(f"no document “{shown}” in {one_line(str(self.settings.corpus))}; see: mali-reader docs")

    def _below_corpus(self, path: Path) -> str | None:
        """A path as one from the corpus; None for what is not in it. A link in it is a document of its own."""
        try:
            real = Path(os.path.realpath(path.parent), path.name)
            return real.relative_to(os.path.realpath(self.settings.corpus)).as_posix()
        except ValueError:  # elsewhere, or no path at all
            return None


def check_no_report(settings: Settings) -> None:
    """Raises MaliReaderError where the annotation file would be a report of the corpus."""
    path = settings.annotations
    if is_named_as_document(path.name) and path.resolve().is_relative_to(settings.corpus.resolve()):
        raise MaliReaderError(f"{path} is a report of the corpus, no annotation file; name another with --annotations")


def what_is_exported(settings: Settings) -> tuple[Path, ...]:
    """The files that no export may take the place of: the annotations and every report. Raises MaliReaderError where
    the folder of reports cannot be read."""
    root = real_folder(settings.corpus)
    reports, _ = documents_in(root, _no_reports(settings))
    return (settings.annotations, *(root / report for report in reports))


def _no_reports(settings: Settings) -> tuple[Path, ...]:
    return (settings.workspace / "annotations", settings.annotations)
