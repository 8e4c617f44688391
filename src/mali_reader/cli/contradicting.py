"""Where documents contradict each other, and what people said of that."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mali_reader.annotations.presence import is_untouched
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import sources_of
from mali_reader.cli.shapes_across import discrepancy_shape, lost_discrepancy_shape
from mali_reader.cli.tables import Cell, table
from mali_reader.cli.waiting import told
from mali_reader.corroboration.model import DiscrepancyValue
from mali_reader.display import counted, one_line
from mali_reader.settings import Settings
from mali_reader.tui.widgets.signs import SIGN_OF_SEVERITY

if TYPE_CHECKING:
    from mali_reader.annotations.records import Dismissal


def discrepancies(args: Namespace) -> int:
    """Where documents contradict each other, without what somebody dismissed unless `--all` asks for it."""
    sources = sources_of(args)
    with told() as progress:
        findings = sources.findings(progress)
    found = findings.discrepancies
    dismissals = _dismissals(sources.settings)
    shown = [one for one in found if args.all or one.id not in dismissals]
    still = {one.id for one in found}
    lost = [said for identity, said in dismissals.items() if args.all and identity not in still]
    if args.json:
        shapes = [discrepancy_shape(one, dismissals.get(one.id, ()), sources.corpus, findings) for one in shown]
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


def _dismissals(settings: Settings) -> Mapping[str, Sequence[Dismissal]]:
    """What people dismissed, by the id of the discrepancy. Where nobody wrote yet, nothing is loaded that reads."""
    if is_untouched(settings.annotations):
        return {}
    from mali_reader.annotations.history import standing
    from mali_reader.cli.delivery import tell_damage
    from mali_reader.shared_file import open_store

    store = open_store(settings)
    found: defaultdict[str, list[Dismissal]] = defaultdict(list)
    for dismissal in standing(store.records()).dismissals:
        found[dismissal.discrepancy].append(dismissal)
    tell_damage(store)
    return found


def _said(value: DiscrepancyValue) -> list[str]:
    documents = list(dict.fromkeys(span.document for span in value.spans))
    return [f"“{one_line(value.value, 120)}”", f"  {', '.join(documents)}"]


def _why(dismissals: Sequence[Dismissal]) -> list[str]:
    return [f"dismissed by {one.annotator}: {one.reason}" for one in dismissals]
