"""The language of a text that does not name it: by its script, or by the function words in it.

Function words are a third to a half of any running text and hardly shared between languages. That tells apart the few
languages whose words the program knows, at once and with no model to load; of any other language it says nothing.
"""

import re
from collections import Counter
from itertools import filterfalse

from mali_reader.corpus.function_words import languages_of

_SAMPLE = 1500
"""Code points that are looked at."""
_LEAST = 6
"""So many function words there must be."""
_LEAST_SHARE = 0.15
"""So large a share of the words they must make up."""
_LEAD = 1.3
"""So many times as many as of any other language there must be."""
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", "\u3041-\u30ff", 0.05),  # among Chinese characters, so a few suffice and it comes first
    ("zh", "\u3400-\u9fff", 0.3),
    ("ko", "\uac00-\ud7a3", 0.3),
    ("th", "\u0e01-\u0e5b", 0.3),
    ("el", "\u0370-\u03ff\u1f00-\u1fff", 0.3),
    ("he", "\u0590-\u05ff", 0.3),
    ("hi", "\u0900-\u097f", 0.3),
    ("ta", "\u0b80-\u0bff", 0.3),
)
_PERHAPS = re.compile("[^\0-\u036f\u0400-\u058f\u0600-\u08ff\u2010-\u20cf]")
"""Finds every letter of those scripts and others; much quicker to build than what finds no others."""


def language_of(text: str) -> str | None:
    """The two-letter code of the language that a text is most likely in; None where it does not show."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and _PERHAPS.search(sample) and (language := _by_script(sample)):
        return language
    chunks = sample.casefold().split()
    words = [*filter(str.isalpha, chunks), *_WORD.findall(" ".join(filterfalse(str.isalpha, chunks)))]
    votes = Counter(languages_of(words))
    (first, most), (_, second) = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    likely = most >= max(_LEAST, _LEAST_SHARE * len(words)) and most >= _LEAD * second
    return first if likely else None


def _by_script(sample: str) -> str | None:
    """The language of a script that, among the languages of the news, stands for one."""
    letters = sum(map(str.isalpha, sample))
    found = ((code, len(re.findall(f"[{script}]", sample)), share) for code, script, share in _SCRIPTS)
    return next((code for code, count, share in found if count > share * letters), None)
