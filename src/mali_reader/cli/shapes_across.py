"""The JSON of passages, discrepancies and origins, as commands give it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mali_reader.corpus.model import Corpus, Span
from mali_reader.summary.spans import Json, span_shape

if TYPE_CHECKING:
    from mali_reader.annotations.records import Dismissal
    from mali_reader.corroboration.families import Family
    from mali_reader.corroboration.findings import Findings
    from mali_reader.corroboration.model import Discrepancy
    from mali_reader.corroboration.synopsis import SynopsisRow


def passage_shape(row: SynopsisRow, corpus: Corpus) -> Json:
    """A passage with its members, each with how close it comes to another."""
    return {
        "id": row.passage.id,
        "members": [
            {**_span(member, corpus), "kind": row.cells[member.document].kind.value} for member in row.passage.members
        ],
        "documents": len(row.cells),
        "origins": row.origins,
        "differs": row.differs,
    }


def discrepancy_shape(
    discrepancy: Discrepancy, dismissals: Sequence[Dismissal], corpus: Corpus, findings: Findings
) -> Json:
    """A discrepancy with every place of every value, and who dismissed it."""
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind.value,
        "severity": discrepancy.severity.value,
        "about": discrepancy.about,
        "documents": len(discrepancy.documents),
        "origins": findings.origins(discrepancy.documents),
        "values": [
            {"value": value.value, "spans": [_span(span, corpus) for span in value.spans]}
            for value in discrepancy.values
        ],
        "dismissed": [_dismissal(dismissal) for dismissal in dismissals],
    }


def lost_discrepancy_shape(dismissals: Sequence[Dismissal]) -> Json:
    """What was dismissed, as it was, where it is found no more."""
    last = dismissals[-1]
    return {
        "id": last.discrepancy,
        "kind": last.kind or None,
        "severity": None,
        "about": None,
        "documents": None,
        "origins": None,
        "values": [{"value": value, "spans": []} for value in last.values],
        "dismissed": [_dismissal(dismissal) for dismissal in dismissals],
    }


def family_shape(family: Family) -> Json:
    """An origin, its documents from the top of their tree down, and every dependence between them."""
    every = dict.fromkeys(one for some in family.dependences.values() for one in some)
    return {
        "origin": family.origin,
        "documents": [
            {"document": branch.document, "above": branch.above, "depth": branch.depth} for branch in family.branches
        ],
        "dependences": [
            {
                "source": one.source,
                "copy": one.copy,
                "directed": one.directed,
                "told": one.told and one.told.value,
                "share": round(one.share, 3),
                "overlaps": len(one.overlaps),
            }
            for one in sorted(every, key=lambda one: (one.source, one.copy))
        ],
    }


def _dismissal(dismissal: Dismissal) -> Json:
    return {
        "record": dismissal.id,
        "annotator": dismissal.annotator,
        "reason": dismissal.reason,
        "created": dismissal.created,
    }


def _span(span: Span, corpus: Corpus) -> Json:
    return span_shape(span, corpus.text_of(span))
