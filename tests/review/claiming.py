"""Documents, verdicts and links for the tests of this room."""

import hashlib
from collections.abc import Iterable

from mali_reader.annotations.anchoring import resolve
from mali_reader.annotations.codec import make_target, new_verdict
from mali_reader.annotations.records import Adjudication, Judgement, Link, LinkKind, Target, Verdict
from mali_reader.annotations.statements import new_link
from mali_reader.corpus.model import Block, BlockKind, Corpus, Document, Sentence, Span
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.index import OverlapIndex
from mali_reader.review.claims import Claim, Count, build_claims


def document(name: str, *paragraphs: str, published: str | None = None) -> Document:
    """A document of these paragraphs; a line of a paragraph is a sentence."""
    text, blocks = "", []
    for paragraph in paragraphs:
        start, parts = len(text), []
        for line in paragraph.splitlines():
            text += " " if parts else ""
            parts.append(Sentence(len(text), len(text) + len(line)))
            text += line
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), tuple(parts)))
        text += "\n\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(name, f"{name}.txt", text, digest, name, tuple(blocks), published=published)


def corpus(**texts: str) -> Corpus:
    """Documents by name, each of paragraphs with an empty line between them, a sentence a line."""
    return Corpus(tuple(document(name, *text.split("\n\n")) for name, text in sorted(texts.items())))


def span(known: Corpus, name: str, quote: str) -> Span:
    """Where a document says that."""
    found = known.get(name)
    assert found is not None
    start = found.text.index(quote)
    return Span(name, start, start + len(quote))


def target(known: Corpus, name: str, quote: str) -> Target:
    """The target of a quote."""
    found, place = known.get(name), span(known, name, quote)
    assert found is not None
    return make_target(found, place.start, place.end)


def verdict(known: Corpus, name: str, quote: str, judgement: str = "verified", annotator: str = "Ann") -> Verdict:
    """Somebody's verdict on a quote."""
    return new_verdict(annotator, target(known, name, quote), Judgement(judgement))


def link(known: Corpus, one: tuple[str, str], other: tuple[str, str], kind: str = "same") -> Link:
    """Ann's word on two quotes."""
    return new_link("Ann", target(known, *one), target(known, *other), LinkKind(kind))


def claims(
    known: Corpus,
    verdicts: Iterable[Verdict] = (),
    links: Iterable[Link] = (),
    adjudications: Iterable[Adjudication] = (),
    origins: Count = len,
) -> tuple[Claim, ...]:
    """The claims of a corpus."""
    return build_claims(
        verdicts, lambda one: resolve(one, known), links=links, adjudications=adjudications, origins=origins
    )


def overlaps(known: Corpus) -> OverlapIndex:
    """What the documents share."""
    return OverlapIndex(find_overlaps(known.documents))
