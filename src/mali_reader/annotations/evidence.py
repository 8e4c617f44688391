"""Links that somebody types as evidence."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from mali_reader.annotations.records import Evidence
from mali_reader.display import one_line

_LINK = re.compile(r"(https?://[^\s/]+\.?[^\s]*|doi:10\.\d{4,}/\S+)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
LONGEST_LINK = 2048


def parse_evidence(link: str) -> Evidence:
    """A link that somebody typed, as evidence accessed today.

    Raises ValueError for what is neither a web address nor a DOI, or cannot be shown as it is.
    """
    typed = link.strip()
    if not _LINK.fullmatch(typed) or len(typed) > LONGEST_LINK or one_line(typed) != typed:
        raise ValueError(f"“{one_line(typed, 60)}” is no link; write https://… or doi:10.…")
    return Evidence(typed, accessed=datetime.now(UTC).date().isoformat())


def typed_evidence(evidence: Evidence) -> str:
    """What somebody would have to type for that evidence: its link, and the day of access where it is known."""
    return " ".join(filter(None, (evidence.url, evidence.accessed)))


def parse_typed(text: str, known: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
    """The links of a text, each with the day of access that follows it, else that of today, and each once.

    What is `known` of a link (an archived copy, what it shows) stays. Raises ValueError for what is neither a link
    that `parse_evidence` takes, nor a day of the calendar behind one.
    """
    before = {item.url: item for item in known}
    found: dict[str, Evidence] = {}
    for word in text.split():
        if found and _DAY.fullmatch(word):
            last = next(reversed(found))
            found[last] = replace(found[last], accessed=_day(word))
        else:
            found[word] = before.get(word) or parse_evidence(word)
    return tuple(found.values())


def _day(word: str) -> str:
    try:
        return date.fromisoformat(word).isoformat()
    except ValueError:
        raise ValueError(f"“{word}” is no day; write it like 2026-05-31") from None
