"""Forms that say the same, and forms that do not, in one sentence that two reports share."""

import pytest

from mali_reader.corpus.parsing import parse_document
from mali_reader.corroboration.discrepancies import find_discrepancies
from mali_reader.overlap.engine import find_overlaps

from .reports import discrepancies, report, told

_FRAME = "The harbour strike in Port Vell, which stopped every ferry to the islands, {}, the mayor Ana Cruz announced."


def _compared(one: str, other: str) -> list[tuple[str, str, set[str]]]:
    return told(discrepancies(_FRAME.format(one), _FRAME.format(other), published="2023-07-01"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ended a ten-year quarrel", "ended a decade-long quarrel"),
        ("ended a ten-year quarrel", "ended a 10-year quarrel"),
        ("lasted six months", "lasted half a year"),
        ("will end on Dec. 31", "will end on December 31"),
        ("will end on December 31", "will end on 31 December 2023"),
        ("will last until the end of 2023", "will last until Dec. 31, 2023"),
        ("began on Friday", "began on June 30"),
        ("cost over $200 million", "cost more than $200 million"),
        ("cost the town 10,000 visitors a month", "cost the town 120,000 visitors a year"),
        ("cost $20 million a month", "cost $240 million a year"),
        ("cost over $200 million", "cost upwards of $200 million"),
        ("idled about 1,000 dockers", "idled some one thousand dockers"),
        ("idled approximately 1,000 dockers", "idled 1,000 dockers"),
        ("was blamed on António Reis", "was blamed on Antonio Reis"),
        ("was backed unanimously by the vote", "was backed 15-0 by the vote"),
        ("emptied a town 50 miles off", "emptied a town 80 kilometres off"),
        ("began in winds of 80 miles an hour", "began in winds of 130 km/h"),
        ("began in a heat of 44 degrees Celsius", "began in a heat of 111 degrees Fahrenheit"),
        ("began at half past three in the afternoon", "began at 3:30 p.m."),
        ("began at 3:30", "began at 3:30 p.m."),
        ("began at 9 a.m. EST", "began at 2 p.m. GMT"),
        ("was called off by Foreign Minister Emil Braun", "was called off by the foreign affairs minister, Emil Braun"),
        ("was called off by Director Emil Braun", "was called off by former deputy director Emil Braun"),
        ("hurt a third of the dockers", "hurt 33 percent of the dockers"),
        ("hit a village north of Marl", "hit a village to the north of Marl"),
        ("took nine hours", "began and took nine hours, a day later"),
        ("will end on the third of November", "will end on November 3"),
        ("idled a quarter of a million people", "idled 250,000 people"),
        ("was backed by the union", "was opposed by the owners"),
        ("stopped 26 trains", "stopped the express along with 25 trains"),
        ("hurt six pilots", "hurt Emil Braun and five other pilots"),
        ("could spread to the islands", "did not spread to the islands"),
        ("was the first to stop the trains", "was the first in ten years to stop the trains"),
        ("hurt hundreds of dockers, 500 of them badly", "hurt 500 dockers"),
        ("divided towns: he backed the strike", "divided towns: the owners opposed the strike"),
        ("moved shares: Vell shares rose", "moved shares: Marl shares fell"),
        ("was blamed on Emil Braun, 51, of Kell", "was blamed on Emil Braun, 51, of Ohio"),
        ("idled hundreds of dockers", "idled 400 dockers"),
        ("won over the first half of the dockers", "won over 40 percent of the dockers"),
        ("hurt half of the dockers", "hurt 50 percent of the dockers"),
        ("was blamed on Lt. Col. Emil Braun", "was blamed on Lieutenant-Colonel Emil Braun"),
        ("was blamed on the Norwegian trader Emil Braun", "was blamed on Emil Braun, a trader from Norway"),
        ("was blamed on Emil Braun, 51, from Marl", "was blamed on Emil Braun"),
        ("was blamed on Emil Braun, the head of a Danish bank", "was blamed on the Norwegian trader Emil Braun"),
        ("found no sign of oil", "found no oil"),
        ("would be accepted by the union", "was rejected by the union"),
        ("hurt unarmed guards", "hurt armed robbers"),
        ("hit a ferry over 18.6 miles out", "hit a ferry 30 kilometres out"),
        ("took an hour and a half", "took 90 minutes"),
        ("ended a plan of three phases", "ended phase two of a plan"),
        ("was the fault of three volumes of rules", "was the fault of 12 litres of rules"),
        ("idled 5,000 dockers of about 20 kilometres of quay", "idled 5,000 dockers of 21 kilometres of quay"),
    ],
)
def test_forms_of_one_fact_are_not_flagged(one: str, other: str) -> None:
    assert _compared(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "kind", "severity"),
    [
        ("ended a ten-year quarrel", "ended a twelve-year quarrel", "number", "conflict"),
        ("will end on December 31", "will end on December 13", "date", "conflict"),
        ("began in June 2023", "began in May 2023", "date", "conflict"),
        ("began on June 12", "began in mid-June", "date", "variant"),
        ("began in 2021", "began in late 2021", "date", "variant"),
        ("cost over $200 million", "cost nearly $20 million", "money", "conflict"),
        ("cost about $60,000", "cost more than $60,000", "money", "variant"),
        ("idled 13,000 dockers", "idled 13,289 dockers", "number", "variant"),
        ("idled 5,300 dockers", "idled about 5,000 dockers", "number", "variant"),
        ("killed at least 31 people", "killed at least 34 people", "number", "variant"),
        ("cost 310 million crowns", "cost 130 million crowns", "money", "conflict"),
        ("began at 3:30 in the morning", "began at 3:30 in the afternoon", "number", "conflict"),
        ("emptied a town 12 miles off", "emptied a town 13 miles off", "number", "conflict"),
        ("was blamed on Sofia Blum", "was blamed on Sophia Blum", "name", "variant"),
        ("will hurt Emil Braun, 44,", "will hurt the 46-year-old skipper Emil Braun", "number", "conflict"),
        (
            "was led by Emil Braun, the head of the union",
            "was led by Emil Braun, deputy head of the union",
            "name",
            "conflict",
        ),
        ("was led by Foreign Minister Emil Braun", "was led by Interior Minister Emil Braun", "name", "conflict"),
        ("hit a village north of Marl", "hit a village south of Marl", "place", "conflict"),
        ("hit Marl, in the north of the country", "hit the southern town of Marl", "place", "conflict"),
        ("damaged its left engine", "damaged its right engine", "place", "conflict"),
        ("was blamed on Emil Hale", "was blamed on Emil Hail", "name", "variant"),
        ("was blamed on Klaudia Berger", "was blamed on Claudia Berger", "name", "variant"),
        ("left three people injured", "took a turn, but nobody was injured", "number", "conflict"),
        ("struck a union which had no permit", "struck a union which had a permit", "negation", "conflict"),
        ("has not changed much", "has not changed in any significant way", "negation", "variant"),
        ("hurt a third of the dockers", "hurt 53 percent of the dockers", "number", "conflict"),
        ("paid the ransom", "did not pay the ransom", "negation", "conflict"),
        ("hurt at least 500 civilians", "hurt about 500 civilians", "number", "variant"),
        ("hurt 500 civilians", "hurt 500 soldiers", "number", "conflict"),
        ("was backed unanimously by the vote", "was backed 13-2 by the vote", "number", "conflict"),
        ("was blamed on Yuri Kolmogarov", "was blamed on Yuri Kolmogorov", "name", "variant"),
        ("was blamed on Adam L. Braun", "was blamed on Adam Braun", "name", "variant"),
        ("was blamed on Adam Braun", "was blamed on Rosa Lind", "name", "conflict"),
        ("hit the West African country", "hit the East African country", "place", "conflict"),
        ("hit northern Ghana", "hit southern Ghana", "place", "conflict"),
        ("did not stop the grain ships", "did stop the grain ships", "negation", "conflict"),
        ("was backed unanimously by the judges", "was backed by a majority of two to one", "number", "conflict"),
        ("was blamed on Col. Emil Braun", "was blamed on Major Emil Braun", "name", "conflict"),
        ("was blamed on Gen. Emil Braun", "was blamed on Lieutenant General Emil Braun", "name", "variant"),
        (
            "was blamed on the Norwegian trader Emil Braun",
            "was blamed on Emil Braun, a former minister of Denmark",
            "name",
            "conflict",
        ),
        ("was blamed on Emil Braun, 51, from Marl", "was blamed on Emil Braun, a trader from Kell", "name", "conflict"),
        ("began though no warning had been issued", "began after a gale warning", "negation", "conflict"),
        ("sank a boat built in 1994 in Japan", "sank a boat built in South Korea", "name", "conflict"),
        ("idled hundreds of dockers", "idled thousands of dockers", "number", "conflict"),
        ("idled hundreds of dockers", "idled 40 dockers", "number", "conflict"),
        ("hit the second-largest port of the island", "hit the third largest port of the island", "number", "conflict"),
        ("is in its second week", "is in its third week", "number", "conflict"),
        ("hurt half of the dockers", "hurt two thirds of the dockers", "number", "conflict"),
        ("hurt more than half of the dockers", "hurt less than half of the dockers", "number", "conflict"),
        ("was blamed on Mike Braun", "was blamed on Michael Braun", "name", "variant"),
        ("was blamed on Emil Otto Braun", "was blamed on Emil Braun", "name", "variant"),
        ("was called by Bright Star Lines", "was called by Brightstar Shipping Corp.", "name", "variant"),
        ("was the first strike to stop the trains", "was one of the first to stop the trains", "number", "conflict"),
        ("began a week later", "began four days later", "number", "conflict"),
        ("was blamed on Geoff Braun", "was blamed on Geoffrey Braun", "name", "variant"),
        ("hurt 16 percent of the dockers", "hurt 16.8 percent of the dockers", "number", "variant"),
        ("hurt 16 percent of the dockers", "hurt 17.6 percent of the dockers", "number", "conflict"),
        ("was accepted by the union", "was rejected by the union", "negation", "conflict"),
        ("led a court to convict Emil Braun", "led a court to acquit Emil Braun", "negation", "conflict"),
        ("moved fares, which rose 4 percent", "moved fares, which fell 4 percent", "negation", "conflict"),
        ("hurt guards who were armed", "hurt unarmed guards", "negation", "conflict"),
        ("was found to be legal", "was found to be illegal", "negation", "conflict"),
        ("was a French-drafted idea", "was an idea drafted by Britain", "name", "conflict"),
        ("emptied many of the shops", "emptied most of the shops", "wording", "variant"),
        ("met an imminent threat to trade", "met an immediate threat to trade", "wording", "variant"),
    ],
)
def test_forms_of_different_facts_are_flagged(one: str, other: str, kind: str, severity: str) -> None:
    assert (kind, severity) in [(found_kind, found) for found_kind, found, _ in _compared(one, other)]


