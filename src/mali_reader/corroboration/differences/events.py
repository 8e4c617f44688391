"""Which documents tell of one event: only what these say is ever compared."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from mali_reader.corroboration.differences.vocabulary import Vocabulary, stems_and_names
from mali_reader.corroboration.facts.sentences import Asserted

_ONE_EVENT = 0.3
"""Reports of one event have this much in common or more; those that share a turn of phrase by chance have less."""


_MOST = 20

DocumentPair = tuple[str, str]


class Events:
    """How much documents have in common: the words that they use and the names that they give."""

    def __init__(self, said: Mapping[str, Sequence[Asserted]], vocabulary: Vocabulary) -> None:
        """`said` has what each document asserts, `vocabulary` is that of the corpus which they are from."""
        of = vocabulary.documents
        told = {document: stems_and_names(sentences) for document, sentences in said.items()}
        self._sides = [
            _Side({document: stems for document, (stems, _) in told.items()}, vocabulary.documents_with, of),
            _Side({document: names for document, (_, names) in told.items()}, vocabulary.documents_naming, of),
        ]

    def are_one(self, one: str, other: str) -> bool:
        """Whether two documents tell of one event: the likeness of their words and that of their names add up.

        Words and names weigh by how rare they are in the corpus (inverse document frequency).
        """
        return self._likeness(one, other) >= _ONE_EVENT

    def are_one_through_a_third(self, one: str, other: str) -> bool:
        """Whether two documents do that each tell of one event with a third: half as much in common tells it."""
        return self._likeness(one, other) >= _ONE_EVENT / 2

    def _likeness(self, one: str, other: str) -> float:
        return sum(side.likeness(one, other) for side in self._sides)


def through_a_third(pairs: Collection[DocumentPair], events: Events) -> frozenset[DocumentPair]:
    """The pairs of documents of one event that share no text, but that both share some with a third report of it.

    Of a report that many share text with, the others tell enough.
    """
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        neighbours[one].add(other)
        neighbours[other].add(one)
    few = (sorted(some) for some in neighbours.values() if len(some) <= _MOST)
    apart = {pair for some in few for pair in combinations(some, 2)}
    return frozenset([pair for pair in apart.difference(pairs) if events.are_one_through_a_third(*pair)])


class _Side:
    """The words, or the names, of documents, and how much each tells."""

    def __init__(self, found: Mapping[str, frozenset[str]], counts: Mapping[str, int], documents: int) -> None:
        self._found = found
        every = frozenset().union(*found.values())
        self._weights = {term: (math.log((1 + documents) / (1 + counts[term])) + 1) ** 2 for term in every}
        self._lengths = {document: self._weight(terms) for document, terms in found.items()}

    def likeness(self, one: str, other: str) -> float:
        """The geometric mean of the cosine and of the share of the smaller set that the other holds.

        The cosine alone is small between a flash and a long story, the share alone large by chance.
        """
        shared = self._weight(self._found[one] & self._found[other])
        fewer, more = sorted((self._lengths[one], self._lengths[other]))
        return shared / math.sqrt(fewer * math.sqrt(fewer * more)) if shared else 0.0

    def _weight(self, terms: Iterable[str]) -> float:
        return math.fsum(map(self._weights.__getitem__, terms))
