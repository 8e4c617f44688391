"""What there was none of: no warning had been issued, no sign of mortar fire; and where another document has it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.opposites import Side
from mali_reader.corroboration.facts.negations import AFFIRMED, DENIED
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.facts.units import FATES, PEOPLE, singular
from mali_reader.corroboration.model import Mention, MentionKind

_ABSENT = re.compile(
    r"\bno\s+(?:signs?|traces?|evidence|records?|indications?)\s+of\s+(?:an?\s+|any\s+|the\s+)?(?P<sign>[a-z][a-z -]+)"
    r"|\bno\s+(?P<thing>[a-z][a-z -]+?)\s+(?:was|were|had\s+been|has\s+been|have\s+been)\b"
    r"|\bthere\s+(?:was|were|is|are|has\s+been|had\s+been)\s+no\s+(?!\w+\s+of\b)(?P<there>[a-z][a-z -]+)",
    re.I,
)
NO = "no "
"""What the `head` of a thing begins with that there was none of."""
_NO = re.compile(r"\b[Nn]o\s")
_LONGEST = 3
_IDLE_WORDS = """
    one longer more way reason doubt question need matter comment word idea choice time point chance immediate sign
    trace evidence record indication plan reply response answer decision change problem guarantee room place day
"""
_IDLE = frozenset(_IDLE_WORDS.split())
"""What is often said not to be, of many things."""
_UNREAL_WORDS = "no not never without if whether unless could would should may might any deny denied denies against"
_UNREAL = frozenset(_UNREAL_WORDS.split())
_NEAR = 4

Thing = tuple[str, ...]
"""The stems of something's name, its noun last."""


def absent(sentence: Asserted) -> Iterator[Side]:
    """What a sentence says there was none of."""
    if not _NO.search(sentence.text):
        return
    for match in _ABSENT.finditer(sentence.text):
        start = sentence.start + match.start(match.lastgroup or 0)
        run = _run(sentence, sentence.words_until(start))
        if run and not _is_idle(run[-1]):
            span = Span(sentence.document.id, sentence.start + match.start(), run[-1].end)
            yield _side(sentence, span, tuple(word.stem for word in run), DENIED)


def by_noun(things: Collection[Thing]) -> Mapping[str, Sequence[Thing]]:
    """Things by the noun that names them last."""
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in sorted(things):
        found[thing[-1]].append(thing)
    return found


def present(sentence: Asserted, things: Mapping[str, Sequence[Thing]]) -> Iterator[Side]:
    """Where a sentence has all words of a thing close together, and denies none of them; things are `by_noun`."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.stem not in things:
            continue
        around = words[max(0, number - _NEAR) : number + 1]
        stems = {one.stem for one in around}
        if any(one.folded in _UNREAL for one in around):
            continue
        for thing in things[word.stem]:
            if stems.issuperset(thing):
                begin = next(one for one in around if one.stem in thing)
                yield _side(sentence, Span(sentence.document.id, begin.start, word.end), thing, AFFIRMED)


def _run(sentence: Asserted, first: int) -> Sequence[Word]:
    """The words of a noun that nothing but spaces and hyphens parts."""
    words, text = sentence.words, sentence.document.text
    last = first
    while last < len(words) and last - first < _LONGEST and words[last].content:
        if last > first and text[words[last - 1].end : words[last].start] not in (" ", "-"):
            break
        last += 1
    return words[first:last]


def _is_idle(noun: Word) -> bool:
    one = singular(noun.folded)
    return one in _IDLE or one in PEOPLE or noun.folded in FATES


def _side(sentence: Asserted, span: Span, thing: Thing, unit: str) -> Side:
    mention = Mention(MentionKind.NEGATION, span, span, sentence.span, (), unit, NO + " ".join(thing))
    return Side(mention, unit, (), thing)
