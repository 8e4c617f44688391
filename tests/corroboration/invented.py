"""Invented events, each told by three reports, with what is planted in them: contradictions, variants, look-alikes."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mali_reader.corpus.model import Document
from mali_reader.corpus.parsing import parse_document
from mali_reader.corroboration.model import Discrepancy

_FOLDER = Path(__file__).parent / "events"


@dataclass(frozen=True)
class Planted:
    """A point on which the reports of an event differ, or seem to; `forms` are the words in which they say it.

    `missed` says that it is known not to be found, `mistaken` of a look-alike that it is known to be flagged.
    """

    forms: tuple[str, ...]
    what: str = ""
    missed: bool = False
    mistaken: bool = False

    def is_met_by(self, found: Discrepancy) -> bool:
        """Whether two of its forms stand in two different values."""
        forms = [_flat(form) for form in self.forms]
        said = [{form for form in forms if _holds(form, _flat(value.value))} for value in found.values]
        said = [some for some in said if some]
        return len(said) > 1 and len(set.union(*said)) > 1


@dataclass(frozen=True)
class Event:
    """The reports of one event and what is planted in them."""

    name: str
    documents: tuple[Document, ...]
    conflicts: tuple[Planted, ...]
    variants: tuple[Planted, ...]
    look_alikes: tuple[Planted, ...]

    @property
    def planted(self) -> tuple[Planted, ...]:
        """What a reader wants to see."""
        return self.conflicts + self.variants

    def unplanted(self, found: Iterable[Discrepancy]) -> list[list[str]]:
        """The values of what is found and was not planted, nor is known to be flagged."""
        known = (*self.planted, *(one for one in self.look_alikes if one.mistaken))
        extra = (one for one in found if not any(planted.is_met_by(one) for planted in known))
        return [[value.value for value in one.values] for one in extra]


def events() -> tuple[Event, ...]:
    """Every event, by name."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.toml")))


def _read(path: Path) -> Event:
    told = tomllib.loads(path.read_text("utf-8"))
    documents = tuple(_report(f"{path.stem}/{name}", one) for name, one in told["reports"].items())
    planted = (_planted(told.get(kind, ())) for kind in ("conflicts", "variants", "look_alikes"))
    return Event(path.stem, documents, *planted)


def _report(name: str, told: Mapping[str, str]) -> Document:
    text = f"---\ndate: {told['date']}\n---\n{told['text'].strip()}\n"
    return parse_document(text, id=name, path=f"{name}.md", markdown=True)


def _planted(some: Sequence[Mapping[str, Any]]) -> tuple[Planted, ...]:
    return tuple(
        Planted(tuple(one["forms"]), one.get("what", ""), one.get("missed", False), one.get("mistaken", False))
        for one in some
    )


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _holds(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    return re.search(rf"\b{re.escape(shorter)}\b", longer) is not None
