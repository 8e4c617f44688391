"""What a file brings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mali_reader.annotations.codec import raw_of
from mali_reader.annotations.jsontext import canonical
from mali_reader.annotations.merging import unite
from mali_reader.annotations.records import Record
from mali_reader.corpus.model import Corpus

MOST_BYTES = 256 * 1024 * 1024
"""Larger files, packed or not, are refused."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds.

    `records` are stored records as they are, `derived` were made of entries that hold less than a record, `skipped`
    says in plain words of each other entry why it brings none.
    """

    records: tuple[Record, ...] = ()
    derived: tuple[Record, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self.records) + len(self.derived) + len(self.skipped)

    def fresh(self, before: Iterable[Record]) -> tuple[Record, ...]:
        """What taking it in would add, ordered by id: records that are not there, and derived ones whose id is not."""
        there = tuple(before)
        ids = {record.id for record in (*there, *self.records)}
        known = {_content(record) for record in there}
        new = (record for record in self.records if _content(record) not in known)
        return unite(new, (record for record in self.derived if record.id not in ids))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What foreign entries are read against. Both are asked for only where a file needs them, and may raise
    MaliReaderError: the corpus, and the name to give verdicts that name nobody."""

    corpus: Callable[[], Corpus]
    annotator: Callable[[], str]


def _content(record: Record) -> tuple[str, bytes]:
    return record.id, canonical(raw_of(record))
