"""One name written in several ways, and one name put in the place of another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.kinship import Kinship, kinship, without_initials
from mali_reader.corroboration.differences.pairing import Difference
from mali_reader.corroboration.model import Mention, Relation

_MOST_NAMES = 500
_ALIGNED = 0.3
_ALIKE = 0.15
_IN_PLACE = 4


_Names = dict[tuple[str, ...], list[Mention]]


class Spellings:
    """Finds the names of two documents that are one name, written in two ways."""

    def __init__(self, names: Mapping[str, Sequence[Mention]], contexts: Contexts, alignment: Alignment) -> None:
        """`names` has those of each document."""
        self._names = {document: _by_name(some) for document, some in names.items()}
        self._contexts = contexts
        self._alignment = alignment

    def differences(self, one: str, other: str) -> Iterator[Difference]:
        """What two documents, the smaller id first, spell in two ways, and what takes another name's place."""
        here, there = self._names[one], self._names[other]
        for name in here.keys() - there.keys():
            for other_name in there.keys() - {name}:
                kin = kinship(name, other_name)
                if kin is Kinship.NONE:
                    continue
                sure = kin is Kinship.ONE_NAME
                for mine, yours in product(here[name], there[other_name]):
                    if sure or self._are_told_alike(mine, yours, alone=other_name not in here):
                        yield Difference(mine, yours, Relation.VARIANT)
                        break
        if here and there:
            yield from self._replaced(one, other, here, there)

    def _are_told_alike(self, mine: Mention, yours: Mention, *, alone: bool) -> bool:
        """Whether two spellings may be of one name; `alone` says that neither document has both."""
        if self._alignment.closeness(mine, yours) >= _ALIGNED:
            return True
        return alone and self._contexts.affinity(mine, yours) >= _ALIKE

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
