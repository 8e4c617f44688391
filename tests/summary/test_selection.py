"""What is asked for is told, what is to be kept back is nowhere in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telling import OVERLAPS, VERDICTS, A, B, C, document, found, overlap, say, summarise

from mali_reader.annotations.codec import new_verdict, verdict_record
from mali_reader.annotations.records import Judgement
from mali_reader.errors import MaliReaderError
from mali_reader.overlap.model import OverlapKind
from mali_reader.review.claims import Status
from mali_reader.summary.formats import FORMATS, find_format
from mali_reader.summary.incoming.model import Surroundings
from mali_reader.summary.incoming.recognise import read_data
from mali_reader.summary.selection import Selection, select

WHOLE = summarise((A, B, C), OVERLAPS, VERDICTS, findings=found())


def test_nothing_asked_is_everything() -> None:
    assert select(WHOLE, Selection()) is WHOLE


@given(st.frozensets(st.sampled_from(Status)), st.frozensets(st.sampled_from(["ana", "ben", "zoe"])))
def test_claims_are_told_whole_or_not_at_all(statuses: frozenset[Status], annotators: frozenset[str]) -> None:
    part = select(WHOLE, Selection(statuses=statuses, annotators=annotators))
    for claim in WHOLE.claims:
        people = {verdict.annotator for verdict in claim.verdicts}
        fits = (not statuses or claim.status in statuses) and (not annotators or bool(annotators & people))
        assert (claim in part.claims) is fits
    told = {verdict.id for claim in part.claims for verdict in claim.verdicts}
    assert {event.record for event in part.events} == {record["id"] for record in part.records} == told
    for report in part.reports:
        assert sum(report.claims.values()) == sum(report.id in claim.documents for claim in part.claims)


def test_a_document_brings_only_what_is_about_it() -> None:
    part = select(WHOLE, Selection(documents=frozenset({"b"})))
    assert [report.id for report in part.reports] == ["b"]
    assert {place.document for claim in part.claims for place in claim.appearances} == {"b"}
    assert not part.pairs
    assert not part.differences
    assert {event.document for event in part.events} == {"b"}


def test_tags_choose_documents() -> None:
    tagged = document("t", "Some words.", tags=("council",))
    part = select(summarise((A, tagged)), Selection(tags=frozenset({"council"})))
    assert [report.id for report in part.reports] == ["t"]


def test_what_is_new_since_a_day_leaves_the_rest_out_and_history_stays_with_its_claim() -> None:
    old = say("ana", A, "Ten left.", Judgement.VERIFIED)
    new = new_verdict("ana", old.target, Judgement.DISPUTED, supersedes=(old.id,))
    other = say("ben", A, "Nine came.", Judgement.VERIFIED)
    summary = summarise((A,), (), (new, other), records=map(verdict_record, (old, new, other)))
    part = select(summary, Selection(statuses=frozenset({Status.DISPUTED})))
    assert {record["id"] for record in part.records} == {old.id, new.id}
    assert not select(summary, Selection(since="9999-01-01")).claims
    assert select(summary, Selection(since="2000-01-01")).claims == summary.claims


SECRET = "Zebediah Quux"
LONG = "The quick brown council voted unanimously to end its long mission in the far country by winter."


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_names_are_nowhere_in_an_anonymous_summary(form: str) -> None:
    verdicts = (say(SECRET, A, "Ten left.", Judgement.DISPUTED), say("ben", A, "Ten left.", Judgement.VERIFIED))
    part = select(summarise((A, B), (), verdicts), Selection(anonymise=True))
    assert [verdict.annotator for verdict in part.claims[0].verdicts] == ["Annotator 1", "Annotator 2"]
    content = find_format(form).content(part, "x")
    assert SECRET.encode() not in content
    assert b"Quux" not in content


@pytest.mark.parametrize("form", [form.name for form in FORMATS if not form.zipped])
@pytest.mark.parametrize("longest", [0, 20])
def test_no_quote_is_longer_than_allowed(form: str, longest: int) -> None:
    one, other = document("a", LONG, "Short."), document("b", f"{LONG} Yes.")
    verdicts = (say("ana", one, LONG, Judgement.DISPUTED), say("ben", one, LONG, Judgement.VERIFIED))
    shared = overlap(OverlapKind.EDITED, 0.9, (one, 0), (other, 0), aligned=True)
    summary = summarise((one, other), (shared,), verdicts)
    told = find_format(form).render(select(summary, Selection(longest=longest)))
    assert LONG[: longest + 9] not in told
    assert LONG[10:40] not in told


def test_a_project_is_not_made_of_texts_that_are_kept_back() -> None:
    with pytest.raises(MaliReaderError, match="--positions-only"):
        find_format("qdpx").content(select(WHOLE, Selection(longest=0)), "x.qdpx")


@pytest.mark.parametrize("form", ["json", "jsonl", "w3c"])
@pytest.mark.parametrize("selection", [Selection(anonymise=True), Selection(longest=5)])
def test_changed_records_are_not_taken_in(form: str, selection: Selection) -> None:
    content = find_format(form).content(select(WHOLE, selection), "x")
    with pytest.raises(MaliReaderError, match="changed"):
        read_data(content, Surroundings(lambda: None, lambda: "me"))  # type: ignore[arg-type, return-value]


def test_a_selection_says_that_it_is_one() -> None:
    part = select(WHOLE, Selection(statuses=frozenset({Status.DISPUTED}), anonymise=True, longest=5))
    assert len(part.scope) == 3
    told = json.loads(find_format("json").render(part))
    assert told["scope"] == list(part.scope)
    assert told["redacted"] is True
    for form in ("md", "html"):
        assert "Only claims that are disputed" in find_format(form).render(part)
