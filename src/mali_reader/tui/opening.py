"""Open a file in the program that the system opens such files with."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from mali_reader.errors import MaliReaderError

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")


def open_file(path: Path, environ: Mapping[str, str] = os.environ) -> None:
    """Open it and come back at once. Raises MaliReaderError where nothing here opens files, as on a distant machine."""
    command = _opener(environ)
    if command is None:
        raise MaliReaderError(f"nothing opens files here; the file is {path}")
    try:
        subprocess.Popen(
            [command, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise MaliReaderError(f"{command} did not start ({error.strerror}); the file is {path}") from None


def _opener(environ: Mapping[str, str]) -> str | None:
    """The program that opens files; None where there is none, or no display for it: it might take the terminal."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if sys.platform == "win32":
        return shutil.which("explorer")
    if not any(environ.get(name) for name in _DISPLAYS):
        return None
    return shutil.which("xdg-open", path=environ.get("PATH")) or shutil.which("wslview", path=environ.get("PATH"))
