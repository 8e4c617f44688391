from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.parsing import parse_document
from mali_reader.corroboration.facts.mentions import mentions
from mali_reader.corroboration.model import Days, Mention, MentionKind, Qualifier

from .reports import report


def of_kind(text: str, *kinds: MentionKind, published: str | None = "2024-05-15") -> list[tuple[str, Mention]]:
    document = report("a", text, published)
    return [(document.slice(m.qualified), m) for m in mentions(document) if m.kind in kinds]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("The 13,000-strong force left.", "13,000-strong force", 13000, "people"),
        ("They sent two hundred and fifty soldiers.", "two hundred and fifty soldiers", 250, "people"),
        ("About a thousand of them stayed.", "About a thousand of them", 1000, "people"),
        ("A dozen buses burned.", "A dozen buses", 12, "buse"),
        ("It is a 48-page indictment.", "48-page", 48, "page"),
        ("The body has 15 member states.", "15 member states", 15, "state"),
        ("Some 12.5 percent of voters agreed.", "Some 12.5 percent", 12.5, "percent"),
        ("He was 61 years old.", "61 years old", 61, "age"),
        ("Brookes, 61, took the stand.", "61", 61, "age"),
        ("They drove 50 miles.", "50 miles", 80467, "length"),
        ("It was 43.8 degrees Celsius.", "43.8 degrees Celsius", 43.8, "temperature"),
        ("It was nearly 50F.", "nearly 50F", 10, "temperature"),
        ("The Celsius scale has 100 steps. It was 30 degrees.", "30 degrees", 30, "temperature"),
        ("Gusts of 80 miles an hour blew.", "80 miles an hour", 128.72, "speed"),
        ("The train ran at 300 km/h.", "300 km/h", 300, "speed"),
        ("They reached the 5,047m summit.", "5,047m", 5047, "length"),
        ("The wall is 5 metres high.", "5 metres", 5, "length:high"),
        ("They camped 400 metres below it.", "400 metres", 400, "distance"),
        ("It burned 20 square miles.", "20 square miles", 5180, "area"),
        ("Half a million people came.", "Half a million people", 500_000, "people"),
        ("The number of deaths rose to 34.", "rose to 34", 34, "people:dead"),
        ("The death toll had risen from 31 to 46.", "46", 46, "people:dead"),
        ("Divers found 48 bodies.", "48", 48, "people:dead"),
        ("Fourteen of the dead were children.", "Fourteen of the dead were children", 14, "people:dead"),
        ("The ship has a crew of 24.", "24", 24, "people"),
        ("It took an hour and a half.", "an hour and a half", 0.062, "time"),
        ("It took two and a half years.", "two and a half years", 913.125, "time"),
        ("It took half an hour.", "half an hour", 0.021, "time"),
        ("Fourteen such centres opened.", "Fourteen such centres", 14, "centre"),
        ("It began at half past three in the afternoon.", "half past three in the afternoon", 930, "clock"),
        ("It began at 4:40.", "4:40", 280, "half clock"),
        ("It began at ten o'clock at night.", "ten o'clock at night", 1320, "clock"),
        ("It began at midnight.", "midnight", 0, "clock"),
        ("A 6.8-magnitude quake struck.", "6.8-magnitude", 6.8, "magnitude"),
        ("A quake of 6.8 magnitude struck.", "6.8 magnitude", 6.8, "magnitude"),
        ("A quake of magnitude 6.8 struck.", "magnitude 6.8", 6.8, "magnitude"),
        ("The storm killed 22 people.", "22 people", 22, "people:dead"),
        ("The crash left 40 injured.", "40", 40, "people:hurt"),
        ("Of the rest, 52 of them are in critical care.", "52 of them", 52, "people:critical"),
        ("The storm hit hundreds of people, killing at least 22.", "hundreds of people", 100, "vague people"),
        ("Storms killed hundreds of people.", "hundreds of people", 100, "vague people:dead"),
        ("The crash injured dozens.", "dozens", 12, "vague people:hurt"),
        ("Scores more were hurt.", "Scores more", 20, "vague people:hurt"),
        ("At least 84 people, ten of them children, were killed.", "At least 84 people", 84, "people:dead"),
        ("At least 84 people, ten of them children, were killed.", "ten of them children", 10, "people:dead"),
        ("The dead include at least 10 children.", "at least 10 children", 10, "people:dead"),
        ("At least 14 United Nations soldiers died.", "At least 14 United Nations soldiers", 14, "people:dead"),
        ("Around 40 were wounded.", "Around 40", 40, "people:hurt"),
        ("A blast killed 12 last month.", "12", 12, "people:dead"),
        ("A blast killed 12 Friday in Marl.", "12", 12, "people:dead"),
        ("Another 53 UN troops were hurt, wounding over 50 others.", "over 50 others", 50, "people:hurt"),
        ("Gunfire kills 58 Palestinians, wounds 1,113.", "58 Palestinians", 58, "people:dead"),
        ("Gunfire kills 58 Palestinians, wounds 1,113.", "1,113", 1113, "people:hurt"),
        ("It put the number of Palestinians killed at 52.", "52", 52, "people:dead"),
        ("It put the wounded at 1,200.", "1,200", 1200, "people:hurt"),
        ("Some 35,000 Palestinians came.", "Some 35,000 Palestinians", 35_000, "people"),
        ("Some 12 Houthis were killed.", "Some 12 Houthis", 12, "people:dead"),
        ("They bought 20 Boeings.", "20 Boeings", 20, "boeing"),
        ("Houses burned and 12 houses were lost.", "12 houses", 12, "home"),
        ("Several hundred people were injured.", "Several hundred people", 200, "vague people:hurt"),
        ("Dozens of Palestinians were killed.", "Dozens of Palestinians", 12, "vague people:dead"),
        ("It counts 10,000 visitors a month.", "10,000 visitors", 10_000, "visitor:a month"),
        ("It built 2,000 homes a year ago.", "2,000 homes", 2000, "home"),
        ("Around 30 000 people came.", "Around 30 000 people", 30_000, "people"),
        ("On July 15 200 people came.", "200 people", 200, "people"),
        ("Es kamen 13\u00a0000 Menschen.", "13\u00a0000 Menschen", 13000, "menschen"),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, written: str, value: float, unit: str) -> None:
    assert (written, pytest.approx(value), unit) in [
        (words, m.value, m.unit) for words, m in of_kind(text, MentionKind.NUMBER)
    ]


