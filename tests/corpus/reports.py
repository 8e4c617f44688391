"""Short ways to read a report from memory and to say what was found in it."""

from mali_reader.corpus.model import Document
from mali_reader.corpus.parsing import parse_document


def read(text: str, *, markdown: bool = False) -> Document:
    return parse_document(text, id="report", path="report.md" if markdown else "report.txt", markdown=markdown)


def blocks(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    document = read(text, markdown=markdown)
    return [(block.kind.value, document.slice(block)) for block in document.blocks]


def texts(text: str, *, markdown: bool = False) -> list[str]:
    return [piece for _kind, piece in blocks(text, markdown=markdown)]


def of_kind(kind: str, text: str, *, markdown: bool = False) -> list[str]:
    return [piece for found, piece in blocks(text, markdown=markdown) if found == kind]


LEAD = (
    "The river rose by two metres overnight, the mayor of Port Ardel said on Sunday. "
    "Hundreds of people left their homes."
)
MORE = "Rescue teams from three districts searched the old town until dawn. Nobody was missing, the fire service said."
LAST = "The water is expected to fall by Wednesday, according to the weather office."
HEADLINE = "Flood Drives Hundreds From Port Ardel"


def article(*parts: str) -> str:
    return "\n\n".join(parts)
