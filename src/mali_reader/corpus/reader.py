"""Files into a corpus."""

import stat
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mali_reader.cache import Cache
from mali_reader.corpus.decoding import BinaryDataError, decode
from mali_reader.corpus.files import MARKDOWN, cause_of, documents_in, printable, real_folder
from mali_reader.corpus.kept import KeptCuts, Text, cut_all
from mali_reader.corpus.model import Corpus, Document, Problem
from mali_reader.corpus.parsing import Cut, parse_document
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.garbage import uncollected
from mali_reader.progress import Progress, silent
from mali_reader.workers import answers

LARGEST = 20_000_000
"""Bytes that a document may have."""
MOST_LINES = 100_000
_BATCH, _LONG = 50, 300_000
"""So many documents, or so many code points, are handled at once."""
_ALONE = 3_000_000
"""To cut so many code points takes hardly longer than to start workers."""
_GROWTH = 1.5
"""A growing corpus is put together anew when it is so many times as large: all of that takes linear time."""


class UnreadableDocumentError(MaliReaderError):
    """A file is no document that could be read. `reason` says why, and the mend, without naming the file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{one_line(path)}: {reason}")
        self.reason = reason


def read_corpus(
    folder: Path,
    *,
    exclude: tuple[Path, ...] = (),
    progress: Progress = silent,
    cache: Cache | None = None,
    workers: int = 1,
) -> Corpus:
    """All documents below a folder, and the files that could not be read; else as `growing_corpus`."""
    *_, corpus = growing_corpus(folder, exclude=exclude, progress=progress, cache=cache, workers=workers)
    return corpus


def growing_corpus(
    folder: Path,
    *,
    exclude: tuple[Path, ...] = (),
    progress: Progress = silent,
    cache: Cache | None = None,
    workers: int = 1,
) -> Iterator[Corpus]:
    """What is read of a folder so far, again and again, each time at least half as much more; at last all of it.

    Hidden files and folders, other endings, and the files and folders of `exclude` are passed over. Links to files
    inside the folder are read; links to folders inside it are not followed, since what they lead to is read anyway.
    What was cut into blocks before is taken from `cache`; much that is new is cut by so many `workers` at once. Raises
    MaliReaderError where there is no such folder or it cannot be read; passes on what `progress` raises.
    """
    root = real_folder(folder)
    files, problems = documents_in(root, exclude)
    documents: list[Document] = []
    told, others = 0, len(problems)
    batches = _batches(root, files, problems, progress)
    with uncollected(), closing(_documents(batches, KeptCuts(cache), workers)) as read:
        for some in read:
            documents += some
            awaited = len(files) - len(documents) - (len(problems) - others)
            if awaited and len(documents) >= max(1, _GROWTH * told):
                told = len(documents)
                yield _corpus(documents, problems, awaited)
    progress("Reading documents", len(files), len(files))
    yield _corpus(documents, problems)


def _corpus(documents: list[Document], problems: list[Problem], awaited: int = 0) -> Corpus:
    by_id = sorted(documents, key=lambda document: document.id)
    return Corpus(tuple(by_id), tuple(sorted(problems, key=lambda problem: problem.path)), awaited)


def _batches(root: Path, files: list[str], problems: list[Problem], progress: Progress) -> "Iterator[list[_Text]]":
    """The texts of the files, many short ones or a few long ones at a time. What cannot be read is a problem."""
    batch: list[_Text] = []
    size = 0
    for done, (relative, (document_id, warnings)) in enumerate(zip(files, _ids(files), strict=True)):
        progress("Reading documents", done, len(files))
        try:
            batch.append(_text(root / relative, document_id, printable(relative), warnings))
            size += len(batch[-1].text)
        except UnreadableDocumentError as error:
            problems.append(Problem(printable(relative), error.reason))
        if len(batch) >= _BATCH or size >= _LONG:
            yield batch
            batch, size = [], 0
    yield batch


def _documents(batches: "Iterator[list[_Text]]", kept: KeptCuts, workers: int) -> Generator[list[Document], None, None]:
    """The documents of each batch. What is not known of its texts is found out by the workers, some batches ahead."""
    ahead: deque[tuple[list[_Text], list[Cut | None]]] = deque()

    def tasks() -> Iterator[list[Text]]:
        for batch in batches:
            known = kept.look_up([text.content for text in batch])
            ahead.append((batch, known))
            yield [text.content for text, cut in zip(batch, known, strict=True) if cut is None]

    with closing(answers(cut_all, tasks(), workers, size=_size, alone=_ALONE)) as answered:
        try:
            for found in answered:
                new = iter(found)
                batch, known = ahead.popleft()
                cuts = [
                    kept.added(text.content, next(new)) if cut is None else cut
                    for text, cut in zip(batch, known, strict=True)
                ]
                yield [text.parsed(cut) for text, cut in zip(batch, cuts, strict=True)]
        finally:
            kept.save()


def _size(texts: list[Text]) -> int:
    return sum(len(text) for text, _ in texts)


def read_document(path: Path, *, id: str, relative: str) -> Document:  # noqa: A002
    """The document of one file; `relative` is its path below the corpus. Raises UnreadableDocumentError."""
    return _text(path, id, relative, ()).parsed(None)


class _Text(NamedTuple):
    """What a file says, before it is cut into blocks."""

    text: str
    document_id: str
    path: str
    warnings: tuple[str, ...]

    @property
    def content(self) -> Text:
        """The text, and whether it is Markdown."""
        return self.text, PurePosixPath(self.path).suffix.lower() in MARKDOWN

    def parsed(self, known: Cut | None) -> Document:
        return parse_document(
            self.text,
            id=self.document_id,
            path=self.path,
            markdown=self.content[1],
            warnings=self.warnings,
            known=known,
        )


def _ids(files: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The id of each file, with a warning where it is not just the path without the ending."""
    taken: dict[str, str] = {}
    for file in files:
        name = printable(file)
        wanted = str(PurePosixPath(name).with_suffix(""))
        candidates = chain((wanted, name), (f"{name}~{number}" for number in count(2)))
        document_id = next(candidate for candidate in candidates if candidate not in taken)
        warnings: tuple[str, ...] = ()
        if wanted in taken:
            warnings = (f"“{one_line(taken[wanted])}” has the id “{one_line(wanted)}”: rename one of the two.",)
        taken[document_id] = name
        yield document_id, warnings


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
