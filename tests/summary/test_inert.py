"""Foreign text in Markdown: renders as it reads, and as nothing else."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mali_reader.display import one_line, visible
from mali_reader.summary.inert import block_quote, inert, link

TRICKS = st.sampled_from(
    [
        "# heading", "## x ##", "- item", "+ item", "* item", "1. one", "12) two", "> quote", "---", "===", "***",
        "```", "~~~", "    code", "| a | b |", "|---|", "[x](javascript:alert(1))", "![x](https://a.com/p.png)",
        "[x]: https://a.com", "[^1]", "[^1]: note", "<script>alert(1)</script>", "<https://a.com>", "<!-- c -->",
        "&amp;", "&#60;b&#62;", "&copy", "**bold**", "_em_", "snake_case_word", "~~gone~~", "`code`", "\\", "\\*",
        "https://a.com/x", "www.a.com", "WWW.a.com", "HTTP://a.com", "ftp://a.com", "//a.com", "\x1b[31m", "\u202e",
        "\x00", "\n", "\r\n", "\n\n", "\t", "  \n", "[ ] task", "| `a|b` |", "\u2028", "!", "^", "{#id}", ":::",
        "$x$", "=", "<", ">", "|", "\\|", "___",
    ]
)  # fmt: skip
TEXTS = st.lists(TRICKS | st.text(max_size=8), max_size=6).map("".join) | st.lists(TRICKS).map(" ".join)


def parser() -> MarkdownIt:
    """Markdown as GitHub reads it, which takes no bare domain for a link."""
    made = MarkdownIt("gfm-like")
    assert made.linkify is not None
    made.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    return made


def plain(tokens: list[Token]) -> list[str]:
    """The texts of a page that holds nothing but plain text, each of one inline run."""
    allowed = {"paragraph_open", "paragraph_close", "inline", "blockquote_open", "blockquote_close"}
    assert {token.type for token in tokens} <= allowed, tokens
    runs = [token.children or [] for token in tokens if token.type == "inline"]
    assert {child.type for run in runs for child in run} <= {"text", "text_special"}, runs
    return ["".join(child.content for child in run) for run in runs]


def read(text: str) -> str:
    """What a reader sees of a foreign text."""
    return one_line(text)


@given(TEXTS)
def test_at_the_beginning_of_a_line_it_is_one_paragraph_of_its_own_words(text: str) -> None:
    assert plain(parser().parse(inert(text))) == ([read(text)] if read(text) else [])


@given(TEXTS)
def test_within_a_line_it_leaves_what_stands_around_it_alone(text: str) -> None:
    (run,) = plain(parser().parse(f"before {inert(text)} after"))
    assert run.split() == ["before", *read(text).split(), "after"]


@given(TEXTS)
def test_as_a_quotation_it_stays_within_it(text: str) -> None:
    tokens = parser().parse(f"{block_quote(text)}\n\nafter")
    assert [token.type for token in tokens if "quote" in token.type] == ["blockquote_open", "blockquote_close"]
    assert tokens[-2].content == "after"
    assert plain(tokens[:-3]) == ([read(text)] if read(text) else [])


@given(TEXTS, TEXTS)
@example("\\", "|")
@example("`", "`|")
def test_in_a_table_it_stays_in_its_cell(one: str, other: str) -> None:
    tokens = parser().parse(f"| a | b |\n| --- | --- |\n| {inert(one)} | {inert(other)} |")
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    for cell, text in zip(cells[2:], (one, other), strict=True):
        assert {child.type for child in cell.children or []} <= {"text", "text_special"}
        assert "".join(child.content for child in cell.children or []) == read(text)


@given(TEXTS)
def test_as_a_heading_it_stays_one(text: str) -> None:
    tokens = parser().parse(f"# {inert(text)}: a summary\n\nafter")
    assert [token.type for token in tokens[:3]] == ["heading_open", "inline", "heading_close"]
    assert [token.content for token in tokens if token.type == "inline"][-1] == "after"


@given(TEXTS)
def test_it_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    made = inert(text)
    assert visible(made) == made
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in made)


def test_an_address_without_a_scheme_is_cut_in_two() -> None:
    assert inert("see www.a.com or WWW.b.com") == r"see www\.a.com or WWW\.b.com"


def test_plain_prose_stays_as_it_is() -> None:
    prose = "“The mission – 13,289 people (UN) – ends by 12:30 on 31 December; that's all!” said A. B. & C."
    assert inert(prose) == prose


def links(text: str) -> list[str]:
    """Where the links of a text lead."""
    tokens = MarkdownIt("commonmark").parse(text)
    return [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or []
        if child.type == "link_open"
    ]  # fmt: skip


def test_web_addresses_and_dois_are_links() -> None:
    assert links(link("https://example.org/a?b=c&d=(e)_*f*")) == ["https://example.org/a?b=c&d=(e)_*f*"]
    assert links(link("doi:10.1234/abc(1)")) == ["https://doi.org/10.1234/abc(1)"]


@given(
    st.sampled_from(["javascript:", "data:text/html,", "vbscript:", "file:///", "", "https://a b", "http://<"]), TEXTS
)
def test_nothing_else_is_a_link(scheme: str, rest: str) -> None:
    for address in links(f"see {link(scheme + rest)} there"):
        assert address.lower().startswith(("http://", "https://"))
        assert scheme not in ("javascript:", "data:text/html,", "vbscript:", "file:///")
