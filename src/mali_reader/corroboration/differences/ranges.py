"""Ranges: from eight in the morning until ten at night, between March and May, June 11 to June 15."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.relations import comparable, relation
from mali_reader.corroboration.model import Mention, Relation

_JOINED = re.compile(r"\s?(?:to|until|till|through|and|[-–—])\s?(?:the\s)?", re.I)
_LONGEST = 10


class Ranges:
    """The ranges of documents, looked up by either end."""

    def __init__(self, stated: Mapping[str, Sequence[Mention]], contexts: Contexts) -> None:
        """`stated` has the mentions of each document in the order of their places."""
        self._first: dict[Mention, Mention] = {}
        self._last: dict[Mention, Mention] = {}
        for some in stated.values():
            for one, other in pairwise(some):
                gap = other.qualified.start - one.span.end
                if 0 < gap <= _LONGEST and one.unit and comparable(one, other):
                    said = contexts.text_of(one)[one.span.end : other.qualified.start]
                    if _JOINED.fullmatch(said):
                        self._last[one], self._first[other] = other, one

    def share_an_end(self, one: Mention, other: Mention) -> bool:
        """Whether two mentions are the first ends of two ranges whose last ends are one, or the other way round."""
        return any(
            one in ends and other in ends and relation(ends[one], ends[other]) is Relation.SAME
            for ends in (self._first, self._last)
        )