def test_a_number_that_the_other_report_gives_as_well_is_no_discrepancy() -> None:
    one = "The quake killed 22 people in the town. It hurt 300 people in the villages, the rescue agency said."
    other = "The rescue agency said that the quake hurt 300 people in the villages. It killed 22 people in the town."
    assert discrepancies(one, other) == ()


def test_the_dead_are_not_weighed_against_the_injured() -> None:
    one = "The explosion at the Halden mill killed 22 people, the fire brigade said on the spot."
    other = "The explosion at the Halden mill injured 25 people, the fire brigade said on the spot."
    assert discrepancies(one, other) == ()


def test_different_people_with_similar_names_are_told_apart() -> None:
    one = "Judge Maria Lindqvist opened the Halden trial, and the prosecutor read the charges to the court."
    other = "Juror Peter Lindquist slept through the opening of the Halden trial, while charges were read to the court."
    assert [found for found in told(discrepancies(one, other)) if found[0] == "name"] == []


_FIRE = "A fire in the Halden mill at Vell broke out on Friday in its store of paper, the owner Ana Cruz said."


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Rescuers counted 46 dead by nightfall.", "It has killed 48 workers, a doctor told the radio.", True),
        (
            "Rescuers counted at least 46 dead by nightfall.",
            "It has killed 48 workers, a doctor told the radio.",
            False,
        ),
        ("Rescuers counted 46 dead by nightfall.", "It has hurt 48 workers, a doctor told the radio.", False),
    ],
)
def test_the_tolls_that_two_leads_give_are_those_of_the_event(one: str, other: str, differ: bool) -> None:
    found = told(discrepancies(f"{_FIRE} {one}", f"{other} {_FIRE}", published="2023-07-01"))
    assert [("number", "conflict")] * differ == [one[:2] for one in found if one[:2] == ("number", "conflict")]


