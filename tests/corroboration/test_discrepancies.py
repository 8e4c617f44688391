import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from mali_reader.corpus.model import Document
from mali_reader.corpus.reader import read_corpus
from mali_reader.corroboration.differences.ahead import Stated, read_ahead
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.corroboration.model import Discrepancy, Severity
from mali_reader.errors import CancelledError
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.index import OverlapIndex

from .reports import discrepancies, report, told

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

_FIRE = (
    "A fire in the Halden paper mill killed 12 workers on Friday, the fire brigade said. The mill did not have a "
    "permit. Its owner, Ruth Ekholm, put the damage at $4 million.",
    "Twelve workers died when a fire broke out in the Halden paper mill on Friday. The fire brigade said that the mill "
    "did have a permit. Owner Ruth Eckholm put the damage at more than $4 million.",
    "A fire in the Halden paper mill killed 14 workers on Thursday, according to the fire brigade. Its owner, Ruth "
    "Ekholm, put the damage at $4 million.",
)


def _found(documents: Sequence[Document]) -> tuple[Discrepancy, ...]:
    return find_discrepancies(documents, find_overlaps(documents))


def _values(found: Sequence[Discrepancy]) -> list[set[str]]:
    return [{value.value for value in one.values} for one in found]


def test_each_value_lists_every_place_that_gives_it() -> None:
    dead = next(one for one in discrepancies(*_FIRE) if "14 workers" in {value.value for value in one.values})
    assert {value.value.lower(): [span.document for span in value.spans] for value in dead.values} == {
        "12 workers": ["a", "b"],
        "14 workers": ["c"],
    }
    assert dead.documents == {"a", "b", "c"}
    assert dead.severity is Severity.CONFLICT


def test_conflicts_come_first_then_what_involves_most_documents() -> None:
    found = discrepancies(*_FIRE)
    ranks = [(one.severity is Severity.VARIANT, -len(one.documents)) for one in found]
    assert len(ranks) > 2
    assert ranks == sorted(ranks)


def test_one_report_alone_and_an_empty_corpus_have_none() -> None:
    assert discrepancies(_FIRE[0]) == ()
    assert find_discrepancies((), ()) == ()


def test_reports_that_share_nothing_are_not_compared() -> None:
    assert discrepancies("The bridge cost $4 million.", "An orchestra in Lima hired 40 violinists.") == ()


def test_the_order_of_the_documents_and_of_the_overlaps_does_not_matter() -> None:
    documents = [report(name, text) for name, text in zip("abc", _FIRE, strict=True)]
    overlaps = find_overlaps(documents)
    expected = find_discrepancies(documents, overlaps)
    shuffled = list(overlaps)
    for seed in range(5):
        random.Random(seed).shuffle(documents)
        random.Random(seed).shuffle(shuffled)
        assert find_discrepancies(documents, shuffled) == expected
        assert find_discrepancies(documents, OverlapIndex(overlaps)) == expected


@pytest.mark.parametrize("guessed", [_FIRE, (*_FIRE, "The mill opened on June 3, 2019.", "On May 5, 2021 it closed.")])
def test_what_was_read_ahead_changes_nothing(guessed: Sequence[str]) -> None:
    documents = [report(name, text) for name, text in zip("abcde", guessed, strict=False)]
    documents[0] = report("a", _FIRE[0], "2024-03-09")
    overlaps = find_overlaps(documents)
    expected = find_discrepancies(documents, overlaps)
    ahead = tuple(read_ahead(documents))
    assert [one.document for one in ahead] == [document.id for document in documents]
    for some in (ahead, ahead[1:2], [_wrongly_guessed(one) for one in ahead]):
        assert find_discrepancies(documents, overlaps, ahead=some) == expected


def _wrongly_guessed(one: Stated) -> Stated:
    """What would be read of a report that was thought to be of another day, on which it says something else."""
    return one._replace(near=date(1999, 1, 1), facts=())


@pytest.mark.parametrize("nowhen", ["0001-01-01", "0001-12-31", "9999-01-01", "9999-12-31"])
def test_a_date_that_stands_for_none_is_none(nowhen: str) -> None:
    when = "It was two years ago, last month, on Friday and yesterday; next year, on January 5, it ends."
    texts = [f"{said} {when} The form says {nowhen}." for said in _FIRE]
    documents = [report(name, text, nowhen) for name, text in zip("abc", texts, strict=True)]
    undated = [report(name, text) for name, text in zip("abc", texts, strict=True)]
    assert told(_found(documents)) == told(_found(undated)) != []


