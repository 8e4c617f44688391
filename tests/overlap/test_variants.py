"""One passage as each document tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.overlap.diffs.variants import VariantSentence, sentences_left_out, variant_sentences
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.passages import group_passages

from .reports import BRIDGE, BRIDGE_COPY, BRIDGE_OWN, BRIDGE_WIRE, document

SENTENCES = (
    "The ferry carried forty-eight passengers across the frozen strait before dawn.",
    "The ferry carried fifty-two passengers across the frozen strait before dawn.",
    "Harbour pilots had warned the captain about drifting ice near the lighthouse.",
    "Pilots in the harbour had warned the captain about ice that drifts near the lighthouse.",
    "Nobody aboard was hurt, the coast guard told reporters later that morning.",
    "Bakers on the island sold warm cinnamon bread to everybody who waited.",
)
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4, unique=True)
reports = st.lists(st.lists(paragraphs, min_size=1, max_size=2), min_size=2, max_size=3).map(
    lambda some: tuple(document(name, *parts) for name, parts in zip("abc", some, strict=False))
)


def index(documents: tuple[Document, ...]) -> OverlapIndex:
    return OverlapIndex(find_overlaps(documents))


def told(base: Document, member: Document, words: str) -> list[tuple[str, list[str], bool]]:
    """Sentences, changed words and whether the base has them, of the passage whose member in `member` holds words."""
    overlaps = index(BRIDGE)
    passages = group_passages(BRIDGE, overlaps.overlaps)
    passage = next(
        p.members for p in passages if any(s.document == member.id and words in member.slice(s) for s in p.members)
    )
    one, other = (next(s for s in passage if s.document == report.id) for report in (base, member))
    return [
        (member.slice(s.span), [member.slice(change) for change in s.changed], s.shared)
        for s in variant_sentences(one, other, Corpus(BRIDGE), overlaps)
    ]


@given(reports)
def test_spans_are_the_sentences_of_the_member_and_changes_lie_inside_them(documents: tuple[Document, ...]) -> None:
    corpus, overlaps = Corpus(documents), index(documents)
    for passage in group_passages(documents, overlaps.overlaps):
        for base in passage.members:
            for member in passage.members:
                sentences = variant_sentences(base, member, corpus, overlaps)
                report = corpus.get(member.document)
                assert report is not None
                block = next(block for block in report.blocks if block.start == member.start)
                assert [s.span for s in sentences] == [report.span(sentence) for sentence in block.sentences]
                for sentence in sentences:
                    places = [sentence.span.start, *(n for c in sentence.changed for n in (c.start, c.end))]
                    assert [*places, sentence.span.end] == sorted([*places, sentence.span.end])
                    assert all(c.document == member.document and c.start < c.end for c in sentence.changed)
                    assert sentence.shared or not sentence.changed


@given(reports)
def test_the_base_against_itself_has_no_changes(documents: tuple[Document, ...]) -> None:
    corpus, overlaps = Corpus(documents), index(documents)
    for passage in group_passages(documents, overlaps.overlaps):
        for member in passage.members:
            assert all(s.shared and not s.changed for s in variant_sentences(member, member, corpus, overlaps))


@given(reports)
def test_without_its_changed_words_a_shared_sentence_is_made_of_words_of_the_base(
    documents: tuple[Document, ...],
) -> None:
    corpus, overlaps = Corpus(documents), index(documents)
    for passage in group_passages(documents, overlaps.overlaps):
        base = passage.members[0]
        known = set(corpus.text_of(base).casefold().split())
        for member in passage.members[1:]:
            for sentence in variant_sentences(base, member, corpus, overlaps):
                if sentence.shared:
                    assert set(_unchanged(corpus, sentence).casefold().split()) <= known


def _unchanged(corpus: Corpus, sentence: VariantSentence) -> str:
    """A sentence with blanks in place of each word that a change touches."""
    text = list(corpus.text_of(sentence.span))
    for change in sentence.changed:
        first, last = change.start - sentence.span.start, change.end - sentence.span.start
        while first > 0 and not text[first - 1].isspace():
            first -= 1
        while last < len(text) and not text[last].isspace():
            last += 1
        text[first:last] = " " * (last - first)
    return "".join(text)


def test_only_the_words_that_differ_are_marked() -> None:
    (sentence,) = told(BRIDGE_WIRE, BRIDGE_COPY, "Mayor")
    assert sentence[0].startswith("Mayor Irma Tolland asked")
    assert {"asked", "15"} <= set(" ".join(sentence[1]).split())
    assert "ferry" not in " ".join(sentence[1])
    assert sentence[2]


def test_a_sentence_in_another_order_is_shared() -> None:
    assert [(changed, shared) for _, changed, shared in told(BRIDGE_WIRE, BRIDGE_COPY, "closed to all traffic")] == [
        ([], True),
        ([], True),
    ]


def test_a_sentence_that_the_base_has_not_is_not_shared() -> None:
    longer = document("longer", [SENTENCES[0], SENTENCES[2], SENTENCES[5]])
    shorter = document("shorter", [SENTENCES[0], SENTENCES[2]])
    overlaps = index((longer, shorter))
    one, other = shorter.span(shorter.blocks[0]), longer.span(longer.blocks[0])
    sentences = variant_sentences(one, other, Corpus((longer, shorter)), overlaps)
    assert [s.shared for s in sentences] == [True, True, False]


def test_a_change_across_the_end_of_a_sentence_is_parted_there() -> None:
    said = "The ferry carried forty-eight passengers across the frozen strait"
    told = "nobody aboard was hurt, the coast guard told reporters later."
    base = document("base", [f"{said} in deepest night while {told}"])
    member = document("member", [f"{said} before noon.", f"Happily {told}"])
    one, other = base.span(base.blocks[0]), member.span(member.blocks[0])
    sentences = variant_sentences(one, other, Corpus((base, member)), index((base, member)))
    assert [[member.slice(change) for change in s.changed] for s in sentences] == [["before noon."], ["Happily"]]


def test_members_that_are_in_one_passage_through_a_third_share_nothing_of_their_own() -> None:
    one, other = BRIDGE_COPY.span(BRIDGE_COPY.blocks[3]), BRIDGE_OWN.span(BRIDGE_OWN.blocks[3])
    sentences = variant_sentences(one, other, Corpus(BRIDGE), OverlapIndex())
    assert len(sentences) == len(BRIDGE_OWN.blocks[3].sentences)
    assert not any(s.shared or s.changed for s in sentences)


def test_a_document_that_is_not_there_is_an_error() -> None:
    gone = Span("gone", 0, 4)
    with pytest.raises(KeyError):
        variant_sentences(gone, gone, Corpus(BRIDGE), OverlapIndex())


def test_words_of_the_base_that_a_telling_leaves_out_have_their_place() -> None:
    before, after = "The mayor of Velm said on Sunday that the bridge was ", "inspected in spring by the county."
    base, member = document("a", [f"{before}not {after}"]), document("b", [before + after])
    (overlap,) = find_overlaps((base, member))
    (sentence,) = variant_sentences(overlap.left, overlap.right, Corpus((base, member)), index((base, member)))
    start = overlap.right.start + len(before)
    assert (sentence.changed, sentence.left_out) == ((), (Span("b", start, start),))
    (other,) = variant_sentences(overlap.right, overlap.left, Corpus((base, member)), index((base, member)))
    assert ([base.slice(change) for change in other.changed], other.left_out) == (["not"], ())


@given(reports)
def test_what_a_telling_leaves_out_is_what_the_base_has_alone(documents: tuple[Document, ...]) -> None:
    corpus, overlaps = Corpus(documents), index(documents)
    for passage in group_passages(documents, overlaps.overlaps):
        for base in passage.members:
            for member in passage.members:
                alone = [s.span for s in variant_sentences(member, base, corpus, overlaps) if not s.shared]
                assert [*sentences_left_out(base, member, corpus, overlaps)] == alone
