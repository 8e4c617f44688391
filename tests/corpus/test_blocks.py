"""Blocks as columns are what a tuple of blocks is."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.blocks import KINDS, Blocks
from mali_reader.corpus.kept import decoded, encoded
from mali_reader.corpus.model import Block, BlockKind, Sentence
from mali_reader.corpus.parsing import Cut

LENGTH = 10_000


@st.composite
def some_blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    blocks, at = [], 0
    for kind in draw(st.lists(st.sampled_from(BlockKind), max_size=6)):
        inside = draw(st.lists(st.integers(0, 50), max_size=4))
        start, sentences = at, []
        for length in inside:
            sentences.append(Sentence(at, at + length))
            at += length + 1
        at += draw(st.integers(0, 3))
        blocks.append(Block(kind, start, at, tuple(sentences)))
    return tuple(blocks)


@given(some_blocks())
def test_columns_hold_what_the_blocks_are(blocks: tuple[Block, ...]) -> None:
    columns = Blocks.of(blocks)
    anew = Blocks(columns.kinds, columns.counts, columns.places)
    assert anew == blocks
    assert blocks == anew
    assert (tuple(anew), len(anew), hash(anew), repr(anew)) == (blocks, len(blocks), hash(blocks), repr(blocks))
    assert anew[1:] == blocks[1:]
    assert pickle.loads(pickle.dumps(anew)) == blocks
    assert [KINDS[kind] for kind, _ in anew.rows()] == [block.kind for block in blocks]
    assert [(places[0], places[-1]) for _, places in anew.rows()] == [(block.start, block.end) for block in blocks]


@given(some_blocks())
def test_what_is_kept_of_a_text_is_what_it_was_cut_into(blocks: tuple[Block, ...]) -> None:
    made = Cut("A title", blocks, "", ("AP",), (), None, None, "2024-01-02", "en", ())
    assert decoded(encoded(made), LENGTH) == made


@given(some_blocks().filter(bool), st.data())
def test_places_outside_the_text_or_out_of_order_are_not_taken(blocks: tuple[Block, ...], data: st.DataObject) -> None:
    columns = Blocks.of(blocks)
    places = columns.places[:]
    spoilt = data.draw(st.integers(0, len(places) - 1))
    places[spoilt] = LENGTH + 1
    made = Cut("A title", Blocks(columns.kinds, columns.counts, places), "", (), (), None, None, None, None, ())
    assert decoded(encoded(made), LENGTH) is None
