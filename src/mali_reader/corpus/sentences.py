"""Blocks into sentences, by nupunkt (Punkt: Kiss and Strunk 2006)."""

import re
from itertools import accumulate

from mali_reader.corpus.function_words import function_words
from mali_reader.corpus.model import Sentence

_LINE_BREAK = re.compile(r"\n[ \t]*(?:>[> \t]*)?")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,500}\")?\)")
"""Markdown's: it stands among sentences and is none."""
_ENDLESS_WORD = re.compile(r"(?<!\S)\S{300,}(?=\S{8})")
"""Punkt takes time quadratic in the length of a word, and finds no sentences inside one."""
_OTHER_STOPS = re.compile(r"[。！？؟۔।]+[”’」』»）)\]\"]*")
"""Punkt knows the full stops of Latin, Greek and Cyrillic script."""
_WORD_AT_END = re.compile(
    r"(?<![\w.'’-])(?!(?:al|ca|cf|esp|feat|incl|resp|viz|vs)\.)[a-z]{2,}\.(?=\s+[“‘\"(]*(?![IVXLC]+\b)[A-ZÀ-ÖØ-Þ])"
)
"""Punkt takes "port", "art" and "no" for abbreviations, also where a capital follows and they can hardly be any."""
_DATE_AT_END = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\."
    rf"(?=\s+(?:{'|'.join(sorted(word.capitalize() for word in function_words('en')))})\b)"
)
_CLOSING = re.compile(r"[”’»)\]]+(?=[\w“‘«(])")
_STRAIGHT = '"'
_LONGEST_QUOTE = 2000


def sentences_of(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences of `text[start:end]`, which must hold more than white space.

    A line end inside a block, and the quote marker that follows it, counts as white space; an image does too.
    """
    from nupunkt import sent_spans

    block = _LINE_BREAK.sub(_blank, text[start:end])
    if "![" in block and (shown := _IMAGE.sub(_blank, block)).strip():
        block = shown
    plain = _ENDLESS_WORD.sub(lambda match: "x" * len(match[0]), block)
    found = {first for first, _last in sent_spans(plain)}
    for stops in (_OTHER_STOPS, _WORD_AT_END, _DATE_AT_END):
        found.update(stop.end() for stop in stops.finditer(block))
    borders = list(accumulate((_mended(block, border) for border in sorted(found - {len(block)})), max))
    spans = (_trimmed(block, first, last) for first, last in zip(borders, [*borders[1:], len(block)], strict=True))
    sentences = tuple(Sentence(start + first, start + last) for first, last in spans if first < last)
    return sentences or (Sentence(start, end),)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _mended(block: str, border: int) -> int:
    """The border moved behind a closing quote that is glued to the sentence before it: `interests.”We know`."""
    if border == 0 or block[border - 1].isspace():
        return border
    if closing := _CLOSING.match(block, border):
        return closing.end()
    if block[border] == _STRAIGHT and block.count(_STRAIGHT, max(0, border - _LONGEST_QUOTE), border) % 2 == 1:
        return border + 1
    return border


def _trimmed(block: str, first: int, last: int) -> tuple[int, int]:
    piece = block[first:last]
    lead = len(piece) - len(piece.lstrip())
    return first + lead, first + len(piece.rstrip())
