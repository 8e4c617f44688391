"""The documents, with all that is known of each."""

from argparse import Namespace

from mali_reader.cli.delivery import tell_damage
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import workspace_of
from mali_reader.cli.tables import table
from mali_reader.cli.waiting import told
from mali_reader.display import counted
from mali_reader.review.claims import Status
from mali_reader.summary.model import Report
from mali_reader.summary.shapes import report_shape

_SIGNS = {Status.VERIFIED: "✓", Status.DISPUTED: "✗", Status.CONTESTED: "≠", Status.STALE: "~"}


def docs(args: Namespace) -> int:
    """Every document."""
    workspace = workspace_of(args)
    with told() as progress:
        origin = workspace.provenance(progress).origin
    reports = workspace.reports()
    tell_damage(workspace.store)
    if args.json:
        shapes = [{**report_shape(report), "origin": origin.get(report.id, report.id)} for report in reports]
        print_json({"documents": shapes})
    else:
        rows = [
            ((r.title, r.id), (r.outlet or "–", r.published or ""), r.words, r.overlaps, _judged(r)) for r in reports
        ]
        print_rich(table(("Document", "Source", "Words", "Overlaps", "Claims"), rows))
        print_text(counted(len(reports), len({origin.get(report.id, report.id) for report in reports})))
    return 0


def _judged(report: Report) -> str:
    told = [f"{sign}{report.claims[status]}" for status, sign in _SIGNS.items() if report.claims.get(status)]
    return " ".join(told) or "–"
