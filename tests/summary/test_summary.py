"""The summary: what it tells, in which order, and that it tells the same every time."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from telling import OVERLAPS, VERDICTS, A, B, C, document, found, overlap, say, summarise

from mali_reader.annotations.codec import new_verdict, verdict_record
from mali_reader.annotations.records import Judgement
from mali_reader.annotations.statements import new_adjudication, new_dismissal, statement_record
from mali_reader.corpus.model import Span
from mali_reader.errors import MaliReaderError
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.review.claims import Status
from mali_reader.summary.as_json import render_json, render_jsonl
from mali_reader.summary.formats import FORMATS, find_format, format_for
from mali_reader.summary.html.page import render_html
from mali_reader.summary.layout import Layout
from mali_reader.summary.markdown import render_markdown
from mali_reader.summary.model import Presence


def test_it_counts_documents_claims_and_pairs() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS)
    assert [(r.id, r.overlaps, sum(r.claims.values())) for r in summary.reports] == [
        ("a", 3, 1),
        ("b", 2, 2),
        ("c", 1, 0),
    ]
    assert summary.reports[1].claims[Status.VERIFIED] == summary.reports[1].claims[Status.DISPUTED] == 1
    assert summary.annotators == ("ana", "ben")
    assert summary.overlaps == 3
    assert [(pair.left, pair.right) for pair in summary.pairs] == [("a", "c"), ("a", "b")]
    assert [text.kind for text in summary.pairs[1].shared] == [OverlapKind.EDITED, OverlapKind.PARAPHRASE]
    for pair in summary.pairs:
        for quote in (quote for text in pair.shared for quote in (text.left, text.right)):
            source = {"a": A, "b": B, "c": C}[quote.document]
            assert quote.text == source.slice(Span(quote.document, quote.start, quote.end))


def test_markdown_puts_open_disputes_first_and_loses_nothing() -> None:
    told = render_markdown(summarise((A, B, C), OVERLAPS, VERDICTS))
    order = [told.index(f"> {words}") for words in ("Ten left.", "Nobody came.", "Rain fell.")]
    assert order == sorted(order)
    assert told.index("## Open disputes") < order[0] < told.index("## ✓ Verified")
    for part in ("counted", "<https://example.org/count>", "nine did", "**ben**", "0.25", "Wire", "2023-06-30"):
        assert part in told


def test_what_a_machine_found_stands_apart_from_judgements() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS, findings=found())
    assert [[quote.text for quote in saying.quotes] for saying in summary.differences[0].values] == [
        ["Ten"],
        ["Ten men", "Ten"],
    ]
    assert [origin.documents for origin in summary.origins] == [("a", "c"), ("b",)]
    told = render_markdown(summary)
    assert "2 independent origins" in told
    assert "75%" in told
    assert told.count("A machine suggests this") == 2
    assert [claim.status for claim in summary.claims] == [
        claim.status for claim in summarise((A, B, C), OVERLAPS, VERDICTS).claims
    ]


def test_the_matrix_tells_judged_places_from_suggested_ones() -> None:
    pair = SentencePair(OverlapKind.EDITED, 0.9, Span("a", 0, 9), Span("b", 0, 13))
    shared = Overlap(OverlapKind.EDITED, 0.9, A.span(A.blocks[0]), B.span(B.blocks[0]), (pair,))
    summary = summarise((A, B, C), (shared,), VERDICTS)
    by_wording = {claim.wording: summary.presence(claim) for claim in summary.claims}
    assert by_wording["Ten left."] == {"a": Presence.JUDGED, "b": Presence.SUGGESTED}
    assert by_wording["Rain fell."] == {"b": Presence.JUDGED}


def test_the_timeline_says_what_was_superseded() -> None:
    first = say("ana", A, "Ten left.", Judgement.VERIFIED, "at first")
    second = new_verdict("ana", first.target, Judgement.DISPUTED, "then", supersedes=(first.id,))
    summary = summarise((A,), (), (second,), records=map(verdict_record, (first, second)))
    assert [(event.record, event.superseded_by) for event in summary.events] == [
        (first.id, (second.id,)),
        (second.id, ()),
    ]
    lines = render_markdown(summary).split("## Timeline of judgements")[1].splitlines()
    assert [line[:2] for line in lines if "Superseded since" in line] == ["1."]


def test_the_timeline_tells_a_decision_from_a_verdict() -> None:
    verdict = say("ana", A, "Ten left.", Judgement.VERIFIED)
    decision = new_adjudication("cleo", verdict.target, Judgement.DISPUTED, "seen")
    summary = summarise((A,), (), (verdict,), records=(verdict_record(verdict), statement_record(decision)))
    for told in (render_markdown(summary), render_html(summary)):
        assert "decided: disputed" in told
        assert "decided: verified" not in told


def test_every_document_has_its_footnote() -> None:
    told = render_markdown(summarise((A, B, C), OVERLAPS, VERDICTS))
    for number, report in enumerate((A, B, C), 1):
        assert f"\n[^{number}]: Document {number}, “{report.title}”" in told
        assert told.count(f"[^{number}]") >= 2
    assert "<https://example.org/a>" in told.split("## Sources")[1]


def test_a_claim_that_lost_its_place_is_told_as_such() -> None:
    changed = document("b", "Ten men left.", "Wholly other words stand here now.")
    for corpus in ((A, changed), (A,)):
        summary = summarise(corpus, (), VERDICTS)
        told = render_markdown(summary)
        assert summary.with_status(Status.STALE)
        assert "> Rain fell." in told
        assert "not found any more" in told


def test_a_corpus_that_nobody_judged_reads_well() -> None:
    told = render_markdown(summarise((A,)))
    assert "1 document," in told
    assert "No claim is judged yet." in told
    for heading in ("Open disputes", "Differences between documents", "Overlaps", "Timeline of judgements"):
        assert told.split(f"## {heading}\n\n")[1].startswith("None")


def test_the_same_input_gives_the_same_bytes() -> None:
    for render in (render_markdown, render_json):
        one = render(summarise((A, B, C), OVERLAPS, VERDICTS))
        other = render(summarise((A, B, C), tuple(reversed(OVERLAPS)), tuple(reversed(VERDICTS))))
        if render is render_json:
            one, other = (json.dumps({**json.loads(text), "records": None}) for text in (one, other))
        assert one == other


def test_a_date_stands_there_only_where_it_was_asked_for() -> None:
    summary = summarise((A,))
    assert "2030-01-02" not in render_markdown(summary)
    assert "2030-01-02" in render_markdown(summary, Layout("2030-01-02"))
    assert json.loads(render_json(summary, Layout("2030-01-02")))["date"] == "2030-01-02"


def test_json_holds_the_records_as_they_are() -> None:
    summary = summarise((A, B), (), VERDICTS)
    records = [verdict_record(verdict).content for verdict in VERDICTS]
    assert json.loads(render_json(summary))["records"] == records
    assert [json.loads(line) for line in render_jsonl(summary).splitlines()] == records


NASTY = st.text(
    st.sampled_from("ab \n\r\t|\\`*_[]<>()#+-=!~$&;:/@^.1\"'“\x00\x1b\x9b\u202e\u2028")
    | st.characters(exclude_categories=("Cs",)),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() != "")
PAIRED = (
    *("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
)
FRAME = {"inline", *(f"{name}_{end}" for name in PAIRED for end in ("open", "close"))}
INLINE = {
    "text",
    "text_special",
    "softbreak",
    "em_open",
    "em_close",
    "strong_open",
    "strong_close",
    "link_open",
    "link_close",
}


@given(NASTY, NASTY, NASTY, NASTY)
def test_no_words_of_others_change_the_shape_of_the_page(title: str, words: str, note: str, name: str) -> None:
    def shape(title: str, words: str, note: str, name: str) -> list[tuple[str, int]]:
        known = {"outlet": title, "author": name, "published": note, "sources": (title, words)}
        one = document("a", words, "Nine came.", title=title, **known)
        other = document("b", words, title=title)
        summary = summarise(
            (one, other),
            (overlap(OverlapKind.EDITED, 0.9, (one, 0), (other, 0)),),
            (
                say(name, one, words, Judgement.DISPUTED, note, f"javascript:{note}", note),
                say("ben", one, "Nine came.", Judgement.VERIFIED, note),
            ),
            title=title,
        )
        parser = MarkdownIt("gfm-like")
        assert parser.linkify is not None
        parser.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
        tokens = parser.parse(render_markdown(summary))
        assert {token.type for token in tokens} <= FRAME
        children = [child for token in tokens for child in token.children or []]
        assert {child.type for child in children} <= INLINE
        for child in children:
            if child.type == "link_open":
                assert str(child.attrs["href"]).startswith(("http://", "https://"))
        return [(token.type, token.level) for token in tokens]

    assert shape(title, words, note, name) == shape("A title", "Some words.", "A note", "zoe")


def test_every_format_is_named_and_writes_files() -> None:
    names = {"md", "html", "csv", "json", "jsonl", "w3c", "claimreview", "qdpx", "csl", "bibtex"}
    assert {form.name for form in FORMATS} == names
    summary = summarise((A,))
    for form in FORMATS:
        if form.zipped:
            assert form.content(summary, f"summary{form.extension}")
            with pytest.raises(MaliReaderError, match="-o"):
                form.render(summary)
        else:
            assert form.render(summary).encode() == form.content(summary, f"summary{form.extension}")
        assert find_format(form.name) is form
        assert format_for(f"Summary{form.extension.upper()}") is form
    with pytest.raises(MaliReaderError):
        find_format("odd")
    assert format_for("summary") is None


def test_dismissed_differences_stand_apart_with_who_dismissed_them_and_why() -> None:
    dismissal = new_dismissal("ana", "d-1", "They count different days.", kind="number", values=("Ten", "Ten men"))
    summary = summarise((A, B, C), OVERLAPS, VERDICTS, findings=found(), dismissals=(dismissal,))
    assert not summary.open_differences
    for told in (render_markdown(summary), render_html(summary)):
        assert "Dismissed by people" in told
        assert "They count different days." in told
    told = json.loads(render_json(summary))["suggestions"]["discrepancies"][0]["dismissed"]
    assert [(one["annotator"], one["reason"]) for one in told] == [("ana", "They count different days.")]


def test_agreement_is_told_with_what_it_rests_on() -> None:
    told = render_markdown(summarise((A, B, C), OVERLAPS, VERDICTS)).split("## Agreement")[1]
    assert "1 claim of 3 (n = 1)" in told.splitlines()[2]


def test_a_decision_stands_with_its_claim() -> None:
    decision = new_adjudication("cleo", VERDICTS[0].target, Judgement.DISPUTED, "The log says nine.")
    summary = summarise((A, B, C), OVERLAPS, VERDICTS, adjudications=(decision,))
    assert not summary.with_status(Status.CONTESTED)
    for told in (render_markdown(summary), render_html(summary)):
        assert "The log says nine." in told
        assert "cleo" in told
