"""What people judged: immutable records in a TinyDB file that many share."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tinydb import TinyDB

__all__ = ["open_database"]


def open_database(path: "Path | str") -> "TinyDB":
    """The shared file as a TinyDB whose writes are durable and never lose anybody's. Nothing is created on disk
    before the first write."""
    from mali_reader.annotations.storage import SharedDatabase

    return SharedDatabase(path)
