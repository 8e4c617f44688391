"""Which mentions of two documents speak of one thing and differ on it.

A mention is first explained by what agrees with it: where the other document says the same anywhere, nothing there
contradicts it, unless the two stand in the same place of a copied sentence. Of what is left, the pair that is nearest
on both sides is taken, if there is evidence enough that both speak of one thing.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.evidence import ENOUGH, Evidence
from mali_reader.corroboration.differences.relations import compatible, relation, sort_of
from mali_reader.corroboration.facts.persons import OF_PERSONS
from mali_reader.corroboration.model import Days, Mention, MentionKind, Relation, Weekday

_TYPED = frozenset([MentionKind.NUMBER, MentionKind.DATE, MentionKind.MONEY, MentionKind.PLACE])
_NUMERIC = frozenset([MentionKind.NUMBER, MentionKind.MONEY])
_AGREES, _UNSURE_AGREES, _APART_AGREES = 0.05, 0.2, 0.35
_MONTH = 31
_RARE = 100
_MOST = 300


class Difference(NamedTuple):
    """Two mentions of different documents that speak of one thing, and how they stand to each other."""

    one: Mention
    other: Mention
    relation: Relation


class Stated(NamedTuple):
    """The mentions of one sort in a document and the number of each one's wording.

    Where `wording` is equal, two documents state the same in equal words.
    """

    mentions: Sequence[Mention]
    wordings: Sequence[int]
    wording: int


class _Apart(NamedTuple):
    """Two mentions, by their numbers among those of their documents, that do not say the same.

    `explained` says that one of them is said in the other document too.
    """

    one: int
    other: int
    relation: Relation
    explained: bool


class Pairing:
    """Finds what the numbers, sums, dates, places and agents of two documents differ on.

    What depends on the words alone is found once for all copies of a text.
    """

    def __init__(self, stated: Mapping[str, Sequence[Mention]], contexts: Contexts, evidence: Evidence) -> None:
        """`stated` has the mentions of each document."""
        self._contexts = contexts
        self._evidence = evidence
        numbers: dict[tuple[int, ...], int] = {}
        self._stated = {
            document: {
                sort: self._as_stated(some, numbers) for sort, some in by_sort(mentions).items() if _is_typed(some[0])
            }
            for document, mentions in stated.items()
        }
        carriers = Counter(one.wording for sorts in self._stated.values() for one in sorts.values())
        self._copied = {wording for wording, count in carriers.items() if count > 1}
        self._known: dict[tuple[int, int], tuple[_Apart, ...]] = {}
        self._relation = contexts.weighed(lambda one, other: _relation(one, other, contexts))
        self._in_place = contexts.weighed(evidence.look_in_place)

    def _as_stated(self, some: Sequence[Mention], numbers: dict[tuple[int, ...], int]) -> Stated:
        wordings = tuple(map(self._contexts.wording, some))
        return Stated(some, wordings, numbers.setdefault(wordings, len(numbers)))

    def differences(self, one: str, other: str) -> Iterator[Difference]:
        """What two documents differ on."""
        others = self._stated[other]
        for sort, some in self._stated[one].items():
            if sort in others:
                yield from self._of_sort(some, others[sort])

    def _of_sort(self, ones: Stated, others: Stated) -> Iterator[Difference]:
        open_pairs = []
        for apart in self._apart(ones, others):
            one, other = ones.mentions[apart.one], others.mentions[apart.other]
            if not apart.explained or self._evidence.in_place(one, other):
                open_pairs.append(Difference(one, other, apart.relation))
        precisions = Counter(
            mention for pair in open_pairs if pair.relation is Relation.VARIANT for mention in (pair.one, pair.other)
        )
        weighed = []
        best: dict[Mention, float] = {}
        for pair in open_pairs:
            lone = pair.relation is Relation.VARIANT and precisions[pair.one] == precisions[pair.other] == 1
            strength = self._evidence.strength(pair.one, pair.other, lone_precision=lone)
            weighed.append((pair, strength))
            for mention in (pair.one, pair.other):
                best[mention] = max(best.get(mention, strength), strength)
        for pair, strength in weighed:
            if strength >= ENOUGH[pair.relation] and strength == best[pair.one] == best[pair.other]:
                yield pair

    def _apart(self, ones: Stated, others: Stated) -> tuple[_Apart, ...]:
        """What two documents do not say alike, and which of that may yet stand in one place of copied sentences."""
        key = ones.wording, others.wording
        if key not in self._known:
            found = tuple(self._compared(ones.wordings, others.wordings))
            if ones.wording not in self._copied and others.wording not in self._copied:
                return found
            self._known[key] = found
        return self._known[key]

    def _compared(self, ones: Sequence[int], others: Sequence[int]) -> Iterator[_Apart]:
        related = [
            (first, second, how)
            for first, one in enumerate(ones)
            for second, other in enumerate(others)
            if (how := self._relation(one, other)) is not None
        ]
        here = {first for first, _, how in related if how is Relation.SAME}
        there = {second for _, second, how in related if how is Relation.SAME}
        for first, second, how in related:
            explained = first in here or second in there
            if how is not Relation.SAME and (not explained or self._in_place(ones[first], others[second])):
                yield _Apart(first, second, how, explained)


def _relation(one: Mention, other: Mention, contexts: Contexts) -> Relation | None:
    """How two mentions of one sort stand to each other; None where they do not, or where it may be by chance that they
    say the same."""
    how = relation(one, other) if compatible(one.unit, other.unit) else None
    return None if how is Relation.SAME and contexts.affinity(one, other) < _agreement(one, other) else how


def by_sort(mentions: Iterable[Mention]) -> Mapping[str, Sequence[Mention]]:
    """Mentions by what they may be weighed against; of each sort the first few hundred, for only tables have more."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        some = found[sort_of(mention)]
        if len(some) < _MOST:
            some.append(mention)
    return found


