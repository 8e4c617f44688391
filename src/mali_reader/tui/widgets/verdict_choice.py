"""Choosing between verified and disputed; what is chosen shows without colour too."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import RadioButton, RadioSet

from mali_reader.annotations.records import Judgement
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS

CHOSEN, OTHER = "●", " "
ORDER = (Judgement.VERIFIED, Judgement.DISPUTED)


class _Choice(RadioButton):
    BUTTON_INNER = OTHER

    def watch_value(self) -> None:
        self.BUTTON_INNER = CHOSEN if self.value else OTHER
        super().watch_value()


class VerdictChoice(RadioSet):
    """The two verdicts beside each other, one of them chosen. `v` and `x` choose and go on, as they judge elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "choose(0)", "verified", show=False),
        Binding("x", "choose(1)", "disputed", show=False),
    ]

    DEFAULT_CSS = """
    VerdictChoice {
        layout: horizontal; width: 100%; height: 1; border: none; padding: 0; background: transparent;
        &:focus { border: none; }
        RadioButton { width: auto; margin-right: 4; background: transparent; }
        &:blur > RadioButton.-selected { background: transparent; }
    }
    """

    def __init__(self, chosen: Judgement = Judgement.VERIFIED) -> None:
        names = (f"{SIGN_OF_STATUS[judgement.value]} {judgement.value}" for judgement in ORDER)
        buttons = (_Choice(name, value=judgement is chosen) for name, judgement in zip(names, ORDER, strict=True))
        super().__init__(*buttons)

    def action_choose(self, number: int) -> None:
        self.query(_Choice)[number].value = True
        self.screen.focus_next()

    @property
    def judgement(self) -> Judgement:
        """The verdict that is chosen."""
        return ORDER[max(0, self.pressed_index)]
