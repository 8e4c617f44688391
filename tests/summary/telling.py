"""Small corpora with verdicts and findings, and their summaries."""

from collections.abc import Iterable

from mali_reader.annotations.anchoring import resolve
from mali_reader.annotations.codec import make_target, new_verdict, verdict_record
from mali_reader.annotations.records import Adjudication, Dismissal, Evidence, Judgement, Record, Stance, Verdict
from mali_reader.corpus.model import Block, BlockKind, Corpus, Document, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Dependence, Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.model import Overlap, OverlapKind, SentencePair
from mali_reader.review.claims import build_claims
from mali_reader.review.review import Review
from mali_reader.summary.build import build_summary
from mali_reader.summary.model import Publisher, Summary

DESK = Publisher("The Desk", "https://desk.example.org/checks")


def document(name: str, *paragraphs: str, title: str = "", **known: object) -> Document:
    """A document of paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks = []
    at = 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Document(name, f"{name}.txt", text, f"sha-{name}", title or f"About {name}", tuple(blocks), **known)  # type: ignore[arg-type]


def overlap(
    kind: OverlapKind, score: float, left: tuple[Document, int], right: tuple[Document, int], *, aligned: bool = False
) -> Overlap:
    """An overlap of two paragraphs by number, as one pair of sentences where it is aligned."""
    one, other = (document.span(document.blocks[number]) for document, number in (left, right))
    return Overlap(kind, score, one, other, (SentencePair(kind, score, one, other),) if aligned else ())


def say(who: str, where: Document, words: str, judgement: Judgement, note: str = "", *urls: str) -> Verdict:
    """A verdict on the first place where the words stand."""
    start = where.text.index(words)
    evidence = tuple(Evidence(url, Stance.SUPPORTS) for url in urls)
    return new_verdict(who, make_target(where, start, start + len(words)), judgement, note, evidence)


def summarise(
    documents: Iterable[Document],
    overlaps: Iterable[Overlap] = (),
    verdicts: Iterable[Verdict] = (),
    title: str = "Mali",
    *,
    records: Iterable[Record] | None = None,
    findings: Findings | None = None,
    publisher: Publisher | None = DESK,
    dismissals: Iterable[Dismissal] = (),
    adjudications: Iterable[Adjudication] = (),
) -> Summary:
    """The summary of a corpus; the verdicts are in force, and all the records unless others are given."""
    corpus = Corpus(tuple(documents))
    verdicts = tuple(verdicts)
    return build_summary(
        title,
        corpus,
        OverlapIndex(tuple(overlaps)),
        Review(
            build_claims(verdicts, lambda target: resolve(target, corpus), adjudications=adjudications),
            dismissals=tuple(dismissals),
        ),
        records=tuple(map(verdict_record, verdicts) if records is None else records),
        threshold=0.25,
        findings=findings,
        publisher=publisher,
    )


A = document("a", "Ten left.", "Nine came.", outlet="Wire", published="2023-06-30", sources=("https://example.org/a",))
B = document("b", "Ten men left.", "Nobody came.", "Rain fell.")
C = document("c", "Ten left, they say.")
OVERLAPS = (
    overlap(OverlapKind.EDITED, 0.9, (A, 0), (B, 0)),
    overlap(OverlapKind.PARAPHRASE, 1.0, (A, 1), (B, 1)),
    overlap(OverlapKind.VERBATIM, 0.5, (A, 0), (C, 0)),
)
VERDICTS = (
    say("ana", A, "Ten left.", Judgement.VERIFIED, "counted", "https://example.org/count"),
    say("ben", A, "Ten left.", Judgement.DISPUTED),
    say("ana", B, "Nobody came.", Judgement.DISPUTED, "nine did"),
    say("ana", B, "Rain fell.", Judgement.VERIFIED),
)


def found() -> Findings:
    """What a machine may find: a difference that b and c have with a, and c copied from a."""
    values = (
        DiscrepancyValue("Ten", (Span("a", 0, 3),)),
        DiscrepancyValue("Ten men", (Span("b", 0, 7), Span("c", 0, 3))),
    )
    return Findings(
        dependences=(Dependence("a", "c", True, 0.75, ()),),
        discrepancies=(Discrepancy("d-1", MentionKind.NUMBER, Severity.CONFLICT, values, "left"),),
        origin={"a": "a", "b": "b", "c": "a"},
    )
