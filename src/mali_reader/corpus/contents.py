"""A file into text.

Paths are strings here: for many short files, to make path objects takes as long as to read them.
"""

import os
import stat

from mali_reader.corpus.decoding import BinaryDataError, Decoded, decode
from mali_reader.corpus.files import cause_of
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError

LARGEST = 20_000_000
"""Bytes that a document may have."""
MOST_LINES = 100_000


class UnreadableDocumentError(MaliReaderError):
    """A file is no document that could be read. `reason` says why, and the mend, without naming the file."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{one_line(path)}: {reason}")
        self.reason = reason


def content_of(path: str, relative: str) -> Decoded:
    """The text of a file, which is not blank; `relative` is its path below the corpus.

    Raises UnreadableDocumentError.
    """
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
    if not decoded.text or decoded.text.isspace():
        raise UnreadableDocumentError(relative, "there is no text in this file. Fill it, or take it out of the corpus.")
    if decoded.text.count("\n") > MOST_LINES:
        reason = f"this file has more than {MOST_LINES:,} lines. Split it into one file a report."
        raise UnreadableDocumentError(relative, reason)
    return decoded


class _TooLargeError(Exception):
    """A file has more bytes than a report may have."""


def _bytes(path: str) -> bytes:
    """What a file holds. Pipes and devices are never opened: that could wait for ever."""
    told = os.stat(path)  # noqa: PTH116
    if not stat.S_ISREG(told.st_mode):
        raise OSError("it is no ordinary file")
    with open(path, "rb") as file:  # noqa: PTH123
        data = file.read(min(told.st_size, LARGEST) + 1)
        if len(data) > told.st_size:  # it grew meanwhile, or is one of those that the system makes up
            data += file.read(LARGEST + 1 - len(data))
    if len(data) > LARGEST:
        raise _TooLargeError
    return data
