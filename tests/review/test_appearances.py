"""Where else a claim may stand: what is suggested, which part of it, and what needs a look."""

from claiming import corpus, overlaps, span

from mali_reader.corpus.model import Corpus
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, MentionKind, Severity
from mali_reader.overlap.model import OverlapKind
from mali_reader.review.appearances import Suggestion, suggest_appearances

STORY = (
    "The harbour council voted on Friday to close the northern pier of Lindhaven for repairs.\n"
    "About 13,000 passengers use the wooden pier every summer, the harbour master said.\n"
    "Fishing boats will move to the old dock beside the fish market.\n\n"
    "Nothing else was reported from the islands."
)
KNOWN = corpus(
    a=STORY,
    b=STORY.replace("13,000", "13,289").replace("Friday to close", "Friday to shut"),
    c=STORY,
    d="Cotton prices rose again.",
)
LEAD = "The harbour council voted on Friday to close the northern pier of Lindhaven for repairs."
COUNT = "About 13,000 passengers use the wooden pier every summer, the harbour master said."


def suggested(known: Corpus, quote: str, findings: Findings | None = None) -> dict[str, Suggestion]:
    found = suggest_appearances(span(known, "a", quote), known, overlaps(known), findings or Findings())
    assert len({one.span.document for one in found}) == len(found)
    return {one.span.document: one for one in found}


def test_copies_are_suggested_and_say_how_close_they_are() -> None:
    found = suggested(KNOWN, LEAD)
    assert found.keys() == {"b", "c"}
    assert KNOWN.text_of(found["c"].span) == LEAD
    assert found["c"].kind is OverlapKind.VERBATIM
    assert found["c"].changes == ()
    assert [KNOWN.text_of(change.right) for change in found["b"].changes] == ["shut"]
    assert found["b"].agrees
    assert found["c"].agrees


def test_a_differing_number_does_not_agree_and_comes_last() -> None:
    found = suggest_appearances(span(KNOWN, "a", COUNT), KNOWN, overlaps(KNOWN), Findings())
    assert [(one.span.document, one.agrees) for one in found] == [("c", True), ("b", False)]
    assert [fact.kind for fact in found[1].facts] == [MentionKind.NUMBER]


def test_a_part_of_a_sentence_faces_the_part_that_says_it() -> None:
    found = suggested(KNOWN, "13,000 passengers")
    assert KNOWN.text_of(found["c"].span) == "13,000 passengers"
    assert KNOWN.text_of(found["b"].span) == "13,289 passengers"
    assert KNOWN.text_of(found["b"].sentence).startswith("About 13,289")
    assert not found["b"].agrees


def test_a_claim_of_two_sentences_faces_two() -> None:
    found = suggested(KNOWN, f"{LEAD} {COUNT}")
    assert KNOWN.text_of(found["c"].span) == f"{LEAD} {COUNT}"
    assert not found["b"].agrees


def test_what_stands_in_no_overlap_has_no_suggestion() -> None:
    alone = corpus(a="Cotton prices rose again at the market.", b="Rain fell on the empty islands.")
    assert suggested(alone, "Cotton prices rose again at the market.") == {}


def test_a_discrepancy_between_two_sentences_keeps_them_from_agreeing() -> None:
    values = tuple(DiscrepancyValue(name, (span(KNOWN, name, "for repairs"),)) for name in "ac")
    point = Discrepancy("d-1", MentionKind.WORDING, Severity.CONFLICT, values, "")
    found = suggested(KNOWN, LEAD, Findings(discrepancies=(point,)))
    assert (found["c"].agrees, found["c"].discrepancies) == (False, ("d-1",))
    assert found["b"].agrees


def test_suggestions_go_both_ways() -> None:
    for name, other in (("a", "b"), ("b", "a")):
        quote = LEAD.replace("close", "shut") if name == "b" else LEAD
        found = suggest_appearances(span(KNOWN, name, quote), KNOWN, overlaps(KNOWN), Findings())
        assert other in {one.span.document for one in found}