def test_a_toll_further_down_may_be_that_of_another_fire() -> None:
    one, other = (
        f"{_FIRE} Rescuers counted 46 dead.",
        f"{_FIRE} She wept. He left. All slept. Fires here killed 48 once.",
    )
    assert [found for found in told(discrepancies(one, other)) if found[0] == "number"] == []


def test_as_many_of_one_country_are_not_as_many_of_another() -> None:
    one = f"{_FIRE} Among the dead are seven Italians and nine Japanese."
    other = f"{_FIRE} Among the dead are nine Italians and seven Japanese."
    assert ("number", "conflict", {"seven Italians", "nine Italians"}) in told(discrepancies(one, other))


def test_a_name_is_no_spelling_of_the_longer_one_that_it_ends() -> None:
    one = f"{_FIRE} Most of the dead are West African men."
    other = f"{_FIRE} African men are most of the dead."
    assert [found for found in told(discrepancies(one, other)) if found[0] == "name"] == []


_CUP = "The cup final between Vell and Marl drew the largest crowd of the year, the league said on the radio. "


@pytest.mark.parametrize(("also", "differ"), [("", True), (" It was built beside the Maracana.", False)])
def test_a_long_name_is_misspelt_where_much_the_same_is_told_of_it(also: str, differ: bool) -> None:
    one = f"{_CUP}It was played before sixty thousand in the Maracana.{also}"
    other = f"{_CUP}Sixty thousand saw how the final was played in the Macarana.{also}"
    assert (("name", "variant", {"Maracana", "Macarana"}) in told(discrepancies(one, other))) is differ


