"""The commands and their options. Nothing here loads what a command needs; that waits until it runs."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

from mali_reader import __version__
from mali_reader.cli.output import PROGRAM, print_text
from mali_reader.errors import MaliReaderError

_ABOUT = "Read many reports of one event side by side, and judge what they claim."
_EXAMPLES = """examples:
  mali-reader init mali --sample      make a workspace with the sample corpus
  mali-reader -w mali                 open it
  mali-reader -w mali compare 02 04   see two reports side by side
  mali-reader -w mali tag 02 "15-0" --verdict verified --note "See the record."
  mali-reader -w mali export -o summary.md

Options stand before or after the command; environment variables stand in for
them: MALI_READER_WORKSPACE, _CORPUS, _ANNOTATIONS, _ANNOTATOR.
Exit codes: 0 done; 1 done, and check found something; 2 bad request; 3 the
verdict is safe on this machine but not yet in the shared file; 130 interrupted.
"""
_KINDS = ("verbatim", "edited", "paraphrase")
_HELP = frozenset({"-h", "--help"})
_STATUSES = ("unreviewed", "verified", "disputed", "contested", "stale")

_EVIDENCE = 'what shows it, "LINK YYYY-MM-DD" where it was seen on another day than today; may stand several times'

Handler = Callable[[argparse.Namespace], int]
Arguments = Callable[[argparse.ArgumentParser], None]


class _Command(NamedTuple):
    """A command by name; `handler` is a function of a module beside this one, `module.function`."""

    name: str
    help: str
    handler: str
    arguments: Arguments | None = None


_IMPORTED = (
    "FILE is an export of this program (json, jsonl, w3c, zip, verdicts.csv, qdpx), an annotation file, Web Annotations"
    " or what Hypothesis exports, a REFI-QDA project (.qdpx), or a table (CSV) with the columns document, quote and"
    " verdict (verified or disputed) and, where there are such, annotator, note, evidence, created. Taking the same"
    " file in again adds nothing."
)


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, for `main` to print."""

    def error(self, message: str) -> NoReturn:
        raise MaliReaderError(f"{message}; see: {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 (argparse's)
        print_text(message)


def parse(argv: Sequence[str]) -> argparse.Namespace | None:
    """The options of a command line, `handler` among them; None where help or the version was all that it asked for.

    Raises MaliReaderError for a command line that is wrong.
    """
    _check_command(argv)
    try:
        args = _parser(argv).parse_args(argv, _defaults())
    except SystemExit:
        return None
    if args.command is None:
        args.command, args.path = "open", None
    module, function = next(c.handler for c in _COMMANDS if c.name == args.command).split(".")
    args.handler = getattr(import_module(f"mali_reader.cli.{module}"), function)
    return args


def _defaults() -> argparse.Namespace:
    return argparse.Namespace(
        command=None, workspace=None, corpus=None, annotations=None, annotator=None, blind=None, json=False
    )


def _parser(argv: Sequence[str]) -> _Parser:
    """What reads a command line. To make every command takes long: those that it may name are made, with their
    options; where there are none, or help is asked for, the others are as well, to be listed."""
    common = _common()
    parser = _Parser(
        prog=PROGRAM,
        description=_ABOUT,
        epilog=_EXAMPLES,
        parents=[common],
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", parser_class=_Parser)
    named = [command for command in _COMMANDS if command.name in argv]
    for command in named if named and _HELP.isdisjoint(argv) else _COMMANDS:
        if command not in named:
            commands.add_parser(command.name, help=command.help, add_help=False)
            continue
        sub = commands.add_parser(
            command.name,
            help=command.help,
            description=f"{command.help[0].upper()}{command.help[1:]}.",
            parents=[common],
            allow_abbrev=False,
        )
        if command.arguments is not None:
            command.arguments(sub)
    return parser


def _common() -> _Parser:
    """Options that stand before or after the command. Without defaults, so that neither place undoes the other."""
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    group = common.add_argument_group("everywhere")
    group.add_argument(
        "-w", "--workspace", metavar="DIR", help="folder that holds corpus/ and annotations/ (default: .)"
    )
    group.add_argument("--corpus", metavar="DIR", help="folder of reports, in place of the workspace's")
    group.add_argument("--annotations", metavar="FILE", help="annotation file, in place of the workspace's")
    group.add_argument("--as", dest="annotator", metavar="NAME", help="who judges")
    group.add_argument(
        "--blind",
        action=argparse.BooleanOptionalAction,
        help="hide what others say of a claim until you judged it",
    )
    group.add_argument("--json", action="store_true", help="answer with one JSON document")
    return common


def _check_command(argv: Sequence[str]) -> None:
    """A mistyped command is told apart from a path, and from the command that was meant."""
    names = [command.name for command in _COMMANDS]
    first = next(iter(argv), "-")
    if first.startswith("-") or first in names:
        return
    from difflib import get_close_matches

    if close := get_close_matches(first, names, n=1):
        raise MaliReaderError(f"no command “{first}”; did you mean “{close[0]}”? See: {PROGRAM} --help")
    if Path(first).exists():
        raise MaliReaderError(f"no command “{first}”; to open a folder or file: {PROGRAM} open {first}")
    raise MaliReaderError(f"no command “{first}”; see: {PROGRAM} --help")


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", metavar="PATH", nargs="?", help="a workspace, a folder of reports, or one report")


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="folder to make, or an empty one")
    parser.add_argument("--sample", action="store_true", help="put the sample corpus and annotations in it")


def _document(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOC", help="a document's id, a part that only it has, or its file")


def _show(parser: argparse.ArgumentParser) -> None:
    _document(parser)
    parser.add_argument("--furniture", action="store_true", help="show menus, notices and teasers too")


def _overlaps(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOC", nargs="?", help="only those of this document")
    parser.add_argument("--kind", choices=_KINDS, help="only those of this kind; verbatim: same words, or 12 in a row")
    _min_score(parser)


def _min_score(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--min-score", type=_fraction, metavar="X", help="only those of this score or more, 0 to 1")


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("left", metavar="DOC", help="the document on the left")
    parser.add_argument("right", metavar="DOC", help="the document on the right")
    _min_score(parser)


def _discrepancies(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="with those that somebody dismissed, and why")


def _claims(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--status", choices=_STATUSES, help="only those of this status")


def _tag(parser: argparse.ArgumentParser) -> None:
    _document(parser)
    parser.add_argument("quote", metavar="QUOTE", help="the words to judge, as they stand in the document")
    parser.add_argument("--verdict", required=True, choices=("verified", "disputed"), help="what you say of it")
    parser.add_argument("--note", default="", metavar="T", help="why")
    parser.add_argument("--evidence", action="append", default=[], metavar="LINK", help=_EVIDENCE)
    parser.add_argument(
        "--occurrence", type=_count, metavar="N", help="which one, where the quote stands several times"
    )


def _withdraw(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("record", metavar="RECORD", help="the id of a record of yours; see: mali-reader annotations")


def _link(parser: argparse.ArgumentParser) -> None:
    _document(parser)
    parser.add_argument("quote", metavar="QUOTE", help="words that stand in it")
    parser.add_argument("other_document", metavar="DOC", help="another document, or the same")
    parser.add_argument("other_quote", metavar="QUOTE", help="words that stand in that one")
    parser.add_argument("--different", action="store_true", help="they are not the same claim")
    parser.add_argument("--note", default="", metavar="T", help="why")
    parser.add_argument("--occurrence", type=_count, metavar="N", help="which one, of the first quote")
    parser.add_argument("--other-occurrence", type=_count, metavar="N", help="which one, of the second quote")


def _dismiss(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("discrepancy", metavar="ID", help="the id of a discrepancy; see: mali-reader discrepancies")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it is none")


def _adjudicate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("claim", metavar="CLAIM", help="the id of a claim; see: mali-reader claims")
    parser.add_argument("--verdict", required=True, choices=("verified", "disputed"), help="what is decided")
    parser.add_argument("--ground", required=True, metavar="TEXT", help="on what ground")


def _annotations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--history", action="store_true", help="every record, superseded and withdrawn ones too")


def _export(parser: argparse.ArgumentParser) -> None:
    from mali_reader.summary.formats import FORMATS

    names = ", ".join(form.name for form in FORMATS)
    parser.add_argument("--format", choices=[form.name for form in FORMATS], metavar="F", help=names)
    parser.add_argument("-o", "--output", metavar="FILE", help="file to write, in place of stdout")
    parser.add_argument("--force", action="store_true", help="write over a file that exists")
    parser.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="a date to put in; none without it")
    parser.add_argument("--bom", action="store_true", help="begin tables with a byte order mark, as some programs need")
    which = parser.add_argument_group("what to tell of; options that stand several times let any of them through")
    which.add_argument("--status", action="append", default=[], choices=_STATUSES, help="only claims of this status")
    which.add_argument(
        "--annotator", action="append", default=[], dest="judges", metavar="NAME", help="only claims that NAME judged"
    )
    which.add_argument(
        "--document", action="append", default=[], dest="documents", metavar="DOC", help="only this document"
    )
    which.add_argument(
        "--tag", action="append", default=[], dest="tags", metavar="TAG", help="only documents so tagged"
    )
    which.add_argument(
        "--since",
        metavar="DAY|FILE",
        help="only what was said on that day (YYYY-MM-DD) or later, or what an earlier export does not tell yet",
    )
    which.add_argument("--until", type=_date, metavar="YYYY-MM-DD", help="only what was said on that day or earlier")
    back = parser.add_argument_group("what to keep back; such records cannot be imported")
    back.add_argument("--anonymise", action="store_true", help="number the annotators in place of their names")
    quotes = back.add_mutually_exclusive_group()
    quotes.add_argument("--quote-at-most", type=_count, metavar="N", help="cut quotes to N characters")
    quotes.add_argument("--positions-only", action="store_true", help="leave quotes out, give places")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.epilog = _IMPORTED
    parser.add_argument("file", metavar="FILE", help="what to take in; it is recognised by what is in it")
    parser.add_argument("--yes", action="store_true", help="on a terminal, add without asking first")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")


def _merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="annotation files to unite")
    parser.add_argument("-o", "--output", metavar="FILE", help="file to unite them into, in place of the workspace's")


def _fraction(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no score from 0 to 1")
    return value


def _count(text: str) -> int:
    if not text.isdecimal() or len(text) > 9 or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no count from 1")
    return int(text)


def _date(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2023-06-30") from None


_COMMANDS = (
    _Command("open", "open the application, as no command does too", "starting.open_application", _open),
    _Command("init", "make a new workspace", "starting.init", _init),
    _Command("docs", "list the documents", "listing.docs"),
    _Command("show", "print one document", "reading.show", _show),
    _Command("overlaps", "list the paragraphs that documents share", "reading.overlaps", _overlaps),
    _Command("compare", "print two documents side by side, differences marked", "reading.compare", _compare),
    _Command("synopsis", "list the passages across all documents", "across.synopsis"),
    _Command(
        "discrepancies", "list where documents contradict each other", "contradicting.discrepancies", _discrepancies
    ),
    _Command("origins", "say who copied whom, as trees", "across.origins"),
    _Command("claims", "list the claims that people judged", "judging.claims", _claims),
    _Command("tag", "judge a quote: verified or disputed", "judging.tag", _tag),
    _Command("link", "say that two quotes are the same claim, or that they are not", "deciding.link", _link),
    _Command("adjudicate", "decide a claim on which annotators differ", "deciding.adjudicate", _adjudicate),
    _Command("dismiss", "say that a discrepancy is none, and why", "deciding.dismiss", _dismiss),
    _Command("withdraw", "take back a verdict or decision of yours", "judging.withdraw", _withdraw),
    _Command("annotations", "list the verdicts and decisions in force", "judging.annotations", _annotations),
    _Command("export", "write the annotated summary", "leaving.export", _export),
    _Command("import", "add records from a file", "taking.import_records", _import),
    _Command("merge", "unite annotation files", "leaving.merge", _merge),
    _Command("agreement", "say how far annotators agree", "agreeing.agreement"),
    _Command("check", "look for trouble in the annotation file", "judging.check"),
    _Command("keys", "list the keys of the application", "naming.keys"),
    _Command("paths", "say where everything is", "naming.paths"),
    _Command("themes", "list the themes of the application", "naming.themes"),
)
