"""The blocks that may overlap, read into sentences and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence
from mali_reader.overlap.words import folded_words
from mali_reader.progress import Progress

_TITLES = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_FURNITURE = frozenset({BlockKind.FURNITURE})


@dataclass(frozen=True)
class Text:
    """A block with words in it: its document (and that one's number), its sentences, their folded words."""

    document: Document
    number: int
    block: Block
    sentences: tuple[Sentence, ...]
    words: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.document.slice(self.block)

    @property
    def is_title(self) -> bool:
        """Whether it is a title or heading, which pair with one another only."""
        return self.block.kind in _TITLES


def read_texts(documents: Sequence[Document], progress: Progress) -> Iterator[Text]:
    """Every block of the documents that is no furniture and holds a word, in order."""
    for number, document in enumerate(documents):
        progress("reading words", number, len(documents))
        for block in document.blocks:
            if block.kind in _FURNITURE:
                continue
            sentences = block.sentences or (Sentence(block.start, block.end),)
            told = [(sentence, folded_words(document.slice(sentence))) for sentence in sentences]
            told = [(sentence, words) for sentence, words in told if words]
            if told:
                kept, words = zip(*told, strict=True)
                yield Text(document, number, block, kept, words)
    progress("reading words", len(documents), len(documents))
