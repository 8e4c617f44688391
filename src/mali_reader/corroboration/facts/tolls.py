"""Where nobody was hurt, killed or missed: a toll of zero."""

import re
from collections.abc import Iterator

from mali_reader.corroboration.facts.sentences import Asserted
from mali_reader.corroboration.facts.stated import stated
from mali_reader.corroboration.facts.units import FATES, PEOPLE, singular
from mali_reader.corroboration.model import Mention

_NOBODY = re.compile(
    r"\b(?:nobody|no[\s-]one|none\s+of\s+(?:them|the\s+(?P<of>[a-z]+))|no\s+(?P<whom>[a-z]+))\s+"
    r"(?:(?:aboard|inside|on\s+board)\s+)?(?:(?:was|were|is|are|has|have|had)\s+)?(?:been\s+)?(?P<fate>[a-z]+)\b",
    re.I,
)
_NONE = re.compile(r"\bno\s+(?P<fate>deaths|fatalities|injuries)\b", re.I)


def tolls_of_zero(sentence: Asserted) -> Iterator[Mention]:
    """Who was not hurt, in a sentence: nobody was killed, no passengers were injured, there were no deaths."""
    for match in (*_NOBODY.finditer(sentence.text), *_NONE.finditer(sentence.text)):
        told = match.groupdict()
        whom = told.get("whom") or told.get("of") or "people"
        fate = FATES.get(match["fate"].lower())
        if fate and singular(whom.lower()) in PEOPLE:
            yield stated(sentence, match.span(), 0.0, f"people:{fate}")
