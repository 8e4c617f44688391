"""What is wrong with a shared file, in plain words that say what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from mali_reader.annotations import files
from mali_reader.annotations.copies import conflict_copies
from mali_reader.annotations.layout import Reading
from mali_reader.annotations.merging import describe
from mali_reader.annotations.records import VERSION, Record
from mali_reader.display import count_of

_STRUCTURE = b" \t\r{},"


def diagnose(path: Path, reading: Reading, records: Iterable[Record], undelivered: int, outbox: Path) -> Iterator[str]:
    """One line for each problem with the file, its records and what lies beside it."""
    if reading.marked:
        yield f"{path.name} has conflict markers in it; all records are read, and the next verdict removes the markers"
    for part in reading.unreadable:
        yield f"{path.name}: {describe(part)}; the next verdict moves them to a file of their own beside it"
    for aside in files.set_aside_files(path):
        yield f"{aside.name} keeps what could not be read; mend it and merge it, or delete it"
    for copy in conflict_copies(path):
        yield f"{copy.name} is a conflict copy; its records are part of the file now, so it may be deleted"
    yield from _of_records(path, records)
    if undelivered:
        yield (
            f"not in {path.name} yet: {count_of(undelivered, 'record')}, safe in {outbox} "
            "and delivered once the file can be written"
        )


def describe_damage(path: Path, unreadable: Iterable[bytes]) -> str | None:
    """How much of a file could not be read, and what tells more, in one line; None where all of it could."""
    count = sum(bool(line.strip(_STRUCTURE)) for part in unreadable for line in part.split(b"\n"))
    if not count:
        return None
    return f"{count_of(count, 'line')} of {path.name} cannot be read; see: mali-reader check"


def _of_records(path: Path, records: Iterable[Record]) -> Iterator[str]:
    times = Counter(record.id for record in records)
    for identity, count in sorted(times.items()):
        if count > 1:
            yield f"{count} different records share the id {identity}; all are kept, withdraw what is wrong"
    newer = sum(record.version > VERSION for record in records)
    if newer:
        yield f"made by a newer version: {count_of(newer, 'record')} of {path.name}, kept as they are, so update"
    if nameless := sum(not record.type for record in records):
        yield f"no records of this program: {count_of(nameless, 'row')} of {path.name}, kept as they are"
