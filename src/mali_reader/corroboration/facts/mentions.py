"""The typed facts of a document: what may be compared with what other documents say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from mali_reader.corpus.model import Document, Span
from mali_reader.corroboration.facts.agents import agents
from mali_reader.corroboration.facts.ages import with_owners
from mali_reader.corroboration.facts.dates import dates, reference_date
from mali_reader.corroboration.facts.names import names
from mali_reader.corroboration.facts.negations import negations
from mali_reader.corroboration.facts.persons import persons
from mali_reader.corroboration.facts.places import places
from mali_reader.corroboration.facts.quantities import quantities
from mali_reader.corroboration.facts.roles import roles
from mali_reader.corroboration.facts.seats import seats
from mali_reader.corroboration.facts.sentences import Asserted, asserted
from mali_reader.corroboration.model import Mention, MentionKind, Qualifier, Value

_COUNTED = frozenset([MentionKind.NUMBER, MentionKind.MONEY])


def mentions(
    document: Document, *, near: date | None = None, said: Iterable[Asserted] | None = None
) -> tuple[Mention, ...]:
    """Every number, sum, date, name, place and negation that a document states, ordered by place.

    `near` is a day close to which a document without a date of its own was written, `said` what the document asserts,
    where that is known already. Furniture, bylines and datelines state nothing. Knows English; of other languages, what
    is written in figures and by international names.
    """
    published = reference_date(document)
    sentences = tuple(said or asserted(document))
    found = [mention for sentence in sentences for mention in _of(sentence, published, near)]
    found = _as_in_the_body(found, frozenset([one.span for one in sentences if one.is_headline]))
    found.sort(key=lambda mention: (mention.span, mention.kind, mention.unit))
    return tuple(with_owners(found, document))


def _as_in_the_body(found: Sequence[Mention], heads: frozenset[Span]) -> list[Mention]:
    """Mentions, of which a headline's have the small word that the body has: nine dead, at least nine of them."""
    told: defaultdict[tuple[Value, str], set[Qualifier]] = defaultdict(set)
    for mention in found:
        if mention.sentence not in heads:
            told[mention.value, mention.unit].add(mention.qualifier)
    return [_qualified(one, told.get((one.value, one.unit), set())) if one.sentence in heads else one for one in found]


def _qualified(mention: Mention, told: set[Qualifier]) -> Mention:
    bare = mention.kind in _COUNTED and mention.qualifier is Qualifier.NONE
    return replace(mention, qualifier=next(iter(told))) if bare and len(told) == 1 else mention


def _of(sentence: Asserted, published: date | None, near: date | None) -> Iterator[Mention]:
    dated = tuple(dates(sentence, published, near))
    yield from dated
    yield from quantities(sentence, [mention.span for mention in dated])
    yield from places(sentence)
    named = tuple(names(sentence))
    yield from named
    yield from roles(sentence, named)
    yield from persons(sentence, named)
    yield from seats(sentence, named)
    yield from agents(sentence)
    yield from negations(sentence)
