"""The calendar: weekdays, ages, spans of time."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plain_documents import document
from sayso.claims.checks.dates import check_dates
from sayso.measures import find_times
from sayso.reader.rules import RulesReader


def verdicts(text: str, published: str | None = "2024-05-15") -> list[str]:
    made = msgspec.structs.replace(document(text), published=published)
    layers = RulesReader().read(made)
    return [f.verdict for f in check_dates(text, layers.sentences, find_times(made, layers), published)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The vote is on Wednesday, May 15.", "consistent"),
        ("The vote is on Friday, May 15.", "inconsistent"),
        ("The vote was on Monday, 3 March 1997.", "consistent"),
        ("The vote is on Monday, February 30, 2024.", "inconsistent"),
        ("Roux, 44, who was born in 1980, leads it.", "consistent"),
        ("Roux, 43, who was born in 1980, leads it.", "consistent"),
        ("Roux, 70, who was born in 1980, leads it.", "inconsistent"),
        ("Lenz, born in 1950, died in 2010 at the age of 60.", "consistent"),
        ("Lenz, born in 1950, died in 2010 at the age of 80.", "inconsistent"),
        ("The wall fell on 2 May 2024 and stood again three days later, on 5 May 2024.", "consistent"),
        ("The wall fell on 2 May 2024 and stood again three days later, on 20 May 2024.", "inconsistent"),
    ],
)
def test_verdicts(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]


@pytest.mark.parametrize(
    "text", ["It rained on Saturday, and May was dry.", "Roux was born in 1980 in Orla.", "Nobody came on Monday."]
)
def test_nothing_to_check(text: str) -> None:
    assert verdicts(text) == []


def test_without_a_date_of_the_page_a_day_without_year_is_not_checked() -> None:
    assert verdicts("The vote is on Friday, May 15.", None) == []


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_right_on_its_day_alone(day: dt.date, name: int) -> None:
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    text = f"It fell on {weekdays[name]}, {day:%B} {day.day}, {day.year}."
    made = document(text)
    (finding,) = check_dates(text, ((0, len(text)),), (), made.published)
    assert (finding.verdict == "consistent") == (day.weekday() == name)


@given(st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2099, 12, 31)), st.integers(-190, 190))
def test_a_right_weekday_near_the_page_is_never_called_wrong(day: dt.date, off: int) -> None:
    published = day + dt.timedelta(days=off)
    text = f"It fell on {day:%A}, {day:%B} {day.day}."
    found = list(check_dates(text, ((0, len(text)),), (), published.isoformat()))
    assert [f.verdict for f in found] == ["consistent"]