def test_ids_survive_edits_elsewhere_and_other_documents() -> None:
    before = {one.id for one in discrepancies(*_FIRE)}
    opened = "Snow fell on the town of Halden all night long."
    edited = [f"{opened}\n\n{text}\n\nThe church bells rang." for text in _FIRE]
    after = {one.id for one in discrepancies(*edited, "An orchestra in Lima hired 40 violinists.")}
    assert before
    assert before <= after


def test_ids_are_unique_and_spans_give_their_values() -> None:
    documents = read_corpus(ROOT / "corpus").documents
    texts = {document.id: document.text for document in documents}
    found = _found(documents)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert len(one.values) >= 2
        assert len(one.documents) >= 2
        assert one.about
        for value in one.values:
            written = [" ".join(texts[span.document][span.start : span.end].split()) for span in value.spans]
            assert value.value in written


def test_it_can_be_cancelled() -> None:
    def stop(*_: object) -> None:
        raise CancelledError

    documents = [report(name, text) for name, text in zip("abc", _FIRE, strict=True)]
    with pytest.raises(CancelledError):
        find_discrepancies(documents, find_overlaps(documents), progress=stop)


@pytest.fixture(scope="module")
def sample() -> tuple[Discrepancy, ...]:
    return _found(read_corpus(ROOT / "corpus").documents)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("13,000", "15,000"),
        ("13,000", "13,289"),
        ("187 peacekeepers", "174 peacekeepers"),
        ("$200 million", "$20 million"),
        ("December", "November"),
        ("June 16", "June 6"),
        ("July 2013", "April 2013"),
        ("August 15", "August 5"),
        ("August 2022", "August 2021"),
        ("Konfourou", "Konfouro"),
        ("Prigozhin", "Progozhin"),
        ("West African", "East African"),
        ("West African", "central African"),
        ("had asked", "had not asked"),
        ("does not mention", "does mention"),
        ("at least 500 civilians", "about 500 civilians"),
        ("500 civilians", "500 fighters"),
        ("unanimously", "13 votes"),
        ("French-drafted", "drafted by the United States"),
        ("1,000", "10,000"),
        ("many", "most"),
    ],
)
def test_every_contradiction_planted_in_the_sample_corpus_is_found(
    sample: tuple[Discrepancy, ...], one: str, other: str
) -> None:
    def gives(values: set[str]) -> bool:
        ones = {value for value in values if one in value or one.replace("December", "Dec.") in value}
        return bool(ones) and any(other in value for value in values - ones)

    assert any(gives(values) for values in map(_spelt, sample))


def _spelt(one: Discrepancy) -> set[str]:
    return {value.value for value in one.values}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("decade-long", "10-year"),
        ("ten-year", "decade-long"),
        ("Dec. 31", "31 December 2023"),
        ("Friday", "June 30"),
        ("more than $200 million", "over $200 million"),
        ("U.N. Security Council", "UN Security Council"),
        ("June 16", "mid-June"),
        ("unanimously", "15-0"),
        ("September 30", "the end of September"),
        ("French-drafted", "drawn up by France"),
        ("1,000 Wagner fighters", "one thousand"),
        ("six months", "half a year"),
        ("Antonio Guterres", "António Guterres"),
        ("August 15", "the middle of August"),
        ("187 peacekeepers", "dozens of soldiers"),
    ],
)
def test_no_look_alike_of_the_sample_corpus_is_flagged(sample: tuple[Discrepancy, ...], one: str, other: str) -> None:
    for values in map(_spelt, sample):
        assert not (any(one in value for value in values) and any(other in value for value in values))


def test_little_else_is_flagged_in_the_sample_corpus(sample: tuple[Discrepancy, ...]) -> None:
    assert len(sample) <= 20


@pytest.mark.skipif(not (SHARED / "eval").is_dir(), reason="the labelled corpora are not there")
@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("minusma", [("13,000", "13,289"), ("West African", "central African"), ("2013", "April 2013")]),
        ("hunter-2018", [("48-page", "47-page"), ("about $60,000", "more than $60,000")]),
        ("aarp-2011", [("last month", "last week"), ("Barry Rand", "A. Barry Rand")]),
    ],
)
def test_contradictions_of_real_reports_are_found(name: str, values: list[tuple[str, str]]) -> None:
    found = _values(_found(read_corpus(SHARED / "corpora" / name).documents))
    for one, other in values:
        assert any(any(one in v for v in some) and any(other in v for v in some) for some in found)
