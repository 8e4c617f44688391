"""How texts are cut, kept between runs: to cut text into blocks and sentences costs most of reading it.

Where every text is known, what cuts them is not even loaded.
"""

from collections.abc import Sequence
from itertools import chain

import orjson

from mali_reader.cache import Cache, digest, engine_version
from mali_reader.corpus.model import Block, BlockKind, Sentence
from mali_reader.corpus.parsing import Cut

_KINDS = {kind.value: kind for kind in BlockKind}
_LISTS = ("sources", "tags", "warnings")
_MANY = 1000
"""So many new texts are kept at once: each time the cache is opened and measured anew."""
Text = tuple[str, bool]
"""A text, and whether it is Markdown."""


class KeptCuts:
    """How texts are cut: what the cache holds of it, and what is new and to be kept there."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._new: dict[bytes, bytes] = {}

    def look_up(self, texts: Sequence[Text]) -> list[Cut | None]:
        """How each text is cut, as far as that is known."""
        if self._cache is None:
            return [None] * len(texts)
        keys = [_key(*text) for text in texts]
        found = self._cache.get(keys)
        both = zip(keys, texts, strict=True)
        return [decoded(found[key], len(text)) if key in found else None for key, (text, _) in both]

    def added(self, text: Text, found: bytes) -> Cut | None:
        """How a text is cut, of which a worker found those bytes; noted for `save`."""
        if self._cache is not None:
            self._new[_key(*text)] = found
            if len(self._new) >= _MANY:
                self.save()
        return decoded(found, len(text[0]))

    def save(self) -> None:
        """Keep what was noted."""
        if self._cache is not None:
            self._cache.put(self._new)
            self._new = {}


def _key(text: str, markdown: bool) -> bytes:
    return digest("cut", engine_version(), text, str(markdown))


def cut_all(texts: Sequence[Text]) -> list[bytes]:
    """How each text is cut, as bytes."""
    return [_cut_anew(*text) for text in texts]


def _cut_anew(text: str, markdown: bool) -> bytes:
    from mali_reader.corpus.cutting import cut

    return encoded(cut(text, markdown=markdown))


def encoded(made: Cut) -> bytes:
    """How a text is cut, as bytes; none where JSON cannot say it."""
    blocks = [
        [block.kind.value, block.start, block.end, [(sentence.start, sentence.end) for sentence in block.sentences]]
        for block in made.blocks
    ]
    try:
        return orjson.dumps({**made._asdict(), "blocks": blocks})
    except TypeError:  # half of a pair of surrogates
        return b""


def decoded(data: bytes, length: int) -> Cut | None:
    """How a text is cut; None where the data are none of a text of so many code points."""
    try:
        told = orjson.loads(data)
        blocks = tuple(
            Block(_KINDS[kind], start, end, tuple([Sentence(first, last) for first, last in sentences]))
            for kind, start, end, sentences in told["blocks"]
        )
        made = Cut(**{**told, "blocks": blocks, **{name: tuple(told[name]) for name in _LISTS}})
        places = list(chain.from_iterable(_places(block) for block in blocks))
    except (ValueError, TypeError, KeyError):
        return None
    sound = all(type(place) is int for place in places) and _ordered([0, *places, length])
    return made if sound and _is_told_in_texts(made) else None


def _is_told_in_texts(made: Cut) -> bool:
    there = (made.title, made.front_matter, *made.sources, *made.tags, *made.warnings)
    perhaps = (made.outlet, made.author, made.published, made.language)
    return all(isinstance(one, str) for one in there) and all(isinstance(one, str | None) for one in perhaps)


def _places(block: Block) -> list[int]:
    inside = [place for sentence in block.sentences for place in (sentence.start, sentence.end)]
    return [block.start, *inside, block.end]


def _ordered(places: list[int]) -> bool:
    return places == sorted(places)
