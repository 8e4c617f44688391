"""What follows from the text of a report alone: its blocks, its title, its language, what it says of itself."""

import re
from itertools import islice

from mali_reader.corpus.blocks import FURNITURE, TITLE, BlockKind, Blocks
from mali_reader.corpus.front_matter import FrontMatter, read_front_matter
from mali_reader.corpus.kinds import kinds_of
from mali_reader.corpus.language import language_of
from mali_reader.corpus.layout import Run, runs_of
from mali_reader.corpus.parsing import Cut
from mali_reader.corpus.sentences import sentence_places

_LONGEST_TITLE = 300
_TELLING = 20
"""Blocks from whose text its language is read."""
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3}|`+|~~)(?=\S)(.+?)(?<=\S)\1(?!\w)")
_MARKS = frozenset("[*_`~")
"""One of these is in whatever the two fit."""


def cut(text: str, *, markdown: bool) -> Cut:
    """What follows from a text. Never raises: what cannot be understood becomes a warning."""
    front = read_front_matter(text)
    runs = runs_of(text, len(front.block), markdown=markdown)
    kinds = kinds_of(text, runs, front.title)
    if runs and BlockKind.TITLE not in kinds and (told := _told_title(front)):
        runs, kinds = (told, *runs), (BlockKind.TITLE, *kinds)
    blocks = Blocks.at(kinds, [(run.start, *sentence_places(text, run.start, run.end), run.end) for run in runs])
    nothing = () if runs else ("There is no text in it.",)
    return Cut(
        title=_plain(front.title or "") or _plain(_title_of(text, blocks)),
        blocks=blocks,
        front_matter=front.block,
        sources=front.sources,
        tags=front.tags,
        outlet=front.outlet,
        author=front.author,
        published=front.published,
        language=front.language or language_of(_reported(text, blocks)),
        warnings=front.warnings + nothing,
    )


def _told_title(front: FrontMatter) -> Run | None:
    """The title where the front matter tells it in so many words."""
    if front.title is None or front.title_at is None or len(front.title) > _LONGEST_TITLE:
        return None
    return Run(front.title_at, front.title_at + len(front.title))


def _title_of(text: str, blocks: Blocks) -> str:
    """The title block, else the first sentence of the report, else nothing."""
    for kind, places in blocks.rows():
        if kind == TITLE:
            return text[places[0] : places[-1]]
    first = next((places for kind, places in blocks.rows() if kind != FURNITURE), None)
    return text[first[1] : first[2]] if first else ""


def _reported(text: str, blocks: Blocks) -> str:
    """The text without furniture, as much of it as tells its language."""
    first = islice(blocks.rows(), _TELLING)
    return "\n".join([text[places[0] : places[-1]] for kind, places in first if kind != FURNITURE])


def _plain(title: str) -> str:
    """A title in one line, without Markdown's marks of emphasis and links."""
    folded = " ".join(title[: 4 * _LONGEST_TITLE].split())
    marked = not _MARKS.isdisjoint(folded)
    plain = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", folded))).strip() if marked else folded
    return plain if len(plain) <= _LONGEST_TITLE else plain[: _LONGEST_TITLE - 1].rstrip() + "…"
