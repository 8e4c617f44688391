"""Who copied whom, and how many independent origins documents have."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.copying import Copied, Prose, copied_sentences
from mali_reader.corroboration.facts.dates import reference_date
from mali_reader.corroboration.facts.sentences import asserted
from mali_reader.corroboration.model import Dependence, Telling
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.progress import Progress, reported, silent

_LEAST_SENTENCES = 2
_LEAST_SHARE = 0.1
"""Two documents depend on each other where they share two sentences, and this share of the shorter one's."""
_GREW = 0.9
"""A report that another holds to this share, twice as long, is the earlier one of the same day and outlet."""
_AGENCY = re.compile(r"\A[^()\n]{3,60}\(([^()\n]{2,40})\)\s*(?:--|[-–—])")


def find_dependences(
    documents: Sequence[Document], overlaps: OverlapIndex | Iterable[Overlap], *, progress: Progress = silent
) -> tuple[Dependence, ...]:
    """Which documents took text from which, ordered by source and copy.

    Sentences count that stand in both in the same words, what either (or anybody in the corpus) puts in quotation
    marks aside. The direction follows from the dates, else from who names whom, else from a flash that the story of
    the same outlet and day holds. What a copy has through another copy is no dependence of its own. `progress` may
    raise CancelledError.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    prose = Prose(ordered)
    found = overlaps.overlaps if isinstance(overlaps, OverlapIndex) else tuple(overlaps)
    by_id = {document.id: document for document in ordered}
    sought = reported(found, "looking for copied sentences", progress)
    copies = copied_sentences(
        (one for one in sought if one.left.document in by_id and one.right.document in by_id), prose
    )
    related = sorted({name for pair in copies for name in pair})
    told = {
        name: _Told(by_id[name], len(prose.sentences(by_id[name])))
        for name in reported(related, "looking for origins", progress)
    }
    direct: defaultdict[str, list[tuple[Dependence, frozenset[Span]]]] = defaultdict(list)
    for (one, other), copied in copies.items():
        left, right = told[one], told[other]
        fewest = min(left.sentences, right.sentences)
        if len(copied.left) >= min(_LEAST_SENTENCES, fewest) and len(copied.left) >= _LEAST_SHARE * fewest:
            dependence, sentences = _dependence(left, right, copied)
            direct[dependence.copy].append((dependence, sentences))
    kept = [one for some in direct.values() for one in _nearest(some)]
    return tuple(sorted(kept, key=lambda dependence: (dependence.source, dependence.copy)))


def origins(documents: Sequence[Document], overlaps: OverlapIndex | Iterable[Overlap]) -> Mapping[str, str]:
    """The origin of each document id: the id of the document that it and all its copies go back to.

    Where the direction is not known, the earliest of them, or the first by id.
    """
    return origins_of(documents, find_dependences(documents, overlaps))


def origins_of(documents: Sequence[Document], dependences: Iterable[Dependence]) -> Mapping[str, str]:
    """The origin of each document id, given who copied whom."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    copies = Counter[str]()
    for one in dependences:
        linked[one.source].add(one.copy)
        linked[one.copy].add(one.source)
        copies[one.copy] += one.directed
    by_id = {document.id: document for document in documents}
    found: dict[str, str] = {}
    for start in sorted(by_id):
        if start in found:
            continue
        family, queue = {start}, [start]
        while queue:
            new = {name for name in linked.get(queue.pop(), ()) if name in by_id} - family
            family |= new
            queue += sorted(new)
        dated = {name: str(reference_date(by_id[name]) or "9999") for name in family if len(family) > 1}
        root = min(family, key=lambda name: (copies[name] > 0, dated.get(name, ""), name))
        found.update(dict.fromkeys(family, root))
    return found


class _Told:
    """What a document tells about when, where and from whom it was written."""

    def __init__(self, document: Document, sentences: int) -> None:
        self.id = document.id
        self.sentences = sentences
        self.text = document.text
        self.date = reference_date(document)
        agencies = (_AGENCY.match(document.text[block.start : block.end]) for block in document.blocks)
        dateline = next((match[1] for match in agencies if match), None)
        self.outlet = document.outlet or dateline
        self.first = next((part.start for part in asserted(document)), 0)

    def names(self, other: "_Told") -> bool:
        """Whether it credits the other's outlet, which is not its own."""
        return bool(other.outlet) and other.outlet != self.outlet and str(other.outlet) in self.text


def _dependence(left: _Told, right: _Told, copied: Copied) -> tuple[Dependence, frozenset[Span]]:
    direction, told = _direction(left, right, copied)
    source, copy, sentences = (right, left, copied.left) if direction < 0 else (left, right, copied.right)
    share = min(1.0, len(sentences) / max(1, copy.sentences))
    return Dependence(source.id, copy.id, direction != 0, share, copied.overlaps, told), sentences


def _direction(left: _Told, right: _Told, copied: Copied) -> tuple[int, Telling | None]:
    """1 where the left document is the source, -1 where the right one is, 0 where nothing tells; and what tells it."""
    if left.names(right) != right.names(left):
        return (-1 if left.names(right) else 1), Telling.CREDIT
    if left.date and right.date and left.date != right.date:
        return (1 if left.date < right.date else -1), Telling.DATE
    if left.outlet and left.outlet == right.outlet:
        for one, other, held, way in ((left, right, copied.left, 1), (right, left, copied.right, -1)):
            if len(held) >= _GREW * one.sentences and 2 * one.sentences <= other.sentences:
                return way, Telling.CONTAINMENT
    return 0, None


def _nearest(sources: Sequence[tuple[Dependence, frozenset[Span]]]) -> list[Dependence]:
    """The sources of a copy without those that give it nothing which a nearer one does not give.

    Undirected dependences are kept: nothing tells which of them goes through which.
    """
    kept = [dependence for dependence, _ in sources if not dependence.directed]
    covered: set[Span] = set()
    directed = [(dependence, sentences) for dependence, sentences in sources if dependence.directed]
    for dependence, sentences in sorted(directed, key=lambda item: (-item[0].share, item[0].source)):
        if len(sentences - covered) >= min(_LEAST_SENTENCES, len(sentences)):
            kept.append(replace(dependence))
            covered |= sentences
    return kept
