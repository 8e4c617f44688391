"""What each run of a document is: its title, a heading, a paragraph, a caption, or furniture.

Nothing is furniture for its looks alone. A line is, where a rule of `mali_reader.corpus.boilerplate` names it; and so
is what follows a line that opens the end of a page, if all of it down to the last run looks like teasers.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from mali_reader.corpus.boilerplate import AUTHOR, CAPTION, FURNITURE, LABELLED_CAPTION
from mali_reader.corpus.layout import Run, Shape
from mali_reader.corpus.model import BlockKind
from mali_reader.corpus.rules import Rule, Rules, Where

_LONGEST_TITLE = 30
_LONGEST_HEADING = 14
_LONGEST_TEASER = 20
_LONGEST_NAME = 5
_SHORTEST_TITLE = 3
_NEAR_THE_TOP = 12
_JUDGED = 4000
"""Code points beyond which only the end of a run is looked at."""

_FINAL = re.compile(r"[.!?;:,…。！？؟۔।][\"'”’»)\]*_]*\Z")
_QUESTION = re.compile(r"[?？؟][*_]*\Z")
_INITIALS = re.compile(r"(?:\b\w\.){2,}\Z")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{0,2000}\)")
"""Markdown: what is judged is the text of a link. The same goes for emphasis."""
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_CUT_OFF = re.compile(r"(?:\.{3}|…)\s*(?:\[[^\]]*\]|»)?\Z")
_FURNITURE, _CAPTION = Rules(FURNITURE), Rules(CAPTION)


class _Item(NamedTuple):
    """A run as it is judged: its text with white space folded."""

    text: str
    words: int
    shape: Shape
    rule: Rule | None
    is_caption: bool

    @property
    def is_unfinished(self) -> bool:
        """Whether it ends as headlines do."""
        end = self.text[-24:]
        return not _FINAL.search(end) or bool(_QUESTION.search(end) or _INITIALS.search(end))

    @property
    def is_prose(self) -> bool:
        return self.rule is None and not self.is_caption and (self.words > _LONGEST_TITLE or not self.is_unfinished)

    @property
    def is_cut_off(self) -> bool:
        return _CUT_OFF.search(self.text[-40:]) is not None

    @property
    def may_be_teaser(self) -> bool:
        """Whether it looks like what stands below a report, or above it."""
        short = self.words <= _LONGEST_TEASER and self.is_unfinished
        return self.rule is not None or (
            self.shape in (Shape.PLAIN, Shape.ITEM, Shape.HEADING) and (short or self.is_cut_off)
        )


def kinds_of(text: str, runs: tuple[Run, ...], front_title: str | None = None) -> tuple[BlockKind, ...]:
    """The kind of each run. At most one is the title; `front_title` is what the front matter calls the document."""
    items = [_item(text[run.start : run.end], run.shape) for run in runs]
    top = sum(1 for _ in takewhile(lambda item: not item.is_prose, items))
    end = len(items) - sum(1 for _ in takewhile(lambda item: item.may_be_teaser or _signs(item), reversed(items)))
    kinds = [_kind(item, number < top, number >= end) for number, item in enumerate(items)]
    _mark_repeated(items, kinds)
    title = _title(items, kinds, top, front_title)
    if title is not None:
        kinds[title] = BlockKind.TITLE
    _mark_top(items, kinds, title, top)
    _mark_headings(items, kinds)
    if 0 < end < len(items):
        _mark_end(items, kinds, end)
    return tuple(kinds)


def _item(raw: str, shape: Shape) -> _Item:
    if len(raw) > _JUDGED or shape is Shape.CODE:
        return _Item(raw, _LONGEST_TITLE + 1, shape, None, False)
    is_image = _IMAGE.fullmatch(raw) is not None
    text, words = _folded((_LINK.sub(r"\1", raw) if "[" in raw else raw).replace("*", ""))
    rule = _FURNITURE.first(text, words)
    is_caption = rule is None and (is_image or _CAPTION.first(text, words) is not None)
    return _Item(text, words, shape, rule, is_caption)


def _folded(text: str) -> tuple[str, int]:
    """A text with white space folded, and how many words it has."""
    if text.isprintable() and "  " not in text:  # what can be printed holds no white space but spaces
        bare = text.strip()
        return bare, bare.count(" ") + bool(bare)
    words = text.split()
    return " ".join(words), len(words)


def _kind(item: _Item, at_top: bool, at_end: bool) -> BlockKind:
    if item.rule:
        place = (Where.TOP if at_top else Where(0)) | (Where.END if at_end else Where(0))
        if item.rule.where & (place or Where.MIDDLE):
            return BlockKind.FURNITURE
    return BlockKind.CAPTION if item.is_caption else BlockKind.PARAGRAPH


def _signs(item: _Item) -> re.Match[str] | None:
    """The match of a line on who the author is."""
    return AUTHOR.fits(item.text, item.words)


def _mark_repeated(items: list[_Item], kinds: list[BlockKind]) -> None:
    """A short line printed twice is a caption and its image's text; as the first of all, a title and its copy."""
    first = next((n for n, kind in enumerate(kinds) if kind is not BlockKind.FURNITURE), 0)
    for number in range(len(items) - 1):
        item, copy = items[number], items[number + 1]
        if item.text == copy.text and item.words <= _LONGEST_TITLE and kinds[number] is not BlockKind.FURNITURE:
            if number > first:
                kinds[number] = BlockKind.CAPTION
            kinds[number + 1] = BlockKind.CAPTION if number > first else BlockKind.FURNITURE


