"""A text cut into words for comparison: what a run of signs between spaces holds is read once, then looked up."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from mali_reader.overlap.words.forms import fold, spelled_out, word_matches

_GLUE = frozenset("-‐‑–/.@&_:’'")
"""Signs that, alone between two words, make a compound of them."""
_ENDS = frozenset(".,;:!?)")
_MOST_KEPT = 1 << 15
_LONGEST_KEPT = 64
"""So many runs are kept, and none that is longer."""


class Word(NamedTuple):
    """A word inside a run: its folded form, its place, and whether a hyphen or the like ties it to the one before."""

    form: str
    start: int
    end: int
    tied: bool


class Cut(NamedTuple):
    """A text cut at its spaces and line ends into runs of other signs, some of them empty.

    Of each word `forms` has the folded form and `owners` the place of its run; `tied` are those that a hyphen or the
    like ties to the one before. `others` has the words of each run that holds none or several, by its place.
    """

    runs: list[str]
    forms: list[str]
    owners: Sequence[int]
    tied: Set[int]
    others: Mapping[int, tuple[Word, ...]]


def cut(text: str) -> Cut:
    """The words of a text; its forms are `folded_words`."""
    runs = text.replace("\n", " ").split(" ")
    found = [*map(_FORMS.__getitem__, runs)]
    if all(found):
        return Cut(runs, found, range(len(runs)), frozenset(), {})
    forms: list[str] = []
    owners: list[int] = []
    tied: set[int] = set()
    others = {place: words_of(runs[place]) for place, form in enumerate(found) if not form}
    at = 0
    for place, words in others.items():
        forms += found[at:place]
        owners += range(at, place)
        tied.update([number for number, word in enumerate(words, len(forms)) if word.tied])
        forms += [word.form for word in words]
        owners += [place] * len(words)
        at = place + 1
    return Cut(runs, forms + found[at:], [*owners, *range(at, len(found))], tied, others)


class _Forms(dict[str, str]):
    """Of each run that is a single word its folded form, of others "". A dictionary answers sooner than any cache."""

    def __missing__(self, run: str) -> str:
        if bare := _plain_word(run):
            form = spelled_out(bare.lower())
        else:
            words = words_of(run)
            form = words[0].form if len(words) == 1 else ""
        if len(run) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[run] = form
        return form


_FORMS = _Forms()


def words_of(run: str) -> tuple[Word, ...]:
    """The words inside a run."""
    return _kept_words(run) if len(run) <= _LONGEST_KEPT else _words(run)


def _words(run: str) -> tuple[Word, ...]:
    if bare := _plain_word(run):
        return (Word(spelled_out(bare.lower()), 0, len(bare), False),)
    words: list[Word] = []
    last = 0
    for match in word_matches(run):
        start, end = match.span()
        words.append(Word(fold(match.group()), start, end, bool(words) and run[last:start] in _GLUE))
        last = end
    return tuple(words)


def _plain_word(run: str) -> str:
    """The word of a run that is letters of ASCII, but for a sign at its end; else nothing. It needs no reading."""
    bare = run[:-1] if run[-1:] in _ENDS else run
    return bare if bare.isascii() and bare.isalpha() else ""


_kept_words = lru_cache(_MOST_KEPT)(_words)
