"""Units, currencies, rates, prices, shares, and their conversion."""

from __future__ import annotations

import pytest
from quantities_of import one, quantities

from sayso.lexicon import load
from sayso.measures.quantities import convert
from sayso.measures.quantities.convert import converted


@pytest.mark.parametrize(
    ("text", "low", "unit", "kind"),
    [
        ("It sold roughly 100,000 barrels of oil a day.", 100000, "barrel/day", "rate"),
        ("It sold 100,000 barrels a day.", 100000, "barrel/day", "rate"),
        ("It costs $20 per barrel.", 20, "USD/barrel", "price"),
        ("They pay 25 quetzales a head.", 25, "GTQ/person", "price"),
        ("They earn 50,000 francs a month.", 50000, "franc/month", "rate"),
        ("It fell 11 centimetres an hour.", 11, "centimetre/hour", "rate"),
        ("It drove 100 km/h.", 100, "km/hour", "rate"),
        ("It was 60 mph.", 60, "mile/hour", "speed"),
        ("It costs US$1.2bn.", 1.2e9, "USD", "money"),
        ("It costs NZ $ 26 million.", 26_000_000, "NZD", "money"),
        ("It costs RM79 a month.", 79, "MYR/month", "rate"),
        ("It costs 20 EUR.", 20, "EUR", "money"),
        ("It costs 10 €.", 10, "EUR", "money"),
        ("It costs thirteen dollars forty-five cents.", 13.45, "USD", "money"),
        ("It weighs 200 pounds.", 200, "pound", "mass"),
        ("It costs 200 pounds.", 200, "GBP", "money"),
        ("It has 35m people.", 35_000_000, "people", "count"),
        ("It is 35m high.", 35, "metre", "length"),
        ("The file is 100t.", 100, "tonne", "mass"),
        ("It was minus-130 degrees Fahrenheit.", -130, "fahrenheit", "temperature"),
        ("A quake of magnitude 6.6 struck.", 6.6, "magnitude", "magnitude"),
        ("The girl is a 15-year-old.", 15, "year", "age"),
        ("Edith Parrish, 88, was there.", 88, "year", "age"),
        ("It was roughly a nautical mile off.", 1, "nautical mile", "length"),
        ("It was half a percent.", 0.5, "percent", "percentage"),
        ("Two thirds of the men left.", 66.666667, "percent", "percentage"),
        ("One in five women left.", 20, "percent", "percentage"),
        ("It rose 60 basis points.", 60, "basis point", "points"),
    ],
)
def test_units(text: str, low: float, unit: str, kind: str) -> None:
    found = one(text)
    assert (found.low, found.unit, found.kind) == (low, unit, kind)


@pytest.mark.parametrize(
    ("figures", "value"),
    [
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1 234 567", 1234567),
        ("12,34,567", 1234567),
        ("1'234'567", 1234567),
        ("12 500", 12500),
        ("10 1/2", 10.5),
        ("2½", 2.5),
        ("3,5", 3.5),
        (".5", 0.5),
        ("35 lakh", 3_500_000),
        ("2 crore", 20_000_000),
        ("a quarter of a million", 250_000),
        ("half a dozen", 6),
        ("two and a half million", 2_500_000),
        ("twenty-eight thousand six hundred forty-two", 28642),
    ],
)
def test_figures_of_other_locales(figures: str, value: float) -> None:
    assert one(f"It took {figures} kilometres.").low == value


@pytest.mark.parametrize(
    ("value", "unit", "other", "result"),
    [
        (60, "mile", "km", 96.56064),
        (1, "barrel", "litre", 158.9872949),
        (12, "acre", "hectare", 4.856227707),
        (20, "knot", "km/hour", 37.04),
        (100, "celsius", "fahrenheit", 212),
        (885000, "barrel/day", "barrel/week", 6195000),
        (30, "people/day", "people/week", 210),
        (20, "USD/barrel", "USD/litre", 0.1257962154),
        (5, "mile", "mile", 5),
        (20, "USD", "EUR", None),
        (3, "people", "boat", None),
        (3, "km", "kg", None),
        (1e300, "km", "picometre", None),
        (3, "km", "x; y", None),
    ],
)
def test_conversion(value: float, unit: str, other: str, result: float | None) -> None:
    assert converted(value, unit, other) == result


def test_a_converted_quantity_keeps_its_open_bound_and_says_what_was_done() -> None:
    found = convert(one("It is more than 10 miles."), "km")
    assert found is not None
    assert (found.low, found.high, found.unit) == (16.09344, None, "km")
    assert found.derivation[-1] == "mile in km, by the table of units"
    assert convert(quantities("It met 5.")[0], "km") is None


def test_every_unit_of_measure_converts_to_itself_by_the_registry() -> None:
    """Every label of the table is known to the registry, so that nothing becomes a dimension by a slip of the pen."""
    known = {line.split("=")[0].strip() for line in load("units.txt")}
    counted = {
        "point",
        "people",
        "megapixel",
        "decibel",
        "sievert",
        "millisievert",
        "becquerel",
        "mach",
        "night",
        "revolution",
    }
    for row in load("units.yaml")["units"]:
        for part in row["label"].split("/"):
            assert part.replace(" ", "_").replace("-", "_") in known | counted


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It was sold for an average cost of $20 per barrel.", "average cost"),
        ("The quake struck at a depth of 40 km.", "depth"),
        ("It holds 9.1 metres of water.", "water"),
        ("One in five women left.", "women"),
    ],
)
def test_what_is_measured(text: str, of: str) -> None:
    assert one(text).of == of