@pytest.mark.parametrize(
    ("headline", "unit"), [("Twelve Homes Lost in Fire", "home"), ("Twelve Italians Lost in Fire", "people:dead")]
)
def test_a_headline_in_capitals_names_people_by_their_country_alone(headline: str, unit: str) -> None:
    document = parse_document(f"{headline}\n\nIt burned.", id="a", path="a.txt", markdown=False)
    assert [m.unit for m in mentions(document) if m.kind is MentionKind.NUMBER] == [unit]


def test_a_number_that_is_a_name_counts_nobody() -> None:
    assert of_kind("Flight 370 was lost.", MentionKind.NUMBER) == []


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("It cost $2.6 trillion.", "$2.6 trillion", 2.6e12, "$"),
        ("It pays 3 million dollars annually.", "3 million dollars", 3e6, "$:a year"),
        ("It loses $200 a day.", "$200", 200, "$:a day"),
        ("It cost over €100 million.", "over €100 million", 1e8, "€"),
        ("It cost 5 million euros.", "5 million euros", 5e6, "€"),
        ("It cost fifty dollars.", "fifty dollars", 50, "$"),
        ("It cost £3bn.", "£3bn", 3e9, "£"),
        ("It cost €\u00a03 million.", "€\u00a03 million", 3e6, "€"),
        ("It cost 500 lari.", "500 lari", 500, "lari"),
        ("It cost 61.20 kronor.", "61.20 kronor", 61.2, "crown"),
    ],
)
def test_money_is_read_with_currency_and_scale(text: str, written: str, value: float, unit: str) -> None:
    assert [(words, m.value, m.unit) for words, m in of_kind(text, MentionKind.MONEY)] == [
        (written, pytest.approx(value), unit)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It ended on Dec. 31, 2023.", "2023-12-31", "2023-12-31"),
        ("It ended on 31 December 2023.", "2023-12-31", "2023-12-31"),
        ("It ended on 2023-12-31.", "2023-12-31", "2023-12-31"),
        ("It lasted until the end of 2023.", "2023-12-31", "2023-12-31"),
        ("It lasted until the last day of December 2023.", "2023-12-31", "2023-12-31"),
        ("It began on June 6.", "2024-06-06", "2024-06-06"),
        ("It began in mid-June.", "2024-06-10", "2024-06-20"),
        ("It began in late 2021.", "2021-09-01", "2021-12-31"),
        ("It has lasted since 2013.", "2013-01-01", "2013-12-31"),
        ("It began in August of 2022.", "2022-08-01", "2022-08-31"),
        ("It began on Monday.", "2024-05-13", "2024-05-13"),
        ("It began last month.", "2024-04-01", "2024-04-30"),
        ("It began last week.", "2024-05-06", "2024-05-12"),
    ],
)
def test_dates_are_read_as_the_days_they_name(text: str, first: str, last: str) -> None:
    days = [m.value for _, m in of_kind(text, MentionKind.DATE)]
    assert len(days) == 1
    assert isinstance(days[0], Days)
    assert (days[0].first, days[0].last) == (
        date.fromisoformat(first).toordinal(),
        date.fromisoformat(last).toordinal(),
    )


