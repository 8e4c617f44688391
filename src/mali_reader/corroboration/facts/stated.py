"""A number, where it is stated and with the small word before it."""

import re

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.qualifiers import qualifier_before
from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.model import Mention, MentionKind, Qualifier

_THROUGHOUT = re.compile(r"over\b", re.I)
"""Before a length of time or way, "over" is as often "in the course of" as "more than"."""
_LASTING = frozenset(["time", "length"])


def stated(
    sentence: Asserted,
    place: tuple[int, int],
    value: float | tuple[str, ...],
    unit: str,
    head: str = "",
    *,
    kind: MentionKind = MentionKind.NUMBER,
    scale: float = 1.0,
) -> Mention:
    """The mention of a value that stands at a place of a sentence, `place` being counted from where that starts."""
    start, end = place
    document, offset = sentence.document.id, sentence.start
    qualifier, at = qualifier_before(sentence.text, start)
    risen = qualifier is Qualifier.RISEN and "people" not in unit
    if isinstance(value, tuple) or risen or (unit in _LASTING and _THROUGHOUT.match(sentence.text, at)):
        qualifier, at = Qualifier.NONE, start
    return Mention(
        kind,
        Span(document, offset + start, offset + end),
        Span(document, offset + at, offset + end),
        sentence.span,
        value,
        unit,
        head,
        qualifier,
        scale,
    )
