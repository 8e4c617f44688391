"""Whether two names are spellings of one."""

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from mali_reader.corroboration.differences.nicknames import one_first_name
from mali_reader.corroboration.facts.geography import COUNTRIES

_SHORTEST = 6
_LONG = 8
_SHORT = 4
_INFLECTION_ENDINGS = "s es n ns an ans ian ians i is ese ish er ers e"
_INFLECTIONS = frozenset(_INFLECTION_ENDINGS.split())
_SPOKEN = {"ph": "f", "th": "t", "ck": "k", "c": "k", "y": "i"}
_SPELT = re.compile("|".join(_SPOKEN))
_VOWELS = re.compile(r"[aeiouhw]")


class Kinship(Enum):
    """Whether two names are one: never, always, or where their sentences say the same."""

    NONE = 0
    ONE_NAME = 1
    IF_ALIGNED = 2


def without_initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that are more than a letter."""
    return tuple(word for word in name if len(word) > 1)


@lru_cache(maxsize=1 << 18)
def kinship(one: tuple[str, ...], other: tuple[str, ...]) -> Kinship:
    """Whether two different names differ in initials, or in one word by a letter or two."""
    left, right = without_initials(one), without_initials(other)
    if not left or not right:
        return Kinship.NONE
    if left == right:
        return Kinship.ONE_NAME if len(left) > 1 else Kinship.NONE
    if has_middle_name(left, right) or _run_together(left, right):
        return Kinship.ONE_NAME
    if len(left) != len(right) and min(len(left), len(right)) > 1:
        left, right = left[-len(right) :], right[-len(left) :]  # one has a first name or an office more
        if left == right:
            return Kinship.NONE
    if len(left) == len(right) > 1:
        apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
        alike = len(apart) == 1 and (similar(*apart[0]) or _a_letter_apart(*apart[0]))
        if not alike and left[1:] == right[1:]:
            alike = one_first_name(left[0], right[0]) or _one_long_first_name(left[0], right[0])
        if not alike and left[:-1] == right[:-1]:
            alike = _same_consonants(left[-1], right[-1])
        return Kinship.ONE_NAME if alike else Kinship.NONE
    alike = min(len(left), len(right)) == 1 and left[-1] != right[-1] and similar(left[-1], right[-1])
    return Kinship.IF_ALIGNED if alike else Kinship.NONE


def has_middle_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other with a middle name: Lee Harvey Braun and Lee Braun."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) == 2 and len(longer) == 3 and (longer[0], longer[-1]) == shorter


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two words of one name are one word of the other: Bright Star Lines and Brightstar Shipping."""
    pairs = ((one, other), (other, one))
    return any(len(a) > 1 and "".join(a[:2]) == b[0] and len(b[0]) >= _LONG for a, b in pairs)


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
    one, other = _as_spoken(one), _as_spoken(other)
    if one == other:
        return True
    if one[0] != other[0] or max(len(one), len(other)) < _SHORT:
        return False
    return one[-1:] + other[-1:] not in ("ao", "oa") and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _one_long_first_name(one: str, other: str) -> bool:
    """Annelies and Anneliese, Eleanor and Elinor; not Daniel and Daniela."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST or (one in COUNTRIES or other in COUNTRIES):
        return False
    return longer == shorter + "e" or (not longer.startswith(shorter) and _same_consonants(one, other))


def _as_spoken(word: str) -> str:
    """A name as it sounds, roughly: Sophia as Sofia, Klaudia as Claudia, Mathias as Matthias."""
    return re.sub(r"(.)\1", r"\1", _SPELT.sub(lambda found: _SPOKEN[found[0]], word))


def _same_consonants(one: str, other: str) -> bool:
    """Hale and Hail, Meier and Maier: surnames whose vowels are spelt in two ways, the first name being the same."""
    if min(len(one), len(other)) < _SHORT or one[0] != other[0] or _inflected(one, other):
        return False
    skeletons = [word[0] + _VOWELS.sub("", _as_spoken(word)[1:].replace("i", "")) for word in (one, other)]
    return skeletons[0] == skeletons[1] and DamerauLevenshtein.distance(one, other, score_cutoff=2) <= 2
