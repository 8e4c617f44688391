"""Files into a corpus."""

import os
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import chain, count
from pathlib import Path
from posixpath import splitext
from typing import NamedTuple

from mali_reader.cache import Cache
from mali_reader.corpus.contents import UnreadableDocumentError, content_of
from mali_reader.corpus.files import MARKDOWN, documents_in, ending_of, printable, real_folder
from mali_reader.corpus.kept import KeptCuts, Text, cut_all
from mali_reader.corpus.model import Corpus, Document, Problem
from mali_reader.corpus.parsing import Cut, parse_document, sha256_of
from mali_reader.display import one_line
from mali_reader.garbage import uncollected
from mali_reader.progress import Progress, silent
from mali_reader.workers import answers

_BATCH, _LONG = 100, 600_000
"""So many documents, or so many code points, are handled at once."""
_ALONE = 3_000_000
"""To cut so many code points takes hardly longer than to start workers."""
_GROWTH = 1.5
"""A growing corpus is put together anew when it is so many times as large: all of that takes linear time."""


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
    progress("reading documents", len(files), len(files))
    yield _corpus(documents, problems)


def _corpus(documents: list[Document], problems: list[Problem], awaited: int = 0) -> Corpus:
    by_id = sorted(documents, key=lambda document: document.id)
    return Corpus(tuple(by_id), tuple(sorted(problems, key=lambda problem: problem.path)), awaited)


def _batches(root: Path, files: list[str], problems: list[Problem], progress: Progress) -> "Iterator[list[_Text]]":
    """The texts of the files, many short ones or a few long ones at a time. What cannot be read is a problem."""
    batch: list[_Text] = []
    size = 0
    for done, (file, (name, document_id, warnings)) in enumerate(zip(files, _named(files), strict=True)):
        progress("reading documents", done, len(files))
        try:
            batch.append(_text(f"{root}{os.sep}{file}", document_id, name, warnings))
            size += len(batch[-1].text.content)
        except UnreadableDocumentError as error:
            problems.append(Problem(name, error.reason))
        if len(batch) >= _BATCH or size >= _LONG:
            yield batch
            batch, size = [], 0
    yield batch


def _documents(batches: "Iterator[list[_Text]]", kept: KeptCuts, workers: int) -> Generator[list[Document], None, None]:
    """The documents of each batch. What is not known of its texts is found out by the workers, some batches ahead."""
    ahead: deque[tuple[list[_Text], list[Cut | None]]] = deque()

    def tasks() -> Iterator[list[Text]]:
        for batch in batches:
            known = kept.look_up([one.text for one in batch])
            ahead.append((batch, known))
            yield [one.text for one, cut in zip(batch, known, strict=True) if cut is None]

    with closing(answers(cut_all, tasks(), workers, size=_size, alone=_ALONE)) as answered:
        try:
            for found in answered:
                new = iter(found)
                batch, known = ahead.popleft()
                cuts = [
                    kept.added(one.text, next(new)) if cut is None else cut
                    for one, cut in zip(batch, known, strict=True)
                ]
                yield [one.document(cut) for one, cut in zip(batch, cuts, strict=True)]
        finally:
            kept.save()


def _size(texts: list[Text]) -> int:
    return sum(len(text.content) for text in texts)


def read_document(path: Path, *, id: str, relative: str) -> Document:  # noqa: A002
    """The document of one file; `relative` is its path below the corpus. Raises UnreadableDocumentError."""
    return _text(str(path), id, relative, ()).document(None)


class _Text(NamedTuple):
    """What a file says, before it is cut into blocks."""

    text: Text
    document_id: str
    path: str
    warnings: tuple[str, ...]

    def document(self, known: Cut | None) -> Document:
        """The document that it is, cut as that is known, else anew."""
        content, markdown, sha256 = self.text
        return parse_document(
            content,
            id=self.document_id,
            path=self.path,
            markdown=markdown,
            warnings=self.warnings,
            known=known,
            sha256=sha256,
        )


def _named(files: list[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The printable path of each file and its id, with a warning where that is not just the path without the ending."""
    taken: dict[str, str] = {}
    for name in map(printable, files):
        document_id = wanted = splitext(name)[0]
        warnings: tuple[str, ...] = ()
        if wanted in taken:
            others = chain((name,), (f"{name}~{number}" for number in count(2)))
            document_id = next(other for other in others if other not in taken)
            warnings = (f"“{one_line(taken[wanted])}” has the id “{one_line(wanted)}”: rename one of the two.",)
        taken[document_id] = name
        yield name, document_id, warnings


def _text(path: str, document_id: str, relative: str, warnings: tuple[str, ...]) -> _Text:
    decoded = content_of(path, relative)
    text = Text(decoded.text, ending_of(relative) in MARKDOWN, sha256_of(decoded.text))
    return _Text(text, document_id, relative, warnings + decoded.warnings)
