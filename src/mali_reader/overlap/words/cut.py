"""A text cut into words for comparison, in few steps, each of which is one call for all words or a rare case."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from mali_reader.overlap.words.forms import MONTHS, fold, word_matches

_GLUE = frozenset("-‐‑–/.@&_:’'")
"""Signs that, alone between two words, make a compound of them."""

_PLAINER = (*zip("’–‐‑", "'---", strict=True), *zip("“”‘«»—…\u00a0", repeat(" ")))
"""What is read as another sign of ASCII would be."""
_LONGEST_KEPT = 64


def _plain(sign: str) -> str:
    if sign in "-/@&":
        return "-"
    return sign.lower() if sign.isalnum() or sign in "'.,:%$_" else " "


_PLAIN = bytes(ord(_plain(chr(code))) if code < 128 else code for code in range(256))
"""Of ASCII: small letters, one hyphen for all, and spaces for signs that are part of no word."""

_INITIALS = re.compile(rb"\.(?<=[^0-9]\.)(?=[^ ])")
"""What stands in "U.N." and the like, whose last dot is part of the word."""


class Word(NamedTuple):
    """A word inside a run: its folded form, its place, and whether a hyphen or the like ties it to the one before."""

    form: str
    start: int
    end: int
    tied: bool


class Cut(NamedTuple):
    """A text cut into runs at each space and each sign that is no part of a word, and the folded forms of its words.

    Some runs are empty. `others` has the words of each run that holds none or several, by its place among the runs
    that are not empty. `hyphens` are the runs that follow a hyphen or the like.
    """

    runs: list[str]
    forms: list[str]
    others: dict[int, tuple[Word, ...]]
    hyphens: list[int]


def cut(text: str) -> Cut:
    """The words of a text; its forms are `folded_words`, its runs have the length of what they stand for.

    Most runs are letters and digits of ASCII alone, which need no reading: they are their own form.
    """
    plain = _plain_bytes(text)
    hyphens = []
    if b"-" in plain:
        hyphens = _after_hyphens(plain)
        plain = plain.replace(b"-", b" ")
    runs = plain.decode("utf-8", "surrogatepass").split(" ")
    forms = [*filter(None, runs)]
    others = {}
    for place in _unread(forms, ascii_only=plain.isascii()):
        words = words_of(forms[place])
        if len(words) == 1:
            forms[place] = words[0].form
        else:
            others[place] = words
    if not MONTHS.keys().isdisjoint(forms):
        forms = [*map(MONTHS.get, forms, forms)]
    return Cut(runs, _with(forms, others) if others else forms, others, hyphens)


def _plain_bytes(text: str) -> bytes:
    """The text with plain signs, in UTF-8, one sign for each; without most of those that no word could hold there."""
    if not text.isascii():
        for sign, plainer in _PLAINER:
            text = text.replace(sign, plainer)
    plain = text.encode("utf-8", "surrogatepass").translate(_PLAIN).replace(b", ", b"  ").replace(b": ", b"  ")
    if not _INITIALS.search(plain):
        plain = plain.replace(b". ", b"  ")
    return plain


def _after_hyphens(plain: bytes) -> list[int]:
    found = []
    run = 0
    for part in plain.split(b"-")[:-1]:
        run += part.count(b" ") + 1
        found.append(run)
    return found


def _unread(forms: list[str], *, ascii_only: bool) -> list[int]:
    if not ascii_only:
        return [place for place, form in enumerate(forms) if not (form.isalnum() and form.isascii())]
    if "".join(forms).isalnum():
        return []
    return [place for place, form in enumerate(forms) if not form.isalnum()]


def _with(forms: list[str], others: Mapping[int, tuple[Word, ...]]) -> list[str]:
    whole: list[str] = []
    at = 0
    for place, words in others.items():
        whole += forms[at:place]
        whole += [word.form for word in words]
        at = place + 1
    return whole + forms[at:]


def words_of(run: str) -> tuple[Word, ...]:
    """The words inside a run."""
    return _kept_words(run) if len(run) <= _LONGEST_KEPT else _words(run)


def _words(run: str) -> tuple[Word, ...]:
    words = []
    last = len(run)
    for match in word_matches(run):
        start, end = match.span()
        words.append(Word(fold(match.group()), start, end, run[last:start] in _GLUE))
        last = end
    return tuple(words)


_kept_words = lru_cache(maxsize=1 << 14)(_words)
