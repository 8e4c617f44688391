"""Write an export to a file: whole or not at all, and over nothing unless asked to."""

import os
import tempfile
from pathlib import Path

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError


def write_export(path: Path, text: str, *, overwrite: bool = False) -> None:
    """Write `text` in UTF-8. Raises MaliReaderError where the file exists already or the place takes no file."""
    shown = one_line(str(path))
    if path.is_dir():
        raise MaliReaderError(f"{shown} is a folder; name a file in it")
    if os.path.lexists(path):
        if not path.is_file():
            raise MaliReaderError(f"{shown} is no ordinary file; name another")
        if not overwrite:
            raise MaliReaderError(f"{shown} exists already; write over it with --force, or name another file")
    target = path.resolve()
    if not target.parent.is_dir():
        raise MaliReaderError(f"the folder of {shown} does not exist; make it first")
    try:
        _replace(target, text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise MaliReaderError(
            f"{shown} cannot be written: {error.strerror or error}; name a file in another folder"
        ) from None


def _replace(target: Path, data: bytes) -> None:
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
