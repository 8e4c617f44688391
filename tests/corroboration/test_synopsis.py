"""The synopsis: passages down, documents across."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.kept import KeptFindings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.corroboration.synopsis import by_date, by_origin, synopsis
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.overlap.passages import Passage

from .reports import report

NAMES = "abcdef"
FIRE = "A fire destroyed the old paper mill in Velm on Wednesday night. Police said that 340 workers had left in time."
MILL = "The mill was founded in 1904 and made paper for school books. Its owner had planned to close it in October."
SWANS = "Swans returned to the weir at noon, a warden told our reporter."

blocks = st.builds(
    lambda name, number: Span(name, 20 * number, 20 * number + 10), st.sampled_from(NAMES), st.integers(0, 4)
)
kinds = st.sampled_from(OverlapKind)
days = st.none() | st.dates().map(str)
dated = st.lists(st.tuples(st.sampled_from(NAMES), days), unique_by=lambda one: one[0]).map(
    lambda some: [replace(report(name, SWANS), published=day) for name, day in some]
)


@st.composite
def grouped(draw: st.DrawFn) -> tuple[Findings, OverlapIndex]:
    """Disjoint passages, overlaps inside and between them, and conflicts anywhere."""
    spans = draw(st.lists(blocks, min_size=2, max_size=12, unique=True))
    numbers = draw(st.lists(st.integers(0, 3), min_size=len(spans), max_size=len(spans)))
    groups = [tuple(sorted(s for s, n in zip(spans, numbers, strict=True) if n == number)) for number in range(4)]
    passages = tuple(Passage(str(number), members) for number, members in enumerate(groups) if members)
    pair = st.tuples(st.sampled_from(spans), st.sampled_from(spans)).filter(lambda p: p[0].document < p[1].document)
    pairs = draw(st.lists(pair, max_size=8)) if len({span.document for span in spans}) > 1 else []
    overlaps = OverlapIndex(tuple(Overlap(draw(kinds), 0.9, one, other, ()) for one, other in pairs))
    places = draw(st.lists(blocks, max_size=3))
    said = tuple(DiscrepancyValue(str(number), (place,)) for number, place in enumerate(places))
    conflicts = (conflict(*said),) if said else ()
    origin = draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
    return Findings(origin=origin, passages=passages, discrepancies=conflicts), overlaps


def conflict(*values: DiscrepancyValue, severity: Severity = Severity.CONFLICT) -> Discrepancy:
    return Discrepancy("d", MentionKind.NUMBER, severity, values, "what")


@given(grouped())
def test_every_passage_is_a_row_and_each_member_stands_in_exactly_one_cell(
    found: tuple[Findings, OverlapIndex],
) -> None:
    findings, overlaps = found
    rows = synopsis(findings, overlaps)
    assert [row.passage for row in rows] == list(findings.passages)
    for row in rows:
        held = [span for document in sorted(row.cells) for span in row.cells[document].members]
        assert held == list(row.passage.members)
        assert all(span.document == document for document, cell in row.cells.items() for span in cell.members)
        assert 1 <= row.origins <= len(row.cells)


@given(grouped())
def test_a_cell_differs_where_a_conflict_touches_it_and_nowhere_else(found: tuple[Findings, OverlapIndex]) -> None:
    findings, overlaps = found
    places = {place for one in findings.discrepancies for value in one.values for place in value.spans}
    for row in synopsis(findings, overlaps):
        for cell in row.cells.values():
            assert cell.differs == bool(places & set(cell.members))
        assert row.differs == bool(places & set(row.passage.members))


@given(grouped())
def test_a_cell_is_as_close_as_its_closest_overlap_inside_the_passage(found: tuple[Findings, OverlapIndex]) -> None:
    findings, overlaps = found
    closeness = [OverlapKind.PARAPHRASE, OverlapKind.EDITED, OverlapKind.VERBATIM]
    for row in synopsis(findings, overlaps):
        inside = [o for o in overlaps.overlaps if {o.left, o.right} <= set(row.passage.members)]
        for cell in row.cells.values():
            own = [closeness.index(o.kind) for o in inside if {o.left, o.right} & set(cell.members)]
            assert closeness.index(cell.kind) == max(own, default=0)


@given(dated, st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_order_by_origin_keeps_each_family_together_and_copies_after_their_source(
    documents: list[Document], origin: Mapping[str, str]
) -> None:
    present = {document.id for document in documents}
    rooted = {name: root for name, root in origin.items() if origin.get(root, root) == root and root in present}
    order = by_origin(documents, rooted)
    assert sorted(order) == sorted(present)
    families = [rooted.get(name, name) for name in order]
    starts = [family for number, family in enumerate(families) if number == 0 or families[number - 1] != family]
    assert len(starts) == len(set(starts))
    assert all(order.index(family) == families.index(family) for family in starts)
    dates = {document.id: document.published or "9999-99-99" for document in documents}
    assert [dates[family] for family in starts] == sorted(dates[family] for family in starts)


@given(dated)
def test_order_by_date_has_the_earliest_first_and_those_without_a_date_last(documents: list[Document]) -> None:
    order = by_date(documents)
    assert sorted(order) == sorted(document.id for document in documents)
    dates = {document.id: document.published or "9999-99-99" for document in documents}
    assert [dates[name] for name in order] == sorted(dates.values())
    assert order == by_date(documents[::-1])


def test_what_reports_share_and_differ_on() -> None:
    documents = [
        report("wire", f"{FIRE}\n\n{MILL}", "2024-05-02"),
        report("daily", f"{FIRE.replace('340', '430')}\n\n{MILL}", "2024-05-03"),
        report("radio", SWANS, "2024-05-01"),
    ]
    index = OverlapIndex(find_overlaps(documents))
    kept = KeptFindings(documents, index, None, threshold=0.0)
    findings = kept.findings(kept.provenance())
    rows = {documents[0].slice(row.cells["wire"].members[0])[:5]: row for row in synopsis(findings, index)}
    assert rows["A fir"].differs
    assert not rows["The m"].differs
    assert {cell.kind for cell in rows["The m"].cells.values()} == {OverlapKind.VERBATIM}
    assert (rows["A fir"].origins, rows["The m"].origins) == (1, 1)
    assert by_origin(documents, findings.origin) == ("radio", "wire", "daily")


def test_a_variant_is_no_contradiction() -> None:
    one, other = Span("a", 0, 10), Span("b", 0, 10)
    said = (DiscrepancyValue("1,000", (one,)), DiscrepancyValue("a thousand", (other,)))
    findings = Findings(
        passages=(Passage("p", (one, other)),), discrepancies=(conflict(*said, severity=Severity.VARIANT),)
    )
    (row,) = synopsis(findings, OverlapIndex())
    assert not row.differs


def test_nothing_found_makes_no_rows() -> None:
    assert synopsis(Findings(), OverlapIndex()) == ()
    assert by_origin((), {}) == by_date(()) == ()
