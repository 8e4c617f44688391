"""Which files of a folder are its documents."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import splitext

from mali_reader.corpus.model import Problem
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError

MARKDOWN = frozenset({".md", ".markdown"})
ENDINGS = MARKDOWN | {".txt", ".text"}
"""Of the files that are documents, in lower case."""
NOT_READ = frozenset({".html", ".htm", ".mhtml", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub"})
"""Of files that hold reports in a form that is not read, in lower case."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class _BadLinkError(Exception):
    """A link that must not be followed; says why, and the mend."""


def printable(path: str) -> str:
    """A path in which bytes that are no UTF-8 read as U+FFFD."""
    return _LONE_SURROGATE.sub("�", path)


def cause_of(error: Exception) -> str:
    """What the system says went wrong, in one line."""
    return one_line(getattr(error, "strerror", None) or str(error), 100).lower()


def real_folder(folder: Path) -> Path:
    """The folder itself, links followed. Raises MaliReaderError where it is none or cannot be read."""
    name = one_line(printable(str(folder)))
    try:
        root = folder.resolve(strict=True)
        os.scandir(root).close()
    except FileNotFoundError:
        raise MaliReaderError(f"{name}: there is no such folder. Name the one that holds the reports.") from None
    except NotADirectoryError:
        raise MaliReaderError(f"{name}: this is a file. Name the folder that holds the reports.") from None
    except PermissionError:
        raise MaliReaderError(f"{name}: this folder may not be read. Ask for the right to read it.") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise MaliReaderError(f"{name}: this folder cannot be opened ({cause_of(error)}). Check its path.") from None
    return root


def documents_in(root: Path, exclude: tuple[Path, ...]) -> tuple[list[str], list[Problem]]:
    """The paths of all documents below `root`, relative to it, with `/`, sorted; and what could not be walked.

    `root` must be real. Hidden files and folders are passed over, and what lies in `exclude`. No link is followed out
    of `root`, and none to a folder: what such a link inside it leads to is met anyway. Reports in a form that is not
    read are told, other files passed over.
    """
    excluded = frozenset(os.path.realpath(path) for path in exclude)
    files: list[str] = []
    problems: list[Problem] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            for entry in _entries(root / folder, excluded):
                relative = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(relative)
                elif entry.is_symlink():
                    try:
                        if _leads_to_document(entry, root, excluded):
                            files.append(relative)
                    except _BadLinkError as error:
                        problems.append(Problem(printable(relative), str(error)))
                elif is_named_as_document(entry.name):
                    files.append(relative)
                elif (ending := ending_of(entry.name)) in NOT_READ:
                    reason = f"reports in {ending} files are not read. Save it as plain text (.txt)."
                    problems.append(Problem(printable(relative), reason))
        except OSError as error:
            reason = f"this folder cannot be opened ({cause_of(error)}). Check its rights."
            problems.append(Problem(printable(folder), reason))
    return sorted(files), problems


def _entries(folder: Path, excluded: frozenset[str]) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(".") and entry.path not in excluded:
                yield entry


def is_named_as_document(name: str) -> bool:
    """Whether a file of that name is read as a document."""
    return ending_of(name) in ENDINGS


def ending_of(path: str) -> str:
    """The last ending of a path, with its dot and in lower case."""
    return splitext(path)[1].lower()


def _leads_to_document(link: os.DirEntry[str], root: Path, excluded: frozenset[str]) -> bool:
    """Whether a link is to be read. Raises _BadLinkError where somebody may take it for a document that is."""
    named = is_named_as_document(link.name)
    try:
        target = Path(link.path).resolve(strict=True)
    except (OSError, RuntimeError):
        if named:
            raise _BadLinkError("this link leads nowhere. Mend or remove it.") from None
        return False
    if not target.is_relative_to(root) and (named or target.is_dir()):
        raise _BadLinkError("this link leads out of the corpus. Put a copy of what it leads to in its place.")
    return named and not target.is_dir() and excluded.isdisjoint(map(str, (target, *target.parents)))
