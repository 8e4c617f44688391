"""What holds of every document, whatever text it is made of."""

import hashlib
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from reports import read

from mali_reader.corpus.model import BlockKind, Document

ANY_TEXT = st.text(st.characters(exclude_categories=()))
LINES = st.sampled_from(
    [
        *(
            "",
            " ",
            "\t",
            "---",
            "====",
            "- - -",
            "```",
            ">",
            "> ",
            "> quoted text",
            "# Heading",
            "## ",
            "#",
            "...",
            "…",
        ),
        *(
            "- item",
            "1. item",
            "2) item",
            "* ",
            "Menu",
            "Related posts",
            "Leave a comment",
            "© 2023 A. All rights reserved",
        ),
        *(
            "(Photo: A/AFP)",
            "By Ada Lovelace",
            "https://example.org/x",
            "Read also: More",
            "title: x",
            "Title : 'x (y)'",
            "date: 2023-02-31",
        ),
        *(
            "A short line",
            "A sentence that ends. And one more”.”So it is.",
            "  an indented line goes on",
            "\x1b[31mred\x07",
            "\x00",
        ),
        *(
            "The council met for three hours on Friday before it voted to",
            "end the mission, which had begun ten years earlier.",
        ),
        *(
            "Ada Lovelace is a freelance journalist.",
            "Teaser text that ends in the middle of...",
            "a\x0bb\x0cc\u2028d",
            "\u200b",
            "\ud800",
        ),
    ]
)
REPORTS = st.one_of(
    ANY_TEXT,
    st.lists(LINES, max_size=30).map("\n".join),
    st.lists(st.one_of(LINES, ANY_TEXT), max_size=12).map("\n".join),
    st.lists(st.one_of(LINES, ANY_TEXT), max_size=6).map(lambda lines: "\n".join(["---", *lines, "---", "Text."])),
)


def check(document: Document) -> None:
    edge, body = 0, len(document.front_matter)
    for number, block in enumerate(document.blocks):
        assert edge <= block.start < block.end <= len(document.text)
        told = number == 0 and block.kind is BlockKind.TITLE and block.end <= body
        assert told or block.start >= body
        assert document.slice(block) == document.slice(block).strip()
        assert block.sentences
        inside = block.start
        for sentence in block.sentences:
            assert inside <= sentence.start < sentence.end <= block.end
            assert document.slice(sentence) == document.slice(sentence).strip()
            inside = sentence.end
        edge = block.end


@settings(max_examples=400, deadline=None)
@given(REPORTS, st.booleans())
def test_blocks_and_sentences_slice_the_text_in_order(text: str, markdown: bool) -> None:
    check(read(text, markdown=markdown))


@settings(max_examples=200, deadline=None)
@given(REPORTS, st.booleans())
def test_the_text_is_kept_as_it_is(text: str, markdown: bool) -> None:
    document = read(text, markdown=markdown)
    assert document.text == text
    assert text.startswith(document.front_matter)
    assert document.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@settings(max_examples=200, deadline=None)
@given(REPORTS, st.booleans())
def test_a_document_has_one_title_at_most_and_always_a_name(text: str, markdown: bool) -> None:
    document = read(text, markdown=markdown)
    assert sum(block.kind.value == "title" for block in document.blocks) <= 1
    assert document.title.strip()
    assert "\n" not in document.title


@settings(max_examples=300, deadline=None)
@given(REPORTS, st.booleans())
def test_every_letter_below_the_front_matter_is_in_a_block(text: str, markdown: bool) -> None:
    """List numbers aside, which are marks."""
    document = read(text, markdown=markdown)
    left, edge = "", len(document.front_matter)
    for block in document.blocks:
        left += text[edge : block.start]
        edge = max(edge, block.end)
    left += text[edge:]
    assert not any(char.isalpha() for char in left)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029"), min_size=1),
        min_size=1,
    )
)
def test_sentences_leave_out_nothing_but_white_space(words: list[str]) -> None:
    document = read(" ".join(words))
    for block in document.blocks:
        ends = [block.start, *(end for s in block.sentences for end in (s.start, s.end)), block.end]
        gaps = [document.text[a:b] for a, b in list(pairwise(ends))[::2]]
        assert not "".join(gaps).strip()
