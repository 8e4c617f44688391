"""What is wrong with a shared file, in plain words that say what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from mali_reader.annotations import files
from mali_reader.annotations.layout import Reading
from mali_reader.annotations.merging import conflict_copies, describe
from mali_reader.annotations.records import VERSION, Record


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
            f"{undelivered} records are not in {path.name} yet; they are safe in {outbox} "
            "and are delivered once the file can be written"
        )


def _of_records(path: Path, records: Iterable[Record]) -> Iterator[str]:
    times = Counter(record.id for record in records)
    for identity, count in sorted(times.items()):
        if count > 1:
            yield f"{count} different records share the id {identity}; all are kept, withdraw what is wrong"
    newer = sum(record.version > VERSION for record in records)
    if newer:
        yield f"{newer} records of {path.name} were made by a newer version; they are kept as they are, so update"
    if nameless := sum(not record.type for record in records):
        yield f"{nameless} rows of {path.name} are no records of this program; they are kept as they are"
