"""What each report tells once: one number of children, one of hours, one side of a thing."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import chain

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.numbers import MEASURES
from mali_reader.corroboration.facts.ages import AGE
from mali_reader.corroboration.facts.clocks import CLOCK, HALF_CLOCK
from mali_reader.corroboration.facts.places import SIDE
from mali_reader.corroboration.facts.units import GENERIC
from mali_reader.corroboration.model import Mention, MentionKind

_COMMON = MEASURES | {AGE, "tally", CLOCK, HALF_CLOCK, "people", "occasion"}
"""Units of which a report may give one number and mean another thing by it than the next report."""
_HOURS = "time in hours"
"""A report that tells one length in hours or minutes tells how long the thing itself took."""


class Lone:
    """Knows what a document gives one value of, and no other."""

    def __init__(self, stated: Mapping[str, Sequence[Mention]], leads: Container[Span]) -> None:
        """`stated` has the mentions of each document, `leads` the sentences with which documents begin."""
        self._tolls: dict[tuple[str, str], float] = {}
        for mention in chain.from_iterable(stated.values()):
            if mention.unit.startswith("people:") and isinstance(mention.value, float) and mention.sentence in leads:
                place = mention.span.document, mention.unit
                self._tolls[place] = max(mention.value, self._tolls.get(place, 0.0))
        self._values: defaultdict[tuple[str, str], set[object]] = defaultdict(set)
        for mention in chain.from_iterable(stated.values()):
            for what in _told_of(mention):
                self._values[mention.span.document, what].add(mention.value)

    def are_counted_once(self, one: Mention, other: Mention) -> bool:
        """Whether each of two documents gives one number alone of what both count, and that is no mere measure."""
        if one.unit == other.unit == "time":
            return max(one.scale, other.scale) < 1 and self._only(_HOURS, one, other)
        unit = one.unit.partition(":")[0]
        if one.unit == other.unit and ("people:" in one.unit or (one.head and unit not in _COMMON)):
            return self._only(one.unit, one, other)
        return self.are_one_group(one, other)

    def are_one_group(self, one: Mention, other: Mention) -> bool:
        """Whether each of two documents gives one number alone of children, or of guards."""
        if "people" not in one.unit or one.head != other.head or not one.head or one.head in GENERIC:
            return False
        return self._only(_group(one), one, other)

    def are_of_one_side(self, one: Mention, other: Mention) -> bool:
        """Whether each of two documents tells of one side alone of a thing."""
        return self._only(one.unit, one, other)

    def are_main_tolls(self, one: Mention, other: Mention) -> bool:
        """Whether each is the highest number of people whom the same befell that its report gives in its lead."""
        if one.unit != other.unit:
            return False
        return all(self._tolls.get((m.span.document, m.unit)) == m.value for m in (one, other))

    def _only(self, what: str, one: Mention, other: Mention) -> bool:
        return all(len(self._values[mention.span.document, what]) == 1 for mention in (one, other))


def _told_of(mention: Mention) -> Sequence[str]:
    """What a mention gives a value of."""
    if mention.unit.startswith(SIDE):
        return (mention.unit,)
    if mention.kind is not MentionKind.NUMBER:
        return ()
    if "people" in mention.unit:
        return mention.unit, _group(mention)
    return (mention.unit, _HOURS) if mention.unit == "time" and mention.scale < 1 else (mention.unit,)


def _group(mention: Mention) -> str:
    return f"people {mention.head}"
