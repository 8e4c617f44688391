"""What documents state, read before it is known which of them overlap."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from mali_reader.corpus.model import Document
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.differences.time_of_writing import times_of_writing
from mali_reader.corroboration.facts.mentions import mentions
from mali_reader.corroboration.facts.sentences import Asserted, asserted
from mali_reader.corroboration.model import Mention


class Stated(NamedTuple):
    """The facts that a document states if it was written `near` that day, and the sentences that it asserts."""

    document: str
    near: date | None
    said: Sequence[Asserted]
    facts: tuple[Mention, ...]


def read_ahead(documents: Sequence[Document]) -> Iterator[Stated]:
    """What each document states if it overlaps all others: most of a few reports do, since they tell of one event."""
    pairs = combinations(sorted(document.id for document in documents), 2)
    near = times_of_writing(documents, Alignment.of((), also=pairs))
    for document in documents:
        said, day = tuple(asserted(document)), near.get(document.id)
        yield Stated(document.id, day, said, mentions(document, near=day, said=said))
