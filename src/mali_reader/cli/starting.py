"""Begin: a new workspace, the application."""

import os
import shutil
import sys
from argparse import Namespace
from pathlib import Path

from mali_reader.annotations.outbox import Outbox
from mali_reader.cli.output import PROGRAM, narrate, print_json, print_text
from mali_reader.cli.places import settings_of
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.settings import FILE_NAME, Settings

_ATTRIBUTES = "annotations/*.json merge=union\n"
_IGNORED = "annotations/*.lock\nannotations/.*.tmp\n"
_SETTINGS = """\
# Everything here may be left out.

# title = "Mali, June 2023"       # the name of this workspace
# annotator = "ana"               # who judges, where --as does not say
# theme = "sahel-night"           # see: mali-reader themes
# threshold = 0.4                 # least score of an overlap, 0 to 1; this is the default
# blind = true                    # hide what others say of a claim until you judged it

# [keys]                          # see: mali-reader keys
# verify = "v"
"""


def open_application(args: Namespace) -> int:
    """The terminal application, on a workspace, a folder of reports, or one report."""
    if args.json:
        raise MaliReaderError(f"the terminal application gives no JSON; for commands that do, see: {PROGRAM} --help")
    path = None if args.path is None else Path(args.path).expanduser()
    if path is not None:
        _choose_workspace(args, path)
    settings = settings_of(args)
    document = _document_at(path, settings) if path is not None and path.is_file() else None
    if (why := _unfit_terminal()) is not None:
        raise MaliReaderError(f"the application needs a terminal{why}; for commands that do not, see: {PROGRAM} --help")
    from mali_reader.tui.app import FAULT, run

    code = run(settings, document)
    if code == FAULT:
        narrate("the application broke, as told above; every verdict that it acknowledged is kept")
    return code


def _unfit_terminal() -> str | None:
    """What is amiss with the terminal; None where the application can run in it."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        return ""
    return " that can place text, and TERM says that this one is dumb" if os.environ.get("TERM") == "dumb" else None


def _choose_workspace(args: Namespace, path: Path) -> None:
    """Let the options name the workspace that a path belongs to."""
    if not path.exists():
        raise MaliReaderError(f"{_shown(path)} does not exist; name a folder of reports, or one report")
    if path.is_dir():
        if args.workspace is not None:
            raise MaliReaderError(f"{_shown(path)} and --workspace both name a folder; give one of them")
        args.workspace = str(_workspace_around(path))
    elif args.workspace is None and args.corpus is None:
        folders = path.resolve().parents
        corpus = next((folder for folder in folders if _is_inside(folder)), path.parent)
        args.workspace = str(_workspace_around(corpus))


def _document_at(path: Path, settings: Settings) -> str:
    """The id of the report that a file holds."""
    from mali_reader.corpus.reader import read_corpus

    folder = settings.corpus.resolve()
    if path.resolve().is_relative_to(folder):
        name = path.resolve().relative_to(folder).as_posix()
        for document in read_corpus(settings.corpus, exclude=(settings.annotations,)):
            if document.path == name:
                return document.id
    where = _shown(settings.corpus)
    raise MaliReaderError(f"{_shown(path)} is no report of {where} that can be read; see: {PROGRAM} docs")


def _workspace_around(folder: Path) -> Path:
    return folder.resolve().parent if _is_inside(folder.resolve()) else folder


def _is_inside(corpus: Path) -> bool:
    """Whether this folder is the corpus of a workspace, and not a workspace that happens to bear that name."""
    around = corpus.parent
    known = (around / "annotations").is_dir() or (around / FILE_NAME).is_file()
    return corpus.name == "corpus" and known and not (corpus / "corpus").is_dir()


def init(args: Namespace) -> int:
    """A new workspace."""
    folder = Path(args.folder).expanduser()
    if folder.exists() and not folder.is_dir():
        raise MaliReaderError(f"{_shown(folder)} is a file; name a new folder")
    for name in ("corpus", "annotations", FILE_NAME):
        if (folder / name).exists():
            raise MaliReaderError(f"{_shown(folder)} holds a workspace already ({name}); name another folder")
    sample = _sample() if args.sample else None
    for part in ("corpus", "annotations"):
        (folder / part).mkdir(parents=True)
    made = ["corpus", "annotations"]
    if (retired := Outbox(folder / "annotations" / "annotations.json").retire()) is not None:
        narrate(f"verdicts of yours from an earlier workspace at this place are put aside in {_shown(retired)}")
    if sample is not None:
        shutil.copytree(sample / "corpus", folder / "corpus", dirs_exist_ok=True)
        judged = sample / "annotations" / "annotations.json"
        if judged.is_file():
            shutil.copyfile(judged, folder / "annotations" / judged.name)
    for name, text in ((FILE_NAME, _SETTINGS), (".gitattributes", _ATTRIBUTES), (".gitignore", _IGNORED)):
        if (folder / name).exists():
            narrate(f"{_shown(folder / name)} is left as it is; add to it: {one_line(text)}")
        else:
            (folder / name).write_text(text, "utf-8")
            made.append(name)
    if args.json:
        print_json({"workspace": str(folder.resolve()), "created": made, "sample": args.sample})
    else:
        next_step = "read it" if args.sample else "put reports (.txt, .md) into its corpus folder, then read them"
        print_text(f"{_shown(folder)} is ready; {next_step}: {PROGRAM} -w {_shown(folder)}")
    return 0


def _sample() -> Path:
    """The folder with the sample: in an installed package, or in the checkout that this is run from."""
    package = Path(__file__).parents[1]
    for folder in (package / "sample", package.parents[1]):
        if (folder / "corpus").is_dir() and (folder.name == "sample" or (folder / "pyproject.toml").is_file()):
            return folder
    raise MaliReaderError(f"this installation lacks the sample corpus; make an empty workspace: {PROGRAM} init DIR")


def _shown(path: Path) -> str:
    return one_line(str(path))
