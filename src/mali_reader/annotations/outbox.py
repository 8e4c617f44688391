"""A person's own copy of every record they made, kept outside the shared folder and written first."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mali_reader.annotations import files

if TYPE_CHECKING:
    from mali_reader.annotations.layout import Rows

ENVIRONMENT = "MALI_READER_OUTBOX"


class Outbox:
    """One file for one shared file, only ever appended to. Its lines are those of the shared file."""

    def __init__(self, shared: Path, folder: Path | None = None) -> None:
        real = os.path.realpath(shared)
        digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
        self.path = (folder or default_folder()) / f"{Path(real).stem}-{digest}.lines"
        self._rows: Rows = {}
        self._offset = 0

    def append(self, rows: Iterable[tuple[int, bytes]]) -> None:
        """Keep these rows, durably. Raises OSError."""
        # The leading line end closes the line that a killed writer left open.
        files.append(self.path, b"".join(b'\n,"%d":%b\n' % row for row in rows))

    def rows(self) -> "Rows":
        """Every row that was ever kept. Raises OSError."""
        from mali_reader.annotations.layout import DEFAULT_TABLE, put, read

        try:
            with self.path.open("rb") as file:
                if os.fstat(file.fileno()).st_size < self._offset:
                    self._rows, self._offset = {}, 0
                file.seek(self._offset)
                data = file.read()
        except (FileNotFoundError, NotADirectoryError):
            return {}
        complete = data[: data.rfind(b"\n") + 1]
        for key, raw in read(complete).tables.get(DEFAULT_TABLE, {}).items():
            put(self._rows, key, raw)
        self._offset += len(complete)
        return self._rows

    def retire(self) -> Path | None:
        """Put the rows out of the way, for a new shared file at the place of one that was given up; says where to.

        Gives None where there are none. Raises OSError.
        """
        if not self.path.exists():
            return None
        number = 1
        while (retired := self.path.with_suffix(f".retired-{number}")).exists():
            number += 1
        self.path.rename(retired)
        self._rows, self._offset = {}, 0
        return retired


def default_folder() -> Path:
    """Where outboxes are kept: `MALI_READER_OUTBOX`, else the user's data folder."""
    if folder := os.environ.get(ENVIRONMENT):
        return Path(folder)
    from platformdirs import user_data_path

    return user_data_path("mali-reader") / "outbox"
