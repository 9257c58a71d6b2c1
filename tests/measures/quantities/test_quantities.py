"""Numbers with what they count."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_documents import document
from sayso.measures import find_quantities, find_times
from sayso.measures.numbers import in_figures, in_words
from sayso.nouns import Quantity
from sayso.reader.rules import RulesReader


def quantities(text: str) -> tuple[Quantity, ...]:
    made = document(text)
    return find_quantities(made, find_times(made, RulesReader().read(made)))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "approximate"),
    [
        ("30 trucks left", 30, 30, "truck", False),
        ("between 5,000 and 7,000 fighters", 5000, 7000, "people", False),
        ("up to 30 men", None, 30, "people", False),
        ("at least 12 people", 12, None, "people", False),
        ("around 885,000 barrels per day", 885000, 885000, "barrel/day", True),
        ("$20 per barrel", 20, 20, "USD/barrel", False),
        ("2.4 million euros", 2400000, 2400000, "EUR", False),
        ("18 percent of it", 18, 18, "percent", False),
        ("60 miles from here", 60, 60, "mile", False),
        ("twenty-three dogs", 23, 23, "dog", False),
        ("two hundred and five dogs", 205, 205, "dog", False),
        ("two dozen dogs", 24, 24, "dog", False),
        ("hundreds of people", 100, None, "people", True),
        ("10 to 12 million tonnes", 10000000, 12000000, "tonne", False),
    ],
)
def test_reads(text: str, low: float | None, high: float | None, unit: str, approximate: bool) -> None:
    (found,) = quantities(f"They saw {text}.")
    assert (found.low, found.high, found.unit, found.approximate) == (low, high, unit, approximate)
    assert found.rule


@pytest.mark.parametrize(
    "text",
    [
        "In 2014 it fell.",
        "On October 22 it fell.",
        "The 3rd battalion left.",
        "Flight 370 left.",
        "At 5 p.m. it fell.",
        "One of them left.",
    ],
)
def test_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_what_is_counted() -> None:
    (found,) = quantities("They lost 14 fishing boats in the storm.")
    assert found.of == "fishing boats"
    assert found.text == "14 fishing boats"


@pytest.mark.parametrize(
    ("text", "of", "unit"),
    [
        ("The number of IS fighters in Libya is between 5,000 and 7,000 now.", "IS fighters in Libya", "people"),
        (
            "It put the number of families who had lost their homes at 3,000.",
            "families who had lost their homes",
            "family",
        ),
        ("They met 40 fishing boats from Senegal.", "fishing boats from Senegal", "boat"),
        ("They met 40 boats in March.", "boats", "boat"),
        ("They met 40 boats at the Mexican pier.", "boats", "boat"),
        ("They met 12 suspects.", "suspects", "people"),
        ("They met 12 passengers from Brell.", "passengers from Brell", "people"),
        ("At least 17 people died.", "people dead", "people"),
        ("It lies 110 kilometres east of Skopje.", None, "km"),
        ("They saw 9.1 metres of water.", "water", "metre"),
        ("They sold 12 million tonnes.", None, "tonne"),
        ("They saw two of the town’s.", None, None),
        ("They saw 12 of them.", None, None),
        ("They met six hundred and ten who sang.", None, "people"),
    ],
)
def test_what_is_counted_and_its_unit(text: str, of: str | None, unit: str | None) -> None:
    (found,) = quantities(text)
    assert (found.of, found.unit) == (of, unit)


def test_a_bare_number_counts_what_a_number_beside_it_counts() -> None:
    first, second, third = quantities("Of 640 dockers 350 had left on Monday, it said. The other 290.")
    assert (first.unit, second.unit, second.rule, third.unit) == ("people", "people", "number", "people")


@pytest.mark.parametrize(
    ("text", "value"), [("nineteen", 19), ("ninety-nine", 99), ("three thousand", 3000), ("dog", None)]
)
def test_words(text: str, value: int | None) -> None:
    assert in_words(text) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_with_separators(number: int) -> None:
    assert in_figures(f"{number:,}") == number


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789 ,.$€%-–toandbewup millon hundre", max_size=80))
def test_ranges_hold(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start >= end
        end = quantity.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


@pytest.mark.parametrize(("language", "value"), [("en", 7.25), (None, 7.25), ("de", 7250), ("pt-BR", 7250)])
def test_a_full_stop_stands_between_thousands_where_the_language_has_it_so(language: str | None, value: float) -> None:
    made = msgspec.structs.replace(document("7.250 kg"), language=language)
    (found,) = find_quantities(made, ())
    assert (found.low, found.high, found.unit) == (value, value, "kg")


def test_a_full_stop_before_fewer_than_three_figures_is_a_decimal_point_in_every_language() -> None:
    assert [in_figures(text, grouped_by_stops=True) for text in ("2.5", "0.125", "3.75")] == [2.5, 0.125, 3.75]
