"""How long a word diff of two texts of 100 words takes, beside difflib.

    python benchmarks/words.py

Each is given texts that no other was given before: of invented words, all are new; of prose, most of the words are not.
difflib stands in three rows: it only compares words that it is given; it compares words that `cut` cuts for it, whose
places it does not ask for; and it finds words and their places by the same expression, folds and compares them, and
tells the places of what differs, as `diff_words` does. They take turns; told are the medians (and minima) of all.
"""

import difflib
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

from planted import Language
from prose import Prose

from mali_reader.overlap.diffs.diff import diff_words
from mali_reader.overlap.words.cut import cut
from mali_reader.overlap.words.forms import fold, word_matches

Pair = tuple[str, str]
_Opcode = tuple[str, int, int, int, int]
_WORDS = 100
_ROUNDS, _PAIRS = 15, 60


def _invented(seed: int, share: float) -> list[Pair]:
    language = Language(seed)
    texts = [[language.word() for _ in range(_WORDS)] for _ in range(_PAIRS)]
    return [(" ".join(words), " ".join(language.copy([words], share)[0])) for words in texts]


def _printed(seed: int, share: float) -> list[Pair]:
    prose = Prose(seed)
    texts = [prose.paragraph(_WORDS) for _ in range(_PAIRS)]
    return [(" ".join(words), " ".join(prose.edited(words, share))) for words in texts]


_SORTS: dict[str, Callable[[int], list[Pair]]] = {
    "invented words, one in seven replaced": lambda seed: _invented(seed, 1 / 7),
    "invented words, one in thirty replaced": lambda seed: _invented(seed, 1 / 30),
    "prose, an edit every seven words": lambda seed: _printed(seed, 1 / 7),
    "prose, an edit every thirty words": lambda seed: _printed(seed, 1 / 30),
}


def _difflib(left: list[str], right: list[str]) -> Sequence[_Opcode]:
    return difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def _difflib_with_cut(left: str, right: str) -> Sequence[_Opcode]:
    return _difflib(cut(left).forms, cut(right).forms)


def _difflib_from_text(left: str, right: str) -> Sequence[_Opcode]:
    one, other = list(word_matches(left)), list(word_matches(right))
    codes = _difflib([fold(match.group()) for match in one], [fold(match.group()) for match in other])
    found: list[_Opcode] = []
    for op, i1, i2, j1, j2 in codes:
        if op != "equal":
            start, end = (one[i1].start(), one[i2 - 1].end()) if i1 < i2 else (0, 0)
            to, until = (other[j1].start(), other[j2 - 1].end()) if j1 < j2 else (0, 0)
            found.append((op, start, end, to, until))
    return found


_COMPARED: dict[str, Callable[[Any, Any], object]] = {
    "difflib, given words": _difflib,
    "difflib, given `cut`": _difflib_with_cut,
    "difflib, from text": _difflib_from_text,
    "diff_words": diff_words,
}


def _folded(text: str) -> list[str]:
    return [fold(match.group()) for match in word_matches(text)]


def _seconds(compare: Callable[[Any, Any], object], pairs: Sequence[tuple[Any, Any]]) -> float:
    begun = time.process_time()
    for left, right in pairs:
        compare(left, right)
    return time.process_time() - begun


def measure_diff() -> dict[str, dict[str, tuple[float, float]]]:
    """Microseconds a pair, median and minimum, by the sort of text and by who compares."""
    found = {}
    for sort, new_pairs in _SORTS.items():
        rounds: dict[str, list[float]] = defaultdict(list)
        for number in range(_ROUNDS + 1):
            for place, (who, compare) in enumerate(_COMPARED.items()):
                pairs: Sequence[tuple[Any, Any]] = new_pairs(number * len(_COMPARED) + place)
                if compare is _difflib:
                    pairs = [(_folded(left), _folded(right)) for left, right in pairs]
                rounds[who].append(_seconds(compare, pairs))
        found[sort] = {
            who: (median(seconds[1:]) / _PAIRS * 1e6, min(seconds[1:]) / _PAIRS * 1e6)
            for who, seconds in rounds.items()
        }
    return found


def tell_diff(diffs: Mapping[str, Mapping[str, tuple[float, float]]]) -> None:
    """Print what `measure_diff` measured."""
    for sort, measured in diffs.items():
        print(sort)
        for who, (usual, least) in measured.items():
            print(f"    {who:24} {usual:5.0f} µs (least {least:.0f})")


if __name__ == "__main__":
    tell_diff(measure_diff())
