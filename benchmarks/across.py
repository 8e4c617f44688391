"""How the time of what stands between documents grows: origins and their trees, passages, discrepancies, synopsis.

    python benchmarks/across.py 100 1000 10000
    python benchmarks/across.py 100 200 400 --copies

Events of ten reports each, or so many copies of one story, each with figures of its own: the corpora of `newsroom.py`.
Seconds of one processor; behind them how often the time of the first size for each document, or with `--copies` for
each pair of documents, that is. What grows no faster than these has a 1 there.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent))

from newsroom import Event, Text, copies, reports
from planted import Language
from work_queue import document

from mali_reader.corpus.model import Corpus, Document
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.families import find_families
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.origins import find_dependences, origins_of
from mali_reader.corroboration.synopsis import synopsis
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.passages import group_passages
from mali_reader.review.queue import find_backlog

REPORTS = 10
Answer = TypeVar("Answer")


class Clock:
    """The processor's time of each step, beside that of the first size."""

    def __init__(self) -> None:
        self._first: dict[str, float] = {}
        self.units = 1

    def timed(self, what: str, work: Callable[[], Answer]) -> Answer:
        begun = time.process_time()
        answer = work()
        seconds = time.process_time() - begun
        each = self._first.setdefault(what, seconds / self.units)
        print(f"  {what:<16} {seconds:9.2f} s  × {seconds / self.units / each:.2f}", flush=True)
        return answer


def written(folder: str, texts: list[Text]) -> list[Document]:
    return [
        replace(document(f"{folder}/{number:05}", text), published=f"2024-03-{number % 28 + 1:02}")
        for number, text in enumerate(texts)
    ]


def events(size: int, language: Language) -> list[Document]:
    return [
        report
        for number in range(max(1, size // REPORTS))
        for report in written(f"{number:05}", reports(Event(language), REPORTS, language.random))
    ]


def measure(documents: list[Document], clock: Clock) -> None:
    print(f"{len(documents):,} documents")
    overlaps = OverlapIndex(clock.timed("overlaps", lambda: find_overlaps(documents)))
    dependences = clock.timed("origins", lambda: find_dependences(documents, overlaps))
    origin = clock.timed("by origin", lambda: origins_of(documents, dependences))
    families = clock.timed("trees", lambda: find_families(documents, dependences, origin))
    passages = clock.timed("passages", lambda: group_passages(documents, overlaps.overlaps))
    discrepancies = clock.timed("discrepancies", lambda: find_discrepancies(documents, overlaps))
    findings = Findings(dependences, origin, passages, discrepancies)
    rows = clock.timed("synopsis", lambda: synopsis(findings, overlaps))
    backlog = clock.timed("claims", lambda: find_backlog(Corpus(tuple(documents)), overlaps, findings))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"  {len(overlaps.overlaps):,} overlaps, {len(families):,} origins, {len(discrepancies):,} discrepancies,"
        f" {len(rows):,} passages, {len(backlog.items):,} sentences to judge; {peak:.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int, default=[100, 1000, 10_000])
    parser.add_argument("--copies", action="store_true", help="copies of one story in place of many events")
    told = parser.parse_args()
    clock = Clock()
    for size in told.documents:
        language = Language(size)
        clock.units = size * (size - 1) // 2 if told.copies else size
        if told.copies:
            measure(written("copies", copies(Event(language), size, random.Random(size))), clock)
        else:
            measure(events(size, language), clock)


if __name__ == "__main__":
    main()
