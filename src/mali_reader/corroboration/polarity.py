"""What one document denies and another affirms."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from mali_reader.corpus.model import Span
from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.model import Mention
from mali_reader.corroboration.negations import affirmations
from mali_reader.corroboration.pairing import Difference
from mali_reader.corroboration.relations import Relation, relation
from mali_reader.corroboration.sentences import Asserted

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
        self._denied: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for document, some in denials.items():
            for mention in some:
                again = self._denied[document, mention.head]
                if len(again) < _MOST:
                    again.append(mention)
        verbs = frozenset(mention.head for some in denials.values() for mention in some)
        self._affirmed: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for report, sentences in said.items():
            for mention in chain.from_iterable(affirmations(sentence, verbs) for sentence in sentences):
                some = self._affirmed[report, mention.head]
                if len(some) < _MOST:
                    some.append(mention)

    def differences(self, denials: Sequence[Mention], other: str) -> Iterator[Difference]:
        """Of the denials of one document, those that the other document contradicts, or hedges, and nowhere repeats."""
        for denial in denials[:_MOST]:
            again = [one for one in self._denied.get((other, denial.head), ()) if self._of_one_thing(denial, one)]
            if again:
                related = {relation(denial, one) for one in again}
                if related == {Relation.VARIANT}:
                    yield Difference(denial, again[0], Relation.VARIANT)
                continue
            for affirmation in self._affirmed.get((other, denial.head), ()):
                if self._of_one_thing(denial, affirmation) and not self._is_overtaken(denial, affirmation):
                    yield Difference(denial, affirmation, Relation.CONFLICT)

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

    def _of_one_thing(self, one: Mention, other: Mention) -> bool:
        """Whether two uses of a verb say it of the same subject or object, the more sure the nearer the sentences."""
        left, right = _object(one), _object(other)
        shared = len(left & right)
        covered = shared / max(1, min(len(left), len(right)))
        same_subject = self._same_subject(one, other) or self._turned(one, other) or self._turned(other, one)
        affinity = self._contexts.affinity(one, other)
        closeness = self._alignment.closeness(one, other)
        if closeness == 1.0:
            return (shared > 0 or same_subject) and affinity >= _COPIED
        if not left or not right:
            return same_subject and affinity >= (_COPIED if self._full_subject(one, other) else _APART)
        if covered < (_HALF if closeness >= _ALIGNED else _NEARLY_ALL):
            return False
        return same_subject or affinity >= (_COPIED if shared > 1 else _APART)

    def _same_subject(self, one: Mention, other: Mention) -> bool:
        """Whether the nearest word before one verb that tells anything stands before the other verb too."""
        ours, theirs = self._subject(one), self._subject(other)
        return bool(ours and theirs) and (ours[0] in theirs or theirs[0] in ours)

    def _turned(self, one: Mention, other: Mention) -> bool:
        """Whether the subject of a verb without an object is the object of the other: its position has not changed."""
        subject = self._subject(one)
        return not _object(one) and bool(subject) and subject[0] in _object(other)

    def _full_subject(self, one: Mention, other: Mention) -> bool:
        """Whether two words or more before one verb stand before the other too."""
        return len({*self._subject(one)} & {*self._subject(other)}) > 1

    def _subject(self, mention: Mention) -> list[str]:
        """The stems of the words before a verb that tell anything, the nearest first; what commas set off is none."""
        words = self._contexts.words_of(mention)
        end = bisect_left(words, mention.span.start, key=lambda word: word.start)
        text, start = self._contexts.text_of(mention), mention.sentence.start
        said = words[:end]
        if said and _APPOSITION.search(text[start : mention.span.start]):
            opened = text.rfind(",", start, text.rfind(",", start, mention.span.start))
            said = tuple(word for word in said if word.end <= opened)
        return [word.stem for word in reversed(said[-_SUBJECT:]) if word.content]


def _object(mention: Mention) -> frozenset[str]:
    return frozenset(mention.value) if isinstance(mention.value, tuple) else frozenset()
