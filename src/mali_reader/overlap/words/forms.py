"""Words of a text: where they stand, and the form under which two spellings of one word are equal."""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

_CURRENCY = "$€£¥¢₣₤₦₩₪₫₭₮₱₲₴₵₸₹₺₽₿"
_MARKS = (  # combining signs, which `\w` leaves out though they belong to their word
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u00ad"
)
_UNSPACED = (  # kana, Chinese characters, and the letters of Thai, Lao, Burmese and Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e01-\u0e30\u0e40-\u0e46\u0e81-\u0eb0\u0ec0-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1780-\u17b3"
)
_FIRST_UNSPACED = "\u0e01"
_NOT_LATIN = re.compile("[^\0-\u02ff\u2010-\u20cf]")
"""Beyond Latin letters and the usual punctuation: where it finds nothing, only the soft hyphen is of the marks."""


def _word(run: str, alone: str = "") -> re.Pattern[str]:
    """A word. Hyphens part words; in scripts without spaces each sign stands alone, for nothing else parts them."""
    return re.compile(
        r"[A-Za-z]++(?=[ ,\n;)])"  # says nothing that the rest does not say, and says it of most words much sooner
        rf"{alone}"
        r"|(?:[^\W\d_]\.){2,}(?!\w)"
        rf"|[{_CURRENCY}]?(?:\d++(?:[.,:]\d++)*+{run}*+%?|{run}++(?:['’ʼ＇]{run}++)*+)"
    )


_LATIN_WORD = _word(r"[\w\u00ad]")


@cache
def _any_word() -> re.Pattern[str]:
    """A word in whatever script; to build this takes longer than to read many a report."""
    return _word(rf"(?:[^\W{_UNSPACED}]++|[{_MARKS}]++)", rf"|[{_UNSPACED}][{_MARKS}]*+")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(f"[{_UNSPACED}]")


_UNWRITTEN = dict.fromkeys(map(ord, "'’ʼ＇\u00ad\u200c\u200d"))
_MONTHS = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november",
    "dec": "december",
}  # fmt: skip
"""Short months, and what they stand for."""


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """The form under which spellings of one word are equal: case, apostrophes, initials' dots, short months."""
    folded = word.casefold()
    if not (folded.isascii() and folded.isalnum()):
        folded = folded.translate(_UNWRITTEN)
        if folded.endswith("."):
            folded = folded.replace(".", "")
    return spelled_out(folded)


def spelled_out(folded: str) -> str:
    """A folded word; of a short month the whole of it."""
    return _MONTHS.get(folded, folded)


def words_in(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return (_any_word() if _NOT_LATIN.search(text) else _LATIN_WORD).findall(text)


def word_matches(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """The matches of the words of `text[start:end]`, placed in the text."""
    return (_any_word() if _NOT_LATIN.search(text, start, end) else _LATIN_WORD).finditer(text, start, end)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in the form under which spellings of one word are equal."""
    return tuple([fold(word) for word in words_in(text)])


def gram(words: Sequence[str], place: int) -> str:
    """The word at a place; in scripts without spaces, with the sign after it: two tell about as much as a word."""
    word = words[place]
    return word if word < _FIRST_UNSPACED else "".join(takewhile(_alone().match, words[place : place + 2])) or word