def without_overruled(mentions: Sequence[Mention], headlines: Container[Span], evidence: Evidence) -> Sequence[Mention]:
    """The mentions of a document but for the numbers of its headlines that its body contradicts and nowhere repeats.

    Where a headline says twelve and the body fourteen, the report says fourteen.
    """
    heads = [m for m in mentions if m.sentence in headlines and m.kind in _NUMERIC]
    if not heads:
        return mentions
    body = by_sort(m for m in mentions if m.sentence not in headlines and m.kind in _NUMERIC)
    overruled = {head for head in heads if _is_overruled(head, body.get(sort_of(head), ()), evidence)}
    return [mention for mention in mentions if mention not in overruled]


def _is_overruled(head: Mention, body: Sequence[Mention], evidence: Evidence) -> bool:
    related = [(one, relation(head, one)) for one in body if compatible(head.unit, one.unit)]
    if any(how in (Relation.SAME, Relation.VARIANT) for _, how in related):
        return False
    enough = ENOUGH[Relation.CONFLICT]
    return any(how and evidence.strength(head, one, lone_precision=False) >= enough for one, how in related)


def is_rare(mention: Mention) -> bool:
    """Whether a value is rare enough for two that are equal to be no chance: no small number, no mere year."""
    if isinstance(mention.value, Days):
        exact = "weekday" not in mention.unit and mention.unit != "relative"
        return exact and mention.value.last - mention.value.first <= _MONTH
    return isinstance(mention.value, tuple) or (isinstance(mention.value, float) and mention.value >= _RARE)


def _is_typed(mention: Mention) -> bool:
    """Whether a mention is weighed here: spellings, denials and wordings have rules of their own."""
    return mention.kind in _TYPED or mention.unit == "agent" or mention.unit in OF_PERSONS


def _agreement(one: Mention, other: Mention) -> float:
    """How much surroundings must have in common for an equal value to be agreement: nothing, if the value is rare."""
    if one.kind is MentionKind.NUMBER and one.unit != other.unit:
        return _APART_AGREES
    if is_rare(one) and is_rare(other):
        return 0.0
    return _UNSURE_AGREES if isinstance(one.value, Weekday) or isinstance(other.value, Weekday) else _AGREES
