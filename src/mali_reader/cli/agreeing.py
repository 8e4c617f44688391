"""How far people agree."""

from argparse import Namespace

from mali_reader.cli.delivery import tell_damage
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import workspace_of
from mali_reader.cli.tables import Cell, table
from mali_reader.display import count_of
from mali_reader.review.agreement import agreement as measure
from mali_reader.summary.shapes import agreement_shape


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
