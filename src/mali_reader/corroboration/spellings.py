"""One name written in several ways, and one name put in the place of another."""

from collections.abc import Iterator, Sequence, Set

from rapidfuzz.distance import DamerauLevenshtein

from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.geography import COUNTRIES
from mali_reader.corroboration.model import Mention, Value
from mali_reader.corroboration.pairing import Difference
from mali_reader.corroboration.relations import Relation, without_initials

_SHORTEST = 6
_LONG = 8
_SHORT = 4
_INFLECTION_ENDINGS = "s es n ns an ans ian ians i is ese ish er ers e"
_INFLECTIONS = frozenset(_INFLECTION_ENDINGS.split())
_ALIGNED = 0.3
_IN_PLACE = 4


class Spellings:
    """Finds the names of two documents that are one name, written in two ways."""

    def __init__(self, contexts: Contexts, alignment: Alignment) -> None:
        self._contexts = contexts
        self._alignment = alignment

    def differences(self, ones: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Difference]:
        """The names of two documents (or of one) that differ in spelling, or of which one stands for the other."""
        here, there = {mention.value for mention in ones}, {mention.value for mention in others}
        for one in ones:
            for other in others:
                related = self._related(one, other, here, there)
                if related is not None:
                    yield Difference(one, other, related)

    def _related(self, one: Mention, other: Mention, here: Set[Value], there: Set[Value]) -> Relation | None:
        if one.value == other.value or not isinstance(one.value, tuple) or not isinstance(other.value, tuple):
            return None
        left, right = without_initials(one.value), without_initials(other.value)
        if not left or not right:
            return None
        if left == right:
            return Relation.VARIANT if len(left) > 1 else None
        if self._misspelt(one, other, left, right):
            return Relation.VARIANT
        if one.value in there or other.value in here or set(left) & set(right) or min(len(left), len(right)) < 2:
            return None
        copied = self._alignment.closeness(one, other) == 1.0
        return Relation.CONFLICT if copied and self._contexts.flank(one, other) >= _IN_PLACE else None

    def _misspelt(self, one: Mention, other: Mention, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
        """Whether the names differ in one word, by a letter or two, and are given to one person or body."""
        if len(left) == len(right) > 1:
            apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
            if len(apart) != 1:
                return False
            return similar(*apart[0]) or _a_letter_apart(*apart[0])
        if min(len(left), len(right)) > 1 or not similar(left[-1], right[-1]):
            return False
        return self._alignment.closeness(one, other) >= _ALIGNED


def similar(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name, and not a name and its plural or demonym."""
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or _inflected(one, other):
        return False
    most = 2 if min(len(one), len(other)) >= _LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most


def _inflected(one: str, other: str) -> bool:
    """Whether one word is the other's plural or demonym, or either names a country."""
    shorter, longer = sorted((one, other), key=len)
    ending = longer[len(shorter) :] if longer.startswith(shorter) else None
    return ending in _INFLECTIONS or one in COUNTRIES or other in COUNTRIES


def _a_letter_apart(one: str, other: str) -> bool:
    """Jon and John, Klein and Kline; not Jane and John, Maria and Mario. The rest of the name has to be the same."""
    if one[0] != other[0] or max(len(one), len(other)) < _SHORT or _inflected(one, other):
        return False
    return one[-1:] + other[-1:] not in ("ao", "oa") and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1
