"""How many seconds of a processor a summary takes to write and how much memory, as the corpus grows.

    python benchmarks/summary.py [DOCUMENTS...]

Each document is a copy of one text with other numbers in it; it has 20 claims, and 20 overlaps with the next document.
"""

import resource
import sys
import time

from mali_reader.annotations.anchoring import Anchor, AnchorState
from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.records import Evidence, Judgement, Target
from mali_reader.corpus.model import Block, BlockKind, Corpus, Document, Sentence
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.review.claims import build_claims
from mali_reader.review.review import Review
from mali_reader.summary.build import build_summary
from mali_reader.summary.formats import FORMATS
from mali_reader.summary.model import Publisher, Summary

CLAIMS = 20


def document(number: int) -> Document:
    """One report."""
    lines = [
        f"The mission counted {number + line} people at camp {line} when the council met again."
        for line in range(CLAIMS)
    ]
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line), (Sentence(at, at + len(line)),)))
        at += len(line) + 2
    return Document(
        f"d{number:04}", f"d{number:04}.txt", "\n\n".join(lines), f"{number:064}", f"Report {number}", tuple(blocks)
    )


def overlaps(left: Document, right: Document) -> list[Overlap]:
    """Every paragraph of one with that of the other."""
    made = []
    for one, other in zip(left.blocks, right.blocks, strict=True):
        spans = left.span(one), right.span(other)
        made.append(Overlap(OverlapKind.EDITED, 0.9, *spans, (SentencePair(OverlapKind.EDITED, 0.9, *spans),)))
    return made


def summary_of(count: int) -> Summary:
    """The summary of so many documents."""
    corpus = Corpus(tuple(document(number) for number in range(count)))
    pairs = zip(corpus.documents, corpus.documents[1:], strict=False)
    index = OverlapIndex(tuple(overlap for left, right in pairs for overlap in overlaps(left, right)))
    verdicts = [
        new_verdict(
            f"annotator {number % 3}",
            make_target(one, block.start, block.end),
            Judgement.DISPUTED if number % 2 else Judgement.VERIFIED,
            "Compared with the record of the council.",
            (Evidence("https://example.org/record"),),
        )
        for one in corpus
        for number, block in enumerate(one.blocks)
    ]

    def resolve(target: Target) -> tuple[Document | None, Anchor]:
        return corpus.get(target.document), Anchor(AnchorState.POSITION, target.start, target.end)

    return build_summary(
        "Benchmark",
        corpus,
        index,
        Review(build_claims(verdicts, resolve)),
        records=tuple(map(verdict_record, verdicts)),
        threshold=0.25,
        publisher=Publisher("The Desk", "https://desk.example.org/"),
    )


def main(counts: list[int]) -> None:
    """Print a table."""
    print(
        f"{'documents':>9} {'claims':>7} {'build s':>8} "
        + " ".join(f"{form.name:>11}" for form in FORMATS)
        + "  peak MB"
    )
    for count in counts:
        start = time.process_time()
        summary = summary_of(count)
        built = time.process_time() - start
        cells = []
        for form in FORMATS:
            start = time.process_time()
            size = len(form.content(summary, f"x{form.extension}"))
            cells.append(f"{time.process_time() - start:5.2f}{size / 2**20:5.1f}M")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count:9} {count * CLAIMS:7} {built:8.2f} " + " ".join(f"{cell:>11}" for cell in cells) + f"  {peak:7.0f}"
        )


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or [125, 250, 500])
