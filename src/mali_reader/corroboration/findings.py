"""Everything that stands between the documents, as frozen values: passages, origins, discrepancies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mali_reader.corroboration.model import Dependence, Discrepancy
from mali_reader.overlap.passages import Passage


def count_origins(documents: Iterable[str], origin: Mapping[str, str]) -> int:
    """How many independent origins some documents have; one that the mapping does not know is its own."""
    return len({origin.get(document, document) for document in documents})


@dataclass(frozen=True)
class Provenance:
    """Where the documents of a corpus have their text from, as far as a machine can tell.

    `origin` maps each document id to that of the document which it and all its copies go back to.
    """

    dependences: tuple[Dependence, ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict)

    def origins(self, documents: Iterable[str]) -> int:
        """How many independent origins some documents have."""
        return count_origins(documents, self.origin)


@dataclass(frozen=True)
class Findings(Provenance):
    """What a machine found across a corpus; nothing of it is anybody's judgement."""

    passages: tuple[Passage, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    def discrepancies_in(self, document: str) -> Sequence[Discrepancy]:
        """Those that a document takes part in, in their order."""
        return self._of_each.get(document, ())

    @cached_property
    def _of_each(self) -> Mapping[str, Sequence[Discrepancy]]:
        found: defaultdict[str, list[Discrepancy]] = defaultdict(list)
        for discrepancy in self.discrepancies:
            for document in discrepancy.documents:
                found[document].append(discrepancy)
        return found
