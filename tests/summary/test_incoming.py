"""What comes in: our own exports bring back the same records, others what they say, damage nothing at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from generating import RECORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import VERDICTS, A, B, C, summarise

from mali_reader.annotations.codec import parse_verdict, raw_of, verdict_record
from mali_reader.annotations.jsontext import canonical
from mali_reader.annotations.records import Judgement, Record
from mali_reader.corpus.model import Corpus
from mali_reader.errors import MaliReaderError
from mali_reader.summary.csv_tables import pack, render_claims
from mali_reader.summary.formats import find_format
from mali_reader.summary.incoming.model import Incoming, Surroundings
from mali_reader.summary.incoming.recognise import read_data, read_file

CORPUS = Corpus((A, B, C))
HERE = Surroundings(lambda: CORPUS, lambda: "me")


def taken(data: bytes | str | Any) -> Incoming:
    """What some bytes, text or JSON bring."""
    if not isinstance(data, bytes | str):
        data = json.dumps(data)
    return read_data(data if isinstance(data, bytes) else data.encode(), HERE)


def told(records: Any) -> set[tuple[str, bytes]]:
    """Records by id and content."""
    return {(record.id, canonical(raw_of(record))) for record in records}


@pytest.mark.parametrize("form", ["json", "jsonl", "w3c", "qdpx"])
@settings(deadline=None)
@given(st.lists(RECORDS, min_size=1, max_size=5, unique_by=lambda record: record.id))
def test_going_out_and_coming_in_is_the_identity(form: str, records: list[Record]) -> None:
    content = find_format(form).content(summarise((A,), (), (), records=records), "x")
    came = taken(content)
    assert told(came.fresh([])) == told(records)
    assert came.fresh(records) == ()
    assert came.total == len(records)


def test_our_table_of_verdicts_brings_them_back() -> None:
    came = taken(pack(summarise((A, B, C), (), VERDICTS)))
    assert told(came.fresh([])) == told(map(verdict_record, VERDICTS))
    assert came.fresh(list(map(verdict_record, VERDICTS))) == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_somebodys_own_needs_three_columns(delimiter: str) -> None:
    lines = [
        ["Document", "Quote", "Verdict"],
        ["a", "Ten left.", "Disputed"],
        ["b.txt", "Rain fell.", "verified"],
        ["c", "No such words", "verified"],
    ]
    came = taken("\ufeff" + "\r\n".join(delimiter.join(line) for line in lines))
    verdicts = [parse_verdict(record) for record in came.fresh([])]
    assert {(v.target.document, v.target.exact, v.judgement, v.annotator) for v in verdicts} == {
        ("a", "Ten left.", Judgement.DISPUTED, "me"),
        ("b", "Rain fell.", Judgement.VERIFIED, "me"),
    }
    assert len(came.skipped) == 1
    assert taken("\n".join(delimiter.join(line) for line in lines)).fresh(came.derived) == ()


HYPOTHESIS = {
    "total": 2,
    "rows": [
        {
            "id": "Xo1",
            "created": "2026-01-02T03:04:05.678901+00:00",
            "user": "acct:zoe@hypothes.is",
            "uri": "https://example.org/a/",
            "text": "I counted nine.",
            "tags": ["Disputed", "numbers"],
            "target": [
                {
                    "source": "https://example.org/a/",
                    "selector": [
                        {"type": "RangeSelector", "startOffset": 0},
                        {"type": "TextPositionSelector", "start": 812, "end": 821},
                        {"type": "TextQuoteSelector", "exact": "Ten left.", "prefix": "", "suffix": "Nine"},
                    ],
                }
            ],
        },
        {"id": "Xo2", "user": "acct:zoe@hypothes.is", "text": "", "tags": [], "target": [{"source": "x"}]},
    ],
}


def test_what_hypothesis_exports_is_found_in_the_text() -> None:
    came = taken(HYPOTHESIS)
    (verdict,) = map(parse_verdict, came.fresh([]))
    assert (verdict.annotator, verdict.judgement, verdict.note) == ("zoe", Judgement.DISPUTED, "I counted nine.")
    assert verdict.created == "2026-01-02T03:04:05.678901Z"
    assert A.text[verdict.target.start : verdict.target.end] == "Ten left."
    assert len(came.skipped) == 1
    assert taken(HYPOTHESIS["rows"]).fresh(came.derived) == ()


def test_a_plain_web_annotation_is_found_by_its_quote_alone() -> None:
    came = taken(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "https://example.org/anno/1",
            "type": "Annotation",
            "creator": {"name": "Zoë"},
            "body": [{"type": "TextualBody", "value": "verified", "purpose": "assessing"}, {"value": "I saw it."}],
            "target": {
                "source": "file:///home/zoe/b.html",
                "selector": {"type": "TextQuoteSelector", "exact": "Rain fell."},
            },
        }
    )
    (verdict,) = map(parse_verdict, came.fresh([]))
    assert (verdict.annotator, verdict.target.document, verdict.note) == ("Zoë", "b", "I saw it.")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04 no archive",
        b"hello",
        b"{",
        b"[]",
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"id": "x", "type": "verdict"}\n{"id": 7}\n',
        b'{"format": "mali-reader summary", "format_version": 1, "records": [{"id": 1}]}',
        b'{"format": "mali-reader summary", "format_version": 99, "records": []}',
        b'{"format": "mali-reader summary", "format_version": 1}',
        b'{"id": "x", "type": "verdict", "redacted": true}',
        b'{"@graph": [{"target": "x", "record": {"id": ""}}]}',
        b"document,quote,verdict\na,Ten left.,perhaps\n",
        b"record,annotator,created,document,start,end,quote,verdict\nr,ana,never,a,0,9,Ten left.,verified\n",
        b"record,annotator,created,document,start,end,quote,verdict\nr,ana,2026-01-01,a,x,9,Ten left.,verified\n",
    ],
)
def test_bad_files_are_refused_in_one_line(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "bad"
    file.write_bytes(data)
    with pytest.raises(MaliReaderError) as refusal:
        read_file(file, HERE)
    assert str(file) in str(refusal.value)
    assert "\n" not in str(refusal.value)


SCRAPS = st.text(st.sampled_from('{}[]":,document quote verdict\n\\'), max_size=80)


@given(st.binary(max_size=200) | SCRAPS.map(str.encode))
def test_no_bytes_whatever_end_in_a_traceback(data: bytes) -> None:
    try:
        taken(data)
    except MaliReaderError as refusal:
        assert "\n" not in str(refusal)


def test_a_table_of_claims_is_none_of_verdicts() -> None:
    with pytest.raises(MaliReaderError):
        taken(render_claims(summarise((A,), (), VERDICTS[:1])))
