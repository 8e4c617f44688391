"""What to say, and with which exit code, where records did not reach the shared file yet."""

from pathlib import Path

from mali_reader.annotations.store import Delivery
from mali_reader.cli.output import narrate

ONLY_LOCAL = 3


def delivered(path: Path, delivery: Delivery) -> int:
    """The exit code for records that were added to that file."""
    if delivery is Delivery.SHARED:
        return 0
    narrate(
        f"kept safe on this machine, but not yet in {path}; it gets there at the next command that can write that file"
    )
    return ONLY_LOCAL
