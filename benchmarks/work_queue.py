"""Time and memory of the work queue: the backlog of a corpus, and the queue after each verdict.

    python benchmarks/work_queue.py 1000 10000

Documents of ten paragraphs of three sentences; one paragraph in ten has verbatim copies in three other documents, one
sentence in a thousand contradicts another. A thousand claims are judged, a hundred of them linked to a copy.
"""

import argparse
import random
import resource
import time
from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from mali_reader.annotations.anchoring import resolve
from mali_reader.annotations.codec import make_target, new_verdict
from mali_reader.annotations.records import Judgement, LinkKind, Target
from mali_reader.annotations.statements import new_link
from mali_reader.corpus.model import Block, BlockKind, Corpus, Document, Sentence, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.review.claims import build_claims
from mali_reader.review.queue import build_queue, find_backlog
from mali_reader.review.review import Review

PARAGRAPHS, SENTENCES, WORDS, COPIES = 10, 3, 18, 3
CLAIMS, LINKS = 1000, 100
NAMES = ("Ana Berger", "Mopti", "the Council of Ports", "Carl Duval")

Answer = TypeVar("Answer")


def sentence(draw: random.Random) -> str:
    words = ["".join(draw.choices("aeioustnrl", k=draw.randint(2, 9))) for _ in range(WORDS)]
    if draw.random() < 0.5:
        words[draw.randrange(1, WORDS)] = str(draw.randint(2, 20_000))
    if draw.random() < 0.5:
        words[draw.randrange(1, WORDS)] = draw.choice(NAMES)
    return " ".join(words).capitalize() + "."


def corpus(size: int, draw: random.Random) -> tuple[Corpus, OverlapIndex, Findings]:
    texts = [[[sentence(draw) for _ in range(SENTENCES)] for _ in range(PARAGRAPHS)] for _ in range(size)]
    copied = [(draw.sample(range(size), COPIES + 1), draw.randrange(PARAGRAPHS)) for _ in range(size)]
    for (source, *others), at in copied:
        for other in others:
            texts[other][at] = texts[source][at]
    documents = tuple(document(f"{number:06}", text) for number, text in enumerate(texts))
    overlaps = [
        overlap(documents[one], documents[other], at)
        for places, at in copied
        for one in places
        for other in places
        if one < other and texts[one][at] == texts[other][at]
    ]
    spans = [one.span(part) for one in documents for block in one.blocks for part in block.sentences]
    pairs = [draw.sample(spans, 2) for _ in range(len(spans) // 2000)]
    discrepancies = tuple(
        Discrepancy(
            f"d-{number}",
            MentionKind.NUMBER,
            Severity.CONFLICT,
            tuple(DiscrepancyValue(str(span.start), (span,)) for span in pair),
            "",
        )
        for number, pair in enumerate(pairs)
    )
    return Corpus(documents), OverlapIndex(tuple(overlaps)), Findings(discrepancies=discrepancies)


def document(name: str, paragraphs: list[list[str]]) -> Document:
    text, blocks = "", []
    for sentences in paragraphs:
        start, parts = len(text), []
        for said in sentences:
            text += " " if parts else ""
            parts.append(Sentence(len(text), len(text) + len(said)))
            text += said
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), tuple(parts)))
        text += "\n\n"
    return Document(name, name, text, sha256(text.encode()).hexdigest(), name, tuple(blocks))


def overlap(one: Document, other: Document, at: int) -> Overlap:
    left, right = one.blocks[at], other.blocks[at]
    pairs = tuple(
        SentencePair(OverlapKind.VERBATIM, 1.0, one.span(mine), other.span(yours))
        for mine, yours in zip(left.sentences, right.sentences, strict=True)
    )
    return Overlap(OverlapKind.VERBATIM, 1.0, one.span(left), other.span(right), pairs)


def timed(what: str, work: Callable[[], Answer]) -> Answer:
    begun = time.perf_counter()
    answer = work()
    print(f"  {what:<34} {(time.perf_counter() - begun) * 1000:9.1f} ms")
    return answer


def measure(size: int) -> None:
    draw = random.Random(size)
    known, overlaps, findings = corpus(size, draw)
    print(f"{size:,} documents, {known.sentences:,} sentences, {len(overlaps.overlaps):,} overlaps")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    backlog = timed("backlog", lambda: find_backlog(known, overlaps, findings))
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"  {len(backlog.items):,} sentences assert something; {added:.0f} MB added")

    def target(span: Span) -> Target:
        return make_target(by_id[span.document], span.start, span.end)

    by_id = {document.id: document for document in known}
    spans = [item.span for item in draw.sample(backlog.items, min(CLAIMS, len(backlog.items))) if item.span]
    verdicts = [new_verdict("Ann", target(span), Judgement.VERIFIED) for span in spans]
    linked = draw.sample(overlaps.overlaps, min(LINKS, len(overlaps.overlaps)))
    links = [new_link("Ann", target(o.sentences[0].left), target(o.sentences[0].right), LinkKind.SAME) for o in linked]
    anchors = {
        t: resolve(t, known) for t in [*(v.target for v in verdicts), *(e for n in links for e in (n.one, n.other))]
    }

    def claims() -> Review:
        return Review(build_claims(verdicts, anchors.__getitem__, links=links, origins=findings.origins))

    review = timed(f"{len(verdicts):,} verdicts into claims", claims)
    queue = timed("queue", lambda: build_queue(review, backlog))
    print(f"  {queue.left:,} left, {queue.judged:,} judged")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int, default=[1000, 10_000])
    for size in parser.parse_args().documents:
        measure(size)


if __name__ == "__main__":
    main()
