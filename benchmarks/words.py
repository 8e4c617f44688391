"""How long a word diff takes, with cutting the texts into words."""

import difflib
import time

from planted import Language

from mali_reader.overlap.diff import diff_words
from mali_reader.overlap.words import cut


def _difflib(left: str, right: str) -> None:
    difflib.SequenceMatcher(None, cut(left).forms, cut(right).forms, autojunk=False).get_opcodes()


def measure_diff(pairs: int = 300) -> dict[str, float]:
    """Microseconds a pair of 100 words, one in seven of them replaced. Both cut and fold the same way.

    The texts are new to each, most of their words are not: as many other pairs were compared before.
    """
    language = Language(11)
    texts = []
    for _ in range(2 * pairs):
        words = [language.word() for _ in range(100)]
        texts.append((" ".join(words), " ".join(language.copy([words], 0.15)[0])))
    known, new = texts[:pairs], texts[pairs:]
    found = {}
    for name, diff, before in (
        ("difflib", _difflib, known),
        ("diff_words", diff_words, known),
        ("diff_words, texts seen before", diff_words, ()),
    ):
        for left, right in before:
            diff(left, right)
        begun = time.process_time()
        for left, right in new:
            diff(left, right)
        found[name] = (time.process_time() - begun) / pairs * 1e6
    return found
