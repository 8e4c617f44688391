"""Words of a text: where they stand, and the form under which two spellings of one word are equal."""

import re
from functools import lru_cache

_CURRENCY = "$€£¥¢₣₤₦₩₪₫₭₮₱₲₴₵₸₹₺₽₿"
_MARKS = (  # combining signs, which `\w` leaves out though they belong to their word
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u00ad"
)
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN = rf"(?:[^\W{_UNSPACED}]++|[{_MARKS}]++)"

WORD = re.compile(
    r"[A-Za-z]++(?=[ ,\n;)])"  # says nothing that the rest does not say, and says it of most words much sooner
    rf"|[{_UNSPACED}]"
    r"|(?:[^\W\d_]\.){2,}(?!\w)"
    rf"|[{_CURRENCY}]?\d++(?:[.,:]\d++)*+{_RUN}*+%?"
    rf"|[{_CURRENCY}]?{_RUN}++(?:['’ʼ＇]{_RUN}++)*+"
)
"""A word. Hyphens part words; Chinese characters and kana stand alone, for nothing else parts them."""

_UNWRITTEN = dict.fromkeys(map(ord, "'’ʼ＇\u00ad\u200c\u200d"))
_MONTHS = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november",
    "dec": "december",
}  # fmt: skip


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """The form under which spellings of one word are equal: case, apostrophes, initials' dots, short months."""
    folded = word.casefold().translate(_UNWRITTEN)
    if folded.endswith("."):
        folded = folded.replace(".", "")
    return _MONTHS.get(folded, folded)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in the form under which spellings of one word are equal."""
    return tuple([fold(word) for word in WORD.findall(text)])
