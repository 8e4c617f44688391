"""Where a quote stands in a document."""

from mali_reader.annotations.folding import fold
from mali_reader.corpus.model import Document, Span
from mali_reader.display import count_of, one_line
from mali_reader.errors import MaliReaderError


def find_quote(document: Document, quote: str, occurrence: int | None = None, *, option: str = "--occurrence") -> Span:
    """The span of a quote: found to the letter, else with white space, quotation marks, dashes and case folded.

    `occurrence` counts from 1. Raises MaliReaderError where the quote is empty, is not there, or stands several
    times and `occurrence` does not say which is meant; `option` is what a person says it with.
    """
    wanted = quote.strip()
    if not wanted:
        raise MaliReaderError("the quote is empty; copy some words of the document")
    places = _places(document.text, wanted) or _folded_places(document.text, wanted)
    shown = f"“{one_line(wanted, 60)}”"
    where = one_line(document.id, 60)
    if not places:
        raise MaliReaderError(
            f"{shown} is not in {where}; copy the words as they stand there: mali-reader show {where}"
        )
    if occurrence is None and len(places) > 1:
        raise MaliReaderError(
            f"{shown} stands {len(places)} times in {where}; quote more of it, or say which: {option} 1 to"
            f" {len(places)}"
        )
    number = occurrence or 1
    if number > len(places):
        raise MaliReaderError(
            f"{shown} stands only {count_of(len(places), 'time')} in {where}, so there is no {number}"
        )
    return Span(document.id, *places[number - 1])


def _places(text: str, wanted: str) -> list[tuple[int, int]]:
    found = []
    start = text.find(wanted)
    while start >= 0:
        found.append((start, start + len(wanted)))
        start = text.find(wanted, start + len(wanted))
    return found


def _folded_places(text: str, wanted: str) -> list[tuple[int, int]]:
    folded, quote = fold(text), fold(wanted).text.strip()
    return [folded.span(start, end) for start, end in _places(folded.text, quote)] if quote else []
