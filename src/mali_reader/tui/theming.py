"""Our palettes as Textual themes."""

from textual.color import Color
from textual.theme import Theme

from mali_reader.tui.themes import THEMES, Palette


def textual_theme(palette: Palette) -> Theme:
    """A palette as Textual knows it."""
    return Theme(
        name=palette.name,
        dark=palette.dark,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        foreground=palette.text,
        primary=palette.accent,
        secondary=palette.added,
        accent=palette.accent,
        success=palette.verified,
        error=palette.disputed,
        warning=palette.contested,
        variables={
            "quiet": Color.parse(palette.text).blend(Color.parse(palette.background), 0.38).hex,
            "border": palette.panel,
            "block-cursor-text-style": "none",
            "footer-key-foreground": palette.accent,
        },
    )


def textual_themes() -> list[Theme]:
    """Every palette as Textual knows it."""
    return [textual_theme(palette) for palette in THEMES]
