"""Where else a claim may stand: what the overlaps align it with, and whether the facts agree there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.index import OverlapIndex, facing
from mali_reader.overlap.model import Change, Overlap, OverlapKind, SentencePair
from mali_reader.overlap.words.forms import word_matches
from mali_reader.review.facts import DifferingFact, differing_facts

_CLOSEST_LAST = (OverlapKind.PARAPHRASE, OverlapKind.EDITED, OverlapKind.VERBATIM)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A place that may say the same. A machine suggests it; only a person makes it an appearance of the claim.

    `sentence` is the whole of what was aligned there, `span` the part that faces the claim. `changes` are the words
    that differ in the aligned sentences, the claim's on the left; `facts` and `discrepancies` (ids) what differs in
    them that is more than wording.
    """

    span: Span
    sentence: Span
    score: float
    kind: OverlapKind
    changes: tuple[Change, ...] = ()
    facts: tuple[DifferingFact, ...] = ()
    discrepancies: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether no number, sum, date, name, place, negation or grading word differs. Others need a look each."""
        return not self.facts and not self.discrepancies


def suggest_appearances(
    span: Span, corpus: Corpus, overlaps: OverlapIndex, findings: Findings
) -> tuple[Suggestion, ...]:
    """The places in other documents that are aligned with all of a span: those that agree first, then by score.

    One a document and block; nothing for a span that stands in no overlap.
    """
    document = corpus.get(span.document)
    if document is None:
        return ()
    near = findings.discrepancies_in(span.document)
    best: dict[Span, Suggestion] = {}
    for overlap in overlaps.at(span.document, span.start, span.end):
        faced = facing(overlap, span.document)
        other = corpus.get(faced.right.document)
        suggestion = None if other is None else _suggestion(span, document, other, faced, near)
        if suggestion is None:
            continue
        known = best.get(suggestion.sentence)
        if known is None or known.score < suggestion.score:
            best[suggestion.sentence] = suggestion
    return tuple(sorted(best.values(), key=lambda one: (not one.agrees, -one.score, one.span)))


def _suggestion(
    span: Span, document: Document, other: Document, faced: Overlap, near: Iterable[Discrepancy]
) -> Suggestion | None:
    pairs = [pair for pair in faced.sentences if pair.left.start < span.end and span.start < pair.left.end]
    if not _covers(pairs, span, document):
        return None
    changes = tuple(change for pair in pairs for change in word_changes(document, other, pair))
    parts = [part for pair in pairs if (part := _facing(span, pair, document, other)) is not None]
    if not parts:
        return None
    left, right = _around([pair.left for pair in pairs]), _around([pair.right for pair in pairs])
    return Suggestion(
        span=_around(parts),
        sentence=right,
        score=min(pair.score for pair in pairs),
        kind=min((pair.kind for pair in pairs), key=_CLOSEST_LAST.index),
        changes=changes,
        facts=differing_facts(document, left, other, right),
        discrepancies=_between(near, left, right),
    )


def _covers(pairs: Sequence[SentencePair], span: Span, document: Document) -> bool:
    """Whether aligned sentences hold every word of a span."""
    words = (span.start + match.start() for match in word_matches(document.slice(span)))
    return bool(pairs) and all(any(pair.left.start <= word < pair.left.end for pair in pairs) for word in words)


def _around(spans: Sequence[Span]) -> Span:
    return Span(spans[0].document, min(span.start for span in spans), max(span.end for span in spans))


def _facing(span: Span, pair: SentencePair, document: Document, other: Document) -> Span | None:
    """The part of the right sentence that faces a part of the left one, None where it has no words for it."""
    if span.start <= pair.left.start and pair.left.end <= span.end:
        return pair.right
    changes = word_changes(document, other, pair)
    equal = zip(
        _unchanged(document, pair.left, [change.left for change in changes]),
        _unchanged(other, pair.right, [change.right for change in changes]),
        strict=False,
    )
    aligned = [*equal, *((change.left, change.right) for change in changes)]
    facing = [right for left, right in aligned if _touches(left, span) and right.start < right.end]
    return _around(facing) if facing else None


def _unchanged(document: Document, sentence: Span, changed: Iterable[Span]) -> list[Span]:
    """The words of a sentence that do not differ."""
    changed = tuple(changed)
    words = (
        Span(document.id, sentence.start + match.start(), sentence.start + match.end())
        for match in word_matches(document.slice(sentence))
    )
    return [word for word in words if not any(part.start < word.end and word.start < part.end for part in changed)]


def _touches(part: Span, span: Span) -> bool:
    """Whether a part lies in a span, an empty one at its start or inside."""
    if part.start == part.end:
        return span.start <= part.start < span.end
    return part.start < span.end and span.start < part.end


def _between(discrepancies: Iterable[Discrepancy], left: Span, right: Span) -> tuple[str, ...]:
    """The discrepancies in which two sentences give different values."""
    found = []
    for discrepancy in discrepancies:
        sides = [
            {number for number, value in enumerate(discrepancy.values) if any(meet(s, side) for s in value.spans)}
            for side in (left, right)
        ]
        if sides[0] and sides[1] and sides[0] != sides[1]:
            found.append(discrepancy.id)
    return tuple(found)


def meet(one: Span, other: Span) -> bool:
    """Whether two spans share a code point."""
    return one.document == other.document and one.start < other.end and other.start < one.end
