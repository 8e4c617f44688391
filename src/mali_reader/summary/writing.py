"""Write an export to a file: whole or not at all, and over nothing unless asked to."""

import os
from collections.abc import Collection
from pathlib import Path

from mali_reader.annotations import files
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError


def write_export(
    path: Path, content: str | bytes, *, overwrite: bool = False, protected: Collection[Path] = ()
) -> None:
    """Write bytes, or text in UTF-8. Raises MaliReaderError where `check_place` does, and where the disk fails."""
    check_place(path, overwrite=overwrite, protected=protected)
    try:
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        files.replace(path, [data], files.signature(path))
    except (OSError, files.ForeignWriteError) as error:
        why = (error.strerror or error) if isinstance(error, OSError) else "somebody else just wrote it"
        raise MaliReaderError(f"{_shown(path)} cannot be written: {why}; name a file in another folder") from None


def check_place(path: Path, *, overwrite: bool = False, protected: Collection[Path] = ()) -> None:
    """Raise MaliReaderError where no file may be written: over one that is there, unless `overwrite` says so; over a
    `protected` one, whatever it says; where there is no folder."""
    if path.resolve() in {kept.resolve() for kept in protected}:
        raise MaliReaderError(
            f"{_shown(path)} is a report or the annotation file, which no export may replace; name another"
        )
    if path.is_dir():
        raise MaliReaderError(f"{_shown(path)} is a folder; name a file in it")
    if os.path.lexists(path):
        if not path.is_file():
            raise MaliReaderError(f"{_shown(path)} is no ordinary file; name another")
        if not overwrite:
            raise MaliReaderError(f"{_shown(path)} exists already; write over it with --force, or name another file")
    if not path.parent.is_dir():
        raise MaliReaderError(f"the folder of {_shown(path)} does not exist; make it first")


def _shown(path: Path) -> str:
    return one_line(str(path))
