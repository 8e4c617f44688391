"""Reports for tests, parsed and compared as those of a folder are."""

from mali_reader.corpus.model import Document
from mali_reader.corpus.parsing import parse_document
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.model import Discrepancy
from mali_reader.overlap.engine import find_overlaps


def report(name: str, text: str, published: str | None = None) -> Document:
    front = f"---\ndate: {published}\n---\n" if published else ""
    return parse_document(f"{front}A title\n\n{text}", id=name, path=f"{name}.txt", markdown=False)


def discrepancies(*texts: str, published: str | None = None) -> tuple[Discrepancy, ...]:
    """What reports of these texts differ on; they are called a, b, c and so on."""
    documents = [report(name, text, published) for name, text in zip("abcdefgh", texts, strict=False)]
    return find_discrepancies(documents, find_overlaps(documents))


def told(found: tuple[Discrepancy, ...]) -> list[tuple[str, str, set[str]]]:
    """Kind, severity and values of each."""
    return [(one.kind.value, one.severity.value, {value.value for value in one.values}) for one in found]
