"""How strong the evidence is that two mentions which differ speak of one thing.

The parts add up: what their surroundings share, whether their sentences were found to say the same, whether the same
words stand right beside them, and how near the values are. The weights follow the reading of reports on several
events; `docs/discrepancies.md` says what each part is for.
"""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date

from mali_reader.corpus.model import Span
from mali_reader.corroboration.differences.alignment import Alignment
from mali_reader.corroboration.differences.context import Contexts
from mali_reader.corroboration.differences.lone import Lone
from mali_reader.corroboration.differences.nearness import nearness
from mali_reader.corroboration.differences.ranges import Ranges
from mali_reader.corroboration.differences.relations import relation
from mali_reader.corroboration.facts.ages import AGE
from mali_reader.corroboration.facts.clocks import CLOCK
from mali_reader.corroboration.facts.deeds import deed_at
from mali_reader.corroboration.facts.persons import OF_PERSONS
from mali_reader.corroboration.facts.places import LIES, SIDE
from mali_reader.corroboration.facts.seats import SEAT
from mali_reader.corroboration.facts.sentences import ends_with
from mali_reader.corroboration.facts.units import GENERIC, IN_ORDER, INTERVAL, SCALED
from mali_reader.corroboration.model import Days, Mention, MentionKind, Relation

ENOUGH = {Relation.CONFLICT: 0.4, Relation.VARIANT: 0.35}
"""From here on two mentions are taken to speak of one thing."""

_ALIGNED = 0.35
_SOME_CONTEXT = 0.15
"""Below this much in common, alignment counts for less: long sentences say many things."""
_BESIDE = 0.08
_MOST_BESIDE = 4
_ELSEWHERE = 0.4
"""Equal words beside two mentions count for so much less where their sentences are not aligned."""
_HEAD = 0.1
_OTHER_FATE = 0.1
"""Where one text says what befell people and the other does not, they may well speak of different people."""

_OTHER_TIME = 0.25
_LONG_AGO = 2
_OPENING = 4
"""In 1963 an earthquake killed 1,100: a sentence that opens with a year long ago tells of another event."""

_OTHER = re.compile(r"\b(?:other|more|fellow)\b")
_ALONG_WITH = re.compile(r"\b(?:(?:along|together)\s+with|besides)\s+\Z")

_ONE_PART = 0.15
_LITTLE_CONTEXT = 0.1
_LONE_PRECISION = 0.2
_MONTH = 31
_SEVERAL = 3

_NEWS = 0.15
"""Two reports of different days that both tell of the day before tell of different days."""

_OTHER_DEED = 0.25
"""They broke in on February 17, they were noticed on February 28: two verbs, two days, nothing amiss."""

_SEAT = 0.1
"""A town that only one of two reports names, where the other names another for the same deed."""

_RANGE = 0.3
"""Two ranges that have one end in common are seldom so by chance: from 8 a.m. to 8 p.m. and from 8 a.m. to 10 p.m."""
_LONE_SIDE = 0.2
"""A report that tells of the left engine alone and one that tells of the right one alone are of one engine."""
_SAME_HOUR = 0.25
"""It went down at 2:40, it went down shortly after three."""

_OF_ONE_THING = frozenset(["realm", *OF_PERSONS])
"""Units of what is told of one country or one person, wherever it is told."""

_OTHER_ANCHOR = 0.1
"""What is twenty minutes later in one report need not be later than the same thing in another."""

_MAIN_TOLL = 0.4
"""The highest toll in the lead of a report is that of the event, whatever words it stands among."""
_ONCE = 0.15
"""Where each of two reports gives one number of centres, or of dead, both are likely to mean the same ones."""
_AGENT = 0.25
_LOOSE_AGENT_STEMS = "led lead back support base own run held made make sponsor train arm fund suppli"
_LOOSE_AGENTS = frozenset(_LOOSE_AGENT_STEMS.split())
"""Stems of what many do of many things in one report; a text, though, is seldom drafted twice."""


