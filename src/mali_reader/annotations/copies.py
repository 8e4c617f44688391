"""The copies that services which share a folder leave beside a file that two people wrote at once."""

import re
from pathlib import Path

_CONFLICT_COPY = (
    r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
    r" \([^()]*conflicted copy[^()]*\)",  # Dropbox
    r" \(\d+\)",  # Google Drive
    r" \d+",  # iCloud
)


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """The copies that Syncthing, Dropbox, iCloud or Google Drive left beside a file that two people wrote at once."""
    try:
        longer = [each for each in path.parent.iterdir() if len(each.name) > len(path.name)]
    except OSError:
        return ()
    if not longer:
        return ()
    name = re.compile(f"{re.escape(path.stem)}(?:{'|'.join(_CONFLICT_COPY)}){re.escape(path.suffix)}", re.IGNORECASE)
    return tuple(sorted(each for each in longer if name.fullmatch(each.name) and each.is_file()))
