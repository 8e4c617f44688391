"""What may be asked of a rendering."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """A `date` (ISO 8601) to put in, None for none; a byte order mark before each table."""

    date: str | None = None
    bom: bool = False


PLAIN = Layout()
