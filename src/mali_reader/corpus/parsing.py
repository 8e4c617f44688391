"""Text into a document."""

import hashlib
import re
from typing import NamedTuple

from mali_reader.corpus.front_matter import read_front_matter
from mali_reader.corpus.kinds import kinds_of
from mali_reader.corpus.language import language_of
from mali_reader.corpus.layout import runs_of
from mali_reader.corpus.model import Block, BlockKind, Document
from mali_reader.corpus.sentences import sentences_of

_LONGEST_TITLE = 300
_TELLING = 20
"""Blocks from whose text its language is read."""
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3}|`+|~~)(?=\S)(.+?)(?<=\S)\1(?!\w)")


class Cut(NamedTuple):
    """What follows from a text alone and takes long to find: its blocks, and the language it seems to be in."""

    blocks: tuple[Block, ...]
    language: str | None


def cut(text: str, *, markdown: bool) -> Cut:
    """The blocks of a text and its language: as the front matter has it, else as it shows."""
    front = read_front_matter(text)
    runs = runs_of(text, len(front.block), markdown=markdown)
    blocks = tuple(
        Block(kind, run.start, run.end, sentences_of(text, run.start, run.end))
        for kind, run in zip(kinds_of(text, runs, front.title), runs, strict=True)
    )
    return Cut(blocks, front.language or language_of(_reported(text, blocks)))


def parse_document(
    text: str,
    *,
    id: str,  # noqa: A002
    path: str,
    markdown: bool,
    warnings: tuple[str, ...] = (),
    known: Cut | None = None,
) -> Document:
    """The document that a text is. Never raises: what cannot be understood becomes a warning.

    `text` is kept as it is, and every position counts its code points. `warnings` are put before its own. `known` is
    what `cut` gives for the text, where it was asked before.
    """
    front = read_front_matter(text)
    blocks, language = cut(text, markdown=markdown) if known is None else known
    nothing = () if blocks else ("There is no text in it.",)
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=_plain(front.title or "") or _plain(_title_of(text, blocks)) or id,
        blocks=blocks,
        front_matter=front.block,
        sources=front.sources,
        tags=front.tags,
        outlet=front.outlet,
        author=front.author,
        published=front.published,
        language=language,
        warnings=warnings + front.warnings + nothing,
    )


def _title_of(text: str, blocks: tuple[Block, ...]) -> str:
    """The title block, else the first sentence of the report, else nothing."""
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            return text[block.start : block.end]
    reported = (block for block in blocks if block.kind is not BlockKind.FURNITURE)
    sentence = next((block.sentences[0] for block in reported), None)
    return text[sentence.start : sentence.end] if sentence else ""


def _reported(text: str, blocks: tuple[Block, ...]) -> str:
    """The text without furniture, as much of it as tells its language."""
    kept = (text[block.start : block.end] for block in blocks[:_TELLING] if block.kind is not BlockKind.FURNITURE)
    return "\n".join(kept)


def _plain(title: str) -> str:
    """A title in one line, without Markdown's marks of emphasis and links."""
    folded = " ".join(title[: 4 * _LONGEST_TITLE].split())
    plain = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", folded))).strip()
    return plain if len(plain) <= _LONGEST_TITLE else plain[: _LONGEST_TITLE - 1].rstrip() + "…"
