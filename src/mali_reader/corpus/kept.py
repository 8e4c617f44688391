"""The blocks of documents, kept between runs: to cut text into blocks and sentences costs most of reading it."""

from collections.abc import Iterable
from itertools import chain

import orjson

from mali_reader.cache import Cache, digest, engine_version
from mali_reader.corpus.model import Block, BlockKind, Sentence

Blocks = tuple[Block, ...]
_KINDS = {kind.value: kind for kind in BlockKind}


class KeptBlocks:
    """The blocks of texts: those that the cache holds, and new ones to be kept there."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._known: dict[bytes, bytes] = {}
        self._new: dict[bytes, bytes] = {}

    def look_up(self, texts: Iterable[tuple[str, bool]]) -> None:
        """Fetch what is kept of texts (and whether each is Markdown), before `get` asks for it."""
        if self._cache is not None:
            self._known = self._cache.get(_key(*text) for text in texts)

    def get(self, text: str, markdown: bool) -> Blocks | None:
        """The blocks of a text that was looked up, if they are known."""
        known = self._known.get(_key(text, markdown)) if self._known else None
        return None if known is None else _decoded(known, len(text))

    def add(self, text: str, markdown: bool, blocks: Blocks) -> None:
        """Note the blocks of a text, for `save`."""
        if self._cache is not None:
            self._new[_key(text, markdown)] = _encoded(blocks)

    def save(self) -> None:
        """Keep what was noted."""
        if self._cache is not None:
            self._cache.put(self._new)
            self._new = {}


def _key(text: str, markdown: bool) -> bytes:
    return digest("blocks", engine_version(), text, str(markdown))


def _encoded(blocks: Blocks) -> bytes:
    return orjson.dumps([
        [block.kind.value, block.start, block.end, [(sentence.start, sentence.end) for sentence in block.sentences]]
        for block in blocks
    ])  # fmt: skip


def _decoded(data: bytes, length: int) -> Blocks | None:
    """The blocks; None where the data are none of a text of so many code points."""
    try:
        rows = orjson.loads(data)
        if not isinstance(rows, list):
            return None
        blocks = tuple(
            Block(_KINDS[kind], start, end, tuple([Sentence(first, last) for first, last in sentences]))
            for kind, start, end, sentences in rows
        )
        places = list(chain.from_iterable(_places(block) for block in blocks))
    except (ValueError, TypeError, KeyError):
        return None
    return blocks if all(type(place) is int for place in places) and _ordered([0, *places, length]) else None


def _places(block: Block) -> list[int]:
    inside = [place for sentence in block.sentences for place in (sentence.start, sentence.end)]
    return [block.start, *inside, block.end]


def _ordered(places: list[int]) -> bool:
    return places == sorted(places)
