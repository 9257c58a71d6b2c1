"""How figures look in a sum: as they are stated, though they are compared with their rounding."""

from __future__ import annotations

import pytest

from sayso.claims.checks.numbers import numbers, ranged
from sayso.nouns import Quantity


def quantity(text: str, low: float, high: float, *, approximate: bool) -> Quantity:
    return Quantity(
        id="q1",
        start=0,
        end=len(text),
        text=text,
        low=low,
        high=high,
        approximate=approximate,
        unit="crate",
        of=None,
        kind="count",
    )


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate", "shown"),
    [
        ("about 480,000 crates", 480_000, 480_000, True, "480,000"),
        ("1.3 million crates", 1_300_000, 1_300_000, False, "1.3 million"),
        ("310 to 350 crates", 310, 350, False, "310 to 350"),
        ("about 310 to 350 crates", 310, 350, True, "310 to 350"),
    ],
)
def test_a_rounded_figure_is_shown_as_stated_and_a_range_with_both_ends(
    text: str, low: float, high: float, approximate: bool, shown: str
) -> None:
    (number,) = numbers([quantity(text, low, high, approximate=approximate)], ())
    assert ranged(number) == shown
    assert (number.low < low) == (number.high > high) == (number.slack > 0)
    assert number.stated == (low, high)
