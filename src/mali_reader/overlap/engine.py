"""Find the blocks of different documents that say the same thing.

Count the terms of each sentence, choose candidates through an inverted index, weigh the terms by their rarity among
the documents on the same event, turn the evidence for each candidate into a probability, align the sentences.
`docs/overlap-engine.md` says why each step is as it is and what it was measured to bring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mali_reader.corpus.model import Document
from mali_reader.garbage import give_back, uncollected
from mali_reader.overlap.model import Overlap
from mali_reader.overlap.scores.calibration import DEFAULT_THRESHOLD
from mali_reader.progress import Progress, silent

if TYPE_CHECKING:
    from mali_reader.overlap.alignment.correspondence import Correspondence
    from mali_reader.overlap.scores.scoring import ScoredPair
    from mali_reader.overlap.words.texts import Reading, Words

__all__ = ["DEFAULT_THRESHOLD", "find_overlaps"]


def find_overlaps(
    documents: Sequence[Document], *, threshold: float = DEFAULT_THRESHOLD, progress: Progress = silent
) -> tuple[Overlap, ...]:
    """Every pair of blocks of different documents that say the same thing with a score of `threshold` or more.

    Each pair once, the document with the smaller id on the left, ordered by (left document, left start, right
    document, right start). Paragraphs and captions pair with one another, titles and headings with one another,
    furniture and headings that only name a section with nothing. The score is a probability. `progress` may raise
    CancelledError.
    """
    from mali_reader.overlap.words.reading import read_words

    ordered = sorted(documents, key=lambda document: document.id)
    with uncollected():
        return tuple(overlaps_in(ordered, read_words(ordered, progress), threshold, progress))


@uncollected()
def overlaps_in(documents: Sequence[Document], words: Words, threshold: float, progress: Progress) -> Iterator[Overlap]:
    """The same, of documents that are ordered and read: all are found at once, and each is aligned when it is taken."""
    from mali_reader.overlap.alignment.correspondence import Correspondence
    from mali_reader.overlap.scores.scoring import score_pairs
    from mali_reader.overlap.words.texts import Reading

    reading = Reading(documents, words)
    if len(set(words.document.tolist())) < 2:
        return iter(())
    scored = score_pairs(reading, progress)
    chosen = scored.pairs(threshold)
    told = Correspondence(reading, scored.weighted, threshold, chosen)
    del scored
    give_back()
    return _aligned(chosen, reading, told, progress)


def _aligned(
    pairs: Sequence[ScoredPair], reading: Reading, told: Correspondence, progress: Progress
) -> Iterator[Overlap]:
    from mali_reader.overlap.scores.names import Names
    from mali_reader.overlap.words.texts import TEXT

    names = Names(reading)
    for done, pair in enumerate(pairs):
        if done % 1000 == 0:
            progress("aligning", done, len(pairs))
        if reading.role[pair.left] == TEXT and names.are_all_they_share(pair.left, pair.right):
            continue
        yield told.overlap(pair)
    progress("aligning", len(pairs), len(pairs))
