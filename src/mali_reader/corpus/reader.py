"""Files into a corpus."""

import stat
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mali_reader.cache import Cache
from mali_reader.corpus.decoding import BinaryDataError, decode
from mali_reader.corpus.files import MARKDOWN, cause_of, documents_in, printable, real_folder
from mali_reader.corpus.kept import KeptBlocks
from mali_reader.corpus.model import Corpus, Document, Problem
from mali_reader.corpus.parsing import parse_document
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.progress import Progress, silent

LARGEST = 20_000_000
"""Bytes that a document may have."""
MOST_LINES = 100_000
_BATCH = 50


class UnreadableDocumentError(MaliReaderError):
    """A file is no document that could be read. `reason` says why, and the mend, without naming the file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{one_line(path)}: {reason}")
        self.reason = reason


def read_corpus(
    folder: Path, *, exclude: tuple[Path, ...] = (), progress: Progress = silent, cache: Cache | None = None
) -> Corpus:
    """All documents below a folder, and the files that could not be read.

    Hidden files and folders, other endings, and the files and folders of `exclude` are passed over. Links to files
    inside the folder are read; links to folders inside it are not followed, since what they lead to is read anyway.
    What was cut into blocks before is taken from `cache`. Raises MaliReaderError where there is no such folder or it
    cannot be read; passes on what `progress` raises.
    """
    root = real_folder(folder)
    files, problems = documents_in(root, exclude)
    named = list(zip(files, _ids(files), strict=True))
    documents: list[Document] = []
    kept = KeptBlocks(cache)
    for begun in range(0, len(named), _BATCH):
        texts: list[_Text] = []
        for done, (relative, (document_id, warnings)) in enumerate(named[begun : begun + _BATCH], begun):
            progress("Reading documents", done, len(files))
            try:
                texts.append(_text(root / relative, document_id, printable(relative), warnings))
            except UnreadableDocumentError as error:
                problems.append(Problem(printable(relative), error.reason))
        kept.look_up((text.text, text.markdown) for text in texts)
        documents += [text.parsed(kept) for text in texts]
        kept.save()
    progress("Reading documents", len(files), len(files))
    return Corpus(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(problems, key=lambda problem: problem.path)),
    )


def read_document(path: Path, *, id: str, relative: str) -> Document:  # noqa: A002
    """The document of one file; `relative` is its path below the corpus. Raises UnreadableDocumentError."""
    return _text(path, id, relative, ()).parsed(KeptBlocks(None))


class _Text(NamedTuple):
    """What a file says, before it is cut into blocks."""

    text: str
    document_id: str
    path: str
    warnings: tuple[str, ...]

    @property
    def markdown(self) -> bool:
        return PurePosixPath(self.path).suffix.lower() in MARKDOWN

    def parsed(self, kept: KeptBlocks) -> Document:
        known = kept.get(self.text, self.markdown)
        document = parse_document(
            self.text,
            id=self.document_id,
            path=self.path,
            markdown=self.markdown,
            warnings=self.warnings,
            blocks=known,
        )
        if known is None:
            kept.add(self.text, self.markdown, document.blocks)
        return document


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


def _text(path: Path, document_id: str, relative: str, warnings: tuple[str, ...]) -> _Text:
    try:
        decoded = decode(_bytes(path))
    except BinaryDataError:
        reason = "this is no text. Save it as plain text in UTF-8, or take it out of the corpus."
        raise UnreadableDocumentError(relative, reason) from None
    except OSError as error:
        reason = f"this file cannot be read ({cause_of(error)}). Check its rights, or take it out of the corpus."
        raise UnreadableDocumentError(relative, reason) from None
    except _TooLargeError:
        reason = f"this file is larger than {LARGEST // 1_000_000} MB. Split it into one file a report."
        raise UnreadableDocumentError(relative, reason) from None
    if not decoded.text.strip():
        raise UnreadableDocumentError(relative, "there is no text in this file. Fill it, or take it out of the corpus.")
    if decoded.text.count("\n") > MOST_LINES:
        reason = f"this file has more than {MOST_LINES:,} lines. Split it into one file a report."
        raise UnreadableDocumentError(relative, reason)
    return _Text(decoded.text, document_id, relative, warnings + decoded.warnings)


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
