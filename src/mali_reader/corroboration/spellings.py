"""One name written in several ways, and one name put in the place of another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import chain, product

from rapidfuzz.distance import DamerauLevenshtein

from mali_reader.corpus.model import Span
from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.geography import COUNTRIES
from mali_reader.corroboration.model import Mention
from mali_reader.corroboration.pairing import Difference
from mali_reader.corroboration.relations import Relation, without_initials

_SHORTEST = 6
_LONG = 8
_SHORT = 4
_MOST_NAMES = 500
_INFLECTION_ENDINGS = "s es n ns an ans ian ians i is ese ish er ers e"
_INFLECTIONS = frozenset(_INFLECTION_ENDINGS.split())
_ALIGNED = 0.3
_IN_PLACE = 4


_Names = dict[tuple[str, ...], list[Mention]]


class _Kinship(Enum):
    """Whether two names are one: never, always, or where their sentences say the same."""

    NONE = 0
    ONE_NAME = 1
    IF_ALIGNED = 2


class Spellings:
    """Finds the names of two documents that are one name, written in two ways."""

    def __init__(self, contexts: Contexts, alignment: Alignment) -> None:
        self._contexts = contexts
        self._alignment = alignment

    def differences(self, ones: Sequence[Mention], others: Sequence[Mention]) -> Iterator[Difference]:
        """What two documents, the smaller id first, spell in two ways, and what takes another name's place."""
        here, there = _by_name(ones), _by_name(others)
        for name in here.keys() - there.keys():
            for other_name in there.keys() - {name}:
                kinship = _kinship(name, other_name)
                if kinship is _Kinship.NONE:
                    continue
                for one, other in product(here[name], there[other_name]):
                    if kinship is _Kinship.ONE_NAME or self._alignment.closeness(one, other) >= _ALIGNED:
                        yield Difference(one, other, Relation.VARIANT)
                        break
        if ones and others:
            yield from self._replaced(ones[0].span.document, others[0].span.document, here, there)

    def _replaced(self, one: str, other: str, here: _Names, there: _Names) -> Iterator[Difference]:
        """Full names that stand in the same place of a copied sentence and that only one of the documents knows."""
        left, right = _full_names(here, but=there), _full_names(there, but=here)
        for pair in self._alignment.copied(one, other) if left and right else ():
            for mine, yours in product(_inside(left, pair.left), _inside(right, pair.right)):
                if set(_words(mine)) & set(_words(yours)):
                    continue
                if self._contexts.flank(mine, yours) >= _IN_PLACE:
                    yield Difference(mine, yours, Relation.CONFLICT)


def _by_name(mentions: Sequence[Mention]) -> _Names:
    found: defaultdict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = _words(mention)
        if len(found) < _MOST_NAMES or name in found:
            found[name].append(mention)
    return dict(sorted(found.items()))


def _full_names(some: _Names, *, but: _Names) -> list[Mention]:
    """The mentions of names of several words that are not among others, in the order of their places."""
    names = (name for name in some if name not in but and len(without_initials(name)) > 1)
    return sorted(chain.from_iterable(some[name] for name in names), key=_start)


def _words(mention: Mention) -> tuple[str, ...]:
    return mention.value if isinstance(mention.value, tuple) else ()


def _inside(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Of mentions in the order of their places, those in a span."""
    first = bisect_left(mentions, span.start, key=_start)
    last = bisect_left(mentions, span.end, first, key=_start)
    return [mention for mention in mentions[first:last] if mention.span.end <= span.end]


def _start(mention: Mention) -> int:
    return mention.span.start


@lru_cache(maxsize=1 << 18)
def _kinship(one: tuple[str, ...], other: tuple[str, ...]) -> _Kinship:
    """Whether two different names differ in initials, or in one word by a letter or two."""
    left, right = without_initials(one), without_initials(other)
    if not left or not right:
        return _Kinship.NONE
    if left == right:
        return _Kinship.ONE_NAME if len(left) > 1 else _Kinship.NONE
    if len(left) != len(right) and min(len(left), len(right)) > 1:
        left, right = left[-len(right) :], right[-len(left) :]  # one has a first name or an office more
        if left == right:
            return _Kinship.NONE
    if len(left) == len(right) > 1:
        apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        alike = len(apart) == 1 and (similar(*apart[0]) or _a_letter_apart(*apart[0]))
        return _Kinship.ONE_NAME if alike else _Kinship.NONE
    alike = min(len(left), len(right)) == 1 and similar(left[-1], right[-1])
    return _Kinship.IF_ALIGNED if alike else _Kinship.NONE


def similar(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name, and not a name and its plural or demonym."""
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or _inflected(one, other):
        return False
    most = 2 if min(len(one), len(other)) >= _LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=most) <= most


def _inflected(one: str, other: str) -> bool:
    """Whether one word is the other's plural or demonym, or both name a country."""
    shorter, longer = sorted((one, other), key=len)
    ending = longer[len(shorter) :] if longer.startswith(shorter) else None
    return ending in _INFLECTIONS or (one in COUNTRIES and other in COUNTRIES)


def _a_letter_apart(one: str, other: str) -> bool:
    """Jon and John, Klein and Kline, Sofia and Sophia; not Jane and John, Maria and Mario.

    The rest of the name has to be the same.
    """
    if _inflected(one, other):
        return False
    one, other = one.replace("ph", "f"), other.replace("ph", "f")
    if one[0] != other[0] or max(len(one), len(other)) < _SHORT:
        return False
    return one[-1:] + other[-1:] not in ("ao", "oa") and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1
