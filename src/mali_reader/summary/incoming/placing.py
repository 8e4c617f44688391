"""Where in the corpus a quote that somebody else marked stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mali_reader.annotations.anchoring import anchor
from mali_reader.annotations.codec import make_target
from mali_reader.annotations.records import Target
from mali_reader.corpus.model import Corpus, Document
from mali_reader.summary.w3c import document_iri


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with its surroundings and where it began, as far as that is told."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0


def place(corpus: Corpus, sources: Sequence[str], quoted: Quoted) -> Target | None:
    """The target of a quote: in the document that one of the sources names (an id, a path, an address), else in the
    only one that holds the quote word for word. None where it is found in none, or where the facts in it changed."""
    quote, start = quoted.exact, max(0, quoted.start)
    if not quote.strip():
        return None
    named = list(_named(corpus, sources))
    for document in named or _holding(corpus, quote):
        wanted = Target(document.id, "", start, start + len(quote), quote, quoted.prefix, quoted.suffix)
        found = anchor(wanted, document)
        if found.start is not None and found.end is not None and found.start < found.end and not found.stale:
            return make_target(document, found.start, found.end)
    return None


def _named(corpus: Corpus, sources: Sequence[str]) -> Iterator[Document]:
    wanted = {_plain(source) for source in sources if source}
    for document in corpus:
        names = (document.id, document.path, document_iri(document.id), *document.sources)
        if not wanted.isdisjoint(map(_plain, names)):
            yield document


def _holding(corpus: Corpus, quote: str) -> list[Document]:
    holding = [document for document in corpus if quote in document.text]
    return holding if len(holding) == 1 else []


def _plain(address: str) -> str:
    """An address without what does not tell pages apart."""
    plain = address.split("#", 1)[0].removesuffix("/")
    for scheme in ("https://", "http://"):
        plain = plain.removeprefix(scheme)
    return plain
