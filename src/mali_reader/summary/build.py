"""Join documents, overlaps and claims into one `Summary`."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from mali_reader import __version__
from mali_reader.annotations.records import Record
from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.review.agreement import agreement
from mali_reader.review.claims import Status
from mali_reader.review.review import Review
from mali_reader.summary.model import (
    Copying,
    Difference,
    Origin,
    Pair,
    Publisher,
    Quote,
    Report,
    Saying,
    SharedText,
    Summary,
)
from mali_reader.summary.timeline import find_events
from mali_reader.summary.twins import find_twins

_Quoting = Callable[[Span], Quote]
_KINDS = (OverlapKind.VERBATIM, OverlapKind.EDITED, OverlapKind.PARAPHRASE)


def build_summary(
    title: str,
    corpus: Corpus,
    overlaps: OverlapIndex,
    review: Review,
    *,
    records: Sequence[Record] = (),
    threshold: float | None = None,
    findings: Findings | None = None,
    publisher: Publisher | None = None,
) -> Summary:
    """The summary of a corpus. `overlaps` and `findings` are of that corpus; the same arguments give an equal value."""
    found = findings or Findings()
    quote = _quoting(corpus)
    return Summary(
        title=title,
        version=__version__,
        reports=build_reports(corpus, overlaps, review),
        claims=review.claims,
        pairs=_pairs(overlaps.overlaps, quote),
        threshold=threshold,
        records=tuple(record.content for record in records),
        differences=_differences(found, review, quote),
        copyings=tuple(Copying(d.source, d.copy, d.directed, round(d.share, 4)) for d in found.dependences),
        origins=_origins(corpus, found) if findings else (),
        twins=find_twins(review.claims, overlaps, quote),
        events=find_events(records),
        agreement=agreement(review.claims),
        publisher=publisher,
    )


def build_reports(corpus: Corpus, overlaps: OverlapIndex, review: Review) -> tuple[Report, ...]:
    """Every document of a corpus in brief, with how many overlaps and claims it has."""
    return tuple(_report(document, overlaps, review) for document in corpus)


def _report(document: Document, overlaps: OverlapIndex, review: Review) -> Report:
    counts = Counter(claim.status for claim in review.of(document.id))
    return Report(
        id=document.id,
        title=document.title,
        path=document.path,
        sha256=document.sha256,
        words=document.words,
        paragraphs=len(document.paragraphs),
        overlaps=len(overlaps.of(document.id)),
        claims={status: counts[status] for status in Status},
        outlet=document.outlet,
        author=document.author,
        published=document.published,
        language=document.language,
        sources=document.sources,
        tags=document.tags,
        text=document.text,
    )


def _pairs(overlaps: Sequence[Overlap], quote: _Quoting) -> tuple[Pair, ...]:
    shared: defaultdict[tuple[str, str], list[SharedText]] = defaultdict(list)
    for overlap in overlaps:
        shared[overlap.left.document, overlap.right.document].append(
            SharedText(
                overlap.kind,
                overlap.score,
                quote(overlap.left),
                quote(overlap.right),
                overlap.sentences,
            )
        )
    pairs = (Pair(left, right, tuple(sorted(texts, key=_strength))) for (left, right), texts in shared.items())
    return tuple(sorted(pairs, key=_closeness))


def _strength(text: SharedText) -> tuple[int, float, int, int]:
    return _KINDS.index(text.kind), -text.score, text.left.start, text.right.start


def _closeness(pair: Pair) -> tuple[list[int], str, str]:
    return [-pair.count(kind) for kind in _KINDS], pair.left, pair.right


def _quoting(corpus: Corpus) -> _Quoting:
    """What makes quotes of spans, each once: most paragraphs overlap with several others."""
    made: dict[Span, Quote] = {}

    def quote(span: Span) -> Quote:
        if span not in made:
            made[span] = Quote(span.document, span.start, span.end, corpus.text_of(span))
        return made[span]

    return quote


def _differences(findings: Findings, review: Review, quote: _Quoting) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            found.id,
            found.kind.value,
            found.severity.value,
            found.about,
            tuple(Saying(one.value, tuple(quote(span) for span in one.spans)) for one in found.values),
            review.dismissed(found.id),
        )
        for found in findings.discrepancies
    )


def _origins(corpus: Corpus, findings: Findings) -> tuple[Origin, ...]:
    """Every document's, the ones with most copies first."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for document in corpus:
        groups[findings.origin.get(document.id, document.id)].append(document.id)
    origins = (Origin(source, tuple(documents)) for source, documents in groups.items())
    return tuple(sorted(origins, key=lambda origin: (-len(origin.documents), origin.source)))
