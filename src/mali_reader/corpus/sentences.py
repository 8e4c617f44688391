"""Blocks into sentences."""

import re

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.punkt import borders_after

_LINE_BREAK = re.compile(r"\n[ \t]*(?:>[> \t]*)?")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)")
"""Markdown's: it stands among sentences and is none."""
_MORE = r"(?=\W)(?![\"'”’»)\]]*\Z)"
_STOP = re.compile(rf"[.!?…]{_MORE}")
"""What may end a sentence that another follows, in Latin, Greek and Cyrillic script."""
_FULL_STOP = re.compile(rf"\.{_MORE}")
"""One sign alone is found much sooner."""
_OTHER_STOPS = re.compile(r"[。！？؟۔।]+[”’」』»）)\]\"]*")
"""Punkt does not know those of other scripts."""
_WORD = re.compile(r"(?:.*[^\w.'’-])??([a-z]{2,})", re.DOTALL)
_ABBREVIATIONS = frozenset({"al", "ca", "cf", "esp", "feat", "incl", "resp", "viz", "vs"})
_SUM = "Rs"
_FIGURE = re.compile(r"\s?\d")
"""Behind "Rs." a figure is what rupees are paid, and no new sentence."""
_CAPITAL = re.compile(r"\s+[“‘\"(]*(?![IVXLC]+\b)[A-ZÀ-ÖØ-Þ]")
_LAST_LETTERS = re.compile(r"(?:.*\W)??(\w+)", re.DOTALL)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Tues", "Wed", "Thur", "Thurs", "Fri", "Sat", "Sun")
_DATES = frozenset(_MONTHS + _DAYS)
_FUNCTION_WORD = re.compile(rf"\s+(?:{'|'.join(sorted(word.capitalize() for word in function_words('en')))})\b")
_CLOSING = re.compile(r"[”’»)\]]+(?=[\w“‘«(])")
_STRAIGHT = '"'
_CLOSERS = frozenset(f"”’»)]{_STRAIGHT}")
_LONGEST_QUOTE = 2000


def sentence_places(text: str, start: int, end: int) -> list[int]:
    """Where each sentence of `text[start:end]`, which must hold more than white space, starts and where it ends.

    A line end inside a block, and the quote marker that follows it, counts as white space; an image does too.
    """
    block = text[start:end]
    if "\n" in block:
        block = _LINE_BREAK.sub(_blank, block)
    if "![" in block and (shown := _IMAGE.sub(_blank, block)).strip():
        block = shown
    places: list[int] = []
    first = 0
    for last in [*[_mended(block, border) for border in sorted(_borders(block))], len(block)]:
        piece = block[first:last]
        if told := piece.strip():
            begin = start + first + piece.index(told)
            places += begin, begin + len(told)
        first = max(first, last)
    return places or [start, end]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _borders(block: str) -> set[int]:
    """Where sentences begin after others, or the white space before them."""
    found = set()
    doubtful = []
    edge = 0
    plain = block.isascii() and "!" not in block and "?" not in block
    for match in (_FULL_STOP if plain else _STOP).finditer(block):
        stop = match.start()
        word = block[max(edge, block.rfind(" ", edge, stop) + 1) : stop]
        edge = stop + 1
        if block[stop] == "." and _is_certain(word, block, edge):
            found.add(edge)
        elif not (word.endswith(_SUM) and _FIGURE.match(block, edge)):
            doubtful.append(stop)
    if doubtful:
        found.update(borders_after(doubtful, block))
    if not block.isascii():
        found.update(match.end() for match in _OTHER_STOPS.finditer(block))
    return found


def _is_certain(word: str, block: str, end: int) -> bool:
    """Whether a full stop that ends at `end` ends a sentence, by the word before it and what follows.

    Punkt takes "port", "art" and "no" for abbreviations, also where a capital follows and they can hardly be any.
    """
    if plain := _WORD.fullmatch(word):
        return plain[1] not in _ABBREVIATIONS and _CAPITAL.match(block, end) is not None
    letters = _LAST_LETTERS.fullmatch(word)
    return letters is not None and letters[1] in _DATES and _FUNCTION_WORD.match(block, end) is not None


def _mended(block: str, border: int) -> int:
    """The border moved behind a closing quote that is glued to the sentence before it: `interests.”We know`."""
    if not 0 < border < len(block) or block[border] not in _CLOSERS or block[border - 1].isspace():
        return border
    if closing := _CLOSING.match(block, border):
        return closing.end()
    if block[border] == _STRAIGHT and block.count(_STRAIGHT, max(0, border - _LONGEST_QUOTE), border) % 2 == 1:
        return border + 1
    return border
