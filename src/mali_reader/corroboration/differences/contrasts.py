"""Where two documents put one thing on opposite sides: one has the bill accepted, the other has it rejected."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.absences import NO, absent, by_noun, present
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.opposites import Side, sides, undone
from mali_reader.corroboration.differences.pairing import Difference
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.model import Mention, Relation

_MOST = 100
"""Sides of one axis that are looked at in a document: reports have fewer."""
_NEAR = 2
"""Of the words before or behind a verb, so many name who or what."""
_ENOUGH, _CHANGES, _ONE_WORD = 0.15, 0.1, 0.25
"""So much surroundings in common are needed; where shares rose or fell; where there was a warning, or none."""


class Contrasts:
    """Finds what documents tell that cannot both be so, in words that have an opposite."""

    def __init__(
        self, said: Mapping[str, Sequence[Asserted]], contexts: Contexts, *, dated: Mapping[Span, int]
    ) -> None:
        """`said` has what each document asserts, `dated` the first day that a sentence names."""
        self._contexts = contexts
        self._dated = dated
        texts = {sentences[0].document.text for sentences in said.values() if sentences}
        negative = frozenset[str]().union(*map(undone, texts))
        bodies = {document: [one for one in some if not one.is_headline] for document, some in said.items()}
        lacking = {document: list(chain.from_iterable(map(absent, some))) for document, some in bodies.items()}
        missing = by_noun({side.done for some in lacking.values() for side in some})
        taken = {
            document: _by_axis(
                chain(
                    lacking[document],
                    *((*sides(sentence, negative), *present(sentence, missing)) for sentence in sentences),
                )
            )
            for document, sentences in bodies.items()
        }
        self._sides = _disputed(taken)

    def differences(self, one: str, other: str) -> Iterator[Difference]:
        """What two documents put on opposite sides, and neither of them on both."""
        ours, theirs = self._sides[one], self._sides[other]
        for axis in ours.keys() & theirs.keys():
            for mine, yours in product(ours[axis], theirs[axis]):
                if not _are_opposite(mine, yours) or not self._of_one_thing(mine, yours):
                    continue
                if self._told_too(mine, theirs[axis]) or self._told_too(yours, ours[axis]):
                    continue
                yield Difference(mine.mention, yours.mention, Relation.CONFLICT)

    def _told_too(self, side: Side, others: Sequence[Side]) -> bool:
        """Whether a document says the same of the same thing."""
        return any(other.mention.unit == side.mention.unit and _same(side, other) for other in others)

    def _of_one_thing(self, one: Side, other: Side) -> bool:
        if not _same(one, other) or self._of_two_days(one.mention, other.mention):
            return False
        return self._contexts.affinity(one.mention, other.mention) >= _enough(one)

    def _of_two_days(self, one: Mention, other: Mention) -> bool:
        """Whether the sentences name different days: what fell on Monday may rise on Tuesday."""
        days = self._dated.get(one.sentence), self._dated.get(other.sentence)
        return None not in days and days[0] != days[1]


def _are_opposite(one: Side, other: Side) -> bool:
    """Whether two sides are two. One verb, affirmed and denied, is looked at elsewhere."""
    return one.mention.unit != other.mention.unit and one.word != other.word


def _enough(side: Side) -> float:
    if side.changes:
        return _CHANGES
    return _ONE_WORD if side.mention.head.startswith(NO) and len(side.done) == 1 else _ENOUGH


def _same(one: Side, other: Side) -> bool:
    """Whether two sides are those of one thing: the same was done, by the same where both tell by whom."""
    if one.changes:
        fewer, more = sorted((set(one.doer[:_NEAR]), set(other.doer[:_NEAR])), key=len)
        return bool(fewer) and fewer <= more
    if not one.done or not other.done or not _named(one.done, other.done):
        return False
    if not one.doer or not other.doer:
        return not (one.doer or other.doer) or not one.is_stance
    return _named(one.doer, other.doer)


def _named(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the nearest word of one is among the near ones of the other."""
    return one[0] in other[:_NEAR] or other[0] in one[:_NEAR]


def _disputed(taken: Mapping[str, Mapping[str, Sequence[Side]]]) -> dict[str, dict[str, Sequence[Side]]]:
    """The sides of each document on those axes alone on which any two documents take different ones."""
    units: defaultdict[str, set[str]] = defaultdict(set)
    for some in taken.values():
        for axis, found in some.items():
            units[axis].update(side.mention.unit for side in found)
    return {
        document: {axis: found for axis, found in some.items() if len(units[axis]) > 1}
        for document, some in taken.items()
    }


def _by_axis(some: Iterable[Side]) -> Mapping[str, Sequence[Side]]:
    found: defaultdict[str, list[Side]] = defaultdict(list)
    for side in some:
        if len(found[side.mention.head]) < _MOST:
            found[side.mention.head].append(side)
    return found