class Evidence:
    """Weighs pairs of mentions of two documents."""

    def __init__(
        self,
        contexts: Contexts,
        alignment: Alignment,
        stated: Mapping[str, Sequence[Mention]],
        published: Mapping[str, date],
        leads: Container[Span],
    ) -> None:
        """`stated` has the mentions of each document, to know which deadlines several documents give; `published` the
        days from which the writers looked, where these are known; `leads` the sentences with which documents begin.
        """
        self._published = published
        self._contexts = contexts
        self._times = {m.sentence: time for some in stated.values() for m in some if (time := self._long_ago(m))}
        self._alignment = alignment
        self._ranges = Ranges(stated, contexts)
        self._lone = Lone(stated, leads)
        self._carriers = Counter(
            value for some in stated.values() for value in {m.value for m in some if "deadline" in m.unit}
        )

    def _of_its_sort(self, one: Mention, other: Mention, aligned: float) -> float:
        """What is to be added for ranges, towns, the sides of things, places in an order and times of day."""
        if self._ranges.share_an_end(one, other):
            return _RANGE
        if one.unit == SEAT:
            return _SEAT
        if one.unit.startswith(SIDE):
            return _LONE_SIDE if self._lone.are_of_one_side(one, other) else 0.0
        if one.unit.endswith(IN_ORDER):
            return -ENOUGH[Relation.CONFLICT] if self._of_days(one) != self._of_days(other) else 0.0
        return self._at_the_hour(one, other, aligned) if CLOCK in one.unit else 0.0

    def _of_days(self, mention: Mention) -> date | None:
        """The day from which a report counts days: its second one is a later report's third."""
        counts_days = mention.unit.removesuffix(IN_ORDER) in SCALED
        return self._published.get(mention.span.document) if counts_days else None

    def in_place(self, one: Mention, other: Mention) -> bool:
        """Whether one stands where the other stands, in a sentence that was copied."""
        return self._alignment.closeness(one, other) == 1.0 and self.look_in_place(one, other)

    def look_in_place(self, one: Mention, other: Mention) -> bool:
        """Whether the words beside two mentions are those of one place, wherever their sentences are from."""
        return self._contexts.flank(one, other) >= _MOST_BESIDE

    def strength(self, one: Mention, other: Mention, *, lone_precision: bool) -> float:
        """The evidence, about 0 to 1. `lone_precision` says that no other pair differs in precision alone."""
        affinity = self._contexts.affinity(one, other)
        aligned = self._alignment.closeness(one, other)
        if one.unit == other.unit and (one.unit in _OF_ONE_THING or one.unit.startswith(LIES)):
            return 1.0
        if self._besides(one, other) or (one.unit == SEAT and one.head != other.head):
            return 0.0
        if one.unit == other.unit == "agent":
            return affinity + aligned + (0.0 if one.head in _LOOSE_AGENTS else _AGENT)
        shared = min(1.0, affinity / _SOME_CONTEXT)
        beside = min(self._contexts.flank(one, other), _MOST_BESIDE)
        strength = affinity + _ALIGNED * aligned * shared + _BESIDE * beside * max(aligned, _ELSEWHERE)
        strength += self._of_its_sort(one, other, aligned)
        if one.head and one.head == other.head and one.head not in GENERIC:
            strength += _HEAD
        if one.kind is MentionKind.DATE:
            return strength + self._dates(one, other, affinity) + _LONE_PRECISION * shared * lone_precision
        if one.unit == AGE and one.head and other.head:
            return strength + ENOUGH[Relation.CONFLICT]
        if (
            one.unit != other.unit
            and "people" in one.unit
            and aligned < 1.0
            and not self._lone.are_one_group(one, other)
        ):
            strength -= _OTHER_FATE
        if self._times.get(one.sentence) != self._times.get(other.sentence):
            strength -= _OTHER_TIME
        if one.unit == INTERVAL:
            strength -= _OTHER_ANCHOR
        if self._lone.are_counted_once(one, other):
            strength += _ONCE
        if self._lone.are_main_tolls(one, other) and relation(one, other) is Relation.CONFLICT:
            strength += _MAIN_TOLL
        return strength + nearness(one, other)

    def _at_the_hour(self, one: Mention, other: Mention, aligned: float) -> float:
        """What is to be added for times of day: those of one deed are likely one, those of two are not."""
        if len({self._is_ahead(m) for m in (one, other)}) > 1:
            return -_OTHER_DEED
        deeds = {deed_at(self._contexts.words_of(m), m.span) for m in (one, other)}
        if "" in deeds or aligned == 1.0:
            return 0.0
        return _SAME_HOUR if len(deeds) == 1 else -_OTHER_DEED

    def _is_ahead(self, mention: Mention) -> bool:
        """Whether a sentence tells of what is still to come."""
        return any(word.folded == "will" for word in self._contexts.words_of(mention))

    def _besides(self, one: Mention, other: Mention) -> bool:
        """Whether of two numbers one apart the smaller is of others: Texas along with 25 states is 26 states."""
        if not isinstance(one.value, float) or not isinstance(other.value, float) or abs(one.value - other.value) != 1:
            return False
        fewer = one if one.value < other.value else other
        text = self._contexts.text_of(fewer)
        told = text[fewer.span.start : fewer.span.end]
        return _OTHER.search(told) is not None or ends_with(_ALONG_WITH, text, fewer.qualified.start) is not None

    def _long_ago(self, mention: Mention) -> int | None:
        """The year of a date that opens its sentence, where that is years before the report."""
        written = self._published.get(mention.span.document)
        if written is None or not isinstance(mention.value, Days):
            return None
        year = date.fromordinal(mention.value.first).year
        opens = len([w for w in self._contexts.words_of(mention) if w.start < mention.span.start]) <= _OPENING
        return year if opens and written.year - year >= _LONG_AGO else None

    def _dates(self, one: Mention, other: Mention, affinity: float) -> float:
        if not isinstance(one.value, Days) or not isinstance(other.value, Days):
            return 0.0
        strength = _ONE_PART if affinity >= _LITTLE_CONTEXT and _differ_in_one_part(one, other) else 0.0
        if affinity > 0 and "deadline" in one.unit and "deadline" in other.unit:
            strength += self._odd_deadline(one.value, other.value)
        if self._are_news(one, other):
            strength -= _NEWS
        if _tell_of_two_deeds(one, other) and self._alignment.closeness(one, other) < 1.0:
            strength -= _OTHER_DEED
        return strength

    def _are_news(self, one: Mention, other: Mention) -> bool:
        """Whether two weekdays are each as far from their report's own day: yesterday's news of two days."""
        sides = [(m.value, self._published.get(m.span.document)) for m in (one, other)]
        away = {days.first - day.toordinal() for days, day in sides if isinstance(days, Days) and day is not None}
        return len(away) == 1 and one.unit == other.unit == "weekday date" and sides[0][1] != sides[1][1]

    def _odd_deadline(self, one: Days, other: Days) -> float:
        """The prior that a deadline is meant which several documents give, where one gives another day close by."""
        fewest, most = sorted((self._carriers[one], self._carriers[other]))
        close_by = abs(one.last - other.last) <= _MONTH
        return ENOUGH[Relation.CONFLICT] if close_by and fewest == 1 and most >= _SEVERAL else 0.0


def _tell_of_two_deeds(one: Mention, other: Mention) -> bool:
    """Whether days that have none in common are those of different verbs. What is to end by a day is said in many."""
    if not isinstance(one.value, Days) or not isinstance(other.value, Days) or not one.head or not other.head:
        return False
    if "deadline" in one.unit and "deadline" in other.unit:
        return False
    return one.head != other.head and (one.value.last < other.value.first or other.value.last < one.value.first)


def _differ_in_one_part(one: Mention, other: Mention) -> bool:
    """Whether the dates of one event have the same precision and differ in one part alone: day, month or year."""
    if not isinstance(one.value, Days) or not isinstance(other.value, Days) or not one.head or one.head != other.head:
        return False
    lengths = sorted(days.last - days.first for days in (one.value, other.value))
    if lengths[1] > _MONTH or (lengths[0] == 0) != (lengths[1] == 0):
        return False
    left, right = date.fromordinal(one.value.first), date.fromordinal(other.value.first)
    parts = [left.year != right.year, left.month != right.month, lengths[1] == 0 and left.day != right.day]
    return sum(parts) == 1