@pytest.mark.parametrize(("denied_on", "differ"), [("2023-07-01", False), ("2023-07-03", True)])
def test_what_has_not_happened_yet_may_happen_before_a_later_report(denied_on: str, differ: bool) -> None:
    said = "The yacht of the sailor Ana Cruz {} off Port Vell, the coast guard told the harbour radio."
    documents = [
        report("a", said.format("has not been found"), denied_on),
        report("b", said.format("was found on the rocks"), "2023-07-02"),
    ]
    assert bool(find_discrepancies(documents, find_overlaps(documents))) is differ


def test_dates_of_different_deeds_do_not_contradict_each_other() -> None:
    one = "Hackers broke into the network of the bank Vell on February 17 and took the data of its customers."
    other = "It was on February 28 that a clerk noticed the hackers in the network of the bank Vell with its data."
    assert [found for found in told(discrepancies(one, other, published="2023-03-01")) if found[0] == "date"] == []


def test_what_rose_on_one_day_may_fall_on_another() -> None:
    found = _compared("moved fares, which rose on Monday", "moved fares, which fell on Tuesday")
    assert [one for one in found if one[0] == "negation"] == []


def _told_by(*texts: str) -> list[tuple[str, str, set[str]]]:
    """What reports differ on that begin with a headline of their own."""
    documents = [
        parse_document(f"---\ndate: 2023-07-01\n---\n{text}\n", id=name, path=f"{name}.md", markdown=True)
        for name, text in zip("abc", texts, strict=False)
    ]
    return told(find_discrepancies(documents, find_overlaps(documents)))


def test_the_body_of_a_report_counts_where_its_headline_says_something_else() -> None:
    one = "# Twelve miners killed at Koru\n\nFourteen miners were killed at Koru when a shaft collapsed on Friday."
    other = "# Disaster at Koru\n\nTwelve miners were killed at Koru when a shaft collapsed on Friday."
    assert ("number", "conflict", {"Twelve miners", "Fourteen miners"}) in _told_by(one, other)
    agreeing = one.replace("Twelve miners", "Fourteen miners")
    assert _told_by(one, agreeing) == []


def test_a_headline_may_leave_out_the_small_words_of_its_body() -> None:
    one = "# Nine killed at Koru\n\nAt least nine miners were killed at Koru when a shaft collapsed on Friday."
    other = "# Disaster at Koru\n\nEleven miners were killed at Koru when a shaft collapsed on Friday."
    assert [found[:2] for found in _told_by(one, other)] == [("number", "variant")]


def test_reports_that_share_no_text_are_compared_where_a_third_of_the_same_event_shares_some_with_both() -> None:
    ferry = "The ferry Morning Star ran aground off Cape Ennis in heavy fog on Sunday night."
    test = "The coast guard at Saar took a breath test of the whole crew, police said."
    one = f"{ferry} Alan Reid, 61, at the helm of the Morning Star, slept."
    other = f"{test} It was the Morning Star under Alan Read, 64, whose job is gone."
    documents = [report(name, text) for name, text in zip("abc", (one, other, f"{ferry} {test}"), strict=True)]
    overlaps = [one for one in find_overlaps(documents) if {one.left.document, one.right.document} != {"a", "b"}]
    assert ("number", "conflict", {"61", "64"}) in told(find_discrepancies(documents, overlaps))


