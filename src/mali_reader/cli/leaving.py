"""Commands that hand on: exports, and annotation files united."""

import os
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mali_reader.annotations.merging import read_annotation_file, unite, write_annotation_file
from mali_reader.annotations.records import Record
from mali_reader.annotations.store import Delivery
from mali_reader.cli.delivery import acknowledge, tell_damage
from mali_reader.cli.output import narrate, print_data, print_json, print_text
from mali_reader.cli.places import settings_of, workspace_of
from mali_reader.display import count_of, one_line
from mali_reader.errors import MaliReaderError
from mali_reader.review.claims import Status
from mali_reader.settings import Settings
from mali_reader.shared_file import open_store
from mali_reader.sources import what_is_exported
from mali_reader.summary.formats import ENDINGS, Format, find_format, format_for
from mali_reader.summary.incoming.model import Surroundings
from mali_reader.summary.incoming.recognise import read_file
from mali_reader.summary.layout import Layout
from mali_reader.summary.selection import Selection, select
from mali_reader.summary.writing import check_place, write_export

if TYPE_CHECKING:
    from mali_reader.workspace import Workspace

_STDOUT = "-"


def export(args: Namespace) -> int:
    """The annotated summary, to a file or to stdout."""
    name = None if args.output in (None, _STDOUT) else args.output
    form = _format_of(args.format, name)
    if name is None and args.json and not form.is_json:
        raise MaliReaderError(f"{form.name} on stdout is no JSON; name a file with -o, or use --format json")
    path = None if name is None else Path(name).expanduser()
    if path is not None:
        _check_export(settings_of(args), path, overwrite=args.force)
    if path is None and form.zipped:
        raise MaliReaderError(f"{form.name} is no text; name a file with -o, such as summary{form.extension}")
    layout = Layout(args.date, bom=args.bom)
    workspace = workspace_of(args)
    selection = _selection(args, workspace)
    summary = select(workspace.summary(), selection)
    tell_damage(workspace.store)
    if path is None:
        print_data(form.render(summary, layout))
        return 0
    write_export(path, form.content(summary, path.name, layout), overwrite=args.force)
    if args.json:
        print_json({"format": form.name, "file": str(path.resolve())})
    else:
        print_text(f"{one_line(str(path))} is written.")
    return 0


def _format_of(asked: str | None, file_name: str | None) -> Format:
    """The format that is asked for, else the one that the file's ending stands for. Raises MaliReaderError where it
    stands for none."""
    if asked is not None:
        return find_format(asked)
    if file_name is None:
        return find_format("md")
    if (form := format_for(file_name)) is None:
        raise MaliReaderError(
            f"the ending of {one_line(file_name)} stands for no format; end it in {', '.join(ENDINGS)},"
            " or name a format with --format"
        )
    return form


def _selection(args: Namespace, workspace: "Workspace") -> Selection:
    """What is asked for. Raises MaliReaderError for an annotator, a document or a tag that there is not, and for days
    between which there is none."""
    judges = {record.annotator for record in workspace.records()} if args.judges else set()
    for name in args.judges:
        if name not in judges:
            raise MaliReaderError(f"nobody called “{one_line(name, 60)}” judged here; see: mali-reader annotations")
    tags = {tag for document in workspace.corpus for tag in document.tags}
    for tag in args.tags:
        if tag not in tags:
            raise MaliReaderError(f"no document is tagged “{one_line(tag, 60)}”; see: mali-reader docs")
    since, known = _before(args.since, workspace)
    if since is not None and args.until is not None and since > args.until:
        raise MaliReaderError(f"no day is since {since} and until {args.until}; name the earlier one with --since")
    return Selection(
        statuses=frozenset(map(Status, args.status)),
        annotators=frozenset(args.judges),
        documents=frozenset(workspace.document(name).id for name in args.documents),
        tags=frozenset(args.tags),
        since=since,
        until=args.until,
        known=known,
        anonymise=args.anonymise,
        longest=0 if args.positions_only else args.quote_at_most,
    )


def _before(since: str | None, workspace: "Workspace") -> tuple[str | None, frozenset[str]]:
    """A day, or the ids of the records that an earlier export holds. Raises MaliReaderError for what is neither."""
    if since is None:
        return None, frozenset()
    try:
        return date.fromisoformat(since).isoformat(), frozenset()
    except ValueError:
        path = Path(since).expanduser()
    if not os.path.lexists(path):
        raise MaliReaderError(
            f"“{one_line(since, 60)}” is neither a date such as 2023-06-30 nor a file; name a day or an earlier export"
        )
    incoming = read_file(path, Surroundings(lambda: workspace.corpus, lambda: ""))
    return None, frozenset(record.id for record in (*incoming.records, *incoming.derived))


def _check_export(settings: Settings, path: Path, *, overwrite: bool) -> None:
    """Refuse a place before the work, and never write over what is exported, whatever was asked."""
    check_place(path, overwrite=overwrite, protected=what_is_exported(settings))
    if path.resolve().is_relative_to(settings.corpus.resolve()):
        narrate(f"{path} lies among the reports, and may be read as one; better name a file elsewhere")


def merge(args: Namespace) -> int:
    """Unite annotation files, into the workspace's own or into another. Nothing is lost, the order is all the same."""
    store = open_store(settings_of(args))
    target = store.path if args.output is None else Path(args.output).expanduser()
    given = [_records_in(Path(name).expanduser()) for name in args.files]
    if target.resolve() == store.path.resolve():
        before = store.records()
        delivery = store.add(*unite(*given))
    else:
        before = _records_in(target) if target.exists() else ()
        write_annotation_file(target, unite(before, *given))
        delivery = Delivery.SHARED
    united = unite(before, *given)
    added, conflicts = len(united) - len(before), count_conflicts(united)
    shape = {"records": len(united), "added": added, "conflicts": conflicts}
    told = f"{count_of(len(united), 'record')}, {added} added, {conflicts} in conflict"
    return acknowledge(args, store, delivery, shape, f"{one_line(str(target))}: {told}.")


def _records_in(path: Path) -> tuple[Record, ...]:
    file = read_annotation_file(path)
    if file.problems and not file.records:
        raise MaliReaderError(f"{one_line(str(path))} is no annotation file; name one that mali-reader wrote")
    for problem in file.problems:
        narrate(problem)
    return file.records


def count_conflicts(records: Iterable[Record]) -> int:
    """How many ids stand for several records, and how many records several others supersede at once."""
    records = tuple(records)
    superseded = {earlier for record in records for earlier in record.supersedes}
    heads = {record.id: record for record in records if record.id not in superseded}
    rivals = Counter(earlier for record in heads.values() for earlier in record.supersedes)
    shared = Counter(record.id for record in records)
    return sum(count > 1 for count in [*rivals.values(), *shared.values()])
