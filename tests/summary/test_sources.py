"""Bibliographies: read by others, nothing in them that is not known."""

import json

import bibtexparser
from hypothesis import given
from hypothesis import strategies as st
from telling import A, B, C, document, summarise

from mali_reader.summary.bibliography import render_bibtex, render_csl

FULL = document(
    "papers/7 à",
    "Words.",
    title="Ten & nine: 100% {sure}",
    outlet="The Wire",
    author="Zoë \\ Q",
    published="2023-06-30",
    language="en",
    sources=("not an address", "https://example.org/a_b%20c"),
)


def test_csl_tells_what_is_known_and_nothing_else() -> None:
    (full, bare) = json.loads(render_csl(summarise((FULL, B))))
    assert full == {
        "id": "papers-7",
        "type": "article-newspaper",
        "title": "Ten & nine: 100% {sure}",
        "container-title": "The Wire",
        "author": [{"literal": "Zoë \\ Q"}],
        "issued": {"date-parts": [[2023, 6, 30]]},
        "URL": "https://example.org/a_b%20c",
        "language": "en",
        "note": "File: papers/7 à.txt",
    }
    assert bare.keys() == {"id", "type", "title", "note"}


def test_bibtex_is_read_by_a_parser() -> None:
    library = bibtexparser.parse_string(render_bibtex(summarise((A, B, C, FULL))))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == ["a", "b", "c", "papers-7"]
    fields = library.entries[3].fields_dict
    assert fields["year"].value == "2023"
    assert fields["url"].value == "https://example.org/a_b%20c"
    assert fields["title"].value == r"{Ten \& nine: 100\% \textbraceleft{}sure\textbraceright{}}"
    assert "author" not in library.entries[1].fields_dict


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4, unique=True), st.text(max_size=30))
def test_no_words_of_others_break_an_entry_and_no_two_share_a_key(names: list[str], title: str) -> None:
    reports = [document(name, "x", title=title or "t", outlet=title, author=title) for name in names]
    library = bibtexparser.parse_string(render_bibtex(summarise(reports)))
    assert not library.failed_blocks
    assert len({entry.key for entry in library.entries}) == len(names)
    assert len({item["id"] for item in json.loads(render_csl(summarise(reports)))}) == len(names)