def test_what_a_sum_or_a_time_is_that_of_tells_it_from_others() -> None:
    one = "Prosecutors want a fine of 20,000 euros. The shipyard at Vell closed in spring, owing 70,000 euros to banks."
    other = "The owners of the shipyard at Vell fear prosecutors, who may ask for a fine of 30,000 euros in spring."
    assert ("money", "conflict", {"20,000 euros", "30,000 euros"}) in told(discrepancies(one, other, other))


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        ("The old ferry Princesa Luisa went down shortly after 3 p.m. in a strait full of reefs.", True),
        ("The old ferry Princesa Luisa had left with coal shortly after 3 p.m. on a trip to Marl.", False),
        ("The old ferry Princesa Luisa will be raised shortly after 3 p.m. if weather permits.", False),
    ],
)
def test_times_of_day_are_those_of_one_deed(other: str, differ: bool) -> None:
    guards = "Coast guards off Port Vell are looking for survivors, who may have drifted to the islands in the south."
    one = "Luisa, as everybody called her, went down at 2:40 p.m. with 40 cars on board."
    found = told(discrepancies(f"{guards} {one}", f"{other} {guards}"))
    assert any(kind == "number" for kind, _, _ in found) is differ


def test_the_only_number_of_children_in_each_report_is_one_of_the_same_children() -> None:
    one = "The ferry Princesa Luisa sank off Port Vell. Fourteen of the dead were children, and 60 guests drowned."
    other = "Among those who died off Port Vell on the ferry Princesa Luisa are nine children. It carried 60 guests."
    assert [values for _, _, values in told(discrepancies(one, other))] == [
        {"Fourteen of the dead were children", "nine children"}
    ]


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        ("Ministers of the two sides meet on Friday in Dorn, as their aides announced in Kell.", True),
        ("Ministers of the two sides meet on Friday in Texas, as their aides announced in Kell.", False),
        ("Ministers of the two sides meet on Friday. Their aides rest in Dorn, a spa.", False),
    ],
)
def test_what_happens_in_one_town_happens_in_no_other(other: str, differ: bool) -> None:
    one = "Ministers of the two sides meet on Friday in Marl to talk of the border and its wells."
    assert any(kind == "place" for kind, _, _ in told(discrepancies(one, other))) is differ


def test_an_ordinal_that_was_changed_is_flagged_once() -> None:
    assert len(_compared("is in its second week", "is in its third week")) == 1


@pytest.mark.parametrize(("hours", "differ"), [("nine in the morning until ten", True), ("seven until ten", False)])
def test_ranges_that_have_one_end_in_common_are_one(hours: str, differ: bool) -> None:
    opened = "The harbour museum of Port Vell, which was closed for seven years after a fire, has opened again."
    one = f"{opened} It can be visited from 9 a.m. to 8 p.m. except on holidays."
    other = f"{opened} Its nets and ships can be visited from {hours} at night."
    found = [values for _, _, values in told(discrepancies(one, other))]
    assert any("8 p.m." in values for values in found) is differ


@pytest.mark.parametrize(("both", "differ"), [("", True), (" Then smoke came out of the left engine.", False)])
def test_a_thing_that_has_two_sides_is_one_where_each_report_tells_of_one_side(both: str, differ: bool) -> None:
    one = "The jet of the airline Corvair turned back to Tolsey on Sunday after its left engine caught fire."
    other = f"Passengers of the Corvair jet that turned back to Tolsey saw flames come out of the right engine.{both}"
    assert any(kind == "place" for kind, _, _ in told(discrepancies(one, other))) is differ


@pytest.mark.parametrize(
    ("other", "marks", "differ"),
    [("cowardly", "“”", True), ("cowardly", '""', True), ("cowardly", "''", False), ("colorful", "“”", False)],
)
def test_what_somebody_is_quoted_with_is_told_where_another_report_has_another_word(
    other: str, marks: str, differ: bool
) -> None:
    said = "The strike at Port Vell, which stopped every ferry, is a {} attack on the islands and their people"
    word = "shameful" if other == "cowardly" else "colourful"
    texts = (f"{marks[0]}{said.format(one)},{marks[1]} the mayor Ana Cruz said." for one in (word, other))
    assert any(kind == "wording" for kind, _, _ in told(discrepancies(*texts))) is differ


@pytest.mark.parametrize(("published", "differ"), [("2023-07-01", True), ("2023-07-02", False)])
def test_the_second_day_of_one_report_is_the_third_of_a_later_one(published: str, differ: bool) -> None:
    one = report("a", "Dockers at Port Vell stopped every ferry on the second day of their strike.", "2023-07-01")
    other = report("b", "Most ferries lay idle as dockers went on with a third day of protest at Vell.", published)
    found = told(find_discrepancies([one, other], find_overlaps([one, other])))
    assert any(values == {"second day", "third day"} for _, _, values in found) is differ
