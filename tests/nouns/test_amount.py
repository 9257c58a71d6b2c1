"""Figures and days in few words."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.nouns import Change, Quantity
from sayso.nouns.amount import amount, changed, days, number


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (5000, "5,000"),
        (2.5, "2.5"),
        (-1234567.0, "-1,234,567"),
        (0, "0"),
        (0.00001, "1e-05"),
        (1 / 3, "0.3333"),
        (1e15, "1e+15"),
        (10**30, "1e+30"),
        (float("inf"), "inf"),
    ],
)
def test_numbers(value: float, written: str) -> None:
    assert number(value) == written


def quantity(low: float | None, high: float | None, **more: Any) -> Quantity:
    return Quantity(
        **{"id": "q1", "start": 0, "end": 2, "text": "so", "approximate": False, "unit": None, "of": None}  # type: ignore[arg-type]
        | {"kind": "count", "low": low, "high": high}
        | more
    )


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (quantity(5000, 7000, unit="people", of="fighters"), "5,000–7,000"),
        (quantity(30, 30, unit="people"), "30 people"),
        (quantity(None, 30), "30 or less"),
        (quantity(100, None, approximate=True), "100 or more"),
        (quantity(None, 15, unit="millimetre", kind="length"), "15 millimetre or less"),
        (quantity(60, 60, approximate=True), "about 60"),
        (quantity(0, None), "0 or more"),
        (quantity(885000, 885000, unit="barrel/day", of="oil", kind="rate"), "885,000 barrel/day"),
        (quantity(None, None), "“so”"),
    ],
)
def test_amounts(given: Quantity, written: str) -> None:
    assert amount(given) == written


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (Change(kind="ratio", value=3, direction="up", baseline="last year"), "×3, up against last year"),
        (Change(kind="percent", value=-5, direction="down"), "−5 %"),
        (Change(kind="points", value=2.5, direction="up"), "+2.5 points"),
        (Change(kind="percent", value=5), "5 %"),
    ],
)
def test_changes(change: Change, written: str) -> None:
    assert changed(change) == written


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2017-03-05", "2017-03-05", "2017-03-05"),
        ("2017-03-01", "2017-03-31", "2017-03"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2016-02-01", "2016-02-28", "2016-02-01..2016-02-28"),
        ("2017-01-01", "2017-12-31", "2017"),
        ("2017-06-01", "2017-08-31", "2017-06..2017-08"),
        ("1990-01-01", "1999-12-31", "1990..1999"),
        ("2016-12-01", "2017-02-28", "2016-12..2017-02"),
        ("2014-01-01", None, "2014-01-01.."),
        (None, "2014-01-01", "..2014-01-01"),
        ("-0044-03-15", "-0043-01-01", "-0044-03-15..-0043-01-01"),
        (None, None, ""),
    ],
)
def test_days(first: str | None, last: str | None, written: str) -> None:
    assert days(first, last) == written
