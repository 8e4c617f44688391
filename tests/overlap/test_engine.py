"""Which blocks are found to say the same thing."""

import os
import subprocess
import sys
from itertools import permutations

import pytest

from mali_reader.corpus.model import BlockKind, Document
from mali_reader.errors import CancelledError
from mali_reader.overlap.diffs.diff import word_changes
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.model import Overlap, OverlapKind

from .reports import BRIDGE, BRIDGE_COPY, BRIDGE_OWN, BRIDGE_WIRE, document, furniture, heading, title


def between(overlaps: tuple[Overlap, ...], left: str, right: str, *, words: tuple[str, str]) -> list[Overlap]:
    """The overlaps whose two sides hold the given words."""
    texts = {report.id: report for report in BRIDGE}
    return [
        overlap
        for overlap in overlaps
        if (overlap.left.document, overlap.right.document) == (left, right)
        and words[0] in texts[left].slice(overlap.left)
        and words[1] in texts[right].slice(overlap.right)
    ]


def kinds(documents: tuple[Document, ...]) -> set[tuple[BlockKind, BlockKind]]:
    block = {(report.id, b.start): b.kind for report in documents for b in report.blocks}
    return {
        (block[o.left.document, o.left.start], block[o.right.document, o.right.start])
        for o in find_overlaps(documents, threshold=0.0)
    }


def test_a_copied_paragraph_is_verbatim() -> None:
    found = between(find_overlaps(BRIDGE), "bridge-copy", "bridge-wire", words=("six weeks", "six weeks"))
    assert [overlap.kind for overlap in found] == [OverlapKind.VERBATIM]


def test_a_paragraph_with_words_changed_is_edited() -> None:
    shortened = document("a", ["Mayor Irma Tolland asked commuters to take the ferry until repairs are done."])
    whole = document("b", ["Mayor Irma Tolland urged commuters to use the ferry until the repairs are done."])
    others = (BRIDGE_COPY, BRIDGE_OWN)
    found = [o for o in find_overlaps((shortened, whole, *others)) if {o.left.document, o.right.document} == {"a", "b"}]
    assert [overlap.kind for overlap in found] == [OverlapKind.EDITED]


def test_a_paragraph_in_other_words_is_a_paraphrase() -> None:
    overlaps = find_overlaps(BRIDGE)
    inquiry = between(overlaps, "bridge-own", "bridge-wire", words=("called for", "demanded"))
    traffic = between(overlaps, "bridge-own", "bridge-wire", words=("48,000", "48,000"))
    assert [overlap.kind for overlap in inquiry] == [OverlapKind.PARAPHRASE]
    assert len(traffic) == 1


def test_paragraphs_on_the_same_topic_that_say_different_things_are_not_reported() -> None:
    overlaps = find_overlaps(BRIDGE)
    assert not between(overlaps, "bridge-copy", "bridge-own", words=("Schools", ""))
    assert not between(overlaps, "bridge-own", "bridge-wire", words=("Fishermen", ""))


def test_a_shared_full_name_alone_is_no_overlap() -> None:
    name = "International Commission for the Protection of the Velda River Basin"
    left = document("left", [f"Fishing quotas were the subject when the {name} met in autumn."])
    right = document("right", [f"Her uncle, who worked as an accountant for the {name}, retired to Spain."])
    reported = {(o.left.document, o.right.document) for o in find_overlaps((left, right, *BRIDGE))}
    assert ("left", "right") not in reported
    again = document("again", [f"In autumn the {name} met, and fishing quotas were its subject."])
    assert find_overlaps((left, again))


def test_titles_pair_with_titles_and_furniture_with_nothing() -> None:
    menu = "Home Politics Sport Weather Subscribe to our newsletter for the news of the day"
    closed = "The harbour bridge in Velda was closed after cracks were found"
    one = document("one", title(closed), [closed], furniture(menu))
    other = document("other", title(closed), [closed], furniture(menu), furniture(closed))
    pairs = kinds((one, other))
    assert pairs == {(BlockKind.TITLE, BlockKind.TITLE), (BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)}


def test_a_heading_pairs_where_it_tells_something_and_not_where_it_names_a_section() -> None:
    told = "Cracks were found in the harbour bridge"
    one = document("one", heading("Background"), heading("What was decided"), heading(told), ["Traffic stood still."])
    other = document("other", heading("Background"), heading("What remains"), heading(told), ["Ferries ran all day."])
    found = find_overlaps((one, other), threshold=0.0)
    assert [one.slice(overlap.left) for overlap in found] == [told]


def test_a_heading_is_not_taken_for_a_headline_that_says_the_same() -> None:
    """That titles on one event mostly say the same thing is no ground to pair a heading with a title."""
    words = "Ferry timetable for commuters in Velda"
    as_title = document("one", title("Harbour bridge in Velda closed"), ["Cracks were found."])
    pairs = {
        kind: find_overlaps((as_title, document("other", (kind, [words]), ["Trains ran."]), *BRIDGE), threshold=0.0)
        for kind in (BlockKind.TITLE, BlockKind.HEADING)
    }
    scores = {
        kind: next(o.score for o in found if (o.left.document, o.right.document) == ("one", "other"))
        for kind, found in pairs.items()
    }
    assert scores[BlockKind.HEADING] < scores[BlockKind.TITLE]


def test_each_pair_stands_once_in_order_with_the_smaller_id_on_the_left() -> None:
    overlaps = find_overlaps(BRIDGE, threshold=0.0)
    places = [(overlap.left, overlap.right) for overlap in overlaps]
    ordered = sorted(places, key=lambda p: (p[0].document, p[0].start, p[1].document, p[1].start))
    assert places == ordered
    assert len(set(places)) == len(places) > 0
    assert all(left.document < right.document for left, right in places)


