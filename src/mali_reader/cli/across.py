"""Commands about what a machine finds between the documents: what they share, and who copied whom."""

from argparse import Namespace

from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import sources_of
from mali_reader.cli.shapes_across import family_shape, passage_shape
from mali_reader.cli.tables import Cell, table
from mali_reader.cli.waiting import told
from mali_reader.corpus.model import Document
from mali_reader.corroboration.families import Branch, Family, find_families
from mali_reader.corroboration.synopsis import SynopsisRow
from mali_reader.corroboration.synopsis import synopsis as rows_of
from mali_reader.display import counted, one_line
from mali_reader.tui.widgets.signs import COPIED, DIFFERS, KIN, SIGN_OF_KIND, TOLD_BY

_LEGEND = ", ".join([*(f"{sign} {kind}" for kind, sign in SIGN_OF_KIND.items()), f"{DIFFERS} differs"])


def synopsis(args: Namespace) -> int:
    """Passages across all documents."""
    sources = sources_of(args)
    with told() as progress:
        rows = rows_of(sources.findings(progress), sources.overlaps())
    if args.json:
        print_json({"passages": [passage_shape(row, sources.corpus) for row in rows]})
    elif not rows:
        print_text("No passage stands in two documents.")
    else:
        text = sources.corpus.text_of
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


def origins(args: Namespace) -> int:
    """Who copied whom: a tree for each origin of several documents."""
    sources = sources_of(args)
    with told() as progress:
        found = sources.provenance(progress)
    families = find_families(sources.corpus.documents, found.dependences, found.origin)
    if args.json:
        print_json({"origins": [family_shape(family) for family in families]})
        return 0
    rows: list[list[Cell]] = [
        [(_branch(branch, sources.document(branch.document)), branch.document), _told_by(branch, family)]
        for family in families
        for branch in family.branches
    ]
    print_rich(table((counted(len(sources.corpus), len(families)), "Took text"), rows))
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
