"""The web page: valid, whole, inert, and every claim can be linked to."""

import re
from collections import Counter
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import OVERLAPS, VERDICTS, A, B, C, document, found, overlap, say, summarise

from mali_reader.annotations.records import Judgement
from mali_reader.overlap.model import OverlapKind
from mali_reader.summary.addresses import address_of
from mali_reader.summary.html.elements import link
from mali_reader.summary.html.page import render_html
from mali_reader.summary.wording import COUNTED, SIGNS

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def read(page: str) -> Element:
    """The page as a browser reads it. Raises where it is not valid."""
    return html5lib.HTMLParser(strict=True).parse(page)


def named(page: Element, name: str) -> list[Element]:
    """Every element of that name."""
    return list(page.iter(NAMESPACE + name))


def words(element: Element) -> str:
    """The text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


PAGE = render_html(summarise((A, B, C), OVERLAPS, VERDICTS, findings=found()))


def test_every_claim_can_be_linked_to_with_all_that_was_said_of_it() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS)
    articles = {article.get("id"): words(article) for article in named(read(PAGE), "article")}
    for claim in summary.claims:
        told = articles[claim.id]
        assert claim.wording in told
        assert claim.status.value in told
        for verdict in claim.verdicts:
            assert verdict.annotator in told
            assert verdict.note in told
            assert all(evidence.url in told for evidence in verdict.evidence)


def test_open_disputes_come_first() -> None:
    headings = [words(heading) for heading in named(read(PAGE), "h2")]
    assert headings[0] == "Open disputes"
    assert headings[-1] == "Sources"


def test_links_within_the_page_lead_somewhere_and_ids_are_there_once() -> None:
    page = read(PAGE)
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    assert set(ids.values()) == {1}
    inner = [link.get("href", "")[1:] for link in named(page, "a") if link.get("href", "").startswith("#")]
    assert inner
    assert set(inner) <= ids.keys()


def test_nothing_comes_from_elsewhere() -> None:
    page = read(PAGE)
    for name in ("script", "link", "img", "iframe", "object", "embed", "form"):
        assert not named(page, name)
    assert not [element for element in page.iter() if element.get("src")]
    style = "".join(words(one) for one in named(page, "style"))
    assert not re.search(r"@import|url\((?!#)", style)


def test_tables_name_their_rows_and_columns_and_charts_say_what_they_show() -> None:
    page = read(PAGE)
    for cell in named(page, "th"):
        assert cell.get("scope") in ("row", "col")
    for table in named(page, "table"):
        assert table.find(f"{NAMESPACE}caption") is not None
    for chart in page.iter("{http://www.w3.org/2000/svg}svg"):
        assert chart.get("aria-label") or chart.get("aria-hidden") == "true"


def test_the_key_of_the_chart_reads_as_the_number_of_claims_alone() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS)
    keys = next(found for found in named(read(PAGE), "ul") if found.get("class") == "key")
    told = [words(item) for item in keys]
    assert told == [f"{SIGNS[status]} {status}: {len(summary.with_status(status)):,}" for status in COUNTED]
    assert not [element for element in keys.iter() if element.get("aria-label")]


def test_headings_leave_no_level_out() -> None:
    levels = [
        int(found[1])
        for element in read(PAGE).iter()
        if (found := re.fullmatch(rf"{NAMESPACE}h(\d)", str(element.tag)))
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_differing_words_are_marked_on_both_sides() -> None:
    one, other = document("a", "Ten men left town."), document("b", "Nine men left town.")
    pair = overlap(OverlapKind.EDITED, 0.9, (one, 0), (other, 0), aligned=True)
    page = read(render_html(summarise((one, other), (pair,))))
    assert "Ten" in [words(mark) for mark in named(page, "del")]
    assert "Nine" in [words(mark) for mark in named(page, "ins")]


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb` (WCAG 2)."""
    digits = colour.strip("#")
    digits = "".join(char * 2 for char in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_text_stands_out_from_its_ground_in_light_and_dark() -> None:
    themes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]+)", block)) for block in re.findall(r":root \{(.*?)\}", PAGE, re.DOTALL)
    ]
    assert len(themes) == 3
    for theme in themes:
        grounds = [theme[name] for name in ("paper", "card")]
        inks = [theme[name] for name in ("ink", "quiet", "link", "verified", "disputed", "contested", "stale")]
        pairs = [(ink, ground) for ink in inks for ground in grounds]
        pairs += [(theme["ink"], theme[name]) for name in ("ins", "del", "mark")]
        for ink, ground in pairs:
            lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (ink, ground)


NASTY = st.text(
    st.sampled_from("ab <>&\"'`=/\\-!#;:.%\n\r\t\x00\x0b\x1b\x9b\u202e\u2028\ufffe\ud800")
    | st.characters(exclude_categories=("Cs",)),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() != "") | st.sampled_from(
    ["<script>alert(1)</script>", "</style><script>", "-->", "]]>", "javascript:alert(1)", "<!--", "&lt;b&gt;", "${x}"]
)


@given(NASTY, NASTY, NASTY, NASTY)
def test_no_words_of_others_change_the_shape_of_the_page(title: str, text: str, note: str, name: str) -> None:
    def shape(title: str, text: str, note: str, name: str) -> list[tuple[str, list[str]]]:
        known = {"outlet": title, "author": name, "published": note, "sources": (f"javascript:{title}",)}
        one = document("a", text, "Nine came.", title=title, **known)
        other = document("b", "Nine came.", title=title)
        verdicts = (
            say(name, one, text, Judgement.DISPUTED, note, f"javascript:{note}", f"data:{note}"),
            say("ben", one, "Nine came.", Judgement.VERIFIED, note),
        )
        shared = (overlap(OverlapKind.EDITED, 0.9, (one, 1), (other, 0), aligned=True),)
        page = read(render_html(summarise((one, other), shared, verdicts, title=title)))
        return [(str(element.tag), sorted(element.keys())) for element in page.iter()]

    assert shape(title, text, note, name) == shape("A title", "Some words.", "A note", "zoe")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c&d=(e)#f", "https://example.org/a?b=c&d=(e)#f"),
        ("HTTPS://example.org/ä b", None),
        ("https://example.org/ä", "https://example.org/%C3%A4"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("doi:10.1234/abc", "https://doi.org/10.1234/abc"),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://a:b@example.org/", None),
    ],
)
def test_only_plain_addresses_are_links(url: str, address: str | None) -> None:
    assert address_of(url) == address
    assert ("href" in link(url)) is (address is not None)
