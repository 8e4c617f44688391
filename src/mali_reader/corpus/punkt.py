"""Where a sentence begins after a full stop, by nupunkt (Punkt: Kiss and Strunk 2006).

Punkt decides by the word that holds the stop and the word after it, so it is asked about these alone, and what it says
of them is remembered: it takes far longer to say than to remember.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_TO_NEXT_WORD = re.compile(r"(\S*(?:\W*\s)?)\S*")
"""From a stop to the end of the next word; the group ends where that begins, with what stands right before it."""
_ENDLESS_WORD = re.compile(r"(?<!\S)\S{300,}(?=\S{8})")
"""Punkt takes time quadratic in the length of a word, and finds no sentences inside one."""
_AMID = "x "
"""Stands for what goes before: a number that opens a text is that of a list."""
_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 100


def borders_after(stops: Sequence[int], block: str) -> Iterator[int]:
    """Where sentences begin after those stops, given in order. Some may begin in the white space before them."""
    head = len(block) - len(block.lstrip())
    start = settled = end = 0
    for stop in stops:
        if stop < settled:
            continue
        if stop >= end:
            yield from _borders_in(block, start, end)
            start = max(end, block.rfind(" ", end, stop) + 1)
            if start <= head:
                start = 0
        words = _TO_NEXT_WORD.match(block, stop)
        assert words is not None
        settled, end = words.end(1), words.end()
    yield from _borders_in(block, start, end)


def _borders_in(block: str, start: int, end: int) -> Iterator[int]:
    before = _AMID if start else ""
    words = before + block[start:end]
    borders = _remembered(words) if len(words) <= _LONGEST_REMEMBERED else _borders_of(words)
    return (start - len(before) + border for border in borders)


def _borders_of(words: str) -> tuple[int, ...]:
    from nupunkt import sent_spans

    plain = _ENDLESS_WORD.sub(lambda match: "x" * len(match[0]), words)
    return tuple(first for first, _last in sent_spans(plain)[1:])


_remembered = lru_cache(_REMEMBERED)(_borders_of)
