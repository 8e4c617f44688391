"""What a document says of itself is read, and nothing that it says can do harm."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import LEAD, of_kind, read, texts

from mali_reader.corpus.front_matter import read_front_matter
from mali_reader.corpus.model import BlockKind
from mali_reader.overlap.engine import find_overlaps


def front(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", LEAD])


def test_all_fields() -> None:
    document = read(
        front(
            "Title: Flood in Port Ardel",
            "SOURCES: [https://a.example/1, 'https://b.example/2,3']",
            "tags: flood, dam",
            "keywords: [water, flood]",
            "publisher: Port Ardel Times",
            "authors: [Ada Lovelace, Charles Babbage]",
            "published_at: 2023-06-04T10:00:00Z",
            "lang: en-GB",
        )
    )
    assert document.title == "Flood in Port Ardel"
    assert document.sources == ("https://a.example/1", "https://b.example/2,3")
    assert document.tags == ("flood", "dam", "water")
    assert document.outlet == "Port Ardel Times"
    assert document.author == "Ada Lovelace, Charles Babbage"
    assert document.published == "2023-06-04"
    assert document.language == "en"
    assert document.warnings == ()


def test_the_block_is_kept_and_is_no_paragraph() -> None:
    text = front("author: A", "# a comment", "")
    assert read(text).front_matter == text.removesuffix(LEAD)
    assert read(text).text == text
    assert texts(text) == [LEAD]


def test_dots_may_end_it() -> None:
    assert texts(f"---\nauthor: A\n...\n{LEAD}") == [LEAD]


@pytest.mark.parametrize(
    "written", ["title: {}", "Title:  '{}'", 'author: B\ntitle : "{}"', "sources:\n  - a\ntitle: {}"]
)
def test_a_title_that_it_alone_tells_is_the_title_block_where_it_stands(written: str) -> None:
    title = "Flood in Port Ardel, 12 dead"
    document = read(front(written.format(title)))
    first, second = document.blocks
    assert (first.kind, document.slice(first)) == (BlockKind.TITLE, title)
    assert [document.slice(sentence) for sentence in first.sentences] == [title]
    assert (second.kind, document.slice(second)) == (BlockKind.PARAGRAPH, LEAD)


def test_a_title_of_the_text_goes_before_it() -> None:
    text = front("title: Flood in Port Ardel").replace(LEAD, f"River Bursts Its Banks\n\n{LEAD}")
    assert of_kind("title", text) == ["River Bursts Its Banks"]


@pytest.mark.parametrize(
    "lines",
    [
        ("title: ''",),
        ("title: >", "  Flood in", "  Port Ardel"),
        (r'title: "Flood \u0041"',),
        (f"title: {'long ' * 80}",),
    ],
)
def test_what_does_not_stand_there_as_a_title_is_no_block(lines: tuple[str, ...]) -> None:
    assert texts(front(*lines)) == [LEAD]
    assert texts("---\ntitle: Flood in Port Ardel\n---\n") == []


def test_titles_that_front_matter_tells_overlap() -> None:
    one, other = (
        replace(read(f"---\ntitle: {title}\n---\n{text}"), id=text)
        for title, text in (
            ("Flood kills 12 in Port Ardel", LEAD),
            ("12 killed in Port Ardel flood", "Zero is what anybody was told."),
        )
    )
    (found,) = find_overlaps([one, other])
    assert (one.slice(found.left), other.slice(found.right)) == (one.title, other.title)


def test_a_source_that_is_no_address_is_the_outlet() -> None:
    assert read(front("source: Reuters")).outlet == "Reuters"
    assert read(front("source: Reuters")).sources == ()
    assert read(front("source: https://a.example")).sources == ("https://a.example",)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("2023-06-30", "2023-06-30"),
        ("2023-06-30 14:05", "2023-06-30"),
        ("'2023-06-30T14:05:00+02:00'", "2023-06-30"),
        ("June 30, 2023", "2023-06-30"),
        ("30 June 2023", "2023-06-30"),
        ("2023/06/30", "2023-06-30"),
    ],
)
def test_dates(written: str, read_as: str) -> None:
    assert read(front(f"date: {written}")).published == read_as


@pytest.mark.parametrize("written", ["2023-02-31", "06/07/2023", "yesterday", "[1, 2]", "{a: b}", "9" * 5000])
def test_a_date_that_cannot_be_read_is_warned_about(written: str) -> None:
    document = read(front(f"date: {written}"))
    assert document.published is None
    assert len(document.warnings) == 1
    assert "YYYY-MM-DD" in document.warnings[0]


def test_words_that_yaml_takes_for_something_else() -> None:
    document = read(front("language: no", "title: 1984", "tags: [on, 1.50, null]"))
    assert (document.language, document.title, document.tags) == ("no", "1984", ("on", "1.50"))


@pytest.mark.parametrize(
    "lines",
    [
        ["a: &a [x, x]", "b: *a"],
        ["title: &t A"],
        ["title: [unclosed"],
        ["title: 'unclosed"],
        ["- a", "- b"],
        ["\ttitle: A"],
        ["title: \x07"],
        ["[" * 5000],
        ["a: " + "x" * 70_000],
    ],
)
def test_what_cannot_be_read_is_warned_about_and_the_report_still_opens(lines: list[str]) -> None:
    document = read(front(*lines))
    assert [document.slice(block) for block in document.blocks] == [LEAD]
    assert len(document.warnings) == 1
    assert "\n" not in document.warnings[0]


def test_tags_of_yaml_make_nothing() -> None:
    document = read(front("title: !!python/object/apply:os.system ['true']", "date: !!timestamp x"))
    assert document.published is None


def test_prose_between_two_lines_is_no_front_matter() -> None:
    assert texts(f"---\nJust a line.\n---\n{LEAD}") == ["Just a line.", LEAD]
    assert texts(f"---\n{LEAD}") == [LEAD]


ODD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=9)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=8,
)
FIELDS = (
    "title",
    "sources",
    "source",
    "tags",
    "author",
    "outlet",
    "date",
    "language",
    "Keywords",
    "url",
    "published-at",
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=5))
def test_values_of_any_type_are_read(fields: dict[str, object]) -> None:
    yaml = pytest.importorskip("yaml")
    block = yaml.safe_dump(fields, allow_unicode=True)
    document = read(f"---\n{block}---\n{LEAD}")
    assert all(isinstance(tag, str) and tag for tag in document.tags)
    assert all(source.lower().startswith("http") for source in document.sources)
    assert document.title


@pytest.mark.parametrize("piece", ["[", "? ", "- ", "{a: ", "a: b\n", "[a,", "!", "'", "*a "])
def test_hostile_blocks_are_read_quickly(piece: str) -> None:
    text = front(piece * (60_000 // len(piece)))
    start = time.process_time()
    assert read(text).title
    assert time.process_time() - start < 10


def test_a_colon_in_a_title_needs_no_quotes() -> None:
    told = read_front_matter('---\ntitle: Mali: the last day\ndate: 2023-06-30\ntags: ["mali"]\n---\nText\n')
    assert (told.title, told.published, told.tags, told.warnings) == ("Mali: the last day", "2023-06-30", ("mali",), ())


@pytest.mark.parametrize("more", ["tags: [mali", "author: A\x07na", "sources:\n  - https://a.b"])
def test_more_than_a_colon_amiss_is_told(more: str) -> None:
    told = read_front_matter(f"---\ntitle: Mali: the last day\n{more}\n---\nText\n")
    assert told.title is None
    assert "could not be read" in told.warnings[0]
