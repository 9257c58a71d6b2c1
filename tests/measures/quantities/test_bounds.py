"""Bounds, vagueness, ranges and the conventions they are read by."""

from __future__ import annotations

import pytest
from quantities_of import one, quantities

from sayso.errors import ConfigError
from sayso.measures.quantities import vague


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "approximate"),
    [
        ("They saw 30 trucks.", 30, 30, "truck", False),
        ("They saw up to 30 men.", None, 30, "people", False),
        ("They saw at least 12 people.", 12, None, "people", False),
        ("They saw no fewer than 12 people.", 12, None, "people", False),
        ("They saw more than 60 lorries.", 60, None, "lorry", False),
        ("They saw fewer than 60 lorries.", None, 60, "lorry", False),
        ("They saw over 300 sheep.", 300, None, "sheep", False),
        ("They saw 107 sheep or more.", 107, 107, "sheep", False),
        ("They saw 107 or more sheep.", 107, None, "sheep", False),
        ("They saw 50-odd sheep.", 50, 50, "sheep", True),
        ("They saw about 40 sheep.", 40, 40, "sheep", True),
        ("They saw at least about 40 sheep.", 40, None, "sheep", True),
        ("They saw between 5,000 and 7,000 fighters.", 5000, 7000, "people", False),
        ("They saw 5,000-7,000 fighters.", 5000, 7000, "people", False),
        ("They saw 50 or 60 boats.", 50, 60, "boat", False),
        ("They opened forty, fifty tombs.", 40, 50, "tomb", False),
        ("They sold 10 to 12 million tonnes.", 10_000_000, 12_000_000, "tonne", False),
        ("They want $3 billion to $5 billion.", 3e9, 5e9, "USD", False),
        ("A panel of children under the age of 5 met.", None, 5, "year", False),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, unit: str, approximate: bool) -> None:
    found = one(text)
    assert (found.low, found.high, found.unit, found.approximate) == (low, high, unit, approximate)


@pytest.mark.parametrize(
    ("words", "wide", "acled"),
    [
        ("dozens of people", (24, 99), (12, 12)),
        ("hundreds of people", (100, None), (100, 100)),
        ("several hundred people", (100, None), (300, 300)),
        ("tens of thousands of people", (20000, 99000), (10000, 10000)),
        ("a few people", (3, 7), (3, 3)),
    ],
)
def test_the_setting_chooses_the_convention(
    words: str, wide: tuple[int, int | None], acled: tuple[int, int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = one(f"They saw {words}.")
    assert ((found.low, found.high), found.approximate, found.rule) == (wide, True, "vague")
    monkeypatch.setenv("SAYSO_VAGUE_NUMBERS", "acled")
    found = one(f"They saw {words}.")
    assert (found.low, found.high) == acled


def test_an_unknown_convention_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_VAGUE_NUMBERS", "mine")
    with pytest.raises(ConfigError, match="'mine' is not one of acled, wide"):
        vague.table(vague.chosen())


def test_a_few_of_no_persons_is_no_figure() -> None:
    assert quantities("They had a few problems and several ideas.") == ()


def test_a_conversion_in_brackets_is_bounded_alike() -> None:
    first, second = quantities("It flew more than 100 km (60 miles).")
    assert (first.high, second.low, second.high, second.unit) == (None, 60, None, "mile")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The nights were between -7 and -12 degrees.", -12, -7, "degree"),
        ("It was −9 to −2 °C in the valley.", -9, -2, "celsius"),
        ("It was -4 to 6 °C in the valley.", -4, 6, "celsius"),
        ("It was minus 8 to minus 3 °C in the valley.", -8, -3, "celsius"),
        ("The rebate fell by 30-15 percent.", 15, 30, "percent"),
    ],
)
def test_a_range_below_zero_or_written_downwards_has_its_lower_end_first(
    text: str, low: float, high: float, unit: str
) -> None:
    found = one(text)
    assert (found.low, found.high, found.unit) == (low, high, unit)
    assert found.rule in {"range", "falling range"}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("They lost ½ a million rupees.", 500_000, "INR"), ("They lost ¾ tonne of seed.", 0.75, "tonne")],
)
def test_a_fraction_in_one_sign_is_read(text: str, value: float, unit: str) -> None:
    found = one(text)
    assert (found.low, found.high, found.unit) == (value, value, unit)
