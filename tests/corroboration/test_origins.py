import random
from pathlib import Path

import pytest

from mali_reader.corpus.model import Document
from mali_reader.corpus.reader import read_corpus
from mali_reader.corroboration.findings import count_origins
from mali_reader.corroboration.model import Dependence
from mali_reader.corroboration.origins import find_dependences, origins, origins_of
from mali_reader.errors import CancelledError
from mali_reader.overlap.engine import find_overlaps

from .reports import report

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"

_STORY = """
The harbour of Port Vell will close for three weeks while divers look for old mines, the port authority said.

Ferries to the outer islands will leave from the fishing pier at Santa Rosa until the work is finished in May.

Shopkeepers along the quay fear for their trade and have asked the town council to lower the rents for the spring.
"""
_COPY = """
The harbour of Port Vell will close for three weeks while divers search for old mines, the port authority said.

Shopkeepers along the quay fear for their trade and have asked the town council to lower their rents for the spring.

Ferries to the outer islands will leave from the fishing pier at Santa Rosa until the work is finished in May.

Nobody in the town can remember when the harbour was last shut for so long.
"""


def _links(*documents: Document) -> list[tuple[str, str, bool]]:
    return [(one.source, one.copy, one.directed) for one in find_dependences(documents, find_overlaps(documents))]


def test_the_earlier_of_two_is_the_source() -> None:
    assert _links(report("b", _STORY, "2024-03-01"), report("a", _COPY, "2024-03-02")) == [("b", "a", True)]


def test_without_dates_or_credit_nothing_tells_the_direction() -> None:
    assert _links(report("b", _STORY), report("a", _COPY)) == [("a", "b", False)]


def test_who_credits_the_other_is_the_copy() -> None:
    source = report("b", "SANTA ROSA (Coast Wire) - " + _STORY.strip())
    copy = report("a", _COPY + "\nCoast Wire first reported the closure.")
    assert _links(source, copy) == [("b", "a", True)]


def test_what_a_copy_has_through_another_copy_is_no_dependence_of_its_own() -> None:
    again = _COPY.replace("Nobody in the town can", "No one in town can")
    links = _links(
        report("a", _STORY, "2024-03-01"), report("b", _COPY, "2024-03-02"), report("c", again, "2024-03-03")
    )
    assert links == [("a", "b", True), ("b", "c", True)]


_SPEECH = (
    "We will not leave this valley before the last house has been searched, and we will rebuild every bridge "
    "that the river has taken from us, whatever it costs and however long it takes."
)


def test_a_speech_that_both_quote_is_not_copying() -> None:
    one = report("a", f"The president spoke in Arlen on Monday.\n\n“{_SPEECH}”, she told the crowd.")
    other = report("b", f'In Arlen the head of state made a promise.\n\n"{_SPEECH}" Then she flew home.')
    assert _links(one, other) == []


def test_words_that_one_quotes_and_another_takes_over_without_marks_are_not_copying() -> None:
    one = report("a", f"The president spoke in Arlen on Monday.\n\n“{_SPEECH}”, she told the crowd.")
    other = report("b", f"In Arlen the head of state made a promise.\n\n{_SPEECH} Then she flew home.")
    assert _links(one, other) == []


def test_documents_that_copy_one_another_have_one_origin() -> None:
    documents = [report("a", _COPY, "2024-03-02"), report("b", _STORY, "2024-03-01"), report("c", "It rained in Oslo.")]
    found = origins(documents, find_overlaps(documents))
    assert found == {"a": "b", "b": "b", "c": "c"}
    assert count_origins(["a", "b", "c"], found) == 2
    assert count_origins(["a", "b", "b"], found) == 1
    assert count_origins(["elsewhere"], found) == 1


def test_a_circle_of_dependences_has_one_origin() -> None:
    documents = [report(name, "It rained.") for name in "abc"]
    circle = [Dependence(one, other, True, 1.0, ()) for one, other in ("ab", "bc", "ca")]
    assert set(origins_of(documents, circle).values()) == {"a"}


def test_the_order_of_the_documents_does_not_matter() -> None:
    documents = list(read_corpus(ROOT / "corpus").documents)
    overlaps = list(find_overlaps(documents))
    expected = find_dependences(documents, overlaps)
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        assert [(o.source, o.copy, o.directed, o.share) for o in find_dependences(documents, overlaps)] == [
            (o.source, o.copy, o.directed, o.share) for o in expected
        ]


def test_the_chain_of_the_sample_corpus_is_one_origin_in_its_direction() -> None:
    documents = read_corpus(ROOT / "corpus").documents
    assert [(one[:2], other[:2], directed) for one, other, directed in _links(*documents)] == [
        ("01", "02", True),
        ("02", "03", True),
        ("03", "04", True),
    ]
    found = origins(documents, find_overlaps(documents))
    assert count_origins(found, found) == 5
    assert {found[document.id] for document in documents[:4]} == {documents[0].id}


@pytest.mark.skipif(not (SHARED / "corpora").is_dir(), reason="the labelled corpora are not there")
@pytest.mark.parametrize("name", ["aarp-2011", "hunter-2018"])
def test_independent_newsrooms_are_independent_origins(name: str) -> None:
    documents = read_corpus(SHARED / "corpora" / name).documents
    found = origins(documents, find_overlaps(documents))
    assert count_origins(found, found) == len(documents)


def test_a_search_that_is_stopped_stops() -> None:
    def stop(_what: str, _done: int, _total: int) -> None:
        raise CancelledError

    reports = [report("a", _STORY), report("b", _COPY)]
    with pytest.raises(CancelledError):
        find_dependences(reports, find_overlaps(reports), progress=stop)
