"""Parts of a corpus, shared out among processes: none needs to know what another one has."""

import pickle
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from typing import NamedTuple

from mali_reader.corroboration.differences.comparison import Part, compared
from mali_reader.corroboration.differences.vocabulary import Vocabulary
from mali_reader.corroboration.model import Discrepancy
from mali_reader.workers import answers

_BATCH = 40
"""Documents that are handed out at once."""


class _Batch(NamedTuple):
    parts: tuple[Part, ...]
    vocabulary: bytes
    """Pickled once, and read once by each process: it is that of the whole corpus."""


class _Answer(NamedTuple):
    steps: int
    discrepancies: tuple[Discrepancy, ...]


def compared_aside(
    parts: Sequence[Part], vocabulary: Vocabulary, workers: int
) -> Generator[tuple[int, tuple[Discrepancy, ...]], None, None]:
    """What processes of their own find in some parts of a corpus with that vocabulary, and how many steps that took."""
    batches = _batches(parts, vocabulary) if parts else ()
    with closing(answers(_compare, batches, workers, size=_size, alone=0)) as found:
        yield from found


def _batches(parts: Iterable[Part], vocabulary: Vocabulary) -> Iterator[_Batch]:
    pickled = pickle.dumps(vocabulary)
    batch = _Batch((), pickled)
    for part in parts:
        batch = _Batch((*batch.parts, part), pickled)
        if _size(batch) >= _BATCH:
            yield batch
            batch = _Batch((), pickled)
    if batch.parts:
        yield batch


def _size(batch: _Batch) -> int:
    return sum(len(part.documents) for part in batch.parts)


def _compare(batch: _Batch) -> _Answer:
    vocabulary = _vocabulary(batch.vocabulary)
    found = [one for part in batch.parts for one in compared(part, vocabulary, {}, _go_on)]
    return _Answer(sum(part.steps for part in batch.parts), tuple(found))


def _go_on() -> None:
    """Nobody stops a step of a process of its own."""


@lru_cache(maxsize=1)
def _vocabulary(pickled: bytes) -> Vocabulary:
    vocabulary: Vocabulary = pickle.loads(pickled)  # by this program, a moment ago
    return vocabulary
