"""What things are called: keys, paths, themes. Loads neither Textual nor the workspace."""

from argparse import Namespace

from mali_reader.annotations.outbox import default_folder
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import settings_of
from mali_reader.cli.tables import table
from mali_reader.display import one_line
from mali_reader.settings import FILE_NAME, who_am_i
from mali_reader.tui.commands import COMMANDS, shown_key
from mali_reader.tui.themes import DEFAULT_THEME, THEMES


def keys(args: Namespace) -> int:
    """Every command of the application with its key, as `mali-reader.toml` may have changed it."""
    own = settings_of(args).keys
    listed = [
        {
            "id": command.id,
            "key": own.get(command.id, command.key),
            "label": command.label,
            "context": command.context,
            "help": command.help(),
        }
        for command in COMMANDS
    ]
    if args.json:
        print_json({"keys": listed})
    else:
        rows = [(shown_key(key["key"], every=True), key["id"], key["context"], key["help"]) for key in listed]
        print_rich(table(("Key", "Id", "Where", "What it does"), rows, names="Id"))
    return 0


def paths(args: Namespace) -> int:
    """Where the workspace and what belongs to it is, and who is at work."""
    settings = settings_of(args)
    found = {
        "workspace": str(settings.workspace.resolve()),
        "corpus": str(settings.corpus.resolve()),
        "annotations": str(settings.annotations.resolve()),
        "settings": str((settings.workspace / FILE_NAME).resolve()),
        "outbox": str(default_folder()),
        "annotator": who_am_i(settings),
    }
    if args.json:
        print_json(found)
    else:
        print_text("\n".join(f"{name:12} {one_line(place)}" for name, place in found.items()))
    return 0


def themes(args: Namespace) -> int:
    """Every theme of the application."""
    listed = [{"name": theme.name, "description": theme.description} for theme in THEMES]
    if args.json:
        print_json({"themes": listed, "default": DEFAULT_THEME})
    else:
        print_rich(
            table(("Theme", "Looks"), [(theme["name"], theme["description"]) for theme in listed], names="Theme")
        )
    return 0
