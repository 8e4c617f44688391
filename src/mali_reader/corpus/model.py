"""What was written: documents, their blocks and sentences, and spans of them.

Every position is a code point offset into `Document.text`; `end` is excluded, so `text[start:end]` is the thing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mali_reader.corpus.blocks import FURNITURE, Block, BlockKind, Blocks, Sentence

__all__ = ["Block", "BlockKind", "Corpus", "Document", "Problem", "Sentence", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document: `text[start:end]`, in code points."""

    document: str
    start: int
    end: int

    def inside(self, other: "Span") -> "Span | None":
        """The part of it that lies inside another span of its document; None where none does."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(self.document, start, end) if start < end and self.document == other.document else None


@dataclass(frozen=True)
class Document:
    """One report.

    `id` is the path below the corpus without the last ending, `path` the whole of it, both with `/`.
    `text` is the decoded file with line ends made `\\n`, `sha256` the digest of that text in UTF-8,
    `front_matter` the part of it that was set off by `---` lines, verbatim, or "". `title` is never empty.
    `published` is an ISO 8601 date; what is not known is None. `language` is a two-letter code
    from the front matter, else detected. `warnings` say in plain words what could not be read.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str
    blocks: Sequence[Block]
    front_matter: str = ""
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()

    @cached_property
    def words(self) -> int:
        """How many words its title, headings, paragraphs and captions hold."""
        told = (places for kind, places in Blocks.of(self.blocks).rows() if kind != FURNITURE)
        return sum([len(self.text[places[0] : places[-1]].split()) for places in told])

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of its title, headings, paragraphs and captions, in order."""
        return tuple(s for block in self.blocks if block.kind is not BlockKind.FURNITURE for s in block.sentences)

    @property
    def paragraphs(self) -> tuple[Block, ...]:
        """The blocks that are paragraphs."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)

    def slice(self, span: Span | Block | Sentence) -> str:
        """The text of a span, block or sentence of this document."""
        return self.text[span.start : span.end]

    def span(self, part: Block | Sentence) -> Span:
        """The span of a block or sentence of this document."""
        return Span(self.id, part.start, part.end)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file of the corpus that could not be read, and why, in plain words."""

    path: str
    message: str


@dataclass(frozen=True)
class Corpus:
    """All documents, ordered by id, and the files that could not be read. `awaited` files are still to be read."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    awaited: int = 0
    _by_id: dict[str, Document] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {document.id: document for document in self.documents})

    @cached_property
    def sentences(self) -> int:
        """How many sentences its documents hold, furniture left out."""
        every = (Blocks.of(document.blocks) for document in self.documents)
        return sum([blocks.told for blocks in every])

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)

    def get(self, document_id: str) -> Document | None:
        """The document of that id, or None."""
        return self._by_id.get(document_id)

    def text_of(self, span: Span) -> str:
        """The text of a span. Raises KeyError for a document that is not in the corpus."""
        return self._by_id[span.document].slice(span)
