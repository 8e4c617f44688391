"""Files into a corpus. The one module of this package that touches the disk."""

import os
import re
import stat
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path, PurePosixPath

from mali_reader.corpus.decoding import BinaryDataError, decode
from mali_reader.corpus.model import Corpus, Document, Problem
from mali_reader.corpus.parsing import parse_document
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.progress import Progress, silent

LARGEST = 20_000_000
"""Bytes that a document may have."""
MOST_LINES = 100_000
MARKDOWN = frozenset({".md", ".markdown"})
ENDINGS = MARKDOWN | {".txt", ".text"}
"""Of the files that are documents, in lower case."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class UnreadableDocumentError(MaliReaderError):
    """A file is no document that could be read. `reason` says why, and the mend, without naming the file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{one_line(path)}: {reason}")
        self.reason = reason


def read_corpus(folder: Path, *, exclude: tuple[Path, ...] = (), progress: Progress = silent) -> Corpus:
    """All documents below a folder, and the files that could not be read.

    Hidden files and folders, other endings, and the files and folders of `exclude` are passed over. Links to files
    inside the folder are read; links to folders inside it are not followed, since what they lead to is read anyway.
    Raises MaliReaderError where there is no such folder or it cannot be read; passes on what `progress` raises.
    """
    root = _root(folder)
    excluded = frozenset(os.path.realpath(path) for path in exclude)
    problems: list[Problem] = []
    files = sorted(_files(root, excluded, problems))
    documents = []
    for done, (relative, (document_id, warnings)) in enumerate(zip(files, _ids(files), strict=True)):
        progress("Reading documents", done, len(files))
        try:
            documents.append(_read(root / relative, document_id, printable(relative), warnings))
        except UnreadableDocumentError as error:
            problems.append(Problem(printable(relative), error.reason))
    progress("Reading documents", len(files), len(files))
    return Corpus(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(problems, key=lambda problem: problem.path)),
    )


def read_document(path: Path, *, id: str, relative: str) -> Document:  # noqa: A002
    """The document of one file; `relative` is its path below the corpus. Raises UnreadableDocumentError."""
    return _read(path, id, relative, ())


def printable(path: str) -> str:
    """A path in which bytes that are no UTF-8 read as U+FFFD."""
    return _LONE_SURROGATE.sub("�", path)


def _root(folder: Path) -> Path:
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
        raise MaliReaderError(f"{name}: this folder cannot be opened ({_cause(error)}). Check its path.") from None
    return root


def _files(root: Path, excluded: frozenset[str], problems: list[Problem]) -> Iterator[str]:
    """The paths of all documents below `root`, relative to it, with `/`. What cannot be walked joins `problems`."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as listing:
                entries = list(listing)
        except OSError as error:
            problems.append(
                Problem(printable(folder), f"this folder cannot be opened ({_cause(error)}). Check its rights.")
            )
            continue
        for entry in entries:
            relative = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith(".") or entry.path in excluded:
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(relative)
            elif not entry.is_symlink():
                if _is_named_as_document(entry.name):
                    yield relative
            elif reason := _trouble_with_link(entry, root):
                problems.append(Problem(printable(relative), reason))
            elif _leads_to_document(entry, excluded):
                yield relative


def _is_named_as_document(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in ENDINGS


def _leads_to_document(link: os.DirEntry[str], excluded: frozenset[str]) -> bool:
    target = Path(link.path).resolve()
    return (
        _is_named_as_document(link.name)
        and target.exists()
        and not target.is_dir()
        and excluded.isdisjoint(map(str, (target, *target.parents)))
    )


def _trouble_with_link(entry: os.DirEntry[str], root: Path) -> str | None:
    """Why a link must not be followed, or None where it may be or is of no concern."""
    try:
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):
        broken = "this link leads nowhere. Mend or remove it."
        return broken if _is_named_as_document(entry.name) else None
    if not target.is_relative_to(root) and (target.is_dir() or _is_named_as_document(entry.name)):
        return "this link leads out of the corpus. Put a copy of what it leads to in its place."
    return None


def _ids(files: list[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The id of each file, with a warning where it is not just the path without the ending."""
    taken: dict[str, str] = {}
    ids: list[tuple[str, tuple[str, ...]]] = []
    for file in files:
        name = printable(file)
        wanted = str(PurePosixPath(name).with_suffix(""))
        candidates = chain((wanted, name), (f"{name}~{number}" for number in count(2)))
        document_id = next(candidate for candidate in candidates if candidate not in taken)
        warnings: tuple[str, ...] = ()
        if wanted in taken:
            warnings = (f"“{one_line(taken[wanted])}” has the id “{one_line(wanted)}”: rename one of the two.",)
        taken[document_id] = name
        ids.append((document_id, warnings))
    return ids


def _read(path: Path, document_id: str, relative: str, warnings: tuple[str, ...]) -> Document:
    try:
        decoded = decode(_bytes(path))
    except BinaryDataError:
        reason = "this is no text. Save it as plain text in UTF-8, or take it out of the corpus."
        raise UnreadableDocumentError(relative, reason) from None
    except OSError as error:
        reason = f"this file cannot be read ({_cause(error)}). Check its rights, or take it out of the corpus."
        raise UnreadableDocumentError(relative, reason) from None
    except _TooLargeError:
        reason = f"this file is larger than {LARGEST // 1_000_000} MB. Split it into one file a report."
        raise UnreadableDocumentError(relative, reason) from None
    if not decoded.text.strip():
        raise UnreadableDocumentError(relative, "there is no text in this file. Fill it, or take it out of the corpus.")
    if decoded.text.count("\n") > MOST_LINES:
        reason = f"this file has more than {MOST_LINES:,} lines. Split it into one file a report."
        raise UnreadableDocumentError(relative, reason)
    return parse_document(
        decoded.text,
        id=document_id,
        path=relative,
        markdown=PurePosixPath(relative).suffix.lower() in MARKDOWN,
        warnings=warnings + decoded.warnings,
    )


class _TooLargeError(Exception):
    """A file has more bytes than a report may have."""


def _bytes(path: Path) -> bytes:
    """What a file holds. Pipes and devices are never opened: that could wait for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("it is no ordinary file")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _TooLargeError
    return data


def _cause(error: Exception) -> str:
    return one_line(getattr(error, "strerror", None) or str(error), 100).lower()
