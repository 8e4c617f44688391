"""Text into a document."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from mali_reader.corpus.model import Block, Document


class Cut(NamedTuple):
    """What of a document follows from its text alone and takes long to find; a field is what it is of the document.

    `title` is "" where the text gives none.
    """

    title: str
    blocks: Sequence[Block]
    front_matter: str
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    outlet: str | None
    author: str | None
    published: str | None
    language: str | None
    warnings: tuple[str, ...]


def parse_document(
    text: str,
    *,
    id: str,  # noqa: A002
    path: str,
    markdown: bool,
    warnings: tuple[str, ...] = (),
    known: Cut | None = None,
    sha256: str | None = None,
) -> Document:
    """The document that a text is. Never raises: what cannot be understood becomes a warning.

    `text` is kept as it is, and every position counts its code points. `warnings` are put before its own. `known` is
    what `cut` gives for the text and `sha256` its digest, where they were asked for before.
    """
    if known is None:
        from mali_reader.corpus.cutting import cut

        known = cut(text, markdown=markdown)
    warnings += known.warnings
    return Document(id, path, text, sha256 or sha256_of(text), known.title or id, *known[1:-1], warnings)


def sha256_of(text: str) -> str:
    """The digest of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
