"""Time of what stands between documents: passages, origins and their trees, discrepancies, synopsis.

    python benchmarks/across.py 100 1000 10000

Events of ten reports each. A report has ten paragraphs of three sentences with names and numbers of its event; half of
them it takes from another report of the event, one number in ten of these is changed. The overlaps are given.
"""

import argparse
import random
import resource
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from work_queue import document, overlap, timed

from mali_reader.corpus.model import Document
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.families import find_families
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.origins import find_dependences, origins_of
from mali_reader.corroboration.synopsis import synopsis
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap
from mali_reader.overlap.passages import group_passages

REPORTS, PARAGRAPHS, SENTENCES, WORDS = 10, 10, 3, 18
CHANGED = 0.1
NOUNS = ("people", "houses", "soldiers", "trucks", "pages", "million euros", "percent")

Text = list[list[str]]


def sentence(draw: random.Random, names: list[str]) -> str:
    words = ["".join(draw.choices("aeioustnrl", k=draw.randint(2, 9))) for _ in range(WORDS)]
    words[draw.randrange(1, WORDS)] = f"{draw.randint(2, 20_000)} {draw.choice(NOUNS)}"
    words[draw.randrange(1, WORDS)] = draw.choice(names)
    return " ".join(words).capitalize() + "."


def event(number: int, draw: random.Random) -> tuple[list[Document], list[Overlap]]:
    """The reports of an event, and the overlaps between them."""
    names = ["".join(draw.choices("aeioustnrl", k=7)).capitalize() for _ in range(6)]
    texts: list[Text] = []
    for at in range(REPORTS):
        text = [[sentence(draw, names) for _ in range(SENTENCES)] for _ in range(PARAGRAPHS)]
        for place in draw.sample(range(PARAGRAPHS), PARAGRAPHS // 2) if at else ():
            text[place] = [changed(said, draw) for said in texts[draw.randrange(at)][place]]
        texts.append(text)
    documents = [
        replace(document(f"{number:05}/{at}", text), published=f"2024-03-{at + 1:02}") for at, text in enumerate(texts)
    ]
    overlaps = [
        overlap(documents[one], documents[other], place)
        for one, other in combinations(range(REPORTS), 2)
        for place in range(PARAGRAPHS)
        if texts[one][place][0].split()[-4:] == texts[other][place][0].split()[-4:]
    ]
    return documents, overlaps


def changed(said: str, draw: random.Random) -> str:
    """A sentence, some of its numbers others."""
    words = [
        str(int(word) + draw.randint(1, 900)) if word.isdigit() and draw.random() < CHANGED else word
        for word in said.split()
    ]
    return " ".join(words)


def measure(size: int) -> None:
    draw = random.Random(size)
    documents: list[Document] = []
    overlaps: list[Overlap] = []
    for number in range(max(1, size // REPORTS)):
        some, shared = event(number, draw)
        documents += some
        overlaps += shared
    index = OverlapIndex(tuple(sorted(overlaps, key=lambda one: (one.left, one.right))))
    print(f"{len(documents):,} documents, {len(overlaps):,} overlaps")
    passages = timed("passages", lambda: group_passages(documents, index.overlaps))
    dependences = timed("origins", lambda: find_dependences(documents, index))
    origin = timed("documents by origin", lambda: origins_of(documents, dependences))
    families = timed("trees", lambda: find_families(documents, dependences, origin))
    discrepancies = timed("discrepancies", lambda: find_discrepancies(documents, index))
    findings = Findings(dependences, origin, passages, discrepancies)
    rows = timed("synopsis", lambda: synopsis(findings, index))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {len(families):,} origins, {len(discrepancies):,} discrepancies, {len(rows):,} passages; {peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int, default=[100, 1000, 10_000])
    for size in parser.parse_args().documents:
        measure(size)


if __name__ == "__main__":
    main()
