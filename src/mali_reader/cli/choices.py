"""Whether what `mali-reader.toml` chooses of the application is there: a theme, and a key for each command."""

from collections.abc import Collection
from difflib import get_close_matches

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.settings import FILE_NAME, Settings
from mali_reader.tui.commands import COMMANDS, Command, shown_key
from mali_reader.tui.commands.command import EVERYWHERE
from mali_reader.tui.commands.keys import RESERVED, is_key
from mali_reader.tui.themes import THEMES


def check_choices(settings: Settings) -> None:
    """Raises MaliReaderError for a theme or a command that there is not, for a key that no terminal sends, and
    where one key would give two commands."""
    file = one_line(str(settings.workspace / FILE_NAME))
    if settings.theme is not None:
        _check_name(file, "theme", settings.theme, [theme.name for theme in THEMES], "mali-reader themes")
    for name, key in settings.keys.items():
        _check_name(file, "command", name, [command.id for command in COMMANDS], "mali-reader keys")
        if not all(part.strip() for part in key.split(",")):
            raise MaliReaderError(f"{file}: the key of “{name}” is empty; name one, or remove that line")
        for part in map(str.strip, key.split(",")):
            _check_key(file, name, part)
    chosen = [command for command in COMMANDS if command.id in settings.keys]
    for one in chosen:
        for other in COMMANDS:
            if other is not one and _meet(one, other) and (twice := _keys(settings, one) & _keys(settings, other)):
                raise MaliReaderError(
                    f"{file}: “{shown_key(min(twice))}” would be the key of “{one.id}” and of “{other.id}”;"
                    " give one of them another"
                )


def _check_name(file: str, kind: str, name: str, names: Collection[str], listing: str) -> None:
    if name not in names:
        meant = get_close_matches(name, names, n=1)
        mend = f"did you mean “{meant[0]}”?" if meant else f"remove it, and see: {listing}"
        raise MaliReaderError(f"{file}: no {kind} “{one_line(name, 60)}”; {mend}")


def _check_key(file: str, name: str, key: str) -> None:
    if key in RESERVED:
        raise MaliReaderError(f"{file}: “{key}” copies or leaves on every screen; give “{name}” another key")
    if not is_key(key):
        raise MaliReaderError(
            f"{file}: “{one_line(key, 40)}”, the key of “{name}”, is none that a terminal sends;"
            " name one such as v, ctrl+v, f5 or question_mark"
        )


def _keys(settings: Settings, command: type[Command]) -> set[str]:
    return {key.strip() for key in settings.keys.get(command.id, command.key).split(",")}


def _meet(one: type[Command], other: type[Command]) -> bool:
    """Whether there is a screen on which both commands may be given."""
    contexts = {*one.contexts, *other.contexts}
    return EVERYWHERE in contexts or len(contexts) < len(one.contexts) + len(other.contexts)
