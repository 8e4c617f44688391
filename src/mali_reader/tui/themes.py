"""The colours, as plain data. Nothing here imports Textual, so that listing the themes stays light."""

from typing import NamedTuple


class Palette(NamedTuple):
    """A theme: colours by what they say. `verified` and `disputed` differ in brightness too, not by hue alone."""

    name: str
    description: str
    dark: bool
    background: str
    surface: str
    panel: str
    text: str
    accent: str
    verified: str
    disputed: str
    contested: str
    added: str


THEMES: tuple[Palette, ...] = (
    Palette(
        "sahel-night",
        "dark, warm sand on night blue",
        True,
        "#14171f", "#191d27", "#232836", "#d9d3c7", "#e0b36a", "#8fc98a", "#f0817a", "#e8c25a", "#7fb4d8",
    ),
    Palette(
        "sahel-day",
        "light, ink on paper",
        False,
        "#faf6ee", "#f3ede1", "#e6decd", "#2a2620", "#8a5a12", "#1f6b34", "#a8251d", "#7a5800", "#15568c",
    ),
    Palette(
        "clear-night",
        "dark, blue and orange: told apart by colour-blind readers",
        True,
        "#101418", "#161c22", "#212a33", "#e2e6ea", "#56b4e9", "#56b4e9", "#e69f00", "#f0e442", "#cc9fc0",
    ),
    Palette(
        "clear-day",
        "light, blue and vermilion: told apart by colour-blind readers",
        False,
        "#ffffff", "#f4f6f8", "#e3e8ee", "#1b2026", "#00568c", "#005f9e", "#a84300", "#6b5d00", "#7d3a66",
    ),
    Palette(
        "contrast",
        "black and white, the strongest contrast",
        True,
        "#000000", "#000000", "#262626", "#ffffff", "#ffff00", "#5fff5f", "#ff8787", "#ffff00", "#87d7ff",
    ),
)  # fmt: skip
DEFAULT_THEME = THEMES[0].name


def palette(name: str) -> Palette | None:
    """The theme of that name."""
    return next((theme for theme in THEMES if theme.name == name), None)
