"""What stands around a mention, and how much two mentions' surroundings have in common."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import TypeVar

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.vocabulary import Vocabulary
from mali_reader.corroboration.facts.ages import AGE
from mali_reader.corroboration.facts.clocks import CLOCK, HALF_CLOCK
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.facts.units import GENERIC
from mali_reader.corroboration.model import Mention, MentionKind

_REACH = 18
"""Words to either side that count as a mention's surroundings."""
_NEAR = 6.0
"""A word so far away counts half as much as one beside the mention."""
_FLANK = 4
_KEPT = 1 << 17
"""So many answers are remembered, for the copies of a sentence to be asked about again and again."""
_TOLD_OF = frozenset([AGE, CLOCK, HALF_CLOCK])
"""Units whose `head` is whose age or which time zone it is, and no word that is counted."""


Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The weight of each stem around a mention, and the words just before (nearest first) and behind it."""

    weights: dict[str, float]
    before: tuple[Word, ...]
    behind: tuple[Word, ...]
    total: float


@dataclass(frozen=True)
class Contexts:
    """The surroundings of mentions in a corpus; rare words weigh more, near ones too."""

    _sentences: dict[Span, Asserted]
    _vocabulary: Vocabulary
    _kept: dict[Span, Context] = field(default_factory=dict)
    _same: dict[Hashable, Context] = field(default_factory=dict)
    _numbers: dict[Hashable, int] = field(default_factory=dict)
    _worded: list[Mention] = field(default_factory=list)
    _shared: Callable[[Context, Context], float] = field(default_factory=lambda: lru_cache(_KEPT)(_affinity))

    @classmethod
    def of(cls, said: Iterable[Asserted], vocabulary: Vocabulary) -> "Contexts":
        """The surroundings in these sentences of a corpus with that vocabulary."""
        return cls({part.span: part for part in said}, vocabulary)

    def around(self, mention: Mention) -> Context:
        """The surroundings of a mention."""
        if mention.qualified not in self._kept:
            wording = self._wording(mention)
            if wording not in self._same:
                self._same[wording] = self._around(mention)
            self._kept[mention.qualified] = self._same[wording]
        return self._kept[mention.qualified]

    def affinity(self, one: Mention, other: Mention) -> float:
        """How much two surroundings have in common, 0 to 1."""
        return self._shared(self.around(one), self.around(other))

    def flank(self, one: Mention, other: Mention) -> int:
        """How many words in a row are the same just before and just behind; function words alone do not count."""
        left, right = self.around(one), self.around(other)
        return _run(left.before, right.before) + _run(left.behind, right.behind)

    def rarity(self, stem: str) -> float:
        """How much a stem tells: its inverse sentence frequency."""
        return math.log((1 + self._vocabulary.sentences) / (1 + self._vocabulary.sentences_with[stem])) + 1

    def words_of(self, mention: Mention) -> tuple[Word, ...]:
        """The words of the sentence around a mention."""
        return self._sentences[mention.sentence].words

    def text_of(self, mention: Mention) -> str:
        """The text of the whole document around a mention."""
        return self._sentences[mention.sentence].document.text

    def wording(self, mention: Mention) -> int:
        """A number for all that a mention states and its surroundings depend on: equal in copies of a sentence."""
        stated = self._wording(mention), mention.value, mention.unit, mention.qualifier, mention.scale
        number = self._numbers.setdefault(stated, len(self._worded))
        if number == len(self._worded):
            self._worded.append(mention)
        return number

    def weighed(self, weigh: Callable[[Mention, Mention], Answer]) -> Callable[[int, int], Answer]:
        """What depends on the wordings of two mentions alone, by their numbers: found once for all copies of a text."""
        worded = self._worded
        return lru_cache(_KEPT)(lambda one, other: weigh(worded[one], worded[other]))

    def _wording(self, mention: Mention) -> Hashable:
        """All that the surroundings of a mention depend on."""
        sentence, start = self._sentences[mention.sentence], mention.sentence.start
        place = (mention.qualified.start - start, mention.span.end - start)
        return sentence.text, sentence.document.language, place, mention.kind, mention.head

    def _around(self, mention: Mention) -> Context:
        words = self.words_of(mention)
        first = bisect_left(words, mention.qualified.start, key=lambda word: word.start)
        last = bisect_left(words, mention.span.end, key=lambda word: word.start)
        before, behind = words[max(0, first - _REACH) : first][::-1], words[last : last + _REACH]
        weights: defaultdict[str, float] = defaultdict(float)
        inside = () if mention.kind is MentionKind.DATE or CLOCK in mention.unit else words[first:last]
        for side in (inside, before, behind):
            for distance, word in enumerate(side):
                if word.content and not _has_digit(word.text):
                    weight = self.rarity(word.stem) * _NEAR / (_NEAR + distance)
                    weights[word.stem] = max(weights[word.stem], weight)
        if mention.head and mention.head not in GENERIC and mention.unit not in _TOLD_OF:
            weights[mention.head] = max(weights[mention.head], self.rarity(mention.head))
        flanks = [tuple(side[:_FLANK]) for side in (before, behind)]
        return Context(dict(weights), flanks[0], flanks[1], sum(weights.values()))


@lru_cache(maxsize=1 << 16)
def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _affinity(left: Context, right: Context) -> float:
    if not left.total or not right.total:
        return 0.0
    if left is right:  # in copies of one sentence, of which there may be very many
        return 1.0
    shared = sum(min(weight, right.weights[stem]) for stem, weight in left.weights.items() if stem in right.weights)
    return 2 * shared / (left.total + right.total)


def _run(one: Sequence[Word], other: Sequence[Word]) -> int:
    same = list(takewhile(lambda pair: pair[0].folded == pair[1].folded, zip(one, other, strict=False)))
    return len(same) if any(left.content for left, _ in same) else 0
