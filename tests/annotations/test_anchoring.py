"""A judged sentence is found again after its document was edited, renamed or rewritten, or said to be lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verdicts import TEXT, document

from mali_reader.annotations.anchoring import Anchor, AnchorState, anchor, resolve
from mali_reader.annotations.codec import make_target
from mali_reader.annotations.records import Target
from mali_reader.corpus.model import Corpus

QUOTE = "The mission said at least 13,000 people were there on June 30."
STORY = f"Capital, Monday. {QUOTE} Nobody was hurt. A convoy went on to the north. Nobody was hurt. It ends in May."


def target(quote: str = QUOTE, text: str = STORY, occurrence: int = 0) -> Target:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    return make_target(document(text), start, start + len(quote))


def found(text: str, at: Anchor) -> str:
    return text[at.start : at.end]


def test_an_unchanged_document_is_found_by_position() -> None:
    at = anchor(target(), document(STORY))
    assert (at.state, at.stale, found(STORY, at)) == (AnchorState.POSITION, False, QUOTE)


def test_a_change_elsewhere_leaves_the_position() -> None:
    assert anchor(target(), document(STORY + " More to come.")).state is AnchorState.POSITION


def test_a_quote_that_moved_is_found() -> None:
    text = f"Updated at noon.\n\n{STORY}"
    at = anchor(target(), document(text))
    assert (at.state, found(text, at)) == (AnchorState.QUOTE, QUOTE)


@pytest.mark.parametrize("occurrence", [0, 1])
@pytest.mark.parametrize("shift", ["", "An editor's note comes first here. "])
def test_repeated_sentences_are_told_apart_by_their_surroundings(occurrence: int, shift: str) -> None:
    text = shift + STORY
    judged = target("Nobody was hurt.", occurrence=occurrence)
    assert anchor(judged, document(text)).start == judged.start + len(shift)


def test_a_repeated_sentence_is_told_by_its_surroundings_even_where_another_took_its_position() -> None:
    story = "Yes, he said.\nNo, she said.\nYes, he said.\nWell, they said.\n"
    judged = target("Yes, he said.", story, occurrence=1)
    text = "x" * (judged.start - 1) + "\n" + story
    assert text[judged.start : judged.end] == judged.exact
    assert anchor(judged, document(text)).start == text.rindex("Yes, he said.")


@pytest.mark.parametrize(
    ("old", "new"),
    [("'", "’"), ("-", "–"), (" ", "\u00a0"), (" ", "\n"), ("T", "t"), ("é", "e\u0301"), ("said", "sa\u00adid")],
)
def test_typesetting_does_not_hide_a_quote(old: str, new: str) -> None:
    quote = "The café's owner said: 'open - as ever'."
    story = f"First. {quote} Last."
    text = "New. " + story.replace(old, new)
    at = anchor(target(quote, story), document(text))
    assert at.state is AnchorState.NORMALISED
    assert not at.stale
    assert found(text, at) == quote.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "stale"),
    [
        ("13,000", "13,289", True),
        ("June 30", "July 30", True),
        ("were there", "were not there", True),
        ("The mission said", "The mission denied", True),
        ("at least 13,000 people", "at least 13 000 people", False),
        ("people were there", "people were present there", False),
        ("The mission said", "The UN mission said", True),
        ("at least", "some", False),
    ],
)
def test_an_edited_sentence_is_found_and_changed_facts_make_it_stale(old: str, new: str, stale: bool) -> None:
    text = "By our staff. " + STORY.replace(old, new)
    at = anchor(target(), document(text))
    assert at.state is AnchorState.FUZZY
    assert found(text, at) == QUOTE.replace(old, new)
    assert at.stale is stale


def test_what_is_gone_is_an_orphan() -> None:
    lost = Anchor(AnchorState.ORPHAN, None, None)
    assert anchor(target(), document("Quite another report about the harvest of this year.")) == lost
    assert anchor(target(), document("")) == lost
    assert anchor(target(), None) == lost


@pytest.mark.parametrize("text", ["", " ", "\u00ad", "a", "İ", "ß" * 50, "\u0301", QUOTE[:20], "🙂" * 40])
def test_odd_texts_and_quotes_do_no_harm(text: str) -> None:
    for quote in (text, QUOTE):
        at = anchor(Target("wire/first", "", 0, len(quote), quote), document(text))
        assert (at.start is None) == (at.end is None) == (at.state is AnchorState.ORPHAN)
        if at.start is not None and at.end is not None:
            assert 0 <= at.start < at.end <= len(text)


@given(st.text(max_size=60), st.text(max_size=60), st.text("abc .", min_size=1, max_size=12), st.text(max_size=20))
def test_whatever_comes_before_and_after_a_quote_is_found(before: str, after: str, quote: str, more: str) -> None:
    story = before + quote + after
    judged = make_target(document(story), len(before), len(before) + len(quote))
    text = more + story + more
    at = anchor(judged, document(text))
    assert at.state in (AnchorState.POSITION, AnchorState.QUOTE)
    assert found(text, at) == quote


def test_a_renamed_document_is_recognised_by_its_content() -> None:
    renamed = document(STORY, "archive/second")
    corpus = Corpus((renamed, document(TEXT, "wire/third")))
    assert resolve(target(), corpus) == (renamed, Anchor(AnchorState.POSITION, 17, 17 + len(QUOTE)))


def test_a_document_whose_name_another_took_is_recognised_by_its_content() -> None:
    renamed, usurper = document(STORY, "archive/second"), document("Something else.", "wire/first")
    assert resolve(target(), Corpus((renamed, usurper)))[0] is renamed


def test_an_edited_document_is_preferred_to_a_copy_of_what_it_was() -> None:
    edited, copy = document("Updated. " + STORY), document(STORY, "old/first")
    assert resolve(target(), Corpus((copy, edited)))[0] is edited


def test_a_document_that_is_gone_leaves_an_orphan() -> None:
    assert resolve(target(), Corpus((document("Something else.", "b"),))) == (None, Anchor(AnchorState.ORPHAN))
