"""Text without what typesetting changes: quotes, dashes, white space, case, accents that are composed or not."""

import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

_PUNCTUATION = dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»‹›", '"')
_IGNORED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True)
class Folded:
    """A folded text and, for each of its code points, where it came from in the text before."""

    text: str
    origins: "array[int]"

    def position(self, origin: int) -> int:
        """Where a position of the text before is in the folded one."""
        return bisect_left(self.origins, origin)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` was in the text before."""
        return self.origins[start], self.origins[end - 1] + 1


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    """Fold a text. Runs of white space become one space; what is invisible goes."""
    parts: list[str] = []
    origins = array("L")
    after_space = False
    for origin, character in enumerate(text):
        folded = _fold(character)
        if folded == " ":
            if after_space:
                continue
            after_space = True
        elif folded:
            after_space = False
        parts.append(folded)
        origins.extend([origin] * len(folded))
    return Folded("".join(parts), origins)


@cache
def _fold(character: str) -> str:
    if character.isspace():
        return " "
    if character in _IGNORED:
        return ""
    if unicodedata.category(character) == "Pd" or character == "−":
        return "-"
    decomposed = unicodedata.normalize("NFKD", _PUNCTUATION.get(character, character))
    return "".join(part for part in decomposed if not unicodedata.combining(part)).casefold()
