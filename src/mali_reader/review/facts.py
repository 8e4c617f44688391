"""The facts in which two wordings of one claim differ: numbers, sums, dates, names, places, negations, grades.

Strict on purpose: what is not sure to agree differs. Typed mentions are compared by what they mean ("Dec. 31" is
"December 31", a week day is that day's date); every figure, number word, negation and name beside them has to stand in
both wordings, and what is compared has to come in the same order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mali_reader.annotations.staleness import DATE_WORDS, NEGATIVE, NUMBER_WORDS
from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Block, BlockKind, Document, Sentence, Span
from mali_reader.corroboration.differences.relations import comparable, relation
from mali_reader.corroboration.differences.wordings import SCALE_OF
from mali_reader.corroboration.facts.dates import reference_date
from mali_reader.corroboration.facts.geography import COUNTRIES
from mali_reader.corroboration.facts.mentions import mentions
from mali_reader.corroboration.facts.sentences import asserted
from mali_reader.corroboration.model import Mention, MentionKind, Relation
from mali_reader.overlap.words.forms import fold, word_matches

_Loose = tuple[MentionKind, str]
_CITED = re.compile(r"\baccording to\s+\Z", re.I)
_PART = re.compile(r"([\w.,-]+|%)\s+(?:out\s+)?of\s+(?:(?:all|her|his|its|our|the|their|these|those)\s+){0,2}\Z", re.I)
_REACH = 60
_NEGATED = re.compile(r"n['’]t\Z|\Acannot\Z", re.I)


@dataclass(frozen=True, slots=True)
class DifferingFact:
    """A fact that one wording gives and the other does not: its words on either side, "" where it gives none."""

    kind: MentionKind
    one: str
    other: str


def differing_facts(left: Document, one: Span, right: Document, other: Span) -> tuple[DifferingFact, ...]:
    """The facts in which `one` of the left document differs from `other` of the right one; none where they agree.

    Knows English; of other languages figures and names.
    """
    if left.slice(one) == right.slice(other) and left.published == right.published:
        return ()
    here, there = _Side(left, one), _Side(right, other)
    ones, others = _with_head(here, there), _with_head(there, here)
    matched = tuple(_match(ones, others))
    mine, yours = frozenset(m for m, _ in matched), frozenset(m for _, m in matched)
    found = [*_apart([m for m in ones if m not in mine], [m for m in others if m not in yours], left, right)]
    found += _swapped(matched, left, right)
    told = {fact.kind for fact in found} & {MentionKind.NEGATION}
    for fact in _loose_apart(tuple(here.loose(there)), tuple(there.loose(here))):
        found += [] if fact.kind in told else [fact]
    return tuple(dict.fromkeys(found))


def _loose_apart(ones: Sequence[_Loose], others: Sequence[_Loose]) -> Iterator[DifferingFact]:
    """The words that one side has and the other has not, and figures that come in another order."""
    here, there = Counter(ones), Counter(others)
    yield from (DifferingFact(kind, word, "") for kind, word in (here - there).elements())
    yield from (DifferingFact(kind, "", word) for kind, word in (there - here).elements())
    if here == there:
        figures = ([word for kind, word in side if kind is MentionKind.NUMBER] for side in (ones, others))
        yield from (DifferingFact(MentionKind.NUMBER, *pair) for pair in zip(*figures, strict=True) if len({*pair}) > 1)


class _Side:
    """One wording: its words, and the facts that it mentions, a name once."""

    def __init__(self, document: Document, span: Span) -> None:
        excerpt = _excerpt(document, span)
        said = next((part.span for part in asserted(excerpt)), span)
        self.document = document
        self.words = [(match[0], said.start + match.start()) for match in word_matches(document.slice(said))]
        self.folded = frozenset(fold(word) for word, _ in self.words)
        self.countries = frozenset(COUNTRIES[word] for word in self.folded if word in COUNTRIES)
        self._told = mentions(excerpt)
        again = {m.value: m for m in reversed(self._told) if m.kind is MentionKind.NAME}
        self.mentions = tuple(m for m in self._told if m.kind is not MentionKind.NAME or again[m.value] is m)

    def loose(self, other: "_Side") -> Iterator[_Loose]:
        """The words that tell a fact, and that no mention holds unless it is a negation, in order."""
        covered = [(m.qualified.start, m.qualified.end) for m in self._told if m.kind is not MentionKind.NEGATION]
        for number, (word, start) in enumerate(self.words):
            kind = self._kind(word, first=not number)
            if kind is MentionKind.NEGATION:
                yield kind, "not"
            elif kind is None or (
                any(first <= start < last for first, last in covered) and not self._is_whole(kind, start)
            ):
                continue
            elif kind not in (MentionKind.NAME, MentionKind.WORDING):
                yield kind, fold(word)
            elif not other.has(fold(word)):
                yield kind, word

    def _is_whole(self, kind: MentionKind, start: int) -> bool:
        """Whether a number is the whole of which the one before it tells a part: 14 in "12 of the 14 men"."""
        part = _PART.search(self.document.text[:start][-_REACH:]) if kind is MentionKind.NUMBER else None
        return part is not None and (part[1] == "%" or _is_number(part[1]))

    def _kind(self, word: str, *, first: bool) -> MentionKind | None:
        folded = fold(word)
        if _is_number(word):
            return MentionKind.NUMBER
        if folded in DATE_WORDS:
            return MentionKind.DATE
        if folded in NEGATIVE or _NEGATED.search(word):
            return MentionKind.NEGATION
        if folded in SCALE_OF:
            return MentionKind.WORDING
        return MentionKind.NAME if self._is_name(word, first=first) else None

    def has(self, folded: str) -> bool:
        """Whether it has a folded word, or names the same country by another."""
        return folded in self.folded or COUNTRIES.get(folded) in self.countries

    def at_head(self, name: Mention) -> Mention | None:
        """That name where the wording begins with its words: there a capital alone does not tell a name."""
        words = name.value if isinstance(name.value, tuple) else ()
        head = self.words[: len(words)]
        if not words or words != tuple(fold(word) for word, _ in head):
            return None
        span = Span(self.document.id, head[0][1], head[-1][1] + len(head[-1][0]))
        return replace(name, span=span, qualified=span)

    def _is_name(self, word: str, *, first: bool) -> bool:
        """Whether a word is a name: capitalised inside a sentence, or at its head if the document never writes it
        small."""
        folded = fold(word)
        if not word[0].isupper() or folded in function_words(self.document.language):
            return False
        return not first or re.search(rf"\b{re.escape(folded)}\b", self.document.text) is None


def _is_number(word: str) -> bool:
    return any(character.isdigit() for character in word) or fold(word) in NUMBER_WORDS


def _excerpt(document: Document, span: Span) -> Document:
    """A document of that span alone, which knows when it was written."""
    kind = next((block.kind for block in document.blocks if block.start <= span.start < block.end), BlockKind.PARAGRAPH)
    written = document.published or str(reference_date(document) or "") or None
    block = Block(kind, span.start, span.end, (Sentence(span.start, span.end),))
    return replace(document, blocks=(block,), published=written)


def _with_head(side: _Side, other: _Side) -> tuple[Mention, ...]:
    """What a side mentions, with the name that it begins with where the other mentions that."""
    known = {mention.value for mention in side.mentions}
    names = (m for m in other.mentions if m.kind is MentionKind.NAME and m.value not in known)
    return (*(head for name in names if (head := side.at_head(name)) is not None), *side.mentions)


def _match(ones: Sequence[Mention], others: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions that say the same, each mention in one pair."""
    left = list(others)
    for one in ones:
        same = next((other for other in left if _same(one, other)), None)
        if same is not None:
            left.remove(same)
            yield one, same


