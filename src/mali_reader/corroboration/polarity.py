"""What one document denies and another affirms."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mali_reader.corpus.model import Document
from mali_reader.corroboration.alignment import Alignment
from mali_reader.corroboration.context import Contexts
from mali_reader.corroboration.model import Mention
from mali_reader.corroboration.negations import affirmations
from mali_reader.corroboration.pairing import Difference
from mali_reader.corroboration.relations import Relation
from mali_reader.corroboration.sentences import asserted

_COPIED = 0.25
_ALIGNED = 0.35
_APART = 0.5
_LEAST_ALIGNED = 0.15


class Polarity:
    """Finds the denials of a document that another contradicts."""

    def __init__(
        self, documents: Sequence[Document], denials: Sequence[Mention], contexts: Contexts, alignment: Alignment
    ) -> None:
        self._contexts = contexts
        self._alignment = alignment
        self._denied: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in denials:
            self._denied[mention.span.document, mention.head].append(mention)
        verbs = frozenset(mention.head for mention in denials)
        self._affirmed: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for document in documents if verbs else ():
            for sentence in asserted(document):
                for mention in affirmations(sentence, verbs):
                    self._affirmed[document.id, mention.head].append(mention)

    def differences(self, denials: Sequence[Mention], other: str) -> Iterator[Difference]:
        """Of the denials of one document, those that the other document contradicts and nowhere repeats."""
        for denial in denials:
            if any(self._of_one_thing(denial, again) for again in self._denied.get((other, denial.head), ())):
                continue
            for affirmation in self._affirmed.get((other, denial.head), ()):
                if self._of_one_thing(denial, affirmation):
                    yield Difference(denial, affirmation, Relation.CONFLICT, 1.0)

    def _of_one_thing(self, one: Mention, other: Mention) -> bool:
        """Whether two uses of a verb say it of the same things: in copied sentences one will do, else two or three."""
        shared = len(frozenset(_said_of(one)) & frozenset(_said_of(other)))
        closeness = self._alignment.closeness(one, other)
        affinity = self._contexts.affinity(one, other)
        if closeness == 1.0:
            return shared >= 1 and affinity >= _COPIED
        if closeness >= _LEAST_ALIGNED:
            return shared >= 2 and affinity >= _ALIGNED
        return shared >= 3 and affinity >= _APART


def _said_of(mention: Mention) -> tuple[str, ...]:
    return mention.value if isinstance(mention.value, tuple) else ()