@pytest.mark.parametrize(
    "text", ["You may go.", "They march on.", "Resolution 2690(2023) passed.", "He wrote it in 30 minutes."]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert of_kind(text, MentionKind.DATE) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("It killed at least 500 people.", Qualifier.FLOOR),
        ("It killed upwards of 500 people.", Qualifier.FLOOR),
        ("It killed up to 500 people.", Qualifier.CEILING),
        ("It killed nearly 500 people.", Qualifier.NEARLY),
        ("It killed some 500 people.", Qualifier.ABOUT),
        ("It killed 500 people.", Qualifier.NONE),
    ],
)
def test_small_words_before_a_number_are_kept(text: str, qualifier: Qualifier) -> None:
    assert [m.qualifier for _, m in of_kind(text, MentionKind.NUMBER)] == [qualifier]


def test_names_lose_their_titles() -> None:
    text = "The party said that former Prime Minister Ana de la Cruz met Col. B. Traven in Lima."
    assert [m.value for _, m in of_kind(text, MentionKind.NAME) if m.unit == "name"] == [
        ("ana", "de", "la", "cruz"),
        ("b", "traven"),
        ("lima",),
    ]


def test_denials_name_their_verb() -> None:
    text = "He did not actually sign the treaty. She has never seen the island."
    assert [words for words, _ in of_kind(text, MentionKind.NEGATION)] == [
        "did not actually sign the treaty",
        "has never seen the island",
    ]


def test_bylines_datelines_and_furniture_state_nothing() -> None:
    text = "NEW YORK, June 30 (Wire) - It rained.\n\nBy Ana Cruz | The Post | July 1, 2023\n\nShare this\nSubscribe"
    assert of_kind(text, MentionKind.DATE, MentionKind.NUMBER) == []


@given(st.text(alphabet=st.sampled_from("0123456789.,-$€%() \n\u00a0abeflnorstMJD'’“\"é漢"), max_size=200))
def test_any_text_is_read_and_every_mention_lies_in_its_sentence(text: str) -> None:
    document = report("a", text)
    for mention in mentions(document):
        assert mention.sentence.start <= mention.qualified.start <= mention.span.start
        assert mention.span.start < mention.span.end <= mention.sentence.end
        assert mention.qualified.end == mention.span.end
        assert document.slice(mention.span).strip()


@pytest.mark.parametrize(
    "piece",
    [
        "one hundred and ",
        "9" * 40,
        "in 2013 ",
        "June 5, 2001 and the end of ",
        "5 of 6 of ",
        "$",
        "one-" * 10,
        "one--" * 10,
    ],
)
def test_endless_repetition_is_read_in_time(piece: str) -> None:
    for mention in mentions(report("a", "It was " + piece * 2000)):
        assert mention.span.end > mention.span.start


def test_a_number_too_large_to_mean_anything_is_left_out() -> None:
    assert of_kind(f"They counted {'9' * 400} sheep.", MentionKind.NUMBER) == []


def test_a_sum_without_a_currency_has_that_of_its_sentence() -> None:
    found = of_kind("It earned 310 million crowns on sales of 3.1 billion.", MentionKind.MONEY)
    assert [(words, m.value, m.unit) for words, m in found] == [
        ("310 million crowns", 310e6, "crown"),
        ("3.1 billion", 3.1e9, "crown"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Alan Reid, 61, took the stand.", "alan reid"),
        ("Reid, 61, took the stand.", "reid"),
        ("It was the 61-year-old captain Alan Reid.", "alan reid"),
        ("Alan Reid, a 61-year-old captain, took the stand.", "alan reid"),
        ("Alan Reid took the stand. The 61-year-old wept.", "alan reid"),
        ("Alan Reid took the stand. He was 61.", "alan reid"),
        ("His son Alan, a captain, was 61.", "alan"),
        ("A boy of ten and a 61-year-old were hurt.", ""),
        ("Alan Reid took the stand. A 61-year-old guard wept.", ""),
        ("Alan Reid took the stand. A guard, 61, wept.", ""),
    ],
)
def test_ages_know_whose_they_are(text: str, owner: str) -> None:
    assert [m.head for _, m in of_kind(text, MentionKind.NUMBER) if m.unit == "age"] == [owner]