def _same(one: Mention, other: Mention) -> bool:
    if one.unit == other.unit == "name" and one.kind is other.kind and _country(one) is not None:
        return _country(one) == _country(other)
    return comparable(one, other) and relation(one, other) is Relation.SAME


def _country(name: Mention) -> str | None:
    words = name.value if isinstance(name.value, tuple) else ()
    return COUNTRIES.get(words[0]) if len(words) == 1 else None


def _apart(
    ones: Sequence[Mention], others: Sequence[Mention], left: Document, right: Document
) -> Iterator[DifferingFact]:
    """What one side mentions and the other does not, next to what the other mentions in its place."""
    waiting = list(others)
    for one in ones:
        against = next((other for other in waiting if other.kind is one.kind and comparable(one, other)), None)
        if against is not None:
            waiting.remove(against)
        yield DifferingFact(one.kind, left.slice(one.qualified), right.slice(against.qualified) if against else "")
    yield from (DifferingFact(other.kind, "", right.slice(other.qualified)) for other in waiting)


def _is_cited(document: Document, mention: Mention) -> bool:
    return _CITED.search(document.text[max(0, mention.span.start - 20) : mention.span.start]) is not None


def _swapped(matched: Sequence[tuple[Mention, Mention]], left: Document, right: Document) -> Iterator[DifferingFact]:
    """Mentions of one kind that come in another order: who won and who lost may have changed places.

    "According to" somebody means the same at the head of a sentence and at its end; according to whom has to agree.
    """
    cited = [(one, other, _is_cited(left, one), _is_cited(right, other)) for one, other in matched]
    here = [one for one, _, said, same in cited if said and not same]
    there = [other for _, other, same, said in cited if said and not same]
    for one, other in zip(here, there, strict=False):
        yield DifferingFact(one.kind, left.slice(one.qualified), right.slice(other.qualified))
    latest: dict[MentionKind, int] = {}
    placed = ((one, other) for one, other, *both in cited if not all(both))
    for one, other in sorted(placed, key=lambda pair: pair[0].span):
        if other.span.start < latest.get(one.kind, -1):
            yield DifferingFact(one.kind, left.slice(one.qualified), right.slice(other.qualified))
        latest[one.kind] = max(latest.get(one.kind, -1), other.span.start)
