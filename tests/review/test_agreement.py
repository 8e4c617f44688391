"""Agreement between annotators: known tables, another implementation, laws."""

import pytest
from claiming import claims, corpus, link, verdict
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from mali_reader.review.agreement import agreement, cohen_kappa, krippendorff_alpha, percent_agreement

TEXTBOOK = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}
"""Krippendorff (2011), "Computing Krippendorff's alpha-reliability", section C: four observers, twelve units."""
TABLES = st.lists(
    st.dictionaries(st.sampled_from("ABCD"), st.sampled_from(["yes", "no", "so"]), max_size=4), max_size=12
)
RATINGS = st.lists(st.tuples(st.sampled_from("vd"), st.sampled_from("vd")), max_size=15)
KNOWN = corpus(a="One left.\nTwo left.\nTen left.", b="One left.\nTwo went.")


def units(rows: dict[str, str]) -> list[dict[str, str]]:
    columns = zip(*(row.split() for row in rows.values()), strict=True)
    return [{name: said for name, said in zip(rows, column, strict=True) if said != "."} for column in columns]


def test_the_textbook_table_gives_the_textbook_alpha() -> None:
    alpha = krippendorff_alpha(units(TEXTBOOK))
    assert alpha == pytest.approx(0.743, abs=0.0005)


def test_kappa_of_cohens_own_measure_on_a_known_table() -> None:
    ratings = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(ratings) == pytest.approx(0.4)


@given(TABLES)
def test_alpha_is_what_another_implementation_gives(table: list[dict[str, str]]) -> None:
    rated = [unit for unit in table if len(unit) > 1]
    alpha = krippendorff_alpha(table)
    if len({said for unit in rated for said in unit.values()}) < 2:
        assert alpha is None
    else:
        task = AnnotationTask([(who, n, said) for n, unit in enumerate(rated) for who, said in unit.items()])
        assert alpha == pytest.approx(task.alpha())


@given(RATINGS)
def test_kappa_is_what_another_implementation_gives(ratings: list[tuple[str, str]]) -> None:
    kappa = cohen_kappa(ratings)
    if len({said for pair in ratings for said in pair}) < 2:
        assert kappa is None
    else:
        task = AnnotationTask([row for n, (a, b) in enumerate(ratings) for row in (("A", n, a), ("B", n, b))])
        assert kappa == pytest.approx(task.kappa_pairwise("A", "B"))


@given(TABLES, st.permutations("ABCD"))
def test_names_and_order_do_not_matter(table: list[dict[str, str]], names: list[str]) -> None:
    renamed = [{names["ABCD".index(who)]: said for who, said in unit.items()} for unit in reversed(table)]
    assert krippendorff_alpha(renamed) == pytest.approx(krippendorff_alpha(table), nan_ok=True)
    assert percent_agreement(renamed) == percent_agreement(table)


@given(TABLES)
def test_perfect_agreement_is_one_and_a_hundred(table: list[dict[str, str]]) -> None:
    agreed = [dict.fromkeys(unit, f"{number % 2}") for number, unit in enumerate(table)]
    assert krippendorff_alpha(agreed) in (None, 1.0)
    assert percent_agreement(agreed) in (None, 100.0)


@given(RATINGS)
def test_kappa_does_not_care_who_is_named_first(ratings: list[tuple[str, str]]) -> None:
    assert cohen_kappa([pair[::-1] for pair in ratings]) == pytest.approx(cohen_kappa(ratings), nan_ok=True)


def test_nothing_to_compare_is_undefined() -> None:
    alone = agreement(claims(KNOWN, [verdict(KNOWN, "a", "One left.")]))
    assert (alone.judged, alone.claims, alone.percent, alone.alpha, alone.pairs) == (1, 0, None, None, ())
    same = [verdict(KNOWN, "a", "One left.", annotator=name) for name in ("Ann", "Bea")]
    agreed = agreement(claims(KNOWN, same))
    assert (agreed.claims, agreed.percent, agreed.alpha, agreed.pairs[0].kappa) == (1, 100.0, None, None)


def test_it_says_where_disagreement_comes_from() -> None:
    said = [
        verdict(KNOWN, "a", "One left."),
        verdict(KNOWN, "a", "One left.", "disputed", "Bea"),
        verdict(KNOWN, "a", "Two left.", "disputed"),
        verdict(KNOWN, "a", "Two left.", "disputed", "Bea"),
        verdict(KNOWN, "a", "Ten left.", "verified", "Cy"),
    ]
    found = agreement(claims(KNOWN, said))
    assert found.annotators == ("Ann", "Bea", "Cy")
    assert (found.judged, found.claims, found.comparisons, found.percent) == (3, 2, 2, 50.0)
    assert [claim.wording for claim in found.disagreements] == ["One left."]
    by_pair = {pair.annotators: pair for pair in found.pairs}
    assert by_pair["Ann", "Bea"].disagreements == found.disagreements
    assert (by_pair["Ann", "Cy"].claims, by_pair["Ann", "Cy"].percent) == (0, None)


def test_a_group_of_copies_counts_once() -> None:
    said = [verdict(KNOWN, "a", "One left."), verdict(KNOWN, "b", "One left.", "disputed", "Bea")]
    apart = agreement(claims(KNOWN, said))
    together = agreement(claims(KNOWN, said, [link(KNOWN, ("a", "One left."), ("b", "One left."))]))
    assert (apart.judged, apart.claims) == (2, 0)
    assert (together.judged, together.claims, together.percent) == (1, 1, 0.0)
