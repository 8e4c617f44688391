"""Everything that stands between the documents, as frozen values: passages, origins, discrepancies."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mali_reader.corpus.model import Document
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.model import Dependence, Discrepancy
from mali_reader.corroboration.origins import count_origins, find_dependences, origins_of
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.passages import Passage, group_passages
from mali_reader.progress import Progress, silent


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


def find_provenance(
    documents: Sequence[Document], overlaps: OverlapIndex, *, progress: Progress = silent
) -> Provenance:
    """Who copied whom among documents with those overlaps. `progress` may raise CancelledError."""
    progress("looking for origins", 0, 1)
    dependences = find_dependences(documents, overlaps)
    return Provenance(dependences, origins_of(documents, dependences))


def find(
    documents: Sequence[Document],
    overlaps: OverlapIndex,
    provenance: Provenance | None = None,
    *,
    progress: Progress = silent,
) -> Findings:
    """All findings about documents with those overlaps. `provenance` is theirs, where it is known already.

    `progress` may raise CancelledError.
    """
    progress("grouping passages", 0, 1)
    passages = group_passages(documents, overlaps.overlaps)
    known = provenance or find_provenance(documents, overlaps, progress=progress)
    discrepancies = find_discrepancies(documents, overlaps, progress=progress)
    return Findings(known.dependences, known.origin, passages, discrepancies)
