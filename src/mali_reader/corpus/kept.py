"""How texts are cut, kept between runs: to cut text into blocks and sentences costs most of reading it.

Where every text is known, what cuts them is not even loaded.
"""

from array import array
from collections.abc import Sequence
from types import NoneType
from typing import NamedTuple

import orjson

from mali_reader.cache import Cache, digest, engine_version
from mali_reader.corpus.blocks import KINDS, Blocks
from mali_reader.corpus.parsing import Cut

_LISTS = ("sources", "tags", "warnings")
_MANY = 1000
"""So many new texts are kept at once: each time the cache is opened and measured anew."""


class Text(NamedTuple):
    """A text, whether it is Markdown, and the digest of it."""

    content: str
    markdown: bool
    sha256: str


class KeptCuts:
    """How texts are cut: what the cache holds of it, and what is new and to be kept there."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._new: dict[bytes, bytes] = {}

    def look_up(self, texts: Sequence[Text]) -> list[Cut | None]:
        """How each text is cut, as far as that is known."""
        if self._cache is None:
            return [None] * len(texts)
        keys = [_key(text) for text in texts]
        found = self._cache.get(keys)
        both = zip(keys, texts, strict=True)
        return [decoded(found[key], len(text.content)) if key in found else None for key, text in both]

    def added(self, text: Text, found: bytes) -> Cut | None:
        """How a text is cut, of which a worker found those bytes; noted for `save`."""
        if self._cache is not None:
            self._new[_key(text)] = found
            if len(self._new) >= _MANY:
                self.save()
        return decoded(found, len(text.content))

    def save(self) -> None:
        """Keep what was noted."""
        if self._cache is not None:
            self._cache.put(self._new)
            self._new = {}


def _key(text: Text) -> bytes:
    return digest("cut", engine_version(), text.sha256, str(text.markdown))


def cut_all(texts: Sequence[Text]) -> list[bytes]:
    """How each text is cut, as bytes."""
    return [_cut_anew(text) for text in texts]


def _cut_anew(text: Text) -> bytes:
    from mali_reader.corpus.cutting import cut

    return encoded(cut(text.content, markdown=text.markdown))


def encoded(made: Cut) -> bytes:
    """How a text is cut, as bytes; none where JSON cannot say it."""
    blocks = Blocks.of(made.blocks)
    told = list(blocks.kinds), blocks.counts.tolist(), blocks.places.tolist()
    try:
        return orjson.dumps({**made._asdict(), "blocks": told})
    except TypeError:  # half of a pair of surrogates
        return b""


def decoded(data: bytes, length: int) -> Cut | None:
    """How a text is cut; None where the data are none of a text of so many code points."""
    try:
        told = orjson.loads(data)
        told["blocks"] = _blocks(length, *told["blocks"])
        for name in _LISTS:
            told[name] = tuple(told[name])
        made = Cut(**told)
    except (ValueError, TypeError, KeyError):
        return None
    return made if _is_told_in_texts(made) else None


def _blocks(length: int, kinds: list[int], counts: list[int], places: list[int]) -> Blocks:
    """The blocks of those columns. Raises ValueError or TypeError where they are none."""
    sound = set(map(type, kinds + counts + places)) <= {int} and min(kinds + counts, default=0) >= 0
    fit = len(kinds) == len(counts) and 2 * (len(counts) + sum(counts)) == len(places)
    in_order = sorted(places) == places and (not places or 0 <= places[0] <= places[-1] <= length)
    if not (sound and fit and in_order and max(kinds, default=0) < len(KINDS)):
        raise ValueError
    return Blocks(bytes(kinds), array("I", counts), array("I", places))


def _is_told_in_texts(made: Cut) -> bool:
    there = (made.title, made.front_matter, *made.sources, *made.tags, *made.warnings)
    perhaps = (made.outlet, made.author, made.published, made.language)
    return set(map(type, there)) <= {str} and set(map(type, perhaps)) <= {str, NoneType}
