"""What an editor asks first: what is disputed, by whom, on what evidence, and does it still stand there."""

import csv
import io
import json

import html5lib
import pytest
from telling import A, B, C, document, say, summarise

from mali_reader.annotations.records import Judgement
from mali_reader.summary.as_json import render_json
from mali_reader.summary.csv_tables import render_appearances
from mali_reader.summary.glance import MOST
from mali_reader.summary.html.page import render_html
from mali_reader.summary.markdown import render_markdown

DISPUTES = (
    say("ana", A, "Ten left.", Judgement.VERIFIED, "counted twice", "https://example.org/count"),
    say("ben", A, "Ten left.", Judgement.DISPUTED, "eleven did"),
    say("zoe", B, "Nobody came.", Judgement.DISPUTED, "nine did", "https://example.org/nine"),
    say("zoe", B, "Rain fell.", Judgement.VERIFIED, "so it did"),
)


def rows_of_page(text: str) -> list[str]:
    """The rows of the first table of the page, heads aside."""
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    table = next(iter(page.iter("table")))
    return [" ".join("".join(row.itertext()).split()) for row in table.iter("tr")][1:]


def rows_of_markdown(text: str) -> list[str]:
    """The rows of the first table."""
    return [line for line in text.split("## ✓", maxsplit=1)[0].splitlines() if line.startswith("| ")][2:]


@pytest.mark.parametrize("form", ["md", "html"])
def test_each_open_dispute_is_a_row_with_everybodys_side_and_all_evidence(form: str) -> None:
    summary = summarise((A, B, C), (), DISPUTES)
    rows = rows_of_markdown(render_markdown(summary)) if form == "md" else rows_of_page(render_html(summary))
    assert len(rows) == 2
    contested, disputed = rows
    for word in ("Ten left.", "ana", "counted twice", "ben", "eleven did", "https://example.org/count"):
        assert word in contested
    for word in ("Nobody came.", "zoe", "nine did", "https://example.org/nine"):
        assert word in disputed


def test_many_disputes_fit_one_page_and_stand_whole_below() -> None:
    one = document("a", *(f"Sentence {number} stands here." for number in range(40)))
    verdicts = [say("ana", one, f"Sentence {n} stands", Judgement.DISPUTED, "x" * 1000) for n in range(40)]
    told = render_markdown(summarise((one,), (), verdicts))
    rows = rows_of_markdown(told.split("### ")[0])
    assert len(rows) == MOST
    assert max(map(len, rows)) < 400
    assert told.count("#### Claim") == 40


def test_where_nothing_is_disputed_there_is_no_such_table() -> None:
    summary = summarise((B,), (), DISPUTES[3:])
    assert not rows_of_markdown(render_markdown(summary))
    assert "On what evidence" not in render_html(summary)


def test_a_claim_whose_words_changed_is_told_in_both_wordings() -> None:
    before = document("a", "The mission lost 187 peacekeepers in its ten years.", "Nine came.")
    after = document("a", "The mission lost 191 peacekeepers in its ten years.", "Nine came.")
    quote = "The mission lost 187 peacekeepers in its ten years."
    summary = summarise((after,), (), [say("ana", before, quote, Judgement.VERIFIED)])
    now = quote.replace("187", "191")
    markdown = render_markdown(summary)
    assert f"“{quote}”" in markdown
    assert f"“{now}”" in markdown
    page = render_html(summary)
    assert "<del>187</del>" in page
    assert "<ins>191</ins>" in page
    (row,) = csv.DictReader(io.StringIO(render_appearances(summary)))
    assert (row["judged_text"], row["text"], row["stale"]) == (quote, now, "yes")
    (claim,) = json.loads(render_json(summary))["claims"]
    assert (claim["appearances"][0]["quote"], claim["appearances"][0]["text"]) == (quote, now)