def test_scores_lie_between_0_and_1_and_the_threshold_cuts_by_them() -> None:
    everything = find_overlaps(BRIDGE, threshold=0.0)
    assert all(0 <= overlap.score <= 1 for overlap in everything)
    assert all(0 <= pair.score <= 1 for overlap in everything for pair in overlap.sentences)
    kept = [(o.left, o.right) for o in everything if o.score >= 0.7]
    assert [(o.left, o.right) for o in find_overlaps(BRIDGE, threshold=0.7)] == kept
    assert 0 < len(kept) < len(everything)


def test_the_order_of_documents_changes_nothing() -> None:
    answers = {find_overlaps(order) for order in permutations(BRIDGE)}
    assert len(answers) == 1


def test_a_corpus_of_other_events_does_not_hide_or_invent_overlaps() -> None:
    """What is rare depends on the event, not on how much else the corpus holds."""
    colours = ["amber", "bronze", "coral", "denim", "ebony", "fawn", "green", "hazel", "ivory", "jade"]
    trades = ["baker", "cooper", "dyer", "farrier", "glazier", "hatter", "joiner", "mason", "potter", "tanner"]
    others = tuple(
        document(f"other-{c}-{t}", [f"A {trade} of the {colour} lane {c * 31 + t} sold his shop in the year {t}."])
        for c, colour in enumerate(colours)
        for t, trade in enumerate(trades)
    )
    alone = {(o.left, o.right) for o in find_overlaps(BRIDGE)}
    ids = {report.id for report in BRIDGE}
    among = {(o.left, o.right) for o in find_overlaps((*BRIDGE, *others)) if o.left.document in ids}
    assert among == alone


def test_every_hash_seed_gives_the_same_answer() -> None:
    code = (
        "from tests.overlap.reports import BRIDGE\n"
        "from mali_reader.overlap.engine import find_overlaps\n"
        "print(find_overlaps(BRIDGE, threshold=0.05))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(answers) == 1


@pytest.mark.parametrize(
    "documents",
    [
        (),
        (BRIDGE_WIRE,),
        (document("a"), document("b")),
        (document("a", ["..."]), document("b", ["…", "—"])),
        (document("a", ["One."]), document("b", ["Two."])),
    ],
)
def test_too_little_text_gives_no_overlaps(documents: tuple[Document, ...]) -> None:
    assert find_overlaps(documents) == ()


def test_a_cancelled_search_stops() -> None:
    def cancel(_what: str, _done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        find_overlaps(BRIDGE, progress=cancel)


def test_progress_counts_up_to_its_total() -> None:
    told: dict[str, tuple[int, int]] = {}

    def listen(what: str, done: int, total: int) -> None:
        assert told.get(what, (0, 0))[0] <= done <= total
        told[what] = (done, total)

    find_overlaps(BRIDGE, progress=listen)
    assert told
    assert all(done == total for done, total in told.values())


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "fr",
            "Le pont du port a été fermé lundi après la découverte de fissures dans deux câbles d’acier.",
            "Des fissures découvertes dans deux câbles en acier ont conduit lundi à la fermeture du pont du port.",
        ),
        (
            "de",
            "Die Hafenbrücke wurde am Montag gesperrt, nachdem Ingenieure Risse in zwei Stahlseilen entdeckt hatten.",
            "Weil Ingenieure in zwei Stahlseilen Risse entdeckten, ist die Hafenbrücke seit Montag gesperrt.",
        ),
        (
            "ru",
            "Мост в гавани закрыли в понедельник после того, как инженеры нашли трещины в двух стальных тросах.",
            "Инженеры нашли трещины в двух стальных тросах, и в понедельник мост в гавани был закрыт.",
        ),
        (
            "zh",
            "工程师在两根钢缆上发现裂缝后，港口大桥周一关闭。",
            "港口大桥周一关闭，因为工程师在两根钢缆上发现了裂缝。",
        ),
    ],
)
def test_rewrites_are_found_in_other_languages(language: str, left: str, right: str) -> None:
    one, other = document("one", [left], language=language), document("two", [right], language=language)
    assert len(find_overlaps((one, other, *BRIDGE))) >= 1
    assert [o.left.document for o in find_overlaps((one, other))] == ["one"]


def test_an_elided_article_does_not_hide_a_word() -> None:
    one = document("un", ["L’accord prévoit l’évacuation d’otages."], language="fr")
    other = document("deux", ["Un accord sur une évacuation des otages"], language="fr")
    stranger = document("trois", ["La récolte de pommes sera tardive cette année."], language="fr")
    assert [(o.left.document, o.right.document) for o in find_overlaps((one, other, stranger))] == [("deux", "un")]


def test_very_long_blocks_are_compared_in_reasonable_time() -> None:
    sentences = [f"Item {n} of the ledger went to clerk {n * 7919 % 977} on day {n * 31 % 365}." for n in range(1500)]
    endless = " ".join(f"word{n * 7919 % 30011}" for n in range(30_000))
    one = document("one", sentences, [endless])
    other = document("two", list(reversed(sentences)), [endless + " and one more"])
    found = find_overlaps((one, other))
    pairs = {(one.blocks[0].start, other.blocks[0].start), (one.blocks[1].start, other.blocks[1].start)}
    assert {(o.left.start, o.right.start) for o in found} == pairs
    changes = [c for o in found for pair in o.sentences for c in word_changes(one, other, pair)]
    assert "and one more" in {other.slice(change.right) for change in changes}
