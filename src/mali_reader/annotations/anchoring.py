"""Finding a target again in a text that may have changed: position, exact quote, normalised quote, fuzzy quote."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mali_reader.annotations.folding import Folded, fold
from mali_reader.annotations.records import Target
from mali_reader.annotations.staleness import facts_changed
from mali_reader.corpus.model import Corpus, Document

_LEAST_SCORE = 80.0
_LEAST_FUZZY_LENGTH = 12
"""Shorter quotes are similar to something in any text."""


class AnchorState(StrEnum):
    """How a target was found."""

    POSITION = "position"
    QUOTE = "quote"
    NORMALISED = "normalised"
    FUZZY = "fuzzy"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a target is today, in code points, end excluded; None for both where it is nowhere.

    `stale` says that what was found gives other numbers, dates, names or negations than what was judged.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    stale: bool = False


ORPHAN = Anchor(AnchorState.ORPHAN)


def anchor(target: Target, document: Document | None) -> Anchor:
    """Find a target in a document. Of several places the one whose surroundings fit best is taken, then the nearest."""
    if document is None or not target.exact:
        return ORPHAN
    return _by_position(target, document) or _by_quote(target, document.text) or _by_likeness(target, document.text)


def resolve(target: Target, corpus: Corpus) -> tuple[Document | None, Anchor]:
    """The document that holds a target today, and where. A document that was renamed is recognised by its content."""
    named = corpus.get(target.document)
    found = anchor(target, named)
    if found.state in (AnchorState.POSITION, AnchorState.QUOTE, AnchorState.NORMALISED):
        return named, found
    for document in corpus:
        if document.sha256 == target.sha256:
            return document, anchor(target, document)
    return named, found


def _by_position(target: Target, document: Document) -> Anchor | None:
    start, end, text = target.start, target.end, document.text
    if text[start:end] != target.exact:
        return None
    same_surroundings = text.endswith(target.prefix, 0, start) and text.startswith(target.suffix, end)
    if document.sha256 == target.sha256 or same_surroundings:
        return Anchor(AnchorState.POSITION, start, end)
    return None


def _by_quote(target: Target, text: str) -> Anchor | None:
    start = _best_occurrence(target.exact, target.prefix, target.suffix, text, target.start)
    if start is None:
        return None
    state = AnchorState.POSITION if start == target.start else AnchorState.QUOTE
    return Anchor(state, start, start + len(target.exact))


def _by_likeness(target: Target, text: str) -> Anchor:
    folded = fold(text)
    quote = fold(target.exact).text.strip()
    if not quote:
        return ORPHAN
    near = folded.position(target.start)
    start = _best_occurrence(quote, fold(target.prefix).text, fold(target.suffix).text, folded.text, near)
    if start is not None:
        return Anchor(AnchorState.NORMALISED, *folded.span(start, start + len(quote)))
    return _by_fuzzy_quote(target, quote, text, folded)


def _by_fuzzy_quote(target: Target, quote: str, text: str, folded: Folded) -> Anchor:
    from rapidfuzz import fuzz

    if len(quote) < _LEAST_FUZZY_LENGTH or len(quote) > len(folded.text):
        return ORPHAN
    found = fuzz.partial_ratio_alignment(quote, folded.text, score_cutoff=_LEAST_SCORE)
    if found is None:
        return ORPHAN
    start, end = folded.span(*_whole(target, folded.text, found.dest_start, found.dest_end))
    return Anchor(AnchorState.FUZZY, start, end, stale=facts_changed(target.exact, text[start:end]))


def _whole(target: Target, text: str, start: int, end: int) -> tuple[int, int]:
    """The edges of an alignment, which has the length of the quote, moved to where the surroundings of the target
    are, else to the edges of words."""
    reach = max(16, (end - start) // 2)
    if before := fold(target.prefix).text.lstrip():
        place = text.rfind(before, max(0, start - reach - len(before)), start + reach)
        start = place + len(before) if place >= 0 else start
    if after := fold(target.suffix).text.rstrip():
        place = text.find(after, max(start, end - reach), end + reach + len(after))
        end = place if place >= 0 else end
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _best_occurrence(quote: str, prefix: str, suffix: str, text: str, near: int) -> int | None:
    def fitness(start: int) -> tuple[int, int]:
        before = _common_suffix(prefix, text[max(0, start - len(prefix)) : start])
        after = _common_prefix(suffix, text[start + len(quote) : start + len(quote) + len(suffix)])
        return before + after, -abs(start - near)

    return max(_occurrences(quote, text), key=fitness, default=None)


def _occurrences(quote: str, text: str) -> Iterator[int]:
    start = text.find(quote)
    while start >= 0:
        yield start
        start = text.find(quote, start + 1)


def _common_prefix(left: str, right: str) -> int:
    for length, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return length
    return min(len(left), len(right))


def _common_suffix(left: str, right: str) -> int:
    return _common_prefix(left[::-1], right[::-1])
