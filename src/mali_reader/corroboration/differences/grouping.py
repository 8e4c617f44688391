"""Differences, joined into points of discord: each with its distinct values and every place that gives them."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.pairing import Difference, by_sort, is_rare
from mali_reader.corroboration.differences.relations import compatible, relation, sort_of
from mali_reader.corroboration.disjoint import DisjointSets
from mali_reader.corroboration.model import (
    Days,
    Discrepancy,
    DiscrepancyValue,
    Mention,
    MentionKind,
    Qualifier,
    Relation,
    Severity,
    Value,
)

_SAME_THING = 0.2
"""So much surroundings in common make two mentions of one value mentions of one thing."""
_SAME_RARE_THING = 0.08
_LARGE = 1000
_ABOUT_WORDS = 4


def group(
    differences: Iterable[Difference],
    stated: Mapping[str, Sequence[Mention]],
    contexts: Contexts,
    alignment: Alignment,
    documents: Mapping[str, Document],
) -> tuple[Discrepancy, ...]:
    """One discrepancy for each point on which documents differ, in no particular order.

    `stated` has the mentions of each document: what agrees with one side, in a document that overlaps, joins it.
    """
    groups = DisjointSets[Mention]()
    for difference in differences:
        groups.join(difference.one, difference.other)
    alike = _Alike(stated, contexts)
    for some in groups.sets():
        for mention in alike.elsewhere(some, alignment.neighbours):
            groups.join(some[0], mention)
    found = (_discrepancy(sorted(some, key=_place), contexts, documents) for some in groups.sets())
    return tuple(discrepancy for discrepancy in found if discrepancy is not None)


class _Alike:
    """Looks up who else says the same about the same. Equal words are weighed once, in however many copies they are."""

    def __init__(self, stated: Mapping[str, Sequence[Mention]], contexts: Contexts) -> None:
        self._contexts = contexts
        self._sorts = {
            document: {sort: [(one, contexts.wording(one)) for one in found] for sort, found in by_sort(some).items()}
            for document, some in stated.items()
        }
        self._are_alike = contexts.weighed(lambda one, other: _of_one_thing(one, other, contexts))

    def elsewhere(self, mentions: Iterable[Mention], near: Mapping[str, Collection[str]]) -> Iterator[Mention]:
        """The mentions that say the same as one of these, in documents that are near its own."""
        copies: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            copies[self._contexts.wording(mention)].append(mention)
        for number, some in copies.items():
            sort = sort_of(some[0])
            for document in {name: None for one in some for name in near.get(one.span.document, ())}:
                for other, other_number in self._sorts[document].get(sort, ()):
                    if self._are_alike(number, other_number):
                        yield other


def _of_one_thing(one: Mention, other: Mention, contexts: Contexts) -> bool:
    """Whether two mentions of one sort say the same about the same."""
    if one.kind is MentionKind.WORDING:
        return False
    if one.kind is MentionKind.NAME and one.unit == other.unit == "name":
        return one.value == other.value
    if not compatible(one.unit, other.unit) or relation(one, other) is not Relation.SAME:
        return False
    if isinstance(one.value, float) and one.value < _LARGE and one.unit != other.unit:
        return False
    if one.unit == other.unit == "realm" or (isinstance(one.value, float) and one.value >= _LARGE):
        return True
    return contexts.affinity(one, other) >= (_SAME_RARE_THING if is_rare(one) and is_rare(other) else _SAME_THING)


def _discrepancy(
    mentions: Sequence[Mention], contexts: Contexts, documents: Mapping[str, Document]
) -> Discrepancy | None:
    classes = _classes(mentions)
    if len(classes) < 2:
        return None
    relations = [relation(one[0], other[0]) or Relation.SAME for one, other in combinations(classes, 2)]
    if max(relations) is Relation.SAME:
        return None
    bare = len({some[0].value for some in classes}) == len(classes)
    values = tuple(
        sorted((_value(some, documents, bare=bare) for some in classes), key=lambda v: (-len(v.spans), v.value))
    )
    first = mentions[0]
    severity = Severity.CONFLICT if max(relations) is Relation.CONFLICT else Severity.VARIANT
    key = "\0".join((first.kind, *sorted(_key(some[0], bare=bare) for some in classes)))
    identity = "d-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Discrepancy(identity, first.kind, severity, values, _about(mentions, contexts))


def _classes(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions that say the same, together, the plainest and commonest wording first, what is only a floor last."""
    common = Counter((mention.value, mention.qualifier) for mention in mentions)
    ordered = sorted(mentions, key=lambda m: (m.qualifier is Qualifier.FLOOR, -common[m.value, m.qualifier], _place(m)))
    classes: list[list[Mention]] = []
    for mention in ordered:
        same = [some for some in classes if relation(some[0], mention) in (Relation.SAME, None)]
        if not same:
            classes.append([mention])
        elif len(same) == 1 or mention.qualifier is not Qualifier.FLOOR:
            same[0].append(mention)
    return _with_vaguer(classes)


def _with_vaguer(classes: list[list[Mention]]) -> list[list[Mention]]:
    """Where dates conflict, a vaguer one stands with the only exact one that it allows: mid-June with June 16."""
    if not any(relation(one[0], other[0]) is Relation.CONFLICT for one, other in combinations(classes, 2)):
        return classes
    kept = list(classes)
    for some in classes:
        allowed = [other for other in kept if other is not some and _allows(some[0].value, other[0].value)]
        if len(allowed) == 1 and len(kept) > 2:
            allowed[0].extend(some)
            kept = [other for other in kept if other is not some]
    return kept


def _allows(vaguer: Value, exact: Value) -> bool:
    if not isinstance(vaguer, Days) or not isinstance(exact, Days):
        return False
    return vaguer.first <= exact.first and exact.last <= vaguer.last


def _value(mentions: Sequence[Mention], documents: Mapping[str, Document], *, bare: bool) -> DiscrepancyValue:
    spans = sorted(mention.span if bare else mention.qualified for mention in mentions)
    exact = {m.span if bare else m.qualified for m in mentions if m.value == mentions[0].value}
    texts = [_flat(documents[span.document].slice(span)) for span in spans]
    counts = Counter(texts)
    plain = [text for span, text in zip(spans, texts, strict=True) if span in exact] or texts
    return DiscrepancyValue(max(plain, key=lambda text: counts[text]), tuple(dict.fromkeys(spans)))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _key(mention: Mention, *, bare: bool) -> str:
    """What a value comes to, the same wherever and however it is written."""
    if mention.kind is MentionKind.NEGATION:
        return f"{mention.unit} {mention.head}"
    return repr(mention.value) if bare else f"{mention.value!r} {mention.qualifier} {mention.head}"


def _about(mentions: Sequence[Mention], contexts: Contexts) -> str:
    """The words that the surroundings share, the most telling first."""
    told: defaultdict[str, float] = defaultdict(float)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        around = contexts.around(mention).weights
        for word in contexts.words_of(mention):
            if word.stem in around:
                written[word.stem][word.folded] += 1
        for stem, weight in around.items():
            told[stem] += weight
    spread = Counter(stem for mention in mentions for stem in contexts.around(mention).weights)
    shared = [stem for stem in told if spread[stem] > 1] or list(told)
    best = sorted(shared, key=lambda stem: (-told[stem], stem))[:_ABOUT_WORDS]
    return " ".join(min(written[stem], key=lambda w: (-written[stem][w], w)) for stem in best if written[stem])


def _place(mention: Mention) -> tuple[Span, str, str]:
    return mention.span, mention.kind, mention.unit
