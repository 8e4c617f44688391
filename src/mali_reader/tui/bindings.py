"""Commands as Textual bindings."""

from textual.binding import Binding, BindingType

from mali_reader.tui.commands import commands_of


def bindings_of(context: str) -> list[BindingType]:
    """The bindings of a screen, or of the whole application, each with the id that a keymap names."""
    return [
        Binding(command.key, command.action, command.label, show=command.in_bar, id=command.id, tooltip=command.help())
        for command in commands_of(context)
    ]
