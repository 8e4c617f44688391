"""Commands about what stands between the documents and between their readers."""

from argparse import Namespace
from collections import defaultdict
from collections.abc import Sequence

from mali_reader.annotations.records import Dismissal
from mali_reader.cli.delivery import tell_damage
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import workspace_of
from mali_reader.cli.shapes_across import discrepancy_shape, family_shape, lost_discrepancy_shape, passage_shape
from mali_reader.cli.tables import Cell, table
from mali_reader.cli.waiting import told
from mali_reader.corpus.model import Document
from mali_reader.corroboration.families import Branch, Family, find_families
from mali_reader.corroboration.model import DiscrepancyValue
from mali_reader.corroboration.synopsis import SynopsisRow
from mali_reader.corroboration.synopsis import synopsis as rows_of
from mali_reader.display import count_of, one_line
from mali_reader.review.agreement import agreement as measure
from mali_reader.review.claims import counted
from mali_reader.summary.shapes import agreement_shape
from mali_reader.tui.widgets.signs import COPIED, DIFFERS, KIN, SIGN_OF_KIND, SIGN_OF_SEVERITY, TOLD_BY

_LEGEND = ", ".join([*(f"{sign} {kind}" for kind, sign in SIGN_OF_KIND.items()), f"{DIFFERS} differs"])


def synopsis(args: Namespace) -> int:
    """Passages across all documents."""
    workspace = workspace_of(args)
    with told() as progress:
        rows = rows_of(workspace.findings(progress), workspace.overlaps())
    if args.json:
        print_json({"passages": [passage_shape(row, workspace.corpus) for row in rows]})
    elif not rows:
        print_text("No passage stands in two documents.")
    else:
        text = workspace.corpus.text_of
        told_rows: list[list[Cell]] = [
            [
                (one_line(text(row.passage.members[0]), 160), row.passage.id),
                [
                    counted(len(row.cells), row.origins),
                    *(f"{_glyph(row, document)} {document}" for document in row.cells),
                ],
            ]
            for row in rows
        ]
        print_rich(table(("Passage", f"Carried by ({_LEGEND})"), told_rows))
    return 0


def _glyph(row: SynopsisRow, document: str) -> str:
    cell = row.cells[document]
    return SIGN_OF_KIND[cell.kind] + (DIFFERS if cell.differs else " ")


def discrepancies(args: Namespace) -> int:
    """Where documents contradict each other, without what somebody dismissed unless `--all` asks for it."""
    workspace = workspace_of(args)
    with told() as progress:
        findings = workspace.findings(progress)
    found = findings.discrepancies
    dismissals: defaultdict[str, list[Dismissal]] = defaultdict(list)
    for dismissal in workspace.standing().dismissals:
        dismissals[dismissal.discrepancy].append(dismissal)
    tell_damage(workspace.store)
    shown = [one for one in found if args.all or one.id not in dismissals]
    lost = [said for identity, said in dismissals.items() if identity not in {one.id for one in found}]
    if not args.all:
        lost = []
    if args.json:
        shapes = [discrepancy_shape(one, dismissals.get(one.id, ()), workspace.corpus, findings) for one in shown]
        print_json({"discrepancies": [*shapes, *map(lost_discrepancy_shape, lost)]})
    elif not shown and not lost:
        hidden = f" ({len(found)} dismissed; --all shows them)" if found else ""
        print_text(f"No document contradicts another.{hidden}")
    else:
        rows: list[list[Cell]] = [
            [
                (f"{SIGN_OF_SEVERITY[one.severity]} {one.severity} · {one.kind}", one.id),
                [line for value in one.values for line in _said(value)]
                + [counted(len(one.documents), findings.origins(one.documents))]
                + _why(dismissals.get(one.id, ())),
            ]
            for one in shown
        ]
        rows += [
            [("found no more", said[-1].discrepancy), [*(f"“{one}”" for one in said[-1].values), *_why(said)]]
            for said in lost
        ]
        print_rich(table(("Discrepancy", "What is said, and where"), rows))
    return 0


def _said(value: DiscrepancyValue) -> list[str]:
    documents = list(dict.fromkeys(span.document for span in value.spans))
    return [f"“{one_line(value.value, 120)}”", f"  {', '.join(documents)}"]


def _why(dismissals: Sequence[Dismissal]) -> list[str]:
    return [f"dismissed by {one.annotator}: {one.reason}" for one in dismissals]


def origins(args: Namespace) -> int:
    """Who copied whom: a tree for each origin of several documents."""
    workspace = workspace_of(args)
    with told() as progress:
        found = workspace.provenance(progress)
    families = find_families(workspace.corpus.documents, found.dependences, found.origin)
    if args.json:
        print_json({"origins": [family_shape(family) for family in families]})
        return 0
    rows: list[list[Cell]] = [
        [(_branch(branch, workspace.document(branch.document)), branch.document), _told_by(branch, family)]
        for family in families
        for branch in family.branches
    ]
    print_rich(table((counted(len(workspace.corpus), len(families)), "Took text"), rows))
    return 0


def _branch(branch: Branch, document: Document) -> str:
    if branch.through is None:
        return document.title
    return f"{'·' * branch.depth} {document.title}"


def _told_by(branch: Branch, family: Family) -> str:
    through = branch.through
    if through is None:
        return "alone" if len(family.branches) == 1 else counted(len(family.branches), 1)
    way = COPIED if through.directed else KIN
    ground = f"told by {TOLD_BY[through.told]}" if through.told else "nothing tells the direction"
    return f"{through.source} {way} {through.copy}: {through.share:.0%} of its sentences, {ground}"


def agreement(args: Namespace) -> int:
    """How far annotators agree, and on what they do not."""
    workspace = workspace_of(args)
    found = measure(workspace.review().claims)
    tell_damage(workspace.store)
    if args.json:
        print_json(agreement_shape(found))
    elif not found.claims:
        print_text(f"No claim was judged by two people, of {found.judged} that were judged.")
    else:
        print_text(
            f"{found.claims} of {found.judged} claims judged by two or more of {len(found.annotators)} people:"
            f" {_measure(found.percent, 1)} percent of {count_of(found.comparisons, 'pair')} of verdicts agree,"
            f" Krippendorff's alpha {_measure(found.alpha, 3)}."
        )
        rows: list[list[Cell]] = [
            [
                " and ".join(pair.annotators),
                pair.claims,
                _measure(pair.percent, 1),
                _measure(pair.kappa, 3),
                [claim.id for claim in pair.disagreements],
            ]
            for pair in found.pairs
            if pair.claims
        ]
        print_rich(table(("Annotators", "Claims", "Percent", "Cohen's kappa", "Differ on"), rows))
    return 0


def _measure(value: float | None, digits: int) -> str:
    return "undefined" if value is None else f"{value:.{digits}f}"
