"""The synopsis: passages down, documents across."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Severity
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import OverlapKind
from mali_reader.overlap.passages import Passage

_CLOSEST_FIRST = (OverlapKind.VERBATIM, OverlapKind.EDITED, OverlapKind.PARAPHRASE)


class SynopsisCell(NamedTuple):
    """What a document has of a passage: its members, how close they come to another's, whether it differs in facts."""

    members: tuple[Span, ...]
    kind: OverlapKind
    differs: bool


class SynopsisRow(NamedTuple):
    """A passage, what each document has of it, and how many independent origins it has."""

    passage: Passage
    cells: Mapping[str, SynopsisCell]
    origins: int

    @property
    def differs(self) -> bool:
        """Whether its documents contradict each other in it."""
        return any(cell.differs for cell in self.cells.values())


def synopsis(findings: Findings, overlaps: OverlapIndex) -> tuple[SynopsisRow, ...]:
    """A row for each passage, in the order of the passages."""
    kinds = _closest(findings.passages, overlaps)
    disputed = _disputed_places(findings)
    rows = []
    for passage in findings.passages:
        members: defaultdict[str, list[Span]] = defaultdict(list)
        for member in passage.members:
            members[member.document].append(member)
        cells = {
            document: SynopsisCell(
                tuple(spans),
                min((kinds[span] for span in spans), key=_CLOSEST_FIRST.index),
                any(_touches(span, disputed.get(document, ())) for span in spans),
            )
            for document, spans in members.items()
        }
        rows.append(SynopsisRow(passage, cells, findings.origins(cells)))
    return tuple(rows)


def by_origin(documents: Sequence[Document], origin: Mapping[str, str]) -> tuple[str, ...]:
    """Document ids with those of one origin side by side, the earliest origin first, copies after their source."""
    dated = {document.id: document.published or "9999" for document in documents}

    def rank(document: str) -> tuple[str, str, bool, str, str]:
        source = origin.get(document, document)
        return (dated.get(source, "9999"), source, document != source, dated[document], document)

    return tuple(sorted(dated, key=rank))


def by_date(documents: Sequence[Document]) -> tuple[str, ...]:
    """Document ids, the earliest first, those without a date last."""
    return tuple(d.id for d in sorted(documents, key=lambda d: (d.published is None, d.published or "", d.id)))


def _closest(passages: Sequence[Passage], overlaps: OverlapIndex) -> dict[Span, OverlapKind]:
    """The closest kind in which each member overlaps another of its passage."""
    passage_of = {member: passage.id for passage in passages for member in passage.members}
    kinds = dict.fromkeys(passage_of, OverlapKind.PARAPHRASE)
    for overlap in overlaps.overlaps:
        both = (overlap.left, overlap.right)
        if passage_of.get(overlap.left) is not None and passage_of.get(overlap.left) == passage_of.get(overlap.right):
            for side in both:
                kinds[side] = min(kinds[side], overlap.kind, key=_CLOSEST_FIRST.index)
    return kinds


def _disputed_places(findings: Findings) -> Mapping[str, Sequence[Span]]:
    places: defaultdict[str, list[Span]] = defaultdict(list)
    conflicts = (one for one in findings.discrepancies if one.severity is Severity.CONFLICT)
    for discrepancy in conflicts:
        for value in discrepancy.values:
            for span in value.spans:
                places[span.document].append(span)
    return places


def _touches(span: Span, places: Iterable[Span]) -> bool:
    return any(place.start < span.end and span.start < place.end for place in places)