def _title(items: list[_Item], kinds: list[BlockKind], top: int, front_title: str | None) -> int | None:
    """Which item is the title: what the front matter calls it, else the first heading, else the first headline."""
    if front_title and (wanted := _letters(front_title)):
        for number, item in enumerate(items[:_NEAR_THE_TOP]):
            if _letters(item.text) == wanted:
                return number
    candidates = [number for number in range(top) if kinds[number] is BlockKind.PARAGRAPH]
    headings = [number for number in candidates if items[number].shape is Shape.HEADING]
    if not headings and top < len(items) and items[top].shape is Shape.HEADING:
        headings = [top]
    lines = [number for number in candidates if items[number].shape is Shape.PLAIN and len(items) > 1]
    long_lines = [number for number in lines if items[number].words >= _SHORTEST_TITLE]
    return next(iter(headings + long_lines + lines), None)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _mark_top(items: list[_Item], kinds: list[BlockKind], title: int | None, top: int) -> None:
    for number in range(title + 1 if title is not None else top, top):
        item = items[number]
        if kinds[number] is BlockKind.PARAGRAPH and LABELLED_CAPTION.fits(item.text, item.words):
            kinds[number] = BlockKind.CAPTION


def _mark_headings(items: list[_Item], kinds: list[BlockKind]) -> None:
    for number, item in enumerate(items):
        if kinds[number] is BlockKind.PARAGRAPH and (
            item.shape is Shape.HEADING
            or (0 < number < len(items) - 1 and _may_head(item) and _may_follow_heading(items[number + 1]))
        ):
            kinds[number] = BlockKind.HEADING


def _may_head(item: _Item) -> bool:
    first = item.text.lstrip("*_")[:1]
    return (
        item.shape is Shape.PLAIN
        and item.words <= _LONGEST_HEADING
        and item.is_unfinished
        and (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower()))
    )


def _may_follow_heading(item: _Item) -> bool:
    return item.is_prose or item.is_caption or item.shape is not Shape.PLAIN


def _mark_end(items: list[_Item], kinds: list[BlockKind], end: int) -> None:
    """Mark what stands below the report from the first line on that opens it."""
    report = " ".join(item.text for item in items[:end])
    opens = _opening(items, end, report)
    for number in range(opens, len(items)):
        kinds[number] = BlockKind.FURNITURE
    for number in range(min(opens, len(items) - 1) - 1, end - 1, -1):
        item, below = items[number], items[number + 1]
        if kinds[number + 1] is not BlockKind.FURNITURE:
            break
        if item.words <= _LONGEST_NAME and below.text.startswith(item.text):
            kinds[number] = BlockKind.FURNITURE


def _opening(items: list[_Item], end: int, report: str) -> int:
    """Where furniture begins that runs to the end of the document; how many items there are if nowhere."""
    for number in range(end, len(items)):
        item = items[number]
        author = _signs(item)
        if (item.rule and item.rule.opens) or (author and author["name"].split()[-1] not in report):
            return number
    cut_off = [number for number in range(end, len(items)) if items[number].is_cut_off and not items[number].rule]
    if len(cut_off) < 2:
        return len(items)
    return cut_off[0] - 1 if cut_off[0] > end and not items[cut_off[0] - 1].is_cut_off else cut_off[0]
