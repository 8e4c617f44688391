"""Links that somebody types as evidence."""

import re
from datetime import UTC, datetime

from mali_reader.annotations.records import Evidence
from mali_reader.display import one_line

_LINK = re.compile(r"(https?://[^\s/]+\.?[^\s]*|doi:10\.\d{4,}/\S+)", re.IGNORECASE)
LONGEST_LINK = 2048


def parse_evidence(link: str) -> Evidence:
    """A link that somebody typed, as evidence accessed today.

    Raises ValueError for what is neither a web address nor a DOI, or cannot be shown as it is.
    """
    typed = link.strip()
    if not _LINK.fullmatch(typed) or len(typed) > LONGEST_LINK or one_line(typed) != typed:
        raise ValueError(f"“{one_line(typed, 60)}” is no link; write https://… or doi:10.…")
    return Evidence(typed, accessed=datetime.now(UTC).date().isoformat())
