"""Changes and comparisons, and the base that follows from them."""

from __future__ import annotations

import pytest
from quantities_of import one, quantities

OIL = "Its output jumped to around 885,000 barrels per day, triple its output this time a year ago, it said."


def test_a_multiple_gives_the_stated_value_and_its_base() -> None:
    stated, base = quantities(OIL)
    assert (stated.low, stated.unit, stated.approximate, stated.derived) == (885000, "barrel/day", True, False)
    assert stated.change is not None
    assert (stated.change.kind, stated.change.value, stated.change.direction) == ("ratio", 3, "up")
    assert stated.change.baseline == "its output this time a year ago"
    assert (base.low, base.high, base.unit, base.derived, base.base) == (295000, 295000, "barrel/day", True, stated.id)
    assert base.approximate
    assert any("divided by 3 is 295,000" in step for step in base.derivation)


@pytest.mark.parametrize(
    ("text", "kind", "value", "direction", "baseline"),
    [
        ("It was twice the average for March.", "ratio", 2, "up", "the average for March"),
        ("It was three times as long.", "ratio", 3, "up", None),
        ("It was one and a half times the price of last week.", "ratio", 1.5, "up", "the price of last week"),
        ("Sales grew sixfold.", "ratio", 6, "up", None),
        ("Prices have doubled since.", "ratio", 2, "up", None),
        ("Prices were halved.", "ratio", 0.5, "down", None),
        ("Fares are a quarter more than in 2021.", "percent", 25, "up", "in 2021"),
        ("Prices dropped by about a third.", "percent", 33.333333, "down", None),
        ("They spoke of a fall of a third.", "percent", 33.333333, "down", None),
        ("It costs half the price of February.", "percent", 50, "down", "the price of February"),
    ],
)
def test_bare_changes_have_no_value_of_their_own(
    text: str, kind: str, value: float, direction: str, baseline: str | None
) -> None:
    found = one(text)
    assert (found.low, found.high, found.kind) == (None, None, "change")
    assert found.change is not None
    assert (found.change.kind, found.change.value, found.change.direction, found.change.baseline) == (
        kind,
        value,
        direction,
        baseline,
    )


@pytest.mark.parametrize(
    ("text", "unit", "direction"),
    [
        ("Sales rose 5 %.", "percent", "up"),
        ("Sales fell by almost 5 percent.", "percent", "down"),
        ("They hope to grow sales by 5 percent.", "percent", "up"),
        ("Turnout was five points higher.", "point", "up"),
        ("The index lost 5 points.", "point", "down"),
        ("Shares were up 5pc.", "percent", "up"),
        ("Dow +5%", "percent", "up"),
    ],
)
def test_a_percentage_or_points_with_their_direction(text: str, unit: str, direction: str) -> None:
    found = one(text)
    assert (found.low, found.unit) == (5, unit)
    assert found.change is not None
    assert (found.change.value, found.change.direction) == (5, direction)


def test_from_and_to_are_two_values_and_a_change() -> None:
    first, second = quantities("Output rose from 40 tonnes to 50 tonnes.")
    assert (first.low, second.low, second.rule) == (40, 50, "to")
    assert second.change is not None
    assert (second.change.kind, second.change.value, second.change.direction) == ("ratio", 1.25, "up")


def test_a_percentage_and_the_level_reached() -> None:
    first, second = quantities("Prices rose 5 % to $120.")
    assert first.change is not None
    assert (second.low, second.unit, second.change) == (120, "USD", None)


def test_a_range_after_from_is_a_range() -> None:
    assert (one("Prices range from $40 to $50.").low, one("Prices range from $40 to $50.").high) == (40, 50)


def test_a_level_and_then_what_it_came_from() -> None:
    reached, origin = quantities("Inflation eased to 3.1% in May from 3.4% in April.")
    assert reached.change is not None
    assert (reached.change.direction, reached.change.baseline) == ("down", "3.4%")
    assert (origin.low, origin.change, reached.base) == (3.4, None, None)


def test_a_verb_of_multiples_tells_of_the_level_after_it() -> None:
    found = one("Gas output doubled to 40 billion cubic metres a year.")
    assert (found.low, found.unit, found.rule) == (40e9, "cubic metre/year", "number")
    assert found.change is not None
    assert (found.change.kind, found.change.value) == ("ratio", 2)


def test_going_up_to_a_level_is_no_bound() -> None:
    assert one("Prices go up to $120.").low == 120
