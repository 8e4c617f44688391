"""Whether the files of a corpus are still those that were read."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from mali_reader.corpus.files import documents_in, real_folder

State = Mapping[str, tuple[int, int]]
"""The documents of a folder by path, with when each was changed (in ns) and how long it is (in bytes)."""


def state_of(folder: Path, exclude: tuple[Path, ...] = ()) -> State:
    """The documents below a folder, read by nobody. Raises MaliReaderError where the folder cannot be read."""
    root = real_folder(folder)
    files, _ = documents_in(root, exclude)
    found = {}
    for name in files:
        with suppress(OSError):
            known = (root / name).stat()
            found[name] = known.st_mtime_ns, known.st_size
    return found


def changed_between(before: State, after: State) -> int:
    """How many documents were added, removed or changed."""
    return len(dict(set(before.items()) ^ set(after.items())))
