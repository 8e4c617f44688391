"""Bytes on a disk that others write to as well: read, replaced whole and durably, set aside."""

import contextlib
import errno
import hashlib
import os
import re
import stat
import time
from collections.abc import Iterable
from pathlib import Path

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError

Signature = tuple[int, int, int]
"""Inode, size and modification time (ns) of a file."""

_TAIL = 1 << 16
_NO_FOLDER_SYNC_HERE = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}
_ABANDONED_AFTER = 24 * 60 * 60


class ForeignWriteError(Exception):
    """Someone replaced the file since it was read."""


def check_ordinary(path: Path) -> None:
    """Raises MaliReaderError for a device, a pipe or a socket, links followed. It is not opened: that alone may wait
    for ever, or set something off."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise MaliReaderError(
            f"{one_line(str(path))} is no ordinary file, but a device, a pipe or a socket; name an ordinary file"
        )


def read(path: Path) -> tuple[bytes | None, Signature | None]:
    """The bytes of a file and their signature; None for both where there is no file.

    Raises OSError, and MaliReaderError as `check_ordinary` does.
    """
    check_ordinary(path)
    try:
        with path.open("rb") as file:
            return file.read(), _signature(os.fstat(file.fileno()))
    except FileNotFoundError:
        return None, None


def tail(path: Path) -> bytes:
    """The last bytes of a file, some dozens of records; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - _TAIL))
            return file.read()
    except OSError:
        return b""


def signature(path: Path) -> Signature | None:
    """What changes when the file does. Opening it makes network file systems look again. None where it is not there, or
    no ordinary file."""
    try:
        check_ordinary(path)
        with path.open("rb") as file:
            return _signature(os.fstat(file.fileno()))
    except (OSError, MaliReaderError):
        return None


def replace(path: Path, parts: Iterable[bytes], expected: Signature | None) -> Signature:
    """Put these bytes in place of the file, durably, keeping its mode, group and, where that is allowed, its owner; a
    symlink stays one.

    Raises ForeignWriteError where the file no longer is what `expected` says, OSError where it cannot be written or is
    read-only, MaliReaderError as `check_ordinary` does; the file is untouched in all these cases.
    """
    path = Path(os.path.realpath(path))
    check_ordinary(path)
    _check_writable(path)
    temporary = path.with_name(f".{path.name}.{_own_host()}-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:  # noqa: PTH123
            _keep_owner_and_mode(path, file.fileno())
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
            written = _signature(os.fstat(file.fileno()))
        if signature(path) != expected:
            raise ForeignWriteError
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)
    return written


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file of one's own, durably. Raises OSError."""
    if is_new := not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if is_new:
        sync_folder(path.parent)


def set_aside(path: Path, data: bytes) -> Path:
    """Keep bytes of the file that cannot be read, durably, in a file beside it that is named after them."""
    path = Path(os.path.realpath(path))
    aside = path.with_name(f"{path.name}.unreadable-{hashlib.sha256(data).hexdigest()[:12]}")
    if not aside.exists() or aside.stat().st_size != len(data):
        replace(aside, (data,), signature(aside))
    return aside


def set_aside_files(path: Path) -> tuple[Path, ...]:
    """The files that `set_aside` made."""
    path = Path(os.path.realpath(path))
    return tuple(sorted(each for each in _siblings(path) if each.name.startswith(f"{path.name}.unreadable-")))


def sweep(path: Path) -> None:
    """Remove the temporary files of writers that are dead."""
    path = Path(os.path.realpath(path))
    name = re.compile(re.escape(f".{path.name}.") + r"([A-Za-z0-9]+)-(\d+)-[0-9a-f]{8}\.tmp")
    for sibling in _siblings(path):
        if match := name.fullmatch(sibling.name):
            with contextlib.suppress(OSError):
                own_and_dead = match[1] == _own_host() and not _is_alive(int(match[2]))
                if own_and_dead or time.time() - sibling.stat().st_mtime > _ABANDONED_AFTER:
                    sibling.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder durable, where the system knows how."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC_HERE:
            raise
    finally:
        os.close(descriptor)


def _own_host() -> str:
    import socket

    return re.sub(r"[^A-Za-z0-9]", "", socket.gethostname()) or "host"


def _signature(status: os.stat_result) -> Signature:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _siblings(path: Path) -> list[Path]:
    try:
        return list(path.parent.iterdir())
    except OSError:
        return []


def _check_writable(path: Path) -> None:
    """A read-only file can be replaced where its folder is not, and for an administrator nothing is read-only; but
    whoever made it so meant it."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only", str(path))


def _keep_owner_and_mode(path: Path, descriptor: int) -> None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return
    if os.name != "nt":
        for owner in (-1, status.st_uid):
            with contextlib.suppress(OSError):
                os.fchown(descriptor, owner, status.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(status.st_mode))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
