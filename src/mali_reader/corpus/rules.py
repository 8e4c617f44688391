"""What a rule by which a line is told from a report is, and how the first that fits is found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import cached_property

_LONGEST = 1500
"""Code points beyond which a line is no boilerplate, whatever it says. Bounds what a pattern may cost."""
_LIKE_ASCII = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))


class Where(Flag):
    """Before the first prose of a document, amid it, after the last."""

    TOP = auto()
    MIDDLE = auto()
    END = auto()
    EDGE = TOP | END
    ANYWHERE = TOP | MIDDLE | END


@dataclass(frozen=True)
class Rule:
    """Names a line of at most `words` words that `pattern` fits from its first code point on.

    `wording` is what the pattern is built of, in whatever case where it is `caseless`. `opens` says that nothing but
    boilerplate follows such a line at the end of a document. In lower case, every line that it fits `begins` with one
    of these strings and holds one of those that it `needs`, which are cheaper to look for.
    """

    name: str
    words: int
    wording: str
    where: Where = Where.ANYWHERE
    opens: bool = False
    begins: tuple[str, ...] = ("",)
    needs: tuple[str, ...] = ("",)
    caseless: bool = True

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Built when it is first asked for: most corpora hold nothing that most rules need."""
        return re.compile(self.wording, re.VERBOSE | (re.IGNORECASE if self.caseless else re.NOFLAG))

    def fits(self, line: str, words: int) -> re.Match[str] | None:
        """The match in a line of so many words, white space folded, wherever it stands."""
        likely = words <= self.words and len(line) <= _LONGEST and self.may_fit(folded(line))
        return self.pattern.match(line) if likely else None

    def may_fit(self, low: str) -> bool:
        """Whether what is cheap to look for is in a folded line."""
        return low.startswith(self.begins) and any(map(low.__contains__, self.needs))


class Rules:
    """Rules in the order in which they are asked."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        letters = {begin[:1] for rule in rules for begin in rule.begins} | {""}
        self._by_letter = {
            letter: [rule for rule in rules if any(begin[:1] in ("", letter) for begin in rule.begins)]
            for letter in letters
        }

    def first(self, line: str, words: int) -> Rule | None:
        """The first that fits a line of so many words, white space folded, wherever it stands; else None."""
        if len(line) > _LONGEST:
            return None
        low = folded(line)
        for rule in self._by_letter.get(low[:1], self._by_letter[""]):
            if words <= rule.words and rule.may_fit(low) and rule.pattern.match(line):
                return rule
        return None


def folded(line: str) -> str:
    """A line in lower case. To a pattern that ignores case, four more letters are an i, s or k."""
    if not line.isascii():
        for letter, plain in _LIKE_ASCII:
            line = line.replace(letter, plain)
    return line.lower()
