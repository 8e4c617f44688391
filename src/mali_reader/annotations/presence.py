"""Whether there is anything to read. Importing this module loads nothing of what reads it."""

from pathlib import Path

from mali_reader.annotations.copies import conflict_copies
from mali_reader.annotations.outbox import Outbox


def is_untouched(path: Path) -> bool:
    """Whether nobody wrote to a shared file yet: neither it nor an outbox is there, nor a copy beside it. False as well
    where that cannot be told."""
    try:
        return not (path.exists() or Outbox(path).path.exists() or conflict_copies(path))
    except OSError:
        return False
