"""The tables: whole, read back by any CSV reader, and harmless in a spreadsheet."""

import csv
import io
import re
import zipfile

from hypothesis import example, given
from hypothesis import strategies as st
from telling import OVERLAPS, VERDICTS, A, B, C, document, say, summarise

from mali_reader.annotations.records import Judgement
from mali_reader.display import visible_lines
from mali_reader.summary.csv_tables import harmless, pack, plain, render_claims
from mali_reader.summary.layout import Layout


def read(table: str) -> list[dict[str, str]]:
    """The rows of a table, by the names of its columns."""
    rows = list(csv.reader(io.StringIO(table, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def unpack(data: bytes) -> dict[str, list[dict[str, str]]]:
    """The tables of a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: read(archive.read(name).decode()) for name in archive.namelist()}


def test_three_tables_tell_claims_verdicts_and_places() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS)
    tables = unpack(pack(summary))
    assert [row["claim"] for row in tables["claims.csv"]] == [
        claim.id
        for status in ("contested", "disputed", "verified")
        for claim in summary.claims
        if claim.status == status
    ]
    assert {(row["record"], row["annotator"], row["verdict"], row["note"]) for row in tables["verdicts.csv"]} == {
        (verdict.id, verdict.annotator, verdict.judgement.value, verdict.note) for verdict in VERDICTS
    }
    for row in tables["appearances.csv"]:
        source = {"a": A, "b": B, "c": C}[row["document"]]
        assert source.text[int(row["start"]) : int(row["end"])] == row["text"]


def test_the_table_alone_is_that_of_the_archive_and_may_have_a_byte_order_mark() -> None:
    summary = summarise((A, B, C), OVERLAPS, VERDICTS)
    table = render_claims(summary)
    assert read(table) == unpack(pack(summary))["claims.csv"]
    assert render_claims(summary, Layout(bom=True)) == "\ufeff" + table


@given(st.text(st.sampled_from("=+-@|%'＝\t\r\n a1") | st.characters(), max_size=12))
@example("=cmd|' /C calc'!A0")
@example("'=1")
@example("\x1b]8;;")
def test_no_cell_is_a_formula_and_reading_takes_away_what_was_added(text: str) -> None:
    cell = harmless(text)
    assert not re.match(r"[=+\-@|%＝＋－＠\t\r\n]", cell)
    assert visible_lines(cell) == cell
    assert plain(cell) == visible_lines(text)


def test_a_quote_of_many_lines_stays_one_cell() -> None:
    one = document("a", '"Ten", he said;\n\n=1+1\r\n\u2028left.')
    table = render_claims(summarise((one,), (), (say("ana", one, one.text, Judgement.DISPUTED, 'x;\ny,"z"'),)))
    (row,) = read(table)
    assert row["wording"] == visible_lines(one.text)
    assert row["notes"] == 'ana: x; y,"z"'
