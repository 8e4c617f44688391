"""The command that takes in records which other files hold."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from mali_reader.annotations.records import Record
from mali_reader.annotations.store import Delivery
from mali_reader.cli.delivery import acknowledge
from mali_reader.cli.output import agreed, narrate, print_text
from mali_reader.cli.places import settings_of, workspace_of
from mali_reader.display import count_of, one_line
from mali_reader.settings import who_am_i
from mali_reader.shared_file import open_store
from mali_reader.summary.incoming.model import Surroundings
from mali_reader.summary.incoming.recognise import read_file
from mali_reader.summary.timeline import find_events

_SHOWN = 20


def import_records(args: Namespace) -> int:
    """Add the records of a file that are not there yet, told before they are added."""
    settings = settings_of(args)
    around = Surroundings(lambda: workspace_of(args).corpus, lambda: who_am_i(settings))
    path = Path(args.file).expanduser()
    incoming = read_file(path, around)
    store = open_store(settings)
    fresh = incoming.fresh(store.records())
    _tell(fresh, incoming.skipped)
    if fresh and not (args.dry_run or args.yes or args.json or agreed(f"Add {count_of(len(fresh), 'record')}?")):
        print_text("Nothing is added.")
        return 0
    delivery = store.add(*fresh) if fresh and not args.dry_run else Delivery.SHARED
    total = incoming.total
    shape = {"records": total, "added": len(fresh), "skipped": total - len(fresh)}
    would = "would be added" if args.dry_run else "added"
    told = f"{count_of(total, 'record')}, {len(fresh)} {would}, {total - len(fresh)} skipped"
    return acknowledge(args, store, delivery, shape, f"{one_line(str(path))}: {told}.")


def _tell(fresh: Sequence[Record], skipped: Sequence[str]) -> None:
    for event in find_events(fresh)[:_SHOWN]:
        where = f" in {event.document}" if event.document else ""
        quote = f" of “{one_line(event.quote, 60)}”" if event.quote else ""
        narrate(f"adds {event.judgement or event.type} by {event.annotator}{quote}{where}")
    if len(fresh) > _SHOWN:
        narrate(f"and {len(fresh) - _SHOWN} more")
    for reason in skipped[:_SHOWN]:
        narrate(f"skips {reason}")
    if len(skipped) > _SHOWN:
        narrate(f"and {len(skipped) - _SHOWN} more")
