"""The signs that always go with a colour, in one place."""

from typing import NamedTuple

SIGN_OF_STATUS = {"verified": "✓", "disputed": "✗", "contested": "≠", "stale": "~", "unreviewed": "·"}
STATUS_OF_SIGN = {sign: status for status, sign in SIGN_OF_STATUS.items()}
MOVED = "↕"
ALONE = "+"
COPIED, SOURCE, KIN = "→", "←", "↔"
DIFFERS = "⚠"
SIGN_OF_SEVERITY = {"conflict": DIFFERS, "variant": "≈"}
SIGN_OF_KIND = {"verbatim": "┃", "edited": "╏", "paraphrase": "┆"}
TOLD_BY = {"credit": "credit", "date": "date", "containment": "length", None: "nothing"}
"""In a word, what tells who took text from whom."""


class Meaning(NamedTuple):
    """A sign and what it says."""

    sign: str
    says: str


MEANINGS = (
    Meaning("✓", "verified: everybody who judged it says so"),
    Meaning("✗", "disputed: everybody who judged it says so"),
    Meaning("≠", "contested: annotators differ"),
    Meaning("~", "stale: the text changed since it was judged, or is not found any more"),
    Meaning("┃", "shared with another document: the same words, or a dozen in a row"),
    Meaning("╏", "shared with another document, edited"),
    Meaning("┆", "shared with another document, in other words"),
    Meaning("┃2", "beside a paragraph: two other documents share it; the margin counts this one too"),
    Meaning("‹ ›", "words that differ from the other side"),
    Meaning("‹›", "nothing, where the telling on which the others are compared has words"),
    Meaning(DIFFERS, "conflict: another document says a different number, date, name, place, or the contrary"),
    Meaning("≈", "variant: another spelling, rounding or precision of the same"),
    Meaning(ALONE, "a sentence that the telling on which the others are compared does not have"),
    Meaning(MOVED, "the sentence stands in another order there"),
    Meaning("◐", "blind: what others say of a claim is hidden until you judged it"),
    Meaning("origin", "where documents come from: those that copied one another are one origin, however many they are"),
    Meaning(COPIED, "took text from the document above it in the tree"),
    Meaning(SOURCE, "the document above took text from this one too"),
    Meaning(KIN, "took text from one another; nothing tells who from whom"),
)
