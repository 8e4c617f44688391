"""Everything that stands between the documents, as one frozen value: passages, origins, discrepancies."""

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
class Findings:
    """What a machine found across a corpus; nothing of it is anybody's judgement.

    `origin` maps each document id to that of the document which it and all its copies go back to.
    """

    passages: tuple[Passage, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    origin: Mapping[str, str] = field(default_factory=dict)

    def origins(self, documents: Iterable[str]) -> int:
        """How many independent origins some documents have."""
        return count_origins(documents, self.origin)


def find(documents: Sequence[Document], overlaps: OverlapIndex, *, progress: Progress = silent) -> Findings:
    """All findings about documents with those overlaps. `progress` may raise CancelledError."""
    progress("grouping passages", 0, 3)
    passages = group_passages(documents, overlaps.overlaps)
    progress("looking for origins", 1, 3)
    dependences = find_dependences(documents, overlaps)
    discrepancies = find_discrepancies(documents, overlaps, progress=progress)
    return Findings(passages, dependences, discrepancies, origins_of(documents, dependences))
