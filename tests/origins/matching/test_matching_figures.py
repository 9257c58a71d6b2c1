"""Figures: what they measure, what part they play, how they agree, how much they tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matching_made import figure, statement, where

from sayso.nouns import Figure
from sayso.origins.matching import apart
from sayso.origins.matching.facts import facts
from sayso.origins.matching.intervals import differences, match, told
from sayso.origins.matching.measured import Measured


def only(text: str, one: Figure, context: str = "") -> Measured:
    return facts(statement(text, one, document=text, context=context)).figures[0]


@pytest.mark.parametrize(
    ("text", "one", "measure"),
    [
        ("At least nine people were killed.", figure("nine people", 9), "killed"),
        ("Nine bodies were found.", figure("Nine bodies", 9, unit="body"), "found"),
        ("It had admitted 31 injured.", figure("31 injured", 31, of="people injured"), "injured"),
        ("Five men trapped below the old shaft are alive.", figure("Five men", 5, of="men"), "rescued"),
        ("All 163 people aboard were brought to safety.", figure("163 people", 163), "rescued"),
        ("The manifest listed 148 passengers.", figure("148 passengers", 148, of="passengers"), "listed"),
        ("The plan of 2022 is on the table.", figure("2022", 2022, unit=None), None),
    ],
)
def test_what_a_figure_measures(text: str, one: Figure, measure: str | None) -> None:
    found = only(text, one).measure
    assert (found.label if found else None) == measure


def test_a_bare_number_takes_its_measure_from_the_sentence_before() -> None:
    found = only("The company counted 410.", figure("410", 410), context="640 workers had joined the walkout.")
    assert found.inherited
    assert found.measure is not None
    assert found.measure.label == "joined"


@pytest.mark.parametrize(
    ("text", "one", "part"),
    [
        ("Five men are trapped, not six.", figure("six", 6), "negated"),
        ("That is 23 more than the list has.", figure("23", 23), "difference"),
        ("Two of them had a ticket.", figure("Two", 2), "partial"),
        ("Twenty-three others came up alone.", figure("Twenty-three", 23), "partial"),
        ("It may be higher than the 163 given.", figure("the 163", 163), "reference"),
        ("More than 500 men were there.", figure("More than 500 men", 500, None, point=False), "claimed"),
        ("Seven people were hurt.", figure("Seven people", 7), "claimed"),
    ],
)
def test_what_part_a_figure_plays(text: str, one: Figure, part: str) -> None:
    assert only(text, one).part == part


def test_a_distance_that_describes_a_place_is_no_claim() -> None:
    length = figure("60 kilometres", 60, unit="km", kind="length")
    made = statement(
        "It lies 60 kilometres south of the town.", length, places=(where("60 kilometres south of the town"),)
    )
    assert facts(made).figures[0].part == "place"


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        (figure("9", 9), figure("9", 9), "equal"),
        (figure("at least 9", 9, None, point=False), figure("9", 9), "equal"),
        (figure("at least 9", 9, None, point=False), figure("14", 14), "open"),
        (figure("about 1,100", 1100, about=True), figure("more than 1,000", 1000, None, point=False), "near"),
        (figure("850 to 950", 850, 950), figure("900", 900), "near"),
        (figure("10 to 15", 10, 15), figure("12", 12), "inside"),
        (figure("250 to 330", 250, 330), figure("333", 333), "inside"),
        (figure("640", 640), figure("410", 410), "disjoint"),
        (figure("640", 640), figure("641", 641), "disjoint"),
    ],
)
def test_how_two_figures_agree(one: Figure, other: Figure, agreement: str) -> None:
    found = match(only("People died: a.", one), only("People died: b.", other))
    assert found is not None
    assert found.agreement == agreement


def test_units_are_converted_and_currencies_are_not() -> None:
    miles = only("a", figure("10 miles", 10, unit="mile", kind="length"))
    metres = only("b", figure("16 km", 16.09344, unit="km", kind="length"))
    found = match(miles, metres)
    assert found is not None
    assert found.agreement == "equal"
    dollars, euros = (only(unit, figure("10", 10, unit=unit, kind="money")) for unit in ("USD", "EUR"))
    assert match(dollars, euros) is None


def test_things_of_different_kinds_are_not_compared() -> None:
    boats, sheep = figure("14 boats", 14, unit="boat", of="boats"), figure("14 sheep", 14, unit="sheep", of="sheep")
    assert match(only("14 boats", boats), only("14 sheep", sheep)) is None
    pirogues = figure("14 pirogues", 14, unit="pirogue", of="pirogues")
    assert match(only("14 boats", boats), only("14 pirogues", pirogues)) is not None


def test_the_difference_of_two_counts_is_found() -> None:
    votes = [
        figure("31,204 votes", 31204, unit="vote", of="votes"),
        figure("30,871 votes", 30871, unit="vote", of="votes"),
    ]
    both = facts(statement("She had 31,204 votes and he 30,871 votes.", *votes)).figures
    lead = facts(
        statement("A margin of 333 votes.", figure("333 votes", 333, unit="vote", of="votes"), document="d2")
    ).figures
    (found,) = differences(both, lead)
    assert found.sum == "31,204 less 30,871 is 333"


def test_numbers_with_more_digits_tell_more() -> None:
    small, round_, odd = (told(only(str(n), figure(str(n), n))) for n in (3, 400, 1130))
    assert small < round_ < odd


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 1e9), st.floats(0, 1e9))
def test_agreement_is_symmetric(a: float, b: float, c: float, d: float) -> None:
    one = only("x people died", figure("x", min(a, b), max(a, b)))
    other = only("y people died", figure("y", min(c, d), max(c, d)))
    there, back = match(one, other), match(other, one)
    assert (there and there.agreement) == (back and back.agreement)


def test_different_definitions_are_kept_apart_and_it_is_said_why() -> None:
    killed = statement("Nine people were killed.", figure("Nine people", 9))
    casualties = statement("There were 200 casualties.", figure("200", 200), document="d2")
    assert apart(killed, casualties) == (
        "9 people (dead) and 200 (casualties) are not one measure: casualties count the injured as well as the dead."
    )
    assert apart(killed, killed) is None
