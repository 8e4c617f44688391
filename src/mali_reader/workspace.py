"""The one door to a corpus, its overlaps, its annotations, and what follows from them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mali_reader.annotations.anchoring import Anchor, resolve
from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.history import in_force, undo_record
from mali_reader.annotations.records import Evidence, Judgement, Record, Target, Verdict
from mali_reader.annotations.store import AnnotationStore, Delivery
from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.corpus.reader import read_corpus
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.overlap.index import OverlapIndex
from mali_reader.progress import Progress, silent
from mali_reader.review.claims import build_claims, claim_id
from mali_reader.review.review import Review, latest_of_each
from mali_reader.settings import Settings, who_am_i

if TYPE_CHECKING:
    from mali_reader.corroboration.findings import Findings
    from mali_reader.summary.model import Summary


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that is safe: in the shared file, or (`Delivery.LOCAL`) in this machine's outbox."""

    verdict: Verdict
    delivery: Delivery

    @property
    def claim(self) -> str:
        """The id of the claim that the verdict is about."""
        return claim_id(self.verdict.target)


class Workspace:
    """A corpus and its shared annotations. Reads late and once; every answer is a frozen value.

    Only `judge`, `withdraw`, `undo` and `add` write. They return when the records are durable.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = AnnotationStore(settings.annotations)
        self._corpus: Corpus | None = None
        self._overlaps: OverlapIndex | None = None
        self._findings: Findings | None = None
        self._anchors: dict[Target, tuple[Document | None, Anchor]] = {}

    @cached_property
    def annotator(self) -> str:
        """Who judges here. Raises MaliReaderError where nothing names one."""
        return who_am_i(self.settings)

    @property
    def corpus(self) -> Corpus:
        """Every document. Raises MaliReaderError where the folder cannot be read or holds nothing to read."""
        return self.read()

    def read(self, progress: Progress = silent) -> Corpus:
        """The corpus, read at the first call."""
        if self._corpus is None:
            folder = self.settings.corpus
            exclude = (self.settings.workspace / "annotations", self.settings.annotations)
            corpus = read_corpus(folder, exclude=exclude, progress=progress)
            if not corpus.documents:
                why = f" ({corpus.problems[0].path}: {corpus.problems[0].message})" if corpus.problems else ""
                raise MaliReaderError(
                    f"{one_line(str(folder))} holds no report that can be read{one_line(why)};"
                    " put .txt or .md files there, or try: mali-reader init DIR --sample"
                )
            self._corpus = corpus
        return self._corpus

    @property
    def threshold(self) -> float:
        """The least score of an overlap here."""
        from mali_reader.overlap.engine import DEFAULT_THRESHOLD  # noqa: PLC0415 (see `overlaps`)

        return DEFAULT_THRESHOLD if self.settings.threshold is None else self.settings.threshold

    def overlaps(self, progress: Progress = silent) -> OverlapIndex:
        """Every overlap at the workspace's threshold, found at the first call."""
        if self._overlaps is None:
            from mali_reader.overlap.engine import find_overlaps  # noqa: PLC0415 (numpy)

            found = find_overlaps(self.corpus.documents, threshold=self.threshold, progress=progress)
            self._overlaps = OverlapIndex(found)
        return self._overlaps

    def findings(self, progress: Progress = silent) -> "Findings":
        """Passages, origins and discrepancies, found at the first call."""
        if self._findings is None:
            from mali_reader.corroboration.findings import find  # noqa: PLC0415 (only some commands need it)

            self._findings = find(self.corpus.documents, self.overlaps(progress), progress=progress)
        return self._findings

    def document(self, name: str) -> Document:
        """The document of that id, or of that file name or unambiguous part of an id. Raises MaliReaderError."""
        if (exact := self.corpus.get(name)) is not None:
            return exact
        wanted = name.removeprefix("./")
        near = [d for d in self.corpus if wanted == d.path] or [d for d in self.corpus if wanted in d.id]
        if len(near) == 1:
            return near[0]
        shown = one_line(name, 60)
        if near:
            some = ", ".join(one_line(d.id, 40) for d in near[:4])
            raise MaliReaderError(f"“{shown}” fits {len(near)} documents ({some}); write one id in full")
        raise MaliReaderError(f"no document “{shown}” in {one_line(str(self.settings.corpus))}; see: mali-reader docs")

    def records(self) -> tuple[Record, ...]:
        """Every record of the shared file, ordered by id."""
        return self.store.records()

    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts in force."""
        return in_force(self.records())

    def review(self) -> Review:
        """Every claim with its verdicts, as the shared file has them now."""
        verdicts = self.verdicts()
        return Review(build_claims(verdicts, self._resolve), latest_of_each(verdicts))

    def changed(self) -> bool:
        """Whether somebody wrote since `review` or `records` last looked. Cheap enough to ask often."""
        return self.store.changed()

    def judge(self, span: Span, judgement: Judgement, note: str = "", evidence: Sequence[Evidence] = ()) -> Judged:
        """The annotator's verdict on a span, superseding what they said of it before."""
        document = self.document(span.document)
        earlier = self._own_verdicts_at(span)
        verdict = new_verdict(
            self.annotator,
            make_target(document, span.start, span.end),
            judgement,
            note=note,
            evidence=tuple(evidence),
            supersedes=tuple(v.id for v in earlier),
        )
        return self._keep(verdict)

    def withdraw(self, record_id: str) -> Judged:
        """Take back one of the annotator's own verdicts. Raises MaliReaderError where there is none of that id."""
        verdict = next((v for v in self.verdicts() if v.id == record_id), None)
        shown = one_line(record_id, 60)
        if verdict is None:
            raise MaliReaderError(f"no verdict “{shown}” is in force; see: mali-reader annotations")
        if verdict.annotator != self.annotator:
            whose = one_line(verdict.annotator, 40)
            raise MaliReaderError(f"“{shown}” is the verdict of {whose}; only they take it back: --as {whose!r}")
        return self._keep(new_verdict(self.annotator, verdict.target, Judgement.WITHDRAWN, supersedes=(verdict.id,)))

    def undo(self) -> Judged | None:
        """Take back the annotator's latest step that is not yet undone; None where there is none."""
        verdict = undo_record(self.records(), self.annotator)
        return None if verdict is None else self._keep(verdict)

    def deliver(self) -> Delivery:
        """Put into the shared file what could not be written there before; says whether all of it is there."""
        return self.store.deliver()

    def add(self, records: Iterable[Record]) -> Delivery:
        """Put records into the shared file as they are."""
        return self.store.add(*records)

    def summary(self) -> "Summary":
        """What leaves: documents, overlaps and claims as one value."""
        from mali_reader.summary.build import build_summary  # noqa: PLC0415 (only exports need it)

        return build_summary(
            self.settings.title,
            self.corpus,
            self.overlaps(),
            self.review(),
            records=self.records(),
            threshold=self.threshold,
            findings=self.findings(),
        )

    def _keep(self, verdict: Verdict) -> Judged:
        return Judged(verdict, self.store.add(verdict_record(verdict)))

    def _own_verdicts_at(self, span: Span) -> tuple[Verdict, ...]:
        try:
            claim = self.review().at(span.document, span.start, span.end)
        except MaliReaderError:
            # The file cannot be read now. The verdict still has to be kept, if only on this machine.
            return ()
        return () if claim is None else tuple(v for v in claim.verdicts if v.annotator == self.annotator)

    def _resolve(self, target: Target) -> tuple[Document | None, Anchor]:
        if target not in self._anchors:
            self._anchors[target] = resolve(target, self.corpus)
        return self._anchors[target]
