"""Documents and marks for the tests of layouts."""

import hashlib

from hypothesis import strategies as st

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence
from mali_reader.tui.widgets.document_layout import Mark

sentences = st.text(st.sampled_from("ab c漢👍é\u0301\u202e\x1b[/]‹"), min_size=1, max_size=50).filter(
    lambda text: text.strip() == text
)
block_kinds = st.sampled_from(list(BlockKind))


@st.composite
def documents(draw: st.DrawFn, identity: str = "a", kinds: st.SearchStrategy[BlockKind] = block_kinds) -> Document:
    """A document of a few blocks, each of a few sentences."""
    text = "---\n"
    blocks = []
    for kind in draw(st.lists(kinds, min_size=1, max_size=5)):
        first, places = len(text), []
        for said in draw(st.lists(sentences, min_size=1, max_size=4)):
            text += " " if places else ""
            places.append(Sentence(len(text), len(text) + len(said)))
            text += said
        blocks.append(Block(kind, first, len(text), tuple(places)))
        text += "\n\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(identity, f"{identity}.txt", text, digest, "Title", tuple(blocks))


def all_sentences(document: Document) -> list[tuple[int, int]]:
    """The place of every sentence."""
    return [(sentence.start, sentence.end) for block in document.blocks for sentence in block.sentences]


@st.composite
def marks(draw: st.DrawFn, document: Document) -> tuple[Mark, ...]:
    """Marks on some of its sentences."""
    chosen = draw(st.sets(st.sampled_from(all_sentences(document)), max_size=3))
    status = st.sampled_from(["verified", "disputed", "contested", "stale"])
    return tuple(sorted(Mark(start, end, draw(status)) for start, end in chosen))
