"""Which mentions of two documents speak of one thing and differ on it.

A mention is first explained by what agrees with it: where the other document says the same anywhere, nothing there
contradicts it, unless the two stand in the same place of a copied sentence. Of what is left, the pair that is nearest
on both sides is taken, if there is evidence enough that both speak of one thing.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from mali_reader.corpus.model import Span
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.evidence import ENOUGH, Evidence
from mali_reader.corroboration.model import Days, Mention, MentionKind, Weekday
from mali_reader.corroboration.relations import Relation, compatible, relation, sort_of
from mali_reader.corroboration.roles import ROLE

_TYPED = frozenset([MentionKind.NUMBER, MentionKind.DATE, MentionKind.MONEY, MentionKind.PLACE])
_NUMERIC = frozenset([MentionKind.NUMBER, MentionKind.MONEY])
_AGREES, _UNSURE_AGREES, _APART_AGREES = 0.05, 0.2, 0.35
_MONTH = 31
_RARE = 100
_MOST = 300


@dataclass(frozen=True, slots=True)
class Difference:
    """Two mentions of different documents that speak of one thing, and how they stand to each other."""

    one: Mention
    other: Mention
    relation: Relation


def differences(
    ones: Mapping[str, Sequence[Mention]],
    others: Mapping[str, Sequence[Mention]],
    contexts: Contexts,
    evidence: Evidence,
) -> Iterator[Difference]:
    """What the numbers, sums, dates, places and agents of two documents, by sort, differ on."""
    found = [
        Difference(one, other, related)
        for sort, some in ones.items()
        if _is_typed(some[0])
        for one, other in product(some, others.get(sort, ()))
        if compatible(one.unit, other.unit) and (related := relation(one, other)) is not None
    ]
    explained = {
        mention
        for pair in found
        if pair.relation is Relation.SAME
        and contexts.affinity(pair.one, pair.other) >= _agreement(pair.one, pair.other)
        for mention in (pair.one, pair.other)
    }
    open_pairs = [
        pair
        for pair in found
        if pair.relation is not Relation.SAME
        and ((pair.one not in explained and pair.other not in explained) or evidence.in_place(pair.one, pair.other))
    ]
    precisions = Counter(
        mention for pair in open_pairs if pair.relation is Relation.VARIANT for mention in (pair.one, pair.other)
    )
    weighed = []
    best: dict[Mention, float] = {}
    for pair in open_pairs:
        lone = pair.relation is Relation.VARIANT and precisions[pair.one] == precisions[pair.other] == 1
        strength = evidence.strength(pair.one, pair.other, lone_precision=lone)
        weighed.append((pair, strength))
        for mention in (pair.one, pair.other):
            best[mention] = max(best.get(mention, strength), strength)
    for pair, strength in weighed:
        if strength >= ENOUGH[pair.relation] and strength == best[pair.one] == best[pair.other]:
            yield pair


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
    return mention.kind in _TYPED or mention.unit in ("agent", ROLE)


def _agreement(one: Mention, other: Mention) -> float:
    """How much surroundings must have in common for an equal value to be agreement: nothing, if the value is rare."""
    if one.kind is MentionKind.NUMBER and one.unit != other.unit:
        return _APART_AGREES
    if is_rare(one) and is_rare(other):
        return 0.0
    return _UNSURE_AGREES if isinstance(one.value, Weekday) or isinstance(other.value, Weekday) else _AGREES
