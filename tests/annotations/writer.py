"""A process that adds verdicts to a shared file, or edits one: `writer.py FILE COUNT [no-lock|tiny-files|edit]`."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from tinydb import where
from verdicts import record

from mali_reader.annotations import open_database
from mali_reader.annotations.locking import WriterLock
from mali_reader.annotations.store import AnnotationStore


@contextlib.contextmanager
def lock_that_does_nothing(self: WriterLock, *_: object) -> Iterator[None]:
    """What a lock is in a folder that a program keeps in step with other machines."""
    yield


def main() -> None:
    shared, count, *options = sys.argv[1:]
    if "no-lock" in options:
        WriterLock.held = lock_that_does_nothing  # type: ignore[method-assign]
    if "tiny-files" in options:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
    store = AnnotationStore(Path(shared))
    known = store.records()
    sys.stderr.write("ready\n")
    for number in range(int(count)):
        if "edit" in options:
            edited = open_database(Path(shared)).update({"mood": str(number)}, where("id") == known[0].id)
            sys.stdout.write(f"SHARED {edited[0]}\n")
        else:
            added = record(note=str(number))
            delivery = store.add(added)
            sys.stdout.write(f"{delivery.name} {added.id}\n")
        sys.stdout.flush()


main()
