"""What one document denies and another affirms."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.pairing import Difference
from mali_reader.corroboration.differences.relations import relation
from mali_reader.corroboration.facts.negations import affirmations
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.model import Mention, Relation

_COPIED, _APART = 0.25, 0.35
"""So much surroundings in common are needed in copied sentences, and elsewhere."""
_ALIGNED = 0.15
_HALF, _NEARLY_ALL = 0.5, 0.65
"""Shares of the shorter object that the other has to hold."""


_SUBJECT = 4
_APPOSITION = re.compile(r",[^,;:.]{1,60},\s*\Z")
"""What stands between a subject and its verb: the dam, ten miles off, did not break."""
_UNTIL_NOW = re.compile(r"(?:has|have)(?:n['’]t)?\b|(?:is|are|was|were)?\s*(?:n['’]t|not)\s+yet\b", re.I)
_MOST = 100
"""Denials, and uses of one verb, that are looked at in a document: reports have fewer."""


class _Use(NamedTuple):
    """Where a verb is denied, or affirmed, and the number of its wording."""

    mention: Mention
    wording: int


class _OfOneThing(NamedTuple):
    """Whether two uses of a verb say it of one thing: if a sentence was copied, if the two are aligned, if neither."""

    copied: bool
    aligned: bool
    apart: bool


class Polarity:
    """Finds the denials of a document that another contradicts."""

    def __init__(
        self,
        said: Mapping[str, Sequence[Asserted]],
        denials: Mapping[str, Sequence[Mention]],
        contexts: Contexts,
        alignment: Alignment,
        *,
        published: Mapping[str, date],
        dated: Mapping[Span, int],
    ) -> None:
        """`said` and `denials` have those of each document, `published` the days of those that tell theirs.

        `dated` has the first day that a sentence names.
        """
        self._dated = dated
        self._published = published
        self._contexts = contexts
        self._alignment = alignment
        self._denials = {
            document: [_Use(one, contexts.wording(one)) for one in some] for document, some in denials.items()
        }
        self._denied = {document: _by_verb(some) for document, some in self._denials.items()}
        verbs = frozenset(mention.head for some in denials.values() for mention in some)
        self._affirmed = {
            document: _by_verb(
                _Use(one, contexts.wording(one))
                for one in chain.from_iterable(affirmations(sentence, verbs) for sentence in sentences)
            )
            for document, sentences in said.items()
        }
        self._told = contexts.weighed(lambda one, other: _of_one_thing(one, other, contexts))

    def differences(self, one: str, other: str) -> Iterator[Difference]:
        """Of what one of two documents denies, what the other contradicts, or hedges, and nowhere repeats."""
        yield from self._contradicted(one, other)
        yield from self._contradicted(other, one)

    def _contradicted(self, document: str, other: str) -> Iterator[Difference]:
        denied, affirmed = self._denied.get(other, {}), self._affirmed[other]
        for denial in self._denials.get(document, ())[:_MOST]:
            verb = denial.mention.head
            again = [one.mention for one in denied.get(verb, ()) if self._of_one_thing(denial, one)]
            if again:
                related = {relation(denial.mention, one) for one in again}
                if related == {Relation.VARIANT}:
                    yield Difference(denial.mention, again[0], Relation.VARIANT)
                continue
            for use in affirmed.get(verb, ()):
                if self._of_one_thing(denial, use) and not self._is_overtaken(denial.mention, use.mention):
                    yield Difference(denial.mention, use.mention, Relation.CONFLICT)

    def _is_overtaken(self, denial: Mention, affirmation: Mention) -> bool:
        """Whether what "has not been found" was found by the time of a later report: that is news."""
        first, later = (self._published.get(mention.span.document) for mention in (denial, affirmation))
        if first is None or later is None or first >= later:
            return False
        dated = self._dated.get(affirmation.sentence)
        if dated is not None and dated < first.toordinal():
            return False
        said = self._contexts.text_of(denial)[denial.span.start : denial.span.end]
        return _UNTIL_NOW.match(said) is not None

    def _of_one_thing(self, one: _Use, other: _Use) -> bool:
        """Whether two uses of a verb say it of the same subject or object, the more sure the nearer the sentences."""
        told = self._told(one.wording, other.wording)
        if told.copied == told.aligned == told.apart:
            return told.copied
        closeness = self._alignment.closeness(one.mention, other.mention)
        return told.copied if closeness == 1.0 else told.aligned if closeness >= _ALIGNED else told.apart


def _by_verb(uses: Iterable[_Use]) -> Mapping[str, Sequence[_Use]]:
    found: defaultdict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        some = found[use.mention.head]
        if len(some) < _MOST:
            some.append(use)
    return found


def _of_one_thing(one: Mention, other: Mention, contexts: Contexts) -> _OfOneThing:
    left, right = _object(one), _object(other)
    ours, theirs = _subject(one, contexts), _subject(other, contexts)
    shared, affinity = len(left & right), contexts.affinity(one, other)
    subject = _same_subject(ours, theirs) or _turned(ours, left, right) or _turned(theirs, right, left)
    copied = (shared > 0 or subject) and affinity >= _COPIED
    if not left or not right:
        apart = subject and affinity >= (_COPIED if len({*ours} & {*theirs}) > 1 else _APART)
        return _OfOneThing(copied, apart, apart)
    covered, told = shared / min(len(left), len(right)), subject or affinity >= (_COPIED if shared > 1 else _APART)
    return _OfOneThing(copied, told and covered >= _HALF, told and covered >= _NEARLY_ALL)


def _same_subject(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the nearest word before one verb that tells anything stands before the other verb too."""
    return bool(ours and theirs) and (ours[0] in theirs or theirs[0] in ours)


def _turned(subject: Sequence[str], own: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the subject of a verb without an object is the object of the other: its position has not changed."""
    return not own and bool(subject) and subject[0] in other


def _subject(mention: Mention, contexts: Contexts) -> list[str]:
    """The stems of the words before a verb that tell anything, the nearest first; what commas set off is none."""
    words = contexts.words_of(mention)
    end = bisect_left(words, mention.span.start, key=lambda word: word.start)
    text, start = contexts.text_of(mention), mention.sentence.start
    said = words[:end]
    if said and _APPOSITION.search(text[start : mention.span.start]):
        opened = text.rfind(",", start, text.rfind(",", start, mention.span.start))
        said = tuple(word for word in said if word.end <= opened)
    return [word.stem for word in reversed(said[-_SUBJECT:]) if word.content]


def _object(mention: Mention) -> frozenset[str]:
    return frozenset(mention.value) if isinstance(mention.value, tuple) else frozenset()
