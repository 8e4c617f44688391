"""What may be asked of a rendering."""

from dataclasses import dataclass, field, replace

from mali_reader.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Layout:
    """A `date` (ISO 8601) to put in, None for none; a byte order mark before each table.

    `progress` is told of the claims or records that are written, and may stop the rendering by CancelledError.
    """

    date: str | None = None
    bom: bool = False
    progress: Progress = field(default=silent, repr=False, compare=False)

    def reporting(self, progress: Progress) -> "Layout":
        """The same, with progress told to that."""
        return replace(self, progress=progress)


PLAIN = Layout()
