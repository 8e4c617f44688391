"""Leads, which sum up the event that a report tells of, and words of one meaning that no stemmer leads back to one."""

from mali_reader.corpus.model import Document
from mali_reader.overlap.engine import find_overlaps

from .reports import document

_HERE = ["Congressman Harlan Dorsey and his wife were indicted in Port Ellis on Tuesday over the misuse of donations."]
_THERE = ["A grand jury has charged Harlan Dorsey, a member of the House since 2006, with spending gifts on holidays."]
_REST_HERE = ["Dorsey calls the indictment politics, and his lawyer wants the House to wait for a verdict of the jury."]
_REST_THERE = ["Among his holidays was a week in Italy, prosecutors wrote, for which the gifts of 40 donors went."]
_BYLINE = ["By Anna Kern, Port Ellis"]


def _score(left: Document, right: Document) -> float:
    """The score of the paragraphs that tell of the indictment."""
    (found,) = [
        overlap
        for overlap in find_overlaps((left, right), threshold=0.0)
        if left.slice(overlap.left) == _HERE[0] and right.slice(overlap.right) == _THERE[0]
    ]
    return found.score


def test_leads_are_likelier_to_say_the_same_than_what_stands_further_down() -> None:
    leads = _score(document("a", _HERE, _REST_HERE), document("b", _THERE, _REST_THERE))
    further_down = _score(document("a", _REST_HERE, _HERE), document("b", _REST_THERE, _THERE))
    assert leads > further_down


def test_a_byline_is_no_lead() -> None:
    plain = _score(document("a", _HERE, _REST_HERE), document("b", _THERE, _REST_THERE))
    signed = _score(document("a", _BYLINE, _HERE, _REST_HERE), document("b", _THERE, _REST_THERE))
    further_down = _score(document("a", _REST_HERE, _HERE), document("b", _REST_THERE, _THERE))
    assert abs(signed - plain) < abs(signed - further_down)


def test_a_number_in_words_and_an_irregular_verb_are_the_same_words_as_in_figures_and_in_the_present() -> None:
    one = document("a", ["Fifteen miners fought the fire and sank three pumps."], _REST_HERE)
    other = document("b", ["15 miners fight the fire and sink 3 pumps."], _REST_THERE)
    alike = document("b", ["Fifteen miners fought the fire and sank three pumps."], _REST_THERE)

    def best(right: Document) -> float:
        return max(overlap.score for overlap in find_overlaps((one, right), threshold=0.0))

    assert best(other) == best(alike)
